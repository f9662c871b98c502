// The box "at a glance" of an activity: declared in activity_parts.h.
#include "modules/portal/web/activity_parts.h"
#include "modules/portal/web/parts.h"

namespace interregio::portal::web {

using namespace html;

namespace {

/// "2–3 June 2023 according to RVR", "announced for 7–9 May 2021 (europa.ruhr)".
Node date_statement(const View& view, const DateStatementLine& statement) {
    const auto key =
        statement.kind == DateStatementKind::announced ? "activity.date.announced" : "activity.date.stated";
    return p(small(fill(view.text(key),
                        {{"date", date(view, statement.date)}, {"source", source_voice(view, statement.source)}})));
}

/// Into the reader's own calendar: what is still to come, once its days are known.
Node to_calendar(const View& view, const ActivityPage& page) {
    const bool coming = page.status == ActivityStatus::planned || page.status == ActivityStatus::announced;
    if (!coming || !page.date.days_known()) return {};
    return p(a(cls("more"), href(Url::path(view.paths.activity_calendar(page.page.slug))), type("text/calendar"),
               icon("calendar-today"), view.text("activity.to_calendar")));
}

Node when_description(const View& view, const ActivityPage& page) {
    return group(
        date(view, page.date),
        each(page.date_statements, [&](const DateStatementLine& statement) { return date_statement(view, statement); }),
        to_calendar(view, page));
}

Node where_description(const View& view, const ActivityPage& page) {
    const auto form_words = view.named(page.form, "activity.form.");
    if (page.places.empty()) return text(form_words);
    return group(each(page.places, [&](const PlaceName& name) { return group(place(view, name), br()); }), form_words);
}

Node organisation_roles(const View& view, const ActivityPage& page) {
    return ul(cls("roles"), each(page.organisations, [&](const OrganisationLine& part) {
                  return li(organisation(view, part.organisation), " ",
                            span(cls("roles__role"), view.named(part.role, "organisation.role.")));
              }));
}

} // namespace

Node activity_glance(const View& view, const ActivityPage& page) {
    // Announced, postponed or cancelled: the label says so, that nobody takes the date for one on which it took place.
    const auto when_term = view.named(page.status, "activity.when.");
    return glance_box(
        view, group(glance_item(when_term, when_description(view, page)),
                    glance_item(view.text("activity.where"), where_description(view, page)),
                    when(!page.organisations.empty(),
                         [&] { return glance_item(view.text("activity.who"), organisation_roles(view, page)); }),
                    when(page.audience,
                         [&](Audience audience) {
                             return glance_item(view.text("activity.audience"),
                                                text(view.named(audience, "activity.audience.")));
                         }),
                    when(!page.fields.empty(),
                         [&] { return glance_item(view.text("fields.title"), tags(view, page.fields)); }),
                    when(page.partnerships.size() > 1,
                         [&] { return glance_item(view.text("nav.partnerships"), tags(view, page.partnerships)); })));
}

} // namespace interregio::portal::web
