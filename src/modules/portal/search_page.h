#pragma once
// What a search finds: results with the place in their texts, and what they can be narrowed by.

#include "modules/activities/activity.h"
#include "modules/portal/pieces.h"
#include "modules/portal/timeline_page.h"
#include "modules/search/search_index.h"
#include "modules/search/snippet.h"

namespace interregio::portal {

/// Results on one page, and the pages that can be turned to: results beyond are not worth reading, and each page costs.
inline constexpr std::size_t search_page_size = 20;
inline constexpr std::size_t most_search_pages = 50;
/// Organisations to narrow by: those with most results.
inline constexpr std::size_t most_organisations_offered = 10;

/// What was asked for, as it came. Empty values mean "all".
struct SearchRequest {
    std::string text;
    std::string kind;
    std::string field; ///< a slug in the reader's language, or a key
    std::string organisation;
    std::string year;
    std::string page; ///< counts from 1
};

/// What results may be narrowed by, with the number of results that remain.
struct SearchChoice {
    std::string value;             ///< in the address
    std::optional<ShownText> name; ///< of a record; kinds and years are named by the value
    std::size_t results = 0;
};

/// A record by whose name a result was found.
struct SearchLead {
    RecordKind kind = RecordKind::place;
    search::MarkedText name;
    std::optional<Language> language; ///< where it is known
};

struct SearchHit {
    PageLink page;
    std::string kind; ///< the kind of an activity, else that of the record
    std::optional<PartialDate> date;
    search::MarkedText title; ///< in the language of the name of the page
    search::MarkedText snippet;
    Language language; ///< of the snippet
    bool own = true;   ///< whether it was found in the reader's language
    std::vector<SearchLead> leads;
};

struct SearchPage {
    /// `none`: nothing was asked; `preparing`: the index is not there yet, ask again in a moment.
    enum class State { none, preparing, answered } state = State::none;
    SearchRequest chosen;           ///< as understood: the text cleaned, conditions that make no sense left out
    std::vector<Condition> unknown; ///< those conditions
    std::vector<SearchHit> hits;
    std::size_t total = 0;
    std::size_t own = 0; ///< of which in the reader's language
    std::size_t page = 1;
    std::size_t pages = 1;
    std::vector<SearchChoice> kinds;
    std::vector<SearchChoice> fields;
    std::vector<SearchChoice> organisations;
    std::vector<SearchChoice> years;
    std::size_t organisations_left_out = 0;
    std::vector<search::Correction> corrections;
    search::SearchResult::Match match = search::SearchResult::Match::all_words;

    [[nodiscard]] bool narrowed() const {
        return !chosen.kind.empty() || !chosen.field.empty() || !chosen.organisation.empty() || !chosen.year.empty();
    }
};
/// `index` may be null: then it is being prepared.
[[nodiscard]] SearchPage search_page(const Reading& reading, const search::SearchIndex* index,
                                     const SearchRequest& request);

/// What somebody may mean who is still typing: whole queries, and pages.
struct Suggestions {
    std::vector<std::string> queries;
    std::vector<PageLink> pages;
};
[[nodiscard]] Suggestions suggestions(const Reading& reading, const search::SearchIndex* index, std::string_view text);

} // namespace interregio::portal
