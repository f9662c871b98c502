#include "modules/portal/search_page.h"

#include "modules/portal/addresses.h"
#include "modules/portal/search_page_store.h"
#include "modules/portal/site_frame.h"
#include "modules/record/records.h"
#include "modules/search/searchable.h"
#include "platform/html/markdown.h"

#include <algorithm>
#include <charconv>

namespace interregio::portal {
namespace {

std::optional<int> number_in(std::string_view text) {
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

/// The reader's language, then the others of the site.
std::vector<Language> in_order(const Reading& reading) {
    auto languages = site_languages(reading.connection);
    std::erase(languages, reading.language);
    languages.insert(languages.begin(), reading.language);
    return languages;
}

/// Reads the conditions; those that make no sense are noted and left out.
search::SearchFilter filter_of(const Reading& reading, const SearchRequest& request, SearchPage& page) {
    search::SearchFilter filter;
    const auto languages = site_languages(reading.connection);
    const auto record = [&](Condition condition, RecordKind kind, const std::string& asked, std::string& chosen) {
        std::optional<Uuid> id;
        if (asked.empty()) return id;
        if (const auto found = find_page(reading, kind, asked, languages)) {
            id = found->id;
            chosen = found->slug;
        } else {
            page.unknown.push_back(condition);
        }
        return id;
    };
    filter.field = record(Condition::field, RecordKind::field_of_action, request.field, page.chosen.field);
    filter.organisation =
        record(Condition::organisation, RecordKind::organisation, request.organisation, page.chosen.organisation);
    if (!request.kind.empty()) {
        const auto kind = record_kind_named(request.kind);
        if (enum_named<ActivityKind>(request.kind) ||
            (kind && search::is_result(*kind) && *kind != RecordKind::activity))
            filter.kind = page.chosen.kind = request.kind;
        else
            page.unknown.push_back(Condition::kind);
    }
    if (!request.year.empty()) {
        filter.year = request.year.size() == 4 ? number_in(request.year) : std::nullopt;
        if (filter.year)
            page.chosen.year = request.year;
        else
            page.unknown.push_back(Condition::year);
    }
    return filter;
}

/// Those that results may be narrowed by, most results first.
void add_choices(const Reading& reading, const search::SearchResult& result, SearchPage& page) {
    const auto more = [](const SearchChoice& a, const SearchChoice& b) { return a.results > b.results; };
    for (const auto& [kind, count] : result.kinds) page.kinds.push_back({kind, std::nullopt, count});
    std::ranges::stable_sort(page.kinds, more);
    for (const auto& [year, count] : result.years) {
        auto written = std::to_string(year);
        written.insert(0, 4 - std::min<std::size_t>(4, written.size()), '0');
        page.years.push_back({written, std::nullopt, count});
    }
    std::ranges::reverse(page.years);
    const auto records = [&](RecordKind kind, const std::map<Uuid, std::size_t>& counts, std::size_t most,
                             std::vector<SearchChoice>& choices) {
        std::vector<std::pair<Uuid, std::size_t>> list(counts.begin(), counts.end());
        std::ranges::stable_sort(list, std::greater<>(), &std::pair<Uuid, std::size_t>::second);
        if (list.size() > most) list.resize(most);
        for (const auto& [id, count] : list) {
            auto link = page_link(reading, kind, id);
            if (link.slug.empty()) continue; // not public, or gone since it was counted
            choices.push_back({std::move(link.slug), std::move(link.name), count});
        }
    };
    records(RecordKind::field_of_action, result.fields, result.fields.size(), page.fields);
    records(RecordKind::organisation, result.organisations, most_organisations_offered, page.organisations);
    page.organisations_left_out = result.organisations.size() - page.organisations.size();
}

/// Of a place, a person, a document: what readers know it by.
std::optional<SearchLead> lead(const Reading& reading, const Uuid& id, const search::FoundWords& found) {
    const auto kind = store::kind_of(reading.connection, id);
    if (!kind) return std::nullopt;
    if (*kind == RecordKind::person) {
        const auto person = find(reading.connection, Id<Person>(id));
        if (!person) return std::nullopt;
        const auto name = person_name(*person);
        return SearchLead{*kind, search::marked(name.name, reading.language, found), name.language};
    }
    const auto name =
        shown(reading, id, *kind == RecordKind::document || *kind == RecordKind::series ? "title" : "name");
    if (!name) return std::nullopt;
    return SearchLead{*kind, search::marked(name->body, name->language, found), name->language};
}

/// The place in the texts of the record where most of what was searched stands; its summary where it was found by its
/// title or by others.
search::MarkedText best_snippet(const search::Searchable& record, Language language, const search::FoundWords& found) {
    search::Snippet best;
    bool first = true;
    for (const auto rank : {search::TextRank::summary, search::TextRank::body})
        for (const auto& text : record.texts) {
            if (text.rank != rank || text.language != language) continue;
            auto snippet = search::snippet(html::markdown_plain_text(text.body), language, found);
            if (snippet.text.empty() || (!first && snippet.found <= best.found)) continue;
            best = std::move(snippet);
            first = false;
        }
    return std::move(best.text);
}

/// Without a slug where the record is no longer public: the index follows the record, it is not as quick.
SearchHit hit_of(const Reading& reading, const search::Hit& hit, const search::FoundWords& found) {
    constexpr std::size_t most_leads = 3;
    SearchHit made{
        page_link(reading, hit.kind, hit.id), std::string(name_of(hit.kind)), {}, {}, {}, hit.language, hit.own, {}};
    auto head = store::result_head(reading.connection, hit.kind, hit.id);
    if (!head.activity_kind.empty()) made.kind = std::move(head.activity_kind);
    made.date = head.date;
    made.title = search::marked(made.page.name.body, made.page.name.language, found);
    if (const auto record = search::find_searchable({reading.connection, reading.connection}, hit.kind, hit.id))
        made.snippet = best_snippet(*record, hit.language, found);
    for (const auto& id : hit.through) {
        if (made.leads.size() == most_leads) break;
        if (auto one = lead(reading, id, found)) made.leads.push_back(std::move(*one));
    }
    return made;
}

} // namespace

SearchPage search_page(const Reading& reading, const search::SearchIndex* index, const SearchRequest& request) {
    SearchPage page;
    page.chosen.text = search::clean_query(request.text);
    search::SearchQuery query{page.chosen.text, in_order(reading), filter_of(reading, request, page)};
    if (query.text.empty()) return page;
    if (index == nullptr || !index->ready()) {
        page.state = SearchPage::State::preparing;
        return page;
    }
    page.page = static_cast<std::size_t>(
        std::clamp(number_in(request.page).value_or(1), 1, static_cast<int>(most_search_pages)));
    query.first = (page.page - 1) * search_page_size;
    query.count = search_page_size;
    const auto result = index->search(query);
    page.state = SearchPage::State::answered;
    page.total = result.total;
    page.own = result.own;
    page.pages =
        std::clamp((result.total + search_page_size - 1) / search_page_size, std::size_t{1}, most_search_pages);
    page.corrections = result.corrections;
    page.match = result.match;
    for (const auto& hit : result.hits)
        if (auto made = hit_of(reading, hit, result.found); !made.page.slug.empty())
            page.hits.push_back(std::move(made));
    add_choices(reading, result, page);
    return page;
}

Suggestions suggestions(const Reading& reading, const search::SearchIndex* index, std::string_view text) {
    constexpr std::size_t most_queries = 5;
    constexpr std::size_t most_pages = 5;
    Suggestions made;
    const auto clean = search::clean_query(text);
    if (clean.empty() || index == nullptr || !index->ready()) return made;
    const bool unfinished = !text.ends_with(' ');
    if (unfinished)
        for (const auto& completion : index->completions(clean, reading.language, most_queries))
            made.queries.push_back(search::with_last_word(clean, completion.word));
    search::SearchQuery query{clean, in_order(reading), {}, 0, most_pages};
    if (unfinished) query.last_word = search::SearchQuery::LastWord::beginning;
    for (const auto& hit : index->search(query).hits)
        if (auto link = page_link(reading, hit.kind, hit.id); !link.slug.empty()) made.pages.push_back(std::move(link));
    return made;
}

} // namespace interregio::portal
