#pragma once
// What the index keeps of a record: its words by number with their weights, and what readers filter and sort by. A
// value, and its form in the database. Pure, safe from any thread.

#include "base/record_kind.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace interregio::search {

struct WeightedWord {
    std::uint32_t number = 0;
    std::uint8_t weight = 1;
    friend bool operator==(const WeightedWord&, const WeightedWord&) = default;
};

/// Sections without a language.
inline constexpr std::string_view names_section = "";
inline constexpr std::string_view links_section = "@";

struct Section {
    std::string language;            ///< tag, or one of the above
    std::vector<WeightedWord> words; ///< by number, each once
    friend bool operator==(const Section&, const Section&) = default;
};

struct Entry {
    RecordKind kind = RecordKind::activity;
    std::string kind_word;
    std::string day; ///< ISO, or empty
    std::vector<Section> sections;
    /// The names of the record in all languages, folded, words between single spaces: they stand for each other.
    std::vector<std::string> names;
    friend bool operator==(const Entry&, const Entry&) = default;
};

[[nodiscard]] std::string encoded(const Entry& entry);
/// Nothing when the bytes are no entry.
[[nodiscard]] std::optional<Entry> decoded(std::string_view bytes);

/// Seven bits a byte, the least first, the highest bit set where more follow.
void append_number(std::string& out, std::uint64_t number);
/// Moves `at` behind the number; nothing when the bytes end before it does.
[[nodiscard]] std::optional<std::uint64_t> read_number(std::string_view bytes, std::size_t& at);

} // namespace interregio::search
