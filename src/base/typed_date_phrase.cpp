#include "base/typed_date_phrase.h"

namespace interregio {
namespace {

using enum TypedRole;
using Joint = TypedPhrase::Joint;

class PhraseReader {
  public:
    explicit PhraseReader(const std::vector<TypedToken>& tokens) : cursor_(tokens) {}

    std::expected<TypedPhrase, TypedProblem> operator()() {
        const bool read = read_phrase();
        if (problem_) return std::unexpected(*problem_);
        if (!read || !cursor_.peek().is(end)) return std::unexpected(TypedProblem{});
        return phrase_;
    }

  private:
    bool read_phrase() {
        if (is_question() && is_dash(1)) return read_unknown_start();
        read_lead();
        if (cursor_.peek().is(from) || cursor_.peek().is(since)) return read_from();
        if (cursor_.take(until)) return read_until();
        if (!read_point(phrase_.start)) return false;
        if (read_end_unknown()) return true;
        const auto joint = read_joint();
        return !joint || read_end(*joint);
    }

    bool is_dash(std::size_t ahead) const { return cursor_.peek(ahead).is(dash) || cursor_.peek(ahead).is(hyphen); }
    bool is_question() const {
        return cursor_.peek().is(doubt) && cursor_.peek().written == TypedToken::Written::as_sign &&
               cursor_.peek().value == typed_doubt::uncertain;
    }

    bool read_point(std::optional<TypedPoint>& to) {
        auto point = read_typed_point(cursor_);
        if (point)
            to = *point;
        else
            problem_ = point.error();
        return point.has_value();
    }

    void read_lead() {
        for (;; cursor_.advance()) {
            if (cursor_.peek().is(doubt))
                phrase_.doubts |= cursor_.peek().value;
            else if (!cursor_.peek().is(filler))
                return;
        }
    }

    /// "?–2017"
    bool read_unknown_start() {
        cursor_.advance(2);
        phrase_.start_kind = IntervalEnd::unknown;
        return read_point(phrase_.end);
    }

    /// "seit Juli 2017", "od 8 do 9 sierpnia 2019 r.", "vom 8. bis 9. August 2019"
    bool read_from() {
        const bool needs_end = cursor_.peek().is(from);
        cursor_.advance();
        if (!read_point(phrase_.start)) return false;
        if (const auto joint = read_joint()) return *joint == Joint::range && read_end(*joint);
        if (needs_end) return false;
        if (!read_end_unknown()) phrase_.end_kind = IntervalEnd::open;
        return true;
    }

    /// "bis Juli 2017", "until July 2017 (start unknown)"
    bool read_until() {
        phrase_.start_kind = IntervalEnd::open;
        if (!read_point(phrase_.end)) return false;
        if (read_unknown(start_unknown)) phrase_.start_kind = IntervalEnd::unknown;
        return true;
    }

    std::optional<Joint> read_joint() {
        switch (cursor_.peek().role) {
        case dash:
        case hyphen:
        case to:
        case until:
            cursor_.advance();
            return Joint::range;
        case both:
            cursor_.advance();
            return Joint::neighbours;
        case slash:
            cursor_.advance();
            return Joint::slash;
        default:
            return std::nullopt;
        }
    }

    /// What is behind the joint: a point, "heute", or "?".
    bool read_end(Joint joint) {
        if (joint == Joint::range) {
            while (cursor_.peek().is(filler) && cursor_.peek(1).is(today)) cursor_.advance(); // "to the present"
            if (cursor_.take(today)) {
                phrase_.end_kind = IntervalEnd::open;
                return true;
            }
            if (is_question() && cursor_.peek(1).is(TypedRole::end)) {
                cursor_.advance();
                phrase_.end_kind = IntervalEnd::unknown;
                return true;
            }
        }
        phrase_.joint = joint;
        return read_point(phrase_.end);
    }

    bool read_end_unknown() {
        if (!read_unknown(end_unknown)) return false;
        phrase_.end_kind = IntervalEnd::unknown;
        return true;
    }

    /// "(Ende unbekannt)", ", end unknown"
    bool read_unknown(TypedRole which) {
        const std::size_t began = cursor_.position();
        const bool bracket = cursor_.take(opening);
        if (!bracket) cursor_.take(comma);
        if (cursor_.take(which) && (!bracket || cursor_.take(closing))) return true;
        cursor_.back_to(began);
        return false;
    }

    TokenCursor cursor_;
    TypedPhrase phrase_;
    std::optional<TypedProblem> problem_;
};

} // namespace

std::expected<TypedPhrase, TypedProblem> read_typed_phrase(const std::vector<TypedToken>& tokens) {
    return PhraseReader(tokens)();
}

} // namespace interregio
