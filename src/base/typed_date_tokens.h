#pragma once
// A typed date as words, numbers and signs whose role is known. For typed_date*.cpp only. Values; safe from any thread.

#include "base/language.h"
#include "base/typed_date_vocabulary.h"

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace interregio {

struct TypedToken {
    enum class Before { nothing, space };
    enum class Written { as_word, as_sign };

    TypedRole role = TypedRole::end;
    unsigned value = 0;
    unsigned digits = 0; ///< of a number: how many were typed
    Before before = Before::space;
    Written written = Written::as_word;

    [[nodiscard]] bool is(TypedRole wanted) const { return role == wanted; }
    /// Follows what is before without a space.
    [[nodiscard]] bool tight() const { return before == Before::nothing; }
    [[nodiscard]] bool is_year() const { return role == TypedRole::number && digits == 4; }
    [[nodiscard]] bool is_short_number() const { return role == TypedRole::number && digits <= 2; }
};

/// The tokens of what plain_date_letters() gave. Words of two roles have got the one that they have where they stand; a
/// full stop directly behind a word belongs to it. Nothing when a word is not known or a number is longer than any in a
/// date.
[[nodiscard]] std::optional<std::vector<TypedToken>> date_tokens(std::string_view plain, Language reader);

/// Goes through tokens from front to back.
class TokenCursor {
  public:
    /// The tokens must live as long as the cursor.
    explicit TokenCursor(const std::vector<TypedToken>& tokens) : tokens_(tokens) {}

    /// The token that is `ahead` tokens away; one of role `end` behind the last.
    [[nodiscard]] const TypedToken& peek(std::size_t ahead = 0) const {
        static constexpr TypedToken behind_last{};
        return at_ + ahead < tokens_.size() ? tokens_[at_ + ahead] : behind_last;
    }
    void advance(std::size_t count = 1) { at_ += count; }
    [[nodiscard]] std::size_t position() const { return at_; }
    void back_to(std::size_t position) { at_ = position; }
    /// Advances past the next token if it has the role.
    bool take(TypedRole role) {
        if (!peek().is(role)) return false;
        advance();
        return true;
    }

  private:
    const std::vector<TypedToken>& tokens_;
    std::size_t at_ = 0;
};

} // namespace interregio
