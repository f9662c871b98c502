#include "platform/html/markdown_inlines.h"

#include "base/partial_date.h"

#include <memory>

namespace interregio::html {
namespace {

constexpr std::size_t most_open_brackets = 20;

/// The name in "{#a11y-name}" at the start of `text`; empty when there is none.
std::string_view name_at(std::string_view text) {
    if (!text.starts_with("{#a11y-")) return {};
    const auto end = text.find('}');
    if (end == std::string_view::npos) return {};
    const auto name = text.substr(2, end - 2);
    constexpr std::string_view allowed = "abcdefghijklmnopqrstuvwxyz0123456789-";
    if (name.size() <= 5 || name.size() > 60 || name.find_first_not_of(allowed) != std::string_view::npos) return {};
    return name;
}

std::string_view literal(cmark_node* node) {
    const char* text = cmark_node_get_literal(node);
    return text == nullptr ? std::string_view{} : text;
}

struct FreeIterator {
    void operator()(cmark_iter* iterator) const { cmark_iter_free(iterator); }
};

} // namespace

std::string inline_text(cmark_node* node) {
    std::string out;
    const std::unique_ptr<cmark_iter, FreeIterator> iterator(cmark_iter_new(node));
    for (auto event = cmark_iter_next(iterator.get()); event != CMARK_EVENT_DONE;
         event = cmark_iter_next(iterator.get())) {
        if (event != CMARK_EVENT_ENTER) continue;
        cmark_node* current = cmark_iter_get_node(iterator.get());
        switch (cmark_node_get_type(current)) {
        case CMARK_NODE_TEXT:
        case CMARK_NODE_CODE:
        case CMARK_NODE_CODE_BLOCK:
        case CMARK_NODE_HTML_BLOCK:
        case CMARK_NODE_HTML_INLINE:
            out += literal(current);
            break;
        case CMARK_NODE_SOFTBREAK:
        case CMARK_NODE_LINEBREAK:
            out += ' ';
            break;
        case CMARK_NODE_PARAGRAPH:
        case CMARK_NODE_ITEM:
            if (!out.empty() && out.back() != ' ') out += ' ';
            break;
        default:
            break;
        }
    }
    return out;
}

void MarkdownInlines::Part::add(const Node& next) {
    if (next.empty()) return;
    node += next;
    only_link.reset();
}

void MarkdownInlines::Part::add(const Link& next) {
    const bool first = node.empty();
    node += a(href(next.url), next.contents);
    if (first)
        only_link = next;
    else
        only_link.reset();
}

Node MarkdownInlines::children(cmark_node* parent, int depth) {
    if (depth > deepest_nesting) return text(inline_text(parent));
    // open[0] is the text itself, each further one begins at a '['.
    std::vector<Part> open(1);
    for (cmark_node* child = cmark_node_first_child(parent); child != nullptr; child = cmark_node_next(child)) {
        if (cmark_node_get_type(child) == CMARK_NODE_TEXT)
            add_text(literal(child), open);
        else
            add(child, depth, open.back());
    }
    while (open.size() > 1) {
        const Part unclosed = std::move(open.back());
        open.pop_back();
        open.back().add(group("[", unclosed.node));
    }
    return std::move(open.front().node);
}

void MarkdownInlines::add_text(std::string_view content, std::vector<Part>& open) {
    std::size_t copied = 0;
    const auto copy_until = [&](std::size_t end) {
        open.back().add(text(content.substr(copied, end - copied)));
        copied = end;
    };
    for (std::size_t i = 0; i < content.size(); ++i) {
        if (content[i] == '[' && open.size() < most_open_brackets) {
            copy_until(i);
            open.emplace_back();
            copied = i + 1;
        } else if (content[i] == ']' && open.size() > 1) {
            copy_until(i);
            const Part inside = std::move(open.back());
            open.pop_back();
            const std::string name(name_at(content.substr(i + 1)));
            const bool given = !name.empty() && used_.insert(name).second;
            open.back().add(given ? named(name, inside) : group("[", inside.node, "]"));
            copied = given ? i + 4 + name.size() : i + 1; // "]{#" name "}"
            i = copied - 1;
        }
    }
    copy_until(content.size());
}

Node MarkdownInlines::named(const std::string& name, const Part& part) const {
    if (part.only_link) return a(id(name), href(part.only_link->url), part.only_link->contents);
    const auto written = plain_text(part.node);
    if (const auto day = parse_iso_day(written))
        return time(id(name), datetime(written), options_.day_in_words ? options_.day_in_words(*day) : written);
    return span(id(name), part.node);
}

void MarkdownInlines::add(cmark_node* node, int depth, Part& part) {
    if (cmark_node_get_type(node) != CMARK_NODE_LINK) return part.add(one(node, depth));
    const char* target = cmark_node_get_url(node);
    const auto url = Url::parse(target == nullptr ? std::string_view{} : target);
    const Node contents = children(node, depth + 1);
    if (url)
        part.add(Link{*url, contents});
    else
        part.add(contents);
}

Node MarkdownInlines::one(cmark_node* node, int depth) {
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_SOFTBREAK:
        return text("\n");
    case CMARK_NODE_LINEBREAK:
        return br();
    case CMARK_NODE_CODE:
        return code(literal(node));
    case CMARK_NODE_HTML_INLINE:
        return text(literal(node)); // shown, never obeyed
    case CMARK_NODE_EMPH:
        return em(children(node, depth + 1));
    case CMARK_NODE_STRONG:
        return strong(children(node, depth + 1));
    default:
        return children(node, depth + 1); // a picture is its description
    }
}

MarkdownInlines::Heading MarkdownInlines::heading(cmark_node* node) {
    cmark_node* last = cmark_node_last_child(node);
    if (last != nullptr && cmark_node_get_type(last) == CMARK_NODE_TEXT) {
        const std::string whole(literal(last));
        const auto start = whole.rfind("{#");
        const bool after_bracket = start != std::string::npos && start > 0 && whole[start - 1] == ']';
        if (start != std::string::npos && !after_bracket) {
            const std::string name(name_at(std::string_view(whole).substr(start)));
            if (!name.empty() && start + name.size() + 3 == whole.size() && used_.insert(name).second) {
                const auto end = whole.find_last_not_of(' ', start == 0 ? 0 : start - 1);
                cmark_node_set_literal(last, start == 0 ? "" : whole.substr(0, end + 1).c_str());
                return {children(node), name};
            }
        }
    }
    return {children(node), {}};
}

} // namespace interregio::html
