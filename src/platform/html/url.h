#pragma once
// Url: an address that may stand in a page. Only the schemes http, https, mailto and tel, paths of this site, queries
// and fragments can be one, so that "javascript:" and "data:" cannot be written. A value.

#include "platform/html/node.h"

#include <optional>
#include <string>
#include <string_view>

namespace interregio::html {

class Url {
  public:
    /// Reads an address that somebody wrote. Nothing when its scheme is another one, when it is relative to the page
    /// or to the scheme ("//host"), or when it holds spaces, control characters or backslashes, which browsers read in
    /// surprising ways (WHATWG URL, 4.4).
    [[nodiscard]] static std::optional<Url> parse(std::string_view text);

    /// A path of this site, made by the program: "/de/chronik?year=2025". Aborts when it is none.
    [[nodiscard]] static Url path(std::string_view path);

    /// A place on the same page: "#partners". Aborts when `id` is empty or has other characters than a-z, 0-9 and -.
    [[nodiscard]] static Url fragment(std::string_view id);

    [[nodiscard]] const std::string& text() const { return text_; }
    /// Whether it leads to another place than this site.
    [[nodiscard]] bool external() const;

    friend bool operator==(const Url&, const Url&) = default;

  private:
    friend class UrlLiteral;
    explicit Url(std::string_view text) : text_(text) {}
    static constexpr bool allowed(std::string_view text);

    std::string text_;
};

constexpr bool Url::allowed(std::string_view text) {
    if (text.empty() || text.size() > 4000) return false;
    for (const char c : text)
        if (static_cast<unsigned char>(c) <= ' ' || c == '\x7f' || c == '\\') return false;
    if (text[0] == '/') return text.size() == 1 || text[1] != '/';
    if (text[0] == '#' || text[0] == '?') return true;
    const auto colon = text.find(':');
    if (colon == std::string_view::npos || colon > 6) return false;
    char scheme[6]{};
    for (std::size_t i = 0; i < colon; ++i)
        scheme[i] = text[i] >= 'A' && text[i] <= 'Z' ? static_cast<char>(text[i] - 'A' + 'a') : text[i];
    const std::string_view name(scheme, colon);
    const auto rest = text.substr(colon + 1);
    if (name == "http" || name == "https") return rest.size() > 2 && rest.starts_with("//") && rest[2] != '/';
    return (name == "mailto" || name == "tel") && !rest.empty();
}

/// An address written by a programmer: checked at compile time.
class UrlLiteral {
  public:
    template <std::size_t N> consteval UrlLiteral(const char (&text)[N]) : text_(text, N - 1) {
        if (!Url::allowed(text_)) throw "not an address that may stand in a page";
    }
    [[nodiscard]] constexpr std::string_view text() const { return text_; }

  private:
    std::string_view text_;
};

} // namespace interregio::html
