#pragma once
// What records are called, for forms in which people name a record: an organisation, a place, a source.

#include "base/language.h"
#include "modules/record/description.h"
#include "platform/db/database.h"

#include <string>
#include <string_view>
#include <vector>

namespace interregio::editing {

/// The text by which records of a kind are called; empty for people.
[[nodiscard]] std::string_view naming_field(RecordKind kind);

/// The words of a name, without case and accents, one space between them. The language is not asked: who types a name
/// does not say in which one.
[[nodiscard]] std::string folded_name(std::string_view name);

struct NamedRecord {
    Uuid id;
    std::string name; ///< in the reader's language, else in the original's; short names and persons as they are
    std::optional<Language> language{}; ///< of the name, where it is that of a text
};

/// Reads what the connection sees; where it says nothing else, all of a kind, once. Used by one thread, as long as its
/// connection.
class RecordNames {
  public:
    RecordNames(db::Connection& connection, Language reader) : connection_(connection), reader_(reader) {}

    /// What a record is called; nothing when there is no such record for this reader. Reads that record alone.
    [[nodiscard]] std::optional<NamedRecord> title(RecordKind kind, const Uuid& id);
    /// Whether name() gives that for the record; reads it alone.
    [[nodiscard]] bool is_called(RecordKind kind, const Uuid& id, std::string_view typed);
    /// As title(), fit to be typed: where two of a kind are called the same, their key is added.
    [[nodiscard]] std::string name(RecordKind kind, const Uuid& id);
    /// All of a kind, in no order.
    [[nodiscard]] const std::vector<NamedRecord>& all(RecordKind kind);
    /// Those that are called like that in any language (Kattowitz, Katowice), by their short name, or by the name that
    /// name() gives; without regard to case, accents and how words are parted.
    [[nodiscard]] std::vector<Uuid> called(RecordKind kind, std::string_view typed);
    /// Those whose names come nearest to what was typed, the nearest first: it is a part of the name, or there are at
    /// most two letters between them for each word.
    [[nodiscard]] std::vector<NamedRecord> like(RecordKind kind, std::string_view typed, std::size_t most);

  private:
    struct Known {
        std::vector<NamedRecord> records;
        std::unordered_map<Uuid, std::size_t> place;
        std::multimap<std::string, Uuid> folded; ///< all their names
    };
    Known& known(RecordKind kind);

    db::Connection& connection_;
    Language reader_;
    std::map<RecordKind, Known> kinds_;
};

} // namespace interregio::editing
