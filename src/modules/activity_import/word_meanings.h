#pragma once
// What the words in cells mean: names of records, and values that people choose from. Internal to the module.

#include "modules/activity_import/import_settings.h"
#include "modules/editing/changes.h"
#include "modules/editing/record_names.h"

#include <map>
#include <optional>
#include <unordered_map>
#include <variant>

namespace interregio::activity_import {

/// A record of a kind is meant, or one of the values of a field.
using WordKind = std::variant<RecordKind, ImportField>;

/// "organisation:katowcie", without case and accents.
[[nodiscard]] std::string word_key(const WordKind& kind, std::string_view word);

/// Whether names are looked for that come near to an unknown word. That takes long: never in a write transaction.
enum class Suggestions { none, near_names };

/// Bytes of a cell or word that are told with a problem.
inline constexpr std::size_t longest_told_value = 200;

/// Distinct words of a table that are noted: what they mean can be said. Any others, and those whose keys are too long
/// (longest_word_key), are told as problems alone.
inline constexpr std::size_t most_unknown_words = 100;

/// A word that nothing is called, and what it may mean.
struct UnknownWord {
    WordKind kind = RecordKind::organisation;
    std::string word;
    std::size_t rows = 0;                     ///< cells in which it stands
    std::vector<editing::NamedRecord> like{}; ///< those whose names come nearest
};

class WordMeanings {
  public:
    WordMeanings(editing::EditContext& context, editing::RecordNames& names, const ImportSettings& settings,
                 Suggestions suggestions);

    struct Meaning {
        std::optional<std::string> value{}; ///< an id, or the name of a value; none where it is left out
        std::optional<Refusal> refusal{};   ///< where it is not known
    };
    [[nodiscard]] Meaning of(const WordKind& kind, std::string_view word);
    [[nodiscard]] const std::map<std::string, UnknownWord>& unknown() const { return unknown_; }

    /// The role that a word is, in any language.
    [[nodiscard]] std::optional<OrganisationRole> role(std::string_view word) const;

  private:
    [[nodiscard]] std::optional<std::string> chosen(const WordKind& kind, const std::string& key);
    [[nodiscard]] std::vector<Uuid> called(RecordKind kind, std::string_view word);
    /// Remembers it, unless there are too many or it is too long, and says so.
    Refusal note_unknown(const WordKind& kind, std::string_view word, const std::vector<Uuid>& called);
    /// Whether fewer people see it than will see the drafts.
    [[nodiscard]] bool hidden_from_readers(RecordKind kind, const Uuid& id);
    [[nodiscard]] bool is_hidden_from_readers(RecordKind kind, const Uuid& id);

    editing::EditContext& context_;
    editing::RecordNames& names_;
    const ImportSettings& settings_;
    Suggestions suggestions_;
    std::optional<std::unordered_multimap<std::string, Uuid>> sources_; ///< by address, once one is asked for
    std::unordered_map<Uuid, bool> hidden_;                             ///< answers given before
    std::map<std::string, std::string> values_;                         ///< by word_key()
    std::map<std::string, UnknownWord> unknown_;
};

/// The kind of records that a field refers to.
[[nodiscard]] std::optional<RecordKind> kind_of(ImportField field);

} // namespace interregio::activity_import
