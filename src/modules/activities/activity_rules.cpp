#include "modules/activities/activity_rules.h"

namespace interregio {
namespace {

void check_group(const ParticipantGroup& group, std::size_t index, const RuleContext& context) {
    const auto path = [&](std::string_view field) { return row_path("participants", index, field); };
    const std::string head_count(name_of(group.head_count));
    if (group.head_count == HeadCount::not_known && group.number)
        context.report(path("number"), {"refusal.rule.number_not_known", {{"head_count", head_count}}});
    if (group.head_count != HeadCount::not_known && !group.number)
        context.report(path(""), {"refusal.rule.number_missing", {{"head_count", head_count}}});
    if (group.age_from && group.age_to && *group.age_to < *group.age_from)
        context.report(
            path("age_to"),
            {"refusal.rule.ages", {{"from", std::to_string(*group.age_from)}, {"to", std::to_string(*group.age_to)}}});
}

void check_item(const ProgrammeItem& item, std::size_t index, const Activity& activity, const RuleContext& context) {
    const auto path = [&](std::string_view field) { return row_path("programme", index, field); };
    if (item.ends && !item.begins) context.report(path("ends"), {"refusal.rule.end_without_begin", {}});
    if (item.begins && item.ends && *item.ends < *item.begins)
        context.report(path("ends"),
                       {"refusal.rule.ends_before_begins", {{"begins", *item.begins}, {"ends", *item.ends}}});
    if (item.day &&
        (item.day->first_day() < activity.date.first_day() || item.day->last_day() > activity.date.last_day()))
        context.report(path("day"),
                       {"refusal.rule.day_outside", {{"found", item.day->edtf()}, {"date", activity.date.edtf()}}});
}

} // namespace

void check_rules(const Series&, const RuleContext&) {}

void check_rules(const Activity& activity, const RuleContext& context) {
    if (activity.status == ActivityStatus::held) refuse_future(context, "date", activity.date);
    for (std::size_t i = 0; i < activity.date_statements.size(); ++i)
        if (activity.date_statements[i].statement_kind == DateStatementKind::held)
            refuse_future(context, row_path("date_statements", i, "date"), activity.date_statements[i].date);
    if (activity.edition && !activity.series) context.report("edition", {"refusal.rule.edition_without_series", {}});
    for (std::size_t i = 0; i < activity.participants.size(); ++i) check_group(activity.participants[i], i, context);
    for (std::size_t i = 0; i < activity.programme.size(); ++i) check_item(activity.programme[i], i, activity, context);
    for (std::size_t i = 0; i < activity.outcomes.size(); ++i)
        if (activity.outcomes[i].state && activity.outcomes[i].outcome_kind == OutcomeKind::outcome)
            context.report(row_path("outcomes", i, "state"), {"refusal.rule.outcome_state", {}});
}

} // namespace interregio
