#include "base/typed_date_point.h"

#include "base/assert.h"

#include <initializer_list>

namespace interregio {
namespace {

using enum TypedRole;
using Problem = TypedProblem::Kind;

constexpr bool separates(TypedRole role) { return role == dot || role == slash || role == hyphen; }

class PointReader {
  public:
    explicit PointReader(TokenCursor& cursor) : cursor_(cursor) {}

    std::expected<TypedPoint, TypedProblem> operator()() {
        read_head();
        if (!read_core()) problem_ = problem_.value_or(TypedProblem{});
        if (problem_) return std::unexpected(*problem_);
        while (read_remark()) continue;
        return point_;
    }

  private:
    bool fail(Problem kind, int year = 0) {
        problem_ = TypedProblem{kind, year};
        return false;
    }

    /// Whether the tokens from `ahead` have these roles; hyphens between numbers must touch both.
    bool follows(std::size_t ahead, std::initializer_list<TypedRole> roles) const {
        for (const TypedRole role : roles) {
            if (!cursor_.peek(ahead).is(role)) return false;
            const bool touching = cursor_.peek(ahead).tight() && cursor_.peek(ahead + 1).tight();
            if (role == hyphen && !touching) return false;
            ++ahead;
        }
        return true;
    }

    void read_head() {
        for (;; cursor_.advance()) {
            const TypedToken& token = cursor_.peek();
            if (token.is(weekday)) {
                point_.weekday = token.value;
                if (cursor_.peek(1).is(comma)) cursor_.advance();
            } else if (token.is(doubt)) {
                point_.doubts_before |= token.value;
            } else if (!token.is(filler) && !token.is(year_mark)) {
                return;
            }
        }
    }

    bool read_core() {
        const TypedToken& token = cursor_.peek();
        if (token.is_year()) return read_year_first();
        if (token.is_short_number()) return read_number_first();
        if (token.is(TypedRole::month)) return read_month_first();
        if (token.is(TypedRole::season)) return read_season();
        return false;
    }

    /// "2019-08-08", "2019-08", "2019-21", "2019.08.08", "2019/08/08", "2019 r."
    bool read_year_first() {
        point_.year = static_cast<int>(cursor_.peek().value);
        const TypedRole separator = cursor_.peek(1).role;
        const bool has_month = separates(separator) && follows(1, {separator, number}) && cursor_.peek(2).digits == 2;
        const bool has_day = has_month && follows(3, {separator, number}) && cursor_.peek(4).is_short_number();
        if (has_day) {
            point_.month = cursor_.peek(2).value;
            point_.day = cursor_.peek(4).value;
            cursor_.advance(5);
            return true;
        }
        if (has_month && separator != slash) { // "2019/20" is not for us to guess
            const unsigned value = cursor_.peek(2).value;
            if (separator == hyphen && value >= 21 && value <= 24)
                point_.season = static_cast<Season>(value);
            else
                point_.month = value;
            cursor_.advance(3);
            return !follows(0, {hyphen}); // "2019-08-2020" has two readings
        }
        cursor_.advance();
        cursor_.take(year_mark);
        return true;
    }

    bool read_number_first() {
        const unsigned value = cursor_.peek().value;
        const TypedRole separator = cursor_.peek(1).role;
        if (separates(separator) && follows(1, {separator, number})) {
            const bool three = follows(3, {separator, number}) && cursor_.peek(2).is_short_number();
            if (three) return read_day_month_year();
            if (cursor_.peek(2).is_year()) return read_month_year();
        }
        point_.day = value;
        cursor_.advance();
        if (read_month_name()) return !problem_;
        if (separator == dot && cursor_.peek(1).is_short_number() && cursor_.peek().is(dot)) return read_day_month();
        if (!cursor_.take(dot)) cursor_.take(ordinal);
        read_year();
        return !problem_;
    }

    /// "8.8.2019", "8/8/2019", "8-8-2019"
    bool read_day_month_year() {
        const TypedToken& year = cursor_.peek(4);
        if (year.is_short_number()) return fail(Problem::four_digit_year);
        if (!year.is_year()) return false;
        point_.day = cursor_.peek().value;
        point_.month = cursor_.peek(2).value;
        point_.year = static_cast<int>(year.value);
        cursor_.advance(5);
        cursor_.take(year_mark);
        return true;
    }

    /// "10/2025", "10.2025", "10-2025"
    bool read_month_year() {
        point_.month = cursor_.peek().value;
        point_.year = static_cast<int>(cursor_.peek(2).value);
        cursor_.advance(3);
        cursor_.take(year_mark);
        return true;
    }

    /// The rest of "28.2." in "28.2.–2.3.2024"
    bool read_day_month() {
        point_.month = cursor_.peek(1).value;
        cursor_.advance(2);
        cursor_.take(dot);
        read_year();
        return !problem_;
    }

    /// The rest of "8. August 2019", "8th of August", "8/VIII/2019", "8-Aug-2019", behind the number
    bool read_month_name() {
        const std::size_t began = cursor_.position();
        if (follows(0, {hyphen}) || cursor_.peek().is(dot) || cursor_.peek().is(slash) || cursor_.peek().is(ordinal))
            cursor_.advance();
        while (cursor_.take(of) || cursor_.take(filler)) continue;
        if (!cursor_.peek().is(TypedRole::month)) {
            cursor_.back_to(began);
            return false;
        }
        point_.month = cursor_.peek().value;
        cursor_.advance();
        read_year();
        return true;
    }

    /// "August 2019", "August 8, 2019", "August 8–9" as far as the dash
    bool read_month_first() {
        point_.month = cursor_.peek().value;
        cursor_.advance();
        if (cursor_.peek().is_short_number()) {
            point_.day = cursor_.peek().value;
            cursor_.advance();
            if (!cursor_.take(ordinal)) cursor_.take(dot);
        }
        read_year();
        return !problem_;
    }

    bool read_season() {
        const unsigned value = cursor_.peek().value;
        INTERREGIO_ASSERT(value >= 21 && value <= 24, "a token of a season that is none");
        point_.season = static_cast<Season>(value);
        cursor_.advance();
        while (cursor_.peek().is(slash) && cursor_.peek(1).is(TypedRole::season) && cursor_.peek(1).value == value)
            cursor_.advance(2); // "autumn/fall"
        read_year();
        if (!problem_ && point_.season == Season::winter && point_.year) return read_second_year_of_winter();
        return !problem_;
    }

    /// A winter with one year may be that before or that after it.
    bool read_second_year_of_winter() {
        const TypedToken &sign = cursor_.peek(), &second = cursor_.peek(1);
        const bool tight_dash = (sign.is(dash) || sign.is(hyphen)) && sign.tight() && second.tight();
        const auto next = static_cast<unsigned>(*point_.year + 1);
        const bool fits = (second.is_year() && second.value == next) ||
                          (second.is(number) && second.digits == 2 && second.value == next % 100);
        if ((sign.is(slash) || tight_dash) && fits) {
            cursor_.advance(2);
            cursor_.take(year_mark);
            return true;
        }
        if (sign.is(slash) && second.is(number)) return false;
        return fail(Problem::winter, *point_.year);
    }

    /// The year, if there is one; also behind a comma, "of", "roku", "-", "/", ".".
    void read_year() {
        const std::size_t began = cursor_.position();
        bool only_blanks = true;
        for (;; cursor_.advance()) {
            const TypedToken& token = cursor_.peek();
            if (token.is(slash) || token.is(dot) || follows(0, {hyphen}))
                only_blanks = false;
            else if (!token.is(comma) && !token.is(of) && !token.is(year_mark) && !token.is(filler))
                break;
            if (!only_blanks && !cursor_.peek(1).is_year()) break;
        }
        if (cursor_.peek().is_year()) {
            point_.year = static_cast<int>(cursor_.peek().value);
            cursor_.advance();
            cursor_.take(year_mark);
            return;
        }
        if (only_blanks && cursor_.peek().is(number) && (point_.month || point_.season)) fail(Problem::four_digit_year);
        cursor_.back_to(began);
    }

    /// "?", "(vermutlich, ungefähr)", "(czwartek)", ", Thursday"
    bool read_remark() {
        const TypedToken& token = cursor_.peek();
        if (token.is(doubt) && token.written == TypedToken::Written::as_sign) {
            point_.doubts_behind |= token.value;
            cursor_.advance();
            return true;
        }
        if (token.is(comma) && cursor_.peek(1).is(weekday)) {
            cursor_.advance();
            return read_weekday_behind();
        }
        return token.is(opening) && read_bracket();
    }

    bool read_bracket() {
        const std::size_t began = cursor_.position();
        cursor_.advance();
        unsigned doubts = 0;
        const bool named = cursor_.peek().is(weekday) && read_weekday_behind();
        while (cursor_.peek().is(doubt)) {
            doubts |= cursor_.peek().value;
            cursor_.advance();
            cursor_.take(comma);
        }
        if ((!named && doubts == 0) || !cursor_.take(closing)) {
            cursor_.back_to(began);
            return false;
        }
        point_.doubts_behind |= doubts;
        return true;
    }

    bool read_weekday_behind() {
        if (point_.weekday && *point_.weekday != cursor_.peek().value) return false;
        point_.weekday = cursor_.peek().value;
        cursor_.advance();
        return true;
    }

    TokenCursor& cursor_;
    TypedPoint point_;
    std::optional<TypedProblem> problem_;
};

} // namespace

std::expected<TypedPoint, TypedProblem> read_typed_point(TokenCursor& cursor) { return PointReader(cursor)(); }

} // namespace interregio
