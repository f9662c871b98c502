#pragma once
// The words that dates are typed with, in three languages together. For typed_date*.cpp only. Constant once made; safe
// from any thread.

#include "base/language.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

namespace interregio {

/// What a word or sign of a typed date does.
enum class TypedRole {
    number,
    month,             ///< value: 1 to 12
    season,            ///< value: 21 to 24, as in EDTF
    weekday,           ///< value: 0 Sunday to 6 Saturday, as std::chrono counts
    filler,            ///< says nothing that the rest does not say: im, dnia, on
    year_mark,         ///< r., rok, roku: stands before or after the year
    of,                ///< the 8th of August
    ordinal,           ///< 8th
    from,              ///< begins a range that must have an end: vom
    since,             ///< begins a range that may have one: seit, od
    to,                ///< joins start and end: to
    until,             ///< does so too, and begins a range without start: bis, do
    both,              ///< joins what follows each other: und, i, and
    today,             ///< as an end: it goes on
    doubt,             ///< value: 1 uncertain, 2 approximate, 3 both
    end_unknown,       ///< within brackets
    start_unknown,     ///< within brackets
    until_or_thursday, ///< do; Do
    both_or_january,   ///< i; I
    years_or_summer,   ///< lata
    sunday_or_ordinal, ///< nd., 2nd
    hyphen,
    dash,
    slash,
    dot,
    comma,
    opening,
    closing,
    end
};

namespace typed_doubt {
constexpr unsigned uncertain = 1;
constexpr unsigned approximate = 2;
} // namespace typed_doubt

struct TypedWord {
    std::string_view text; ///< as written, with diacritics; may be several words
    TypedRole role;
    unsigned value = 0;
};

/// What in_words() does not say anyway: its months and seasons are learned from it.
[[nodiscard]] std::span<const TypedWord> german_typed_words();
[[nodiscard]] std::span<const TypedWord> polish_typed_words();
[[nodiscard]] std::span<const TypedWord> english_typed_words();

struct KnownWord {
    TypedRole role;
    unsigned value;
    Language language; ///< one that has the word; undetermined where several have it
};

/// Most words in an entry: "data zakonczenia nieznana".
constexpr std::size_t most_words_in_entry = 3;

/// A word, or several with a space between, as plain_date_letters() gives them.
[[nodiscard]] std::optional<KnownWord> known_date_word(std::string_view plain);

} // namespace interregio
