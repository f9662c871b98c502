#pragma once
// What somebody has said about a table that they have sent, between one page and the next. A value.

#include "base/visibility.h"
#include "modules/activity_import/import_fields.h"
#include "modules/activity_import/import_table.h"

#include <map>
#include <string>

namespace interregio::activity_import {

/// For an unknown word: the record or value that it means.
inline constexpr std::string_view left_out = "-"; ///< nothing: it is not taken over
/// Bytes of the key of a word whose meaning can be said: fields of forms are named by it.
inline constexpr std::size_t longest_word_key = 240;

enum class Alike { leave_out, take }; ///< rows that look like activities that are there

struct ImportSettings {
    FileChoices file{};
    std::optional<Mapping> mapping{}; ///< none: not said yet
    // Where the table says nothing.
    Language language{};
    ActivityKind kind = ActivityKind::other;
    ActivityStatus status = ActivityStatus::held;
    Form form = Form::on_site;
    std::optional<Id<Partnership>> partnership{};
    std::optional<Scope> draft_for{};
    /// What words mean that nobody is called: "organisation:katowcie" -> an id, "kind:workshop" -> the name of a value.
    std::map<std::string, std::string> meanings{};
    Alike alike = Alike::leave_out;
};

/// As it is stored, and back; what cannot be read is as if it had not been said.
[[nodiscard]] std::string stored_settings(const ImportSettings& settings);
[[nodiscard]] ImportSettings read_settings(std::string_view stored);

} // namespace interregio::activity_import
