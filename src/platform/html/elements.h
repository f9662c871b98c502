#pragma once
// Elements as functions, so that a view reads like the HTML it writes:
//     article(cls("card"), h2(a(href(url), title)), p(date))
// Arguments are attributes, texts (escaped), nodes, and lists and optionals of those. An attribute given twice, content
// in an element that cannot have any, or an argument of another type does not compile.

#include "platform/html/attributes.h"
#include "platform/html/node.h"

namespace interregio::html {

enum class ElementContent { any, none };

namespace elements {

template <class T> struct OptionalAttribute : std::false_type {};
template <AttributeType T> struct OptionalAttribute<std::optional<T>> : std::true_type {
    static constexpr std::string_view name = T::name;
};

template <class T> constexpr bool is_attribute = AttributeType<T> || OptionalAttribute<T>::value;

template <class T> consteval std::string_view attribute_name() {
    if constexpr (AttributeType<T>)
        return T::name;
    else if constexpr (OptionalAttribute<T>::value)
        return OptionalAttribute<T>::name;
    else
        return {};
}

template <class... Arguments> consteval bool distinct_attributes() {
    constexpr std::array<std::string_view, sizeof...(Arguments) + 1> names{attribute_name<Arguments>()...};
    for (std::size_t i = 0; i < sizeof...(Arguments); ++i)
        for (std::size_t j = i + 1; j < sizeof...(Arguments); ++j)
            if (!names[i].empty() && names[i] == names[j]) return false;
    return true;
}

} // namespace elements

/// Writes attributes and tags; names come from template arguments only.
class AttributeWriter {
  public:
    template <class T> static void write(Builder& builder, const T& argument) {
        if constexpr (requires { argument.has_value(); }) {
            if (argument) write(builder, *argument);
        } else {
            builder.out() += ' ';
            builder.out() += T::name;
            if constexpr (requires { argument.value; }) {
                builder.out() += "=\"";
                append_escaped(builder.out(), argument.value);
                builder.out() += '"';
            }
        }
    }
    static void open(Builder& builder, std::string_view name) { (builder.out() += '<') += name; }
    static void end_open(Builder& builder) { builder.out() += '>'; }
    static void close(Builder& builder, std::string_view name) { ((builder.out() += "</") += name) += '>'; }
};

template <FixedString Name, ElementContent Content = ElementContent::any> struct Element {
    template <class... Arguments> [[nodiscard]] Node operator()(const Arguments&... arguments) const {
        static_assert(elements::distinct_attributes<Arguments...>(), "an attribute is given twice");
        static_assert(Content == ElementContent::any || (elements::is_attribute<Arguments> && ...),
                      "this element cannot have content");
        Builder builder;
        AttributeWriter::open(builder, Name.view());
        (attribute_of(builder, arguments), ...);
        AttributeWriter::end_open(builder);
        (content_of(builder, arguments), ...);
        if constexpr (Content == ElementContent::any) AttributeWriter::close(builder, Name.view());
        return std::move(builder).take();
    }

  private:
    template <class T> static void attribute_of(Builder& builder, const T& argument) {
        if constexpr (elements::is_attribute<T>) AttributeWriter::write(builder, argument);
    }
    template <class T> static void content_of(Builder& builder, const T& argument) {
        if constexpr (!elements::is_attribute<T>) append_content(builder, argument);
    }
};

// Sections and grouping
inline constexpr Element<"html"> html_element;
inline constexpr Element<"head"> head;
inline constexpr Element<"title"> title;
inline constexpr Element<"body"> body;
inline constexpr Element<"header"> header;
inline constexpr Element<"footer"> footer;
inline constexpr Element<"main"> main_element;
inline constexpr Element<"nav"> nav;
inline constexpr Element<"section"> section;
inline constexpr Element<"article"> article;
inline constexpr Element<"aside"> aside;
inline constexpr Element<"h1"> h1;
inline constexpr Element<"h2"> h2;
inline constexpr Element<"h3"> h3;
inline constexpr Element<"h4"> h4;
inline constexpr Element<"h5"> h5;
inline constexpr Element<"h6"> h6;
inline constexpr Element<"div"> div;
inline constexpr Element<"p"> p;
inline constexpr Element<"address"> address;
inline constexpr Element<"blockquote"> blockquote;
inline constexpr Element<"pre"> pre;
inline constexpr Element<"ul"> ul;
inline constexpr Element<"ol"> ol;
inline constexpr Element<"li"> li;
inline constexpr Element<"dl"> dl;
inline constexpr Element<"dt"> dt;
inline constexpr Element<"dd"> dd;
inline constexpr Element<"iframe"> iframe;
inline constexpr Element<"figure"> figure;
inline constexpr Element<"figcaption"> figcaption;
inline constexpr Element<"picture"> picture_element;
inline constexpr Element<"details"> details;
inline constexpr Element<"summary"> summary;
inline constexpr Element<"table"> table;
inline constexpr Element<"caption"> caption;
inline constexpr Element<"thead"> thead;
inline constexpr Element<"tbody"> tbody;
inline constexpr Element<"tr"> tr;
inline constexpr Element<"th"> th;
inline constexpr Element<"td"> td;
// Text
inline constexpr Element<"a"> a;
inline constexpr Element<"span"> span;
inline constexpr Element<"strong"> strong;
inline constexpr Element<"em"> em;
inline constexpr Element<"small"> small;
inline constexpr Element<"cite"> cite;
inline constexpr Element<"code"> code;
inline constexpr Element<"abbr"> abbr;
inline constexpr Element<"time"> time;
inline constexpr Element<"q"> q;
inline constexpr Element<"del"> del_element;
inline constexpr Element<"ins"> ins_element;
// Forms
inline constexpr Element<"form"> form;
inline constexpr Element<"fieldset"> fieldset;
inline constexpr Element<"legend"> legend;
inline constexpr Element<"textarea"> textarea;
inline constexpr Element<"datalist"> datalist;
inline constexpr Element<"label"> label;
inline constexpr Element<"select"> select;
inline constexpr Element<"option"> option;
inline constexpr Element<"button"> button;
// Without content
inline constexpr Element<"meta", ElementContent::none> meta;
inline constexpr Element<"link", ElementContent::none> link;
inline constexpr Element<"img", ElementContent::none> img;
inline constexpr Element<"source", ElementContent::none> source;
inline constexpr Element<"br", ElementContent::none> br;
inline constexpr Element<"hr", ElementContent::none> hr;
inline constexpr Element<"input", ElementContent::none> input;

} // namespace interregio::html
