#include "modules/publishing/affected.h"

#include <algorithm>
#include <array>

namespace interregio {
namespace {

/// Fields that no list is made by: each is shown with its own record only, which is among the reads of whatever shows
/// it. A field that is not named here changes lists; that is never wrong, only more than needed.
constexpr std::array<std::string_view, 28> shown_with_their_record{
    "title",   "summary", "body",         "name",      "description", "introduction", "origin",      "aims",
    "caption", "alt",     "good_to_know", "programme", "outcomes",    "people",       "sources",     "documents",
    "images",  "image",   "facts",        "websites",  "address",     "contacts",     "signatories", "date_statements",
    "credit",  "licence", "short_name",   "slugs"};

} // namespace

bool changes_lists(const JournalEntry& change) {
    if (change.operation != JournalOperation::changed) return true;
    for (const auto& [path, values] : change.change.items()) {
        const std::string_view field = std::string_view(path).substr(0, path.find('/'));
        if (std::ranges::find(shown_with_their_record, field) == shown_with_their_record.end()) return true;
    }
    return false;
}

bool changes_visibility(const JournalEntry& change) {
    return std::ranges::any_of(change.change.items(), [](const auto& item) {
        return std::string_view(item.key()).starts_with("visible_to/");
    });
}

Affected::Affected(const std::vector<JournalEntry>& changes) {
    for (const JournalEntry& change : changes) {
        records_.push_back(change.record);
        everything_ = everything_ || changes_visibility(change);
        if (std::ranges::find(lists_, change.kind) == lists_.end() && changes_lists(change))
            lists_.push_back(change.kind);
    }
}

bool Affected::by(const db::ReadSet& reads) const {
    if (everything_) return true;
    if (reads.contains_everything()) return !records_.empty();
    return std::ranges::any_of(lists_, [&](RecordKind kind) { return reads.contains_list(kind); }) ||
           std::ranges::any_of(records_, [&](const Uuid& record) { return reads.contains(record); });
}

} // namespace interregio
