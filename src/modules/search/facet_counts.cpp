#include "modules/search/facet_counts.h"

#include <algorithm>

namespace interregio::search {
namespace {

constexpr std::size_t years = 10'000;

enum Missed : unsigned { kind = 1, year = 2, field = 4, organisation = 8 };

} // namespace

FacetCounts::FacetCounts(const IndexContents& contents, const SearchFilter& filter)
    : contents_(contents), filter_(filter), kinds_(contents.kind_words().size()), years_(years),
      links_(contents.last_word() + 1) {
    if (filter.field) {
        field_ = contents.link_word(*filter.field);
        links_without_field_.resize(links_.size());
    }
    if (filter.organisation) {
        organisation_ = contents.link_word(*filter.organisation);
        links_without_organisation_.resize(links_.size());
    }
}

bool FacetCounts::linked(const IndexContents::Document& document, const std::optional<Uuid>& to,
                         std::uint32_t word) const {
    if (!to) return true;
    const auto links = contents_.links(document);
    return word != 0 && std::ranges::find(links, word) != links.end();
}

unsigned FacetCounts::missed(const IndexContents::Document& document) const {
    unsigned conditions = 0;
    if (filter_.kind && contents_.kind_words()[document.kind_word] != *filter_.kind) conditions |= Missed::kind;
    if (filter_.year && document.year != *filter_.year) conditions |= Missed::year;
    if (!linked(document, filter_.field, field_)) conditions |= Missed::field;
    if (!linked(document, filter_.organisation, organisation_)) conditions |= Missed::organisation;
    return conditions;
}

void FacetCounts::add_links(Counts& counts, const IndexContents::Document& document) const {
    for (const auto link : contents_.links(document)) ++counts[link];
}

bool FacetCounts::count(const IndexContents::Document& document) {
    const auto conditions = missed(document);
    if (conditions == 0 || conditions == Missed::kind) ++kinds_[document.kind_word];
    if ((conditions == 0 || conditions == Missed::year) && document.year >= 0)
        ++years_[static_cast<std::size_t>(document.year) % years];
    if (conditions == 0)
        add_links(links_, document);
    else if (conditions == Missed::field)
        add_links(links_without_field_, document);
    else if (conditions == Missed::organisation)
        add_links(links_without_organisation_, document);
    return conditions == 0;
}

void FacetCounts::give(SearchResult& result) const {
    for (std::size_t i = 0; i < kinds_.size(); ++i)
        if (kinds_[i] > 0) result.kinds[contents_.kind_words()[i]] = kinds_[i];
    for (std::size_t i = 0; i < years; ++i)
        if (years_[i] > 0) result.years[static_cast<int>(i)] = years_[i];
    const auto of = [](const Counts& counts, std::size_t link) { return counts.empty() ? 0U : counts[link]; };
    for (const auto number : contents_.facet_documents()) {
        const auto& document = contents_.documents()[number];
        const auto link = document.alive ? contents_.link_word(document.id) : 0;
        if (link == 0) continue;
        const bool field = document.kind == RecordKind::field_of_action;
        const auto count = links_[link] + of(field ? links_without_field_ : links_without_organisation_, link);
        if (count > 0) (field ? result.fields : result.organisations)[document.id] = count;
    }
}

} // namespace interregio::search
