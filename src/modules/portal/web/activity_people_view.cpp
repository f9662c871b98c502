// People, groups and outcomes of an activity: declared in activity_parts.h.
#include "modules/portal/web/activity_parts.h"
#include "modules/portal/web/parts.h"

namespace interregio::portal::web {

using namespace html;

namespace {

Node person_item(const View& view, const PersonLine& named) {
    const Node function_line =
        group(when(named.function, [&](const ShownText& held) { return line(view, held); }),
              when(named.function && named.organisation, ", "),
              when(named.organisation, [&](const OrganisationLink& link_to) { return organisation(view, link_to); }));
    return li(named.organisation ? party_cls(view, "person", named.organisation->page.id)
                                 : std::optional(cls("person")),
              span(cls("person__name"), person(view, named.person)), " ",
              when(!function_line.empty(), [&] { return group(span(cls("person__function"), function_line), " "); }),
              span(cls("person__said"), view.named(named.role, "person.role.")));
}

/// "15–18", "from 16", "up to 25"; empty when no age is given.
std::string ages(const View& view, const GroupLine& participants) {
    const auto from = participants.age_from ? std::to_string(*participants.age_from) : std::string{};
    const auto to = participants.age_to ? std::to_string(*participants.age_to) : std::string{};
    if (!from.empty() && !to.empty()) return view.text("group.ages", {{"from", from}, {"to", to}});
    if (!from.empty()) return view.text("group.ages.from", {{"from", from}});
    if (!to.empty()) return view.text("group.ages.to", {{"to", to}});
    return {};
}

Node group_item(const View& view, const GroupLine& participants) {
    const bool known = participants.head_count != HeadCount::not_known;
    const auto age_words = ages(view, participants);
    const auto precision = view.named(participants.head_count, "group.head_count.");
    return li(participants.organisation ? party_cls(view, "group", participants.organisation->page.id)
                                        : std::optional(cls("group")),
              known ? span(cls("group__number"), view.words.number(static_cast<double>(participants.number)))
                    : span(cls("group__number group__number--unknown"), precision),
              " ", strong(line(view, participants.label)),
              when(participants.origin, [&](const ShownText& origin) { return group(", ", line(view, origin)); }),
              when(participants.organisation,
                   [&](const OrganisationLink& link_to) { return group(", ", organisation(view, link_to)); }),
              when(!age_words.empty(), [&] { return group(", ", age_words); }), " ",
              when(known, [&] { return span(cls("group__precision"), precision); }),
              when(participants.note, [&](const ShownText& note) { return group(" ", small(line(view, note))); }),
              when(participants.source,
                   [&](const SourceNote& source) { return group(" ", small("(", source_title(view, source), ")")); }));
}

Node state_badge(const View& view, OutcomeState state) {
    const auto words = view.named(state, "outcome.state.");
    switch (state) {
    case OutcomeState::open:
        return badge(BadgeKind::open, "autorenew", words);
    case OutcomeState::done:
        return badge(BadgeKind::success, "check", words);
    case OutcomeState::dropped:
        return badge(BadgeKind::neutral, "close", words);
    }
    return {};
}

Node outcome_item(const View& view, const OutcomeLine& outcome) {
    const Node meta_line = group(
        when(outcome.kind == OutcomeKind::next_step, [&] { return group(span(view.text("outcome.next_step")), " "); }),
        when(outcome.state, [&](OutcomeState state) { return group(state_badge(view, state), " "); }),
        when(outcome.due,
             [&](const PartialDate& due) {
                 return group(span(fill(view.text("outcome.due"), {{"date", date(view, due)}})), " ");
             }),
        when(!outcome.responsible.empty(), [&] {
            return span(fill(view.text("outcome.responsible"),
                             {{"organisations", each(outcome.responsible, ", ", [&](const OrganisationLink& link_to) {
                                   return organisation_name(view, link_to);
                               })}}));
        }));
    return li(cls("outcome"), p(line(view, outcome.text)),
              when(!meta_line.empty(), [&] { return p(cls("outcome__meta"), meta_line); }));
}

} // namespace

Node activity_people(const View& view, const ActivityPage& page) {
    if (page.people.empty()) return {};
    return detail_section(
        "people", view.text("activity.people"),
        ul(cls("people"), each(page.people, [&](const PersonLine& named) { return person_item(view, named); })));
}

Node activity_groups(const View& view, const ActivityPage& page) {
    if (page.groups.empty()) return {};
    return detail_section("groups", view.text("activity.groups"),
                          ul(cls("groups"), each(page.groups, [&](const GroupLine& participants) {
                                 return group_item(view, participants);
                             })));
}

Node activity_outcomes(const View& view, const ActivityPage& page) {
    if (page.outcomes.empty()) return {};
    return detail_section("outcomes", view.text("activity.outcomes"),
                          ul(cls("outcomes"), each(page.outcomes, [&](const OutcomeLine& outcome) {
                                 return outcome_item(view, outcome);
                             })));
}

} // namespace interregio::portal::web
