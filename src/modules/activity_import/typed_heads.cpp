#include "modules/activity_import/typed_heads.h"

#include "modules/editing/record_names.h"
#include "modules/editing/sheet.h"
#include "modules/editing/typed_number.h"

#include <algorithm>
#include <array>

namespace interregio::activity_import {
namespace {

/// As folded_name() has them.
constexpr std::array<std::string_view, 15> about_words{"rund",  "etwa",   "ca",           "circa",         "ungefahr",
                                                       "about", "around", "approx",       "approximately", "ok",
                                                       "okolo", "blisko", "mniej wiecej", "knapp",         "uber"};
constexpr std::array<std::string_view, 6> planned_words{"geplant", "vorgesehen", "planned",
                                                        "planowo", "planowane",  "planowana liczba"};

} // namespace

TypedHeads read_typed_heads(std::string_view typed, HeadCount otherwise, Language reader) {
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    const auto begin = static_cast<std::size_t>(std::ranges::find_if(typed, is_digit) - typed.begin());
    std::string_view number = typed.substr(begin);
    std::string word = editing::folded_name(typed.substr(0, begin));
    const auto before = editing::without_margin(typed.substr(0, begin));
    if (before == "~") word = "ca";
    TypedHeads heads{otherwise, {}};
    if (std::ranges::find(about_words, word) != about_words.end()) {
        heads.head_count = HeadCount::about;
    } else if (std::ranges::find(planned_words, word) != planned_words.end()) {
        heads.head_count = HeadCount::planned;
    } else if (!before.empty()) {
        number = typed; // "-5", "hall 5"
    }
    heads.number = editing::plain_number(editing::without_margin(number), reader);
    return heads;
}

} // namespace interregio::activity_import
