#pragma once
// What the words in cells mean: names of records, and values that people choose from. Internal to the module.

#include "modules/activity_import/import_settings.h"
#include "modules/editing/changes.h"
#include "modules/editing/record_names.h"

#include <map>
#include <optional>
#include <variant>

namespace interregio::activity_import {

/// A record of a kind is meant, or one of the values of a field.
using WordKind = std::variant<RecordKind, ImportField>;

/// "organisation:katowcie", without case and accents.
[[nodiscard]] std::string word_key(const WordKind& kind, std::string_view word);

/// A word that nothing is called, and what it may mean.
struct UnknownWord {
    WordKind kind = RecordKind::organisation;
    std::string word;
    std::size_t rows = 0;                     ///< cells in which it stands
    std::vector<editing::NamedRecord> like{}; ///< those whose names come nearest
};

class WordMeanings {
  public:
    WordMeanings(editing::EditContext& context, editing::RecordNames& names, const ImportSettings& settings);

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
    /// Remembers it, and says so.
    Refusal note_unknown(const WordKind& kind, std::string_view word, const std::vector<Uuid>& called);
    /// Whether fewer people see it than will see the drafts.
    [[nodiscard]] bool hidden_from_readers(RecordKind kind, const Uuid& id);

    editing::EditContext& context_;
    editing::RecordNames& names_;
    const ImportSettings& settings_;
    std::map<std::string, std::string> values_; ///< by word_key()
    std::map<std::string, OrganisationRole> roles_;
    std::map<std::string, UnknownWord> unknown_;
};

/// The kind of records that a field refers to.
[[nodiscard]] std::optional<RecordKind> kind_of(ImportField field);

} // namespace interregio::activity_import
