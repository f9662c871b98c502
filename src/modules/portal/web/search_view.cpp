#include "modules/portal/web/search_view.h"

#include "modules/portal/web/parts.h"
#include "modules/portal/web/search_facets_view.h"

#include <nlohmann/json.hpp>

namespace interregio::portal::web {

using namespace html;

namespace {

constexpr Element<"mark"> found_words; // mark() is the mark of the site

Node marked_words(const search::MarkedText& parts) {
    return each(parts,
                [](const search::MarkedPart& part) { return part.found ? found_words(part.text) : text(part.text); });
}

/// "Delegation visit", "Agreement".
std::string kind_words(const View& view, const std::string& kind) {
    if (const auto activity = enum_named<ActivityKind>(kind)) return view.named(*activity, "activity.kind.");
    return search_kind_words(view, kind);
}

Node leads(const View& view, const SearchHit& hit) {
    if (hit.leads.empty()) return {};
    return ul(cls("result__leads"), each(hit.leads, [&](const SearchLead& lead) {
                  return li(span(search_kind_words(view, name_of(lead.kind)), ": "),
                            span(lang_of(view, lead.language), marked_words(lead.name)));
              }));
}

Node result(const View& view, const SearchHit& hit) {
    return li(article(
        cls("result"),
        p(cls("kern-preline"),
          when(hit.date, [&](const PartialDate& when_it_was) { return group(date(view, when_it_was), " "); }),
          span(kind_words(view, hit.kind))),
        h3(cls("kern-title"), lang_of(view, hit.page.name), a(href(view.paths.to(hit.page)), marked_words(hit.title))),
        when(!hit.snippet.empty(),
             [&] {
                 return p(cls("kern-body result__snippet"), lang_of(view, std::optional(hit.language)),
                          marked_words(hit.snippet));
             }),
        leads(view, hit)));
}

/// Under their headings: those in the reader's language, then the others.
Node results(const View& view, const SearchPage& page) {
    Node own;
    Node others;
    for (const auto& hit : page.hits) (hit.own ? own : others) += result(view, hit);
    const bool has_others = page.own < page.total;
    Node out;
    if (!own.markup().empty())
        out += section(cls("results__group"), aria_labelledby("own"),
                       h2(id("own"), cls(has_others ? "kern-heading-medium" : "sr-only"), view.text("search.own")),
                       ol(cls("results__list"), own));
    if (!others.markup().empty())
        out += section(cls("results__group"), aria_labelledby("others"),
                       h2(id("others"), cls("kern-heading-medium"), view.text("search.others")),
                       ol(cls("results__list"), others));
    return out;
}

Node pager(const View& view, const SearchPage& page) {
    if (page.pages < 2) return {};
    const auto neighbour = [&](std::string_view relation, std::size_t number, const std::string& words) {
        SearchRequest request = page.chosen;
        if (number > 1) request.page = std::to_string(number);
        return li(a(href(Url::path(view.paths.search(request))), rel(relation), words));
    };
    return nav(
        cls("pager"), aria_label(view.text("search.pages")),
        ul(when(page.page > 1, [&] { return neighbour("prev", page.page - 1, view.text("search.previous")); }),
           li(cls("pager__here"),
              view.text("search.page", {{"page", std::to_string(page.page)}, {"pages", std::to_string(page.pages)}})),
           when(page.page < page.pages, [&] { return neighbour("next", page.page + 1, view.text("search.next")); })));
}

Node nothing_found(const View& view, const SearchPage& page) {
    SearchRequest wider;
    wider.text = page.chosen.text;
    const auto timeline = a(cls("kern-link"), href(Url::path(view.paths.timeline())), view.text("search.nothing.link"));
    return alert(view.text("search.nothing"),
                 group(p(cls("kern-body"), fill(view.text("search.nothing.explanation"), {{"link", timeline}})),
                       when(page.narrowed(), [&] {
                           return p(cls("kern-body"), a(cls("kern-link"), href(Url::path(view.paths.search(wider))),
                                                        view.text("search.wider")));
                       })));
}

/// What was understood otherwise than it was typed.
Node understood(const View& view, const SearchPage& page) {
    Node out;
    for (const auto& correction : page.corrections)
        out += p(fill(view.text("search.correction"),
                      {{"asked", strong(correction.asked)}, {"used", strong(correction.used)}}));
    if (page.match == search::SearchResult::Match::some_words && page.total > 0)
        out += p(view.text("search.some_words"));
    if (page.total > search_page_size * most_search_pages)
        out += p(view.words.count("search.first", static_cast<std::int64_t>(search_page_size * most_search_pages)));
    return out.markup().empty() ? Node{} : div(cls("search__understood"), out);
}

Node answer(const View& view, const SearchPage& page) {
    switch (page.state) {
    case SearchPage::State::none:
        return p(cls("search__hint"), view.text("search.hint"));
    case SearchPage::State::preparing:
        return alert(view.text("search.preparing"), p(cls("kern-body"), view.text("search.preparing.explanation")));
    case SearchPage::State::answered:
        break;
    }
    const Node unknown = page.unknown.empty() ? Node{}
                                              : alert(view.text("timeline.unknown"),
                                                      p(cls("kern-body"), view.text("timeline.unknown.explanation")));
    if (page.total == 0) return group(unknown, understood(view, page), nothing_found(view, page));
    return group(unknown,
                 p(cls("search__count"), role("status"),
                   strong(view.words.count("search.count", static_cast<std::int64_t>(page.total)))),
                 understood(view, page),
                 div(cls("search__columns"), search_facets(view, page),
                     div(cls("results"), results(view, page), pager(view, page))));
}

/// The conditions stay when the words change.
Node kept(const SearchPage& page) {
    Node fields;
    for (const auto& [key, chosen] : {std::pair<std::string_view, const std::string&>("kind", page.chosen.kind),
                                      {"field", page.chosen.field},
                                      {"organisation", page.chosen.organisation},
                                      {"year", page.chosen.year}})
        if (!chosen.empty()) fields += input(type("hidden"), name(key), value(chosen));
    return fields;
}

} // namespace

PageParts search_view(const View& view, const SearchPage& page) {
    PageParts parts;
    parts.title = page.chosen.text.empty() ? view.text("search.title")
                                           : view.text("search.title.query", {{"query", page.chosen.text}});
    parts.breadcrumb = {{text(view.text("search.title")), std::nullopt}};
    parts.indexing = Indexing::forbidden; // results are found by search engines themselves, by the sitemap
    parts.contents =
        div(cls("wrap search"), header(cls("page-head"), h1(cls("kern-heading-x-large"), view.text("search.title"))),
            form(cls("search__form"), method("get"), action(Url::path(view.paths.search())),
                 label(cls("kern-label"), for_id("search-field"), view.text("search.label")),
                 div(cls("search__row"),
                     input(cls("kern-form-input__input"), id("search-field"), type("search"), name("q"),
                           value(page.chosen.text), attribute<"maxlength">("200"), attribute<"autocomplete">("off"),
                           attribute<"spellcheck">("false")),
                     button(cls("kern-btn kern-btn--primary"), type("submit"),
                            span(cls("kern-label"), view.text("search.submit")))),
                 kept(page)),
            answer(view, page));
    return parts;
}

std::string suggestions_json(const Paths& paths, Language reader, const Suggestions& suggestions) {
    auto pages = nlohmann::ordered_json::array();
    for (const auto& page : suggestions.pages) {
        nlohmann::ordered_json one{{"title", page.name.body}};
        if (page.name.language != reader) one["lang"] = page.name.language.tag();
        one["url"] = paths.to(page).text();
        pages.push_back(std::move(one));
    }
    return nlohmann::ordered_json{{"queries", suggestions.queries}, {"pages", pages}}.dump() + "\n";
}

} // namespace interregio::portal::web
