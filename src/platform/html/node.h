#pragma once
// Node: a piece of finished HTML. The only ways to make one escape text or take literals of the program, so that what
// people wrote can never become markup. Values; safe to use from any thread.

#include <array>
#include <concepts>
#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace interregio::html {

/// Markup written by a programmer: only a string literal converts to it, at compile time.
class Literal {
  public:
    template <std::size_t N> consteval Literal(const char (&text)[N]) : text_(text, N - 1) {}
    [[nodiscard]] constexpr std::string_view text() const { return text_; }

  private:
    std::string_view text_;
};

/// Appends `text` with & < > " ' written as character references: right in element content and in quoted attribute
/// values (HTML Standard, 13.1.2.3 and 13.1.4).
void append_escaped(std::string& out, std::string_view text);

class Node {
  public:
    Node() = default;

    [[nodiscard]] bool empty() const { return markup_.empty(); }
    [[nodiscard]] const std::string& markup() const& { return markup_; }
    [[nodiscard]] std::string markup() && { return std::move(markup_); }

    /// One after the other.
    Node& operator+=(const Node& next) {
        markup_ += next.markup_;
        return *this;
    }

  private:
    friend class Builder;
    friend Node linked_data(std::string_view);
    std::string markup_;
};

/// Data for programs within a page: JSON-LD, which browsers do not carry out. `json` is valid JSON; what could end the
/// element is written as JSON escapes it (HTML Standard, 4.12.1.3).
[[nodiscard]] Node linked_data(std::string_view json);

/// Writes nodes; what elements and the functions below are made with. Views have no need of it.
class Builder {
  public:
    void literal(Literal text) { node_.markup_ += text.text(); }
    void text(std::string_view text) { append_escaped(node_.markup_, text); }
    void node(const Node& node) { node_.markup_ += node.markup_; }
    [[nodiscard]] Node take() && { return std::move(node_); }

  private:
    template <class Name> friend struct Markup;
    template <std::size_t N> friend class ElementBuilder;
    friend class AttributeWriter;
    std::string& out() { return node_.markup_; }
    Node node_;
};

/// Text, escaped.
[[nodiscard]] inline Node text(std::string_view content) {
    Builder builder;
    builder.text(content);
    return std::move(builder).take();
}

/// Markup from a literal: raw("<!doctype html>"). Anything but a literal does not compile.
[[nodiscard]] inline Node raw(Literal markup) {
    Builder builder;
    builder.literal(markup);
    return std::move(builder).take();
}

template <class T>
concept TextLike = std::convertible_to<const T&, std::string_view>;

/// What may stand in an element: text, markup, lists and optionals of both.
template <class T> void append_content(Builder& builder, const T& content) {
    if constexpr (std::same_as<T, Node>) {
        builder.node(content);
    } else if constexpr (TextLike<T>) {
        builder.text(content);
    } else if constexpr (requires { content.has_value(); }) {
        if (content) append_content(builder, *content);
    } else {
        for (const auto& part : content) append_content(builder, part);
    }
}

/// Several nodes and texts without an element round them.
template <class... Contents> [[nodiscard]] Node group(const Contents&... contents) {
    Builder builder;
    (append_content(builder, contents), ...);
    return std::move(builder).take();
}

/// What `make` gives for each of `list`, one after the other.
template <class List, class Make> [[nodiscard]] Node each(const List& list, const Make& make) {
    Builder builder;
    for (const auto& item : list) append_content(builder, make(item));
    return std::move(builder).take();
}

/// As each(), with `between` (text) between two of them.
template <class List, class Make>
[[nodiscard]] Node each(const List& list, std::string_view between, const Make& make) {
    Builder builder;
    bool first = true;
    for (const auto& item : list) {
        if (!first) builder.text(between);
        append_content(builder, make(item));
        first = false;
    }
    return std::move(builder).take();
}

/// `content` when the condition holds. `content` is a node, a text, an attribute, or a function that makes one, which
/// is called only then; a pointer or an optional as condition is handed to the function, dereferenced.
template <class Condition, class Content> [[nodiscard]] auto when(const Condition& condition, const Content& content) {
    if constexpr (requires { content(*condition); }) {
        using Result = std::remove_cvref_t<decltype(content(*condition))>;
        return condition ? std::optional<Result>(content(*condition)) : std::nullopt;
    } else if constexpr (requires { content(); }) {
        using Result = std::remove_cvref_t<decltype(content())>;
        return condition ? std::optional<Result>(content()) : std::nullopt;
    } else if constexpr (TextLike<Content>) {
        return condition ? std::optional<std::string>(std::string_view(content)) : std::nullopt;
    } else {
        return condition ? std::optional<Content>(content) : std::nullopt;
    }
}

/// A message pattern with its {placeholders} filled by markup; the pattern itself is text. For sentences in which a
/// date or a name stands as an element: fill(words.text("x"), {{"date", time(…)}}).
[[nodiscard]] Node fill(std::string_view pattern, std::initializer_list<std::pair<std::string_view, Node>> values);

/// The text of markup without its tags and with references resolved: for descriptions in the head.
[[nodiscard]] std::string plain_text(const Node& node);

} // namespace interregio::html
