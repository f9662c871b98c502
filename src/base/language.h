#pragma once
// Language: a BCP 47 primary language subtag (RFC 5646, 2.2.1) such as "de". No language is privileged in the code:
// which ones a site speaks is in the record, which ones the program can speak is in locales/.

#include <array>
#include <compare>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace interregio {

class Language {
  public:
    /// "und", undetermined (ISO 639-2).
    constexpr Language() = default;

    /// Two or three lower-case letters a-z; nothing else.
    [[nodiscard]] static std::optional<Language> parse(std::string_view tag);

    /// The tag, for `lang` attributes and the store.
    [[nodiscard]] std::string_view tag() const { return {tag_.data(), length_}; }

    friend auto operator<=>(const Language&, const Language&) = default;

  private:
    std::array<char, 3> tag_{'u', 'n', 'd'};
    unsigned char length_ = 3;
};

namespace languages {
// For tests and for rules that belong to one language (dates, collation). Not a list of what the site speaks.
inline const Language german = *Language::parse("de");
inline const Language polish = *Language::parse("pl");
inline const Language english = *Language::parse("en");
} // namespace languages

} // namespace interregio

template <> struct std::hash<interregio::Language> {
    std::size_t operator()(const interregio::Language& language) const noexcept {
        return std::hash<std::string_view>{}(language.tag());
    }
};
