#include "modules/portal/web/search_facets_view.h"

namespace interregio::portal::web {

using namespace html;

namespace {

/// Links, one for each value; the chosen one takes the condition away again.
struct Facet {
    std::string_view heading;
    const std::vector<SearchChoice>& choices;
    std::string SearchRequest::* condition;
};

Node words_of(const View& view, const SearchChoice& choice) {
    if (choice.name) return line(view, *choice.name);
    if (const auto kind = enum_named<ActivityKind>(choice.value)) return text(view.named(*kind, "activity.kind."));
    const auto kind = record_kind_named(choice.value);
    return text(kind ? search_kind_words(view, choice.value) : choice.value);
}

Node choice_link(const View& view, const SearchPage& page, const Facet& facet, const SearchChoice& choice) {
    SearchRequest request = page.chosen;
    const bool chosen = request.*facet.condition == choice.value;
    request.*facet.condition = chosen ? std::string() : choice.value;
    return li(a(href(Url::path(view.paths.search(request))), when(chosen, aria_current("true")),
                span(cls("facet__name"), words_of(view, choice)),
                when(chosen, span(cls("sr-only"), " (", view.text("search.filter.remove"), ")")), " ",
                span(cls("facet__count"), view.words.number(static_cast<double>(choice.results)))));
}

Node facet_list(const View& view, const SearchPage& page, const Facet& facet, const Node& note = {}) {
    const bool chosen = !(page.chosen.*facet.condition).empty();
    if (facet.choices.empty() || (facet.choices.size() < 2 && !chosen)) return {};
    return details(
        cls("facet"), when(chosen, open_attribute), summary(cls("facet__heading"), facet.heading),
        ul(each(facet.choices, [&](const SearchChoice& choice) { return choice_link(view, page, facet, choice); })),
        note);
}

} // namespace

std::string search_kind_words(const View& view, std::string_view kind) {
    switch (record_kind_named(kind).value_or(RecordKind::activity)) {
    case RecordKind::partnership:
        return view.text("search.kind.partnership");
    case RecordKind::agreement:
        return view.text("search.kind.agreement");
    case RecordKind::organisation:
        return view.text("search.kind.organisation");
    case RecordKind::field_of_action:
        return view.text("search.kind.field_of_action");
    case RecordKind::series:
        return view.text("search.kind.series");
    case RecordKind::place:
        return view.text("search.kind.place");
    case RecordKind::person:
        return view.text("search.kind.person");
    case RecordKind::document:
        return view.text("search.kind.document");
    default:
        return std::string(kind);
    }
}

Node search_facets(const View& view, const SearchPage& page) {
    SearchRequest wider;
    wider.text = page.chosen.text;
    const Node note =
        page.organisations_left_out == 0
            ? Node{}
            : p(cls("facet__note"),
                view.words.count("search.filter.left_out", static_cast<std::int64_t>(page.organisations_left_out)));
    return nav(
        cls("facets"), aria_label(view.text("search.filter")), h2(cls("facets__heading"), view.text("search.filter")),
        facet_list(view, page, {view.text("timeline.filter.kind"), page.kinds, &SearchRequest::kind}),
        facet_list(view, page, {view.text("timeline.filter.field"), page.fields, &SearchRequest::field}),
        facet_list(view, page,
                   {view.text("timeline.filter.organisation"), page.organisations, &SearchRequest::organisation}, note),
        facet_list(view, page, {view.text("timeline.filter.year"), page.years, &SearchRequest::year}),
        when(page.narrowed(), [&] {
            return p(a(cls("kern-link"), href(Url::path(view.paths.search(wider))), view.text("search.wider")));
        }));
}

} // namespace interregio::portal::web
