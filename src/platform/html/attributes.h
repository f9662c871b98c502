#pragma once
// Attributes as types: each carries its name, so that an element that gets one twice does not compile. Addresses go
// through Url, and there is no way to write event handlers or inline styles (the Content-Security-Policy forbids them).

#include "base/language.h"
#include "platform/html/url.h"

#include <algorithm>
#include <span>
#include <string>
#include <string_view>

namespace interregio::html {

/// A string as template argument.
template <std::size_t N> struct FixedString {
    char characters[N]{};
    consteval FixedString(const char (&text)[N]) { std::copy_n(text, N, characters); }
    [[nodiscard]] constexpr std::string_view view() const { return {characters, N - 1}; }
};

/// An attribute with a value, which is escaped when it is written.
template <FixedString Name> struct Attribute {
    static constexpr std::string_view name = Name.view();
    std::string value;
};

/// An attribute that is there or not.
template <FixedString Name> struct BooleanAttribute {
    static constexpr std::string_view name = Name.view();
};

template <class T>
concept AttributeType = requires {
    { T::name } -> std::convertible_to<std::string_view>;
};

namespace attributes {
consteval bool harmless(std::string_view name) {
    if (name.empty() || name.starts_with("on")) return false;
    for (const auto kept :
         {"href", "src", "srcset", "action", "formaction", "style", "srcdoc", "data", "poster", "http-equiv"})
        if (name == kept) return false;
    return std::ranges::all_of(name,
                               [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
}
} // namespace attributes

/// Any attribute whose value is plain text: attribute<"aria-current">("page"). Names that hold addresses, scripts or
/// styles are refused.
template <FixedString Name>
    requires(attributes::harmless(Name.view()))
[[nodiscard]] Attribute<Name> attribute(std::string_view value) {
    return {std::string(value)};
}

[[nodiscard]] inline Attribute<"href"> href(const Url& url) { return {std::string(url.text())}; }
[[nodiscard]] inline Attribute<"href"> href(UrlLiteral url) { return {std::string(url.text())}; }
[[nodiscard]] inline Attribute<"src"> src(const Url& url) { return {std::string(url.text())}; }
[[nodiscard]] inline Attribute<"action"> action(const Url& url) { return {std::string(url.text())}; }
[[nodiscard]] inline Attribute<"lang"> lang(Language language) { return {std::string(language.tag())}; }
[[nodiscard]] inline Attribute<"hreflang"> hreflang(Language language) { return {std::string(language.tag())}; }
[[nodiscard]] inline Attribute<"width"> width(std::int64_t pixels) { return {std::to_string(pixels)}; }
[[nodiscard]] inline Attribute<"height"> height(std::int64_t pixels) { return {std::to_string(pixels)}; }

/// One file of several of the same picture, and how many pixels wide it is.
struct ImageCandidate {
    Url url;
    int width = 0;
};
/// The files a browser may choose from (HTML, 4.8.4.2.1). Addresses with a comma at either end cannot stand there;
/// those of this site have none.
[[nodiscard]] inline Attribute<"srcset"> srcset(std::span<const ImageCandidate> candidates) {
    std::string list;
    for (const auto& [url, pixels] : candidates)
        list.append(list.empty() ? "" : ", ").append(url.text()).append(" ").append(std::to_string(pixels)).append("w");
    return {std::move(list)};
}

#define INTERREGIO_TEXT_ATTRIBUTE(function, name)                                                                      \
    [[nodiscard]] inline Attribute<name> function(std::string_view value) { return {std::string(value)}; }
INTERREGIO_TEXT_ATTRIBUTE(cls, "class")
INTERREGIO_TEXT_ATTRIBUTE(id, "id")
INTERREGIO_TEXT_ATTRIBUTE(rel, "rel")
INTERREGIO_TEXT_ATTRIBUTE(type, "type")
INTERREGIO_TEXT_ATTRIBUTE(name, "name")
INTERREGIO_TEXT_ATTRIBUTE(value, "value")
INTERREGIO_TEXT_ATTRIBUTE(content, "content")
INTERREGIO_TEXT_ATTRIBUTE(method, "method")
INTERREGIO_TEXT_ATTRIBUTE(alt, "alt")
INTERREGIO_TEXT_ATTRIBUTE(loading, "loading")
INTERREGIO_TEXT_ATTRIBUTE(sizes, "sizes")
INTERREGIO_TEXT_ATTRIBUTE(datetime, "datetime")
INTERREGIO_TEXT_ATTRIBUTE(role, "role")
INTERREGIO_TEXT_ATTRIBUTE(scope, "scope")
INTERREGIO_TEXT_ATTRIBUTE(for_id, "for")
INTERREGIO_TEXT_ATTRIBUTE(aria_label, "aria-label")
INTERREGIO_TEXT_ATTRIBUTE(aria_labelledby, "aria-labelledby")
INTERREGIO_TEXT_ATTRIBUTE(aria_current, "aria-current")
INTERREGIO_TEXT_ATTRIBUTE(aria_hidden, "aria-hidden")
#undef INTERREGIO_TEXT_ATTRIBUTE

inline constexpr BooleanAttribute<"selected"> selected;
inline constexpr BooleanAttribute<"checked"> checked;
inline constexpr BooleanAttribute<"hidden"> hidden;
inline constexpr BooleanAttribute<"crossorigin"> crossorigin;
inline constexpr BooleanAttribute<"open"> open_attribute;

} // namespace interregio::html
