#pragma once
// The text inside paragraphs, headings and cells of a CommonMark document: a part of markdown.cpp.

#include "platform/html/elements.h"
#include "platform/html/markdown.h"

#include <cmark-gfm.h>
#include <set>
#include <string>

namespace interregio::html {

/// Deeper ones are only their text: what nests so deeply was written to break something.
inline constexpr int deepest_nesting = 40;

class MarkdownInlines {
  public:
    explicit MarkdownInlines(const MarkdownOptions& options) : options_(options) {}

    Node children(cmark_node* parent) { return children(parent, 0); }

    struct Heading {
        Node contents;
        std::string name; ///< from a closing {#a11y-name}; or empty
    };
    Heading heading(cmark_node* node);

  private:
    struct Link {
        Url url;
        Node contents;
    };
    /// What follows a '[' that is not closed yet.
    struct Part {
        Node node;
        std::optional<Link> only_link; ///< when there is nothing else in it
        void add(const Node& next);
        void add(const Link& next);
    };

    Node children(cmark_node* parent, int depth);
    void add(cmark_node* node, int depth, Part& part);
    Node one(cmark_node* node, int depth);
    Node named(const std::string& name, const Part& part) const;
    void add_text(std::string_view text, std::vector<Part>& open);

    const MarkdownOptions& options_;
    std::set<std::string> used_; ///< names given in this text: an id stands once in a page
};

/// All text in a node and below, in one line.
[[nodiscard]] std::string inline_text(cmark_node* node);

} // namespace interregio::html
