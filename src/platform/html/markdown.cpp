#include "platform/html/markdown.h"

#include "platform/html/markdown_inlines.h"

#include <cmark-gfm-core-extensions.h>
#include <memory>
#include <mutex>

namespace interregio::html {
namespace {

struct Free {
    void operator()(cmark_node* node) const { cmark_node_free(node); }
    void operator()(cmark_parser* parser) const { cmark_parser_free(parser); }
};
using Document = std::unique_ptr<cmark_node, Free>;

Document parse(std::string_view text) {
    static std::once_flag registered;
    std::call_once(registered, cmark_gfm_core_extensions_ensure_registered);
    const std::unique_ptr<cmark_parser, Free> parser(cmark_parser_new(CMARK_OPT_DEFAULT | CMARK_OPT_VALIDATE_UTF8));
    cmark_parser_attach_syntax_extension(parser.get(), cmark_find_syntax_extension("table"));
    cmark_parser_feed(parser.get(), text.data(), text.size());
    Document document(cmark_parser_finish(parser.get()));
    cmark_consolidate_text_nodes(document.get());
    return document;
}

/// The level of the most important heading in the text; 1 when there is none.
int highest_level(cmark_node* document) {
    int level = 7;
    for (cmark_node* block = cmark_node_first_child(document); block != nullptr; block = cmark_node_next(block))
        if (cmark_node_get_type(block) == CMARK_NODE_HEADING)
            level = std::min(level, cmark_node_get_heading_level(block));
    return level == 7 ? 1 : level;
}

class Blocks {
  public:
    Blocks(int shift, const MarkdownOptions& options) : shift_(shift), inlines_(options) {}

    Node children(cmark_node* parent, int depth) {
        Node out;
        for (cmark_node* child = cmark_node_first_child(parent); child != nullptr; child = cmark_node_next(child))
            out += block(child, depth);
        return out;
    }

  private:
    Node block(cmark_node* node, int depth) {
        if (depth > deepest_nesting) return p(inline_text(node));
        switch (cmark_node_get_type(node)) {
        case CMARK_NODE_PARAGRAPH:
            return paragraph(node);
        case CMARK_NODE_HEADING:
            return heading(node);
        case CMARK_NODE_BLOCK_QUOTE:
            return blockquote(children(node, depth + 1));
        case CMARK_NODE_LIST:
            return list(node, depth);
        case CMARK_NODE_ITEM:
            return li(children(node, depth + 1));
        case CMARK_NODE_CODE_BLOCK:
            return pre(code(literal(node)));
        case CMARK_NODE_THEMATIC_BREAK:
            return hr();
        case CMARK_NODE_HTML_BLOCK:
            return p(trimmed(literal(node))); // raw HTML is shown, never obeyed
        default:
            break;
        }
        const std::string_view name = cmark_node_get_type_string(node);
        if (name == "table") return table_of(node);
        return children(node, depth + 1);
    }

    Node paragraph(cmark_node* node) {
        cmark_node* item = cmark_node_parent(node);
        cmark_node* enclosing = item == nullptr ? nullptr : cmark_node_parent(item);
        if (enclosing != nullptr && cmark_node_get_type(enclosing) == CMARK_NODE_LIST &&
            cmark_node_get_list_tight(enclosing) != 0)
            return inlines_.children(node);
        return p(inlines_.children(node));
    }

    Node heading(cmark_node* node) {
        const auto [contents, name] = inlines_.heading(node);
        const auto attribute = name.empty() ? std::nullopt : std::optional(id(name));
        switch (std::clamp(cmark_node_get_heading_level(node) + shift_, 1, 6)) {
        case 1:
            return h1(attribute, contents);
        case 2:
            return h2(attribute, contents);
        case 3:
            return h3(attribute, contents);
        case 4:
            return h4(attribute, contents);
        case 5:
            return h5(attribute, contents);
        default:
            return h6(attribute, contents);
        }
    }

    Node list(cmark_node* node, int depth) {
        const Node items = children(node, depth + 1);
        if (cmark_node_get_list_type(node) == CMARK_BULLET_LIST) return ul(items);
        const int start = cmark_node_get_list_start(node);
        return ol(when(start != 1, html::attribute<"start">(std::to_string(start))), items);
    }

    Node table_of(cmark_node* node) {
        Node header_rows;
        Node rows;
        for (cmark_node* row = cmark_node_first_child(node); row != nullptr; row = cmark_node_next(row)) {
            const bool is_header = cmark_gfm_extensions_get_table_row_is_header(row) != 0;
            Node cells;
            for (cmark_node* cell = cmark_node_first_child(row); cell != nullptr; cell = cmark_node_next(cell))
                cells += is_header ? th(scope("col"), inlines_.children(cell)) : td(inlines_.children(cell));
            (is_header ? header_rows : rows) += tr(cells);
        }
        return div(cls("table-scroll"), table(thead(header_rows), when(!rows.empty(), [&] { return tbody(rows); })));
    }

    static std::string_view literal(cmark_node* node) {
        const char* text = cmark_node_get_literal(node);
        return text == nullptr ? std::string_view{} : text;
    }

    static std::string_view trimmed(std::string_view text) { return text.substr(0, text.find_last_not_of('\n') + 1); }

    int shift_;
    MarkdownInlines inlines_;
};

} // namespace

Node markdown(std::string_view text, const MarkdownOptions& options) {
    const Document document = parse(text);
    const int shift = options.first_heading_level - highest_level(document.get());
    return Blocks(shift, options).children(document.get(), 0);
}

std::string markdown_plain_text(std::string_view text) {
    const Document document = parse(text);
    std::string out;
    for (cmark_node* block = cmark_node_first_child(document.get()); block != nullptr; block = cmark_node_next(block)) {
        if (!out.empty()) out += ' ';
        out += inline_text(block);
    }
    return out;
}

} // namespace interregio::html
