#pragma once
// CommonMark (with the tables of GitHub Flavored Markdown) to HTML. The document is read by cmark-gfm and written by
// our own elements, so that what holds for views holds here: raw HTML in the text is shown as text, links lead only
// where Url allows (others stay as their text), pictures become their description.
//
// Two conventions for statements whose parts need names by law (the Polish technical conditions for accessibility
// declarations prescribe element ids): `[text]{#a11y-name}` gives <span id="a11y-name">text</span>; where the text is
// an ISO day, a <time> with that id, and where it is one link, the link gets the id. A heading that ends in
// `{#a11y-name}` gets it too. Ids are "a11y-" and [a-z0-9-]+; a name used before in the same text stays as written.
// They may nest.

#include "platform/html/node.h"

#include <chrono>
#include <functional>
#include <string_view>

namespace interregio::html {

struct MarkdownOptions {
    int first_heading_level = 2; ///< 1 to 6: what the most important heading of the text gets; deeper ones follow
    /// How a day that carries a name reads; as it is written when empty.
    std::function<std::string(std::chrono::year_month_day)> day_in_words{};
};

[[nodiscard]] Node markdown(std::string_view text, const MarkdownOptions& options = {});

/// The text without its marks, in one line: for descriptions in the head of a page.
[[nodiscard]] std::string markdown_plain_text(std::string_view text);

} // namespace interregio::html
