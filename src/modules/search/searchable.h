#pragma once
// What of a record can be found. This is the one place where records and their texts are chosen for the search: what is
// not given here is in no index, no suggestion and no result. The search is for anyone, and reads as anyone.

#include "base/id.h"
#include "base/language.h"
#include "base/record_kind.h"
#include "platform/db/database.h"

#include <optional>
#include <string>
#include <vector>

namespace interregio::search {

/// How much a word counts by where it stands.
enum class TextRank { title, summary, body };

struct SearchableText {
    Language language;
    TextRank rank = TextRank::body;
    std::string body; ///< as in the record, CommonMark or plain
};

/// A record that this one is found by: who its name matches is led here.
struct SearchableLink {
    RecordKind kind = RecordKind::place;
    std::string record; ///< id
};

struct Searchable {
    RecordKind kind = RecordKind::activity;
    std::string kind_word; ///< the kind of an activity, else the kind of the record: what readers filter by
    std::string day;       ///< ISO; empty when it has no time
    std::vector<SearchableText> texts;
    std::vector<std::string> names; ///< that are of no language: persons, short names
    std::vector<SearchableLink> links;
};

/// Whether records of the kind are found, or lead to others.
[[nodiscard]] bool is_searchable(RecordKind kind);
/// Whether they are results themselves: those with a page.
[[nodiscard]] bool is_result(RecordKind kind);
/// Whether their names lead to the records that refer to them.
[[nodiscard]] bool leads_to_others(RecordKind kind);

struct SearchableFrom {
    db::Connection& anyone; ///< what is read
    /// Whom a record refers to is read from all there is: only the id is kept, it leads nowhere as long as the other
    /// record is not public, and need not be read again once it is.
    db::Connection& everything;
};
/// Nothing when there is no such record, or none that may be found.
[[nodiscard]] std::optional<Searchable> find_searchable(const SearchableFrom& from, RecordKind kind, const Uuid& id);

} // namespace interregio::search
