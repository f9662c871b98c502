#include "base/typed_date.h"

#include "base/typed_date_letters.h"
#include "base/typed_date_meaning.h"
#include "base/typed_date_tokens.h"
#include "base/utf8.h"

#include <array>
#include <string>

namespace interregio {
namespace {

std::unexpected<Refusal> not_read(std::string key, std::string_view typed, Refusal::Arguments more = {}) {
    Refusal refusal{std::move(key), {{"found", quotable(typed)}}};
    for (auto& argument : more) refusal.arguments.push_back(std::move(argument));
    return std::unexpected(std::move(refusal));
}

/// "2023/24"
std::string winter_from(int year) {
    const int next = year + 1;
    const std::string second = std::to_string(next % 100 == 0 ? next : next % 100);
    return std::to_string(year) + '/' + (second.size() == 1 ? "0" : "") + second;
}

std::unexpected<Refusal> refused_for(const TypedProblem& problem, std::string_view typed) {
    switch (problem.kind) {
    case TypedProblem::Kind::unreadable:
        break;
    case TypedProblem::Kind::four_digit_year:
        return not_read("refusal.date.four_digit_year", typed);
    case TypedProblem::Kind::winter:
        return not_read("refusal.date.winter", typed,
                        {{"earlier", winter_from(problem.year - 1)}, {"later", winter_from(problem.year)}});
    case TypedProblem::Kind::not_in_a_row:
        return not_read("refusal.date.not_in_a_row", typed);
    }
    return not_read("refusal.date.typed", typed);
}

/// A refusal of PartialDate that quotes what was typed instead of what it was given.
Refusal quoting(Refusal refusal, std::string_view typed) {
    for (auto& [name, value] : refusal.arguments)
        if (name == "found") value = quotable(typed);
    return refusal;
}

/// EDTF with blanks around its slash.
std::string without_blanks_at_slash(std::string_view plain) {
    std::string out;
    for (std::size_t i = 0; i < plain.size(); ++i) {
        const bool before_slash = i + 1 < plain.size() && plain[i + 1] == '/';
        const bool behind_slash = i > 0 && plain[i - 1] == '/';
        if (plain[i] != ' ' || (!before_slash && !behind_slash)) out += plain[i];
    }
    return out;
}

std::string_view weekday_key(std::chrono::weekday weekday) {
    static constexpr std::array<std::string_view, 7> keys{
        "refusal.date.weekday.sunday",    "refusal.date.weekday.monday",   "refusal.date.weekday.tuesday",
        "refusal.date.weekday.wednesday", "refusal.date.weekday.thursday", "refusal.date.weekday.friday",
        "refusal.date.weekday.saturday"};
    return keys[weekday.c_encoding()];
}

std::optional<Refusal> wrong_weekday(const std::optional<TypedPoint>& typed_point,
                                     const std::optional<DatePoint>& point, std::string_view typed) {
    if (!typed_point || !typed_point->weekday) return std::nullopt;
    if (!point || point->precision != DatePrecision::day) return not_read("refusal.date.typed", typed).error();
    const std::chrono::weekday real{std::chrono::sys_days{point->first_day()}};
    if (real.c_encoding() == *typed_point->weekday) return std::nullopt;
    return not_read(std::string(weekday_key(real)), typed, {{"day", iso_day(point->first_day())}}).error();
}

bool in_a_row(const PartialDate& date) {
    return std::chrono::sys_days{date.start()->last_day()} + std::chrono::days{1} ==
           std::chrono::sys_days{date.end()->first_day()};
}

std::expected<PartialDate, Refusal> read_words(std::string_view plain, std::string_view typed, Language reader) {
    const auto tokens = date_tokens(plain, reader);
    if (!tokens) return not_read("refusal.date.typed", typed);
    const auto phrase = read_typed_phrase(*tokens);
    if (!phrase) return refused_for(phrase.error(), typed);
    const auto whole = completed(*phrase);
    if (!whole) return refused_for(whole.error(), typed);
    const auto date = PartialDate::parse(edtf_of(*whole));
    if (!date) return std::unexpected(quoting(date.error(), typed));
    if (whole->joint == TypedPhrase::Joint::neighbours && !in_a_row(*date))
        return refused_for({TypedProblem::Kind::not_in_a_row}, typed);
    for (auto refusal :
         {wrong_weekday(whole->start, date->start(), typed), wrong_weekday(whole->end, date->end(), typed)})
        if (refusal) return std::unexpected(std::move(*refusal));
    return *date;
}

} // namespace

std::expected<PartialDate, Refusal> read_typed_date(std::string_view typed, Language reader) {
    auto exact = PartialDate::parse(typed);
    if (exact) return exact;
    if (typed.size() > longest_typed_date) return not_read("refusal.date.typed", typed);
    auto plain = plain_date_letters(typed);
    if (!plain) return not_read("refusal.date.typed", typed);

    // A full stop may end a sentence; the two of an open end may not be touched.
    if (plain->size() > 1 && plain->ends_with('.') && !plain->ends_with("..")) plain->pop_back();
    const auto edtf = PartialDate::parse(without_blanks_at_slash(*plain));
    if (edtf) return *edtf;
    if (edtf.error().key != "refusal.date.form") return std::unexpected(quoting(edtf.error(), typed));
    return read_words(*plain, typed, reader);
}

} // namespace interregio
