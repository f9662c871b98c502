#pragma once
// What a password may be made of, place by place: for guessing.h.

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace interregio::secrets {

constexpr std::size_t shortest_context_word = 3;

/// Without accents and case (NFKC_Casefold of Unicode Annex 44, then marks removed; "ł" becomes "l", "ß" "ss").
[[nodiscard]] std::u32string folded_characters(std::string_view text);

/// The same length, with digits and signs as the letters that they are written for: "p4$$w0rd" as "password". Letters
/// that share a sign fall together: "l" and "i".
[[nodiscard]] std::u32string as_letters(std::u32string_view folded);

/// Neither letter nor digit.
[[nodiscard]] bool is_sign(char32_t character);

struct ContextWord {
    std::u32string letters; ///< as_letters()
    std::size_t index = 0;  ///< given back with each piece that it is
};

/// Something to guess at once.
struct Piece {
    std::size_t length = 0;
    double bits = 0;
    std::optional<std::size_t> context = {};
};

/// All pieces of one password. Its memory is wiped at the end.
class PasswordPieces {
  public:
    PasswordPieces(std::string_view password, std::vector<ContextWord> context);
    ~PasswordPieces();
    PasswordPieces(const PasswordPieces&) = delete;
    PasswordPieces& operator=(const PasswordPieces&) = delete;

    /// In folded characters, of which 256 are looked at.
    [[nodiscard]] std::size_t length() const { return folded_.size(); }

    using Take = std::function<void(const Piece&)>;
    /// Gives all pieces that begin at a place before length(): at least the single character.
    void at(std::size_t place, const Take& take) const;

  private:
    void words(std::size_t place, const Take& take) const;
    void counting(std::size_t place, const Take& take) const;
    void rows_of_keys(std::size_t place, const Take& take) const;
    void repetition(std::size_t place, const Take& take) const;
    void dates(std::size_t place, const Take& take) const;
    [[nodiscard]] double single(std::size_t place) const;

    std::u32string folded_;
    std::u32string letters_;
    std::vector<ContextWord> context_;
};

} // namespace interregio::secrets
