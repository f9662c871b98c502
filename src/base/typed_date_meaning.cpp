#include "base/typed_date_meaning.h"

#include <cstdio>

namespace interregio {
namespace {

using Problem = TypedProblem::Kind;

bool only_year(const TypedPoint& point) { return !point.month && !point.season && !point.day; }

/// Whether a completed point is one: a day has a month.
bool whole(const TypedPoint& point) { return point.year && (!point.day || point.month); }

/// The doubts before the phrase and at its ends, each put where it belongs. Nothing where that is not clear.
bool place_doubts(TypedPhrase& phrase, bool start_has_own_year) {
    if (!phrase.start || !phrase.end) {
        TypedPoint& only = phrase.start ? *phrase.start : *phrase.end;
        only.doubts_before |= only.doubts_behind | phrase.doubts;
        return true;
    }
    TypedPoint &start = *phrase.start, &end = *phrase.end;
    start.doubts_before |= start.doubts_behind;
    if (!start_has_own_year) start.doubts_before |= end.doubts_behind;
    end.doubts_before |= end.doubts_behind;
    // "vermutlich 2018 – um 2020": whether the first doubt is also one of the end, nobody can say.
    if (phrase.doubts != 0 && end.doubts_before != 0 && end.doubts_before != phrase.doubts) return false;
    start.doubts_before |= phrase.doubts;
    end.doubts_before |= phrase.doubts;
    return true;
}

/// Gives the points of a range what they lack and the other has.
std::optional<TypedProblem> share(TypedPoint& start, TypedPoint& end) {
    if (!end.year) return TypedProblem{Problem::four_digit_year};
    // "August 8–9, 2019"; "8.–9. August 2019".
    if (end.day && !end.month && start.month && start.day && !start.year) end.month = start.month;
    if (start.day && !start.month && !start.year && end.day) start.month = end.month;
    if (start.year) return std::nullopt;
    if (only_year(end)) return TypedProblem{};
    if (start.season == Season::winter) return TypedProblem{Problem::winter, *end.year};
    start.year = end.year;
    return std::nullopt;
}

void append_point(std::string& out, const TypedPoint& point) {
    char text[24];
    const auto add = [&](const char* form, unsigned number) {
        out.append(text, static_cast<std::size_t>(std::snprintf(text, sizeof text, form, number)));
    };
    add("%04u", static_cast<unsigned>(*point.year));
    if (point.season) add("-%02u", static_cast<unsigned>(*point.season));
    if (point.month) add("-%02u", *point.month);
    if (point.day)
        add("-%02u", *point.day);
    else if (point.month && *point.month > 12)
        out += "-01"; // so that 21/2024 is refused as a month and is no spring
    static constexpr std::string_view marks[]{"", "?", "~", "%"};
    out += marks[point.doubts_before];
}

void append_end(std::string& out, const std::optional<TypedPoint>& point, IntervalEnd kind) {
    if (point)
        append_point(out, *point);
    else if (kind == IntervalEnd::open)
        out += "..";
}

} // namespace

std::expected<TypedPhrase, TypedProblem> completed(TypedPhrase phrase) {
    const bool start_has_own_year = phrase.start && phrase.start->year;
    if (phrase.start && phrase.end) {
        const bool both_have_years = phrase.start->year && phrase.end->year;
        if (phrase.joint == TypedPhrase::Joint::slash)
            phrase.joint = both_have_years ? TypedPhrase::Joint::range : TypedPhrase::Joint::neighbours;
        if (const auto problem = share(*phrase.start, *phrase.end)) return std::unexpected(*problem);
    }
    for (const auto* point : {&phrase.start, &phrase.end}) {
        if (!*point) continue;
        if (!(*point)->year) return std::unexpected(TypedProblem{Problem::four_digit_year});
        if (!whole(**point)) return std::unexpected(TypedProblem{});
    }
    if (!place_doubts(phrase, start_has_own_year)) return std::unexpected(TypedProblem{});
    return phrase;
}

std::string edtf_of(const TypedPhrase& phrase) {
    std::string out;
    append_end(out, phrase.start, phrase.start_kind);
    const bool interval =
        phrase.end || phrase.start_kind != IntervalEnd::closed || phrase.end_kind != IntervalEnd::closed;
    if (!interval) return out;
    out += '/';
    append_end(out, phrase.end, phrase.end_kind);
    return out;
}

} // namespace interregio
