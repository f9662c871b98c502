#include "platform/html/node.h"

namespace interregio::html {
namespace {

constexpr std::array<std::pair<std::string_view, char>, 5> references{
    {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&#39;", '\''}}};

constexpr std::array<unsigned char, 256> reference_of = [] {
    std::array<unsigned char, 256> table{};
    for (std::size_t i = 0; i < references.size(); ++i)
        table[static_cast<unsigned char>(references[i].second)] = static_cast<unsigned char>(i + 1);
    return table;
}();

} // namespace

void append_escaped(std::string& out, std::string_view text) {
    std::size_t copied = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto reference = reference_of[static_cast<unsigned char>(text[i])];
        if (reference == 0) continue;
        out.append(text.substr(copied, i - copied));
        out.append(references[reference - 1u].first);
        copied = i + 1;
    }
    out.append(text.substr(copied));
}

Node linked_data(std::string_view json) {
    Node node;
    node.markup_ = "<script type=\"application/ld+json\">";
    for (const char c : json) {
        if (c == '<')
            node.markup_ += "\\u003c";
        else if (c == '>')
            node.markup_ += "\\u003e";
        else if (c == '&')
            node.markup_ += "\\u0026";
        else
            node.markup_ += c;
    }
    node.markup_ += "</script>";
    return node;
}

Node fill(std::string_view pattern, std::initializer_list<std::pair<std::string_view, Node>> values) {
    Builder builder;
    while (!pattern.empty()) {
        const auto open = pattern.find('{');
        builder.text(pattern.substr(0, open));
        if (open == std::string_view::npos) break;
        pattern.remove_prefix(open);
        const auto close = pattern.find('}');
        if (close == std::string_view::npos) {
            builder.text(pattern);
            break;
        }
        const auto name = pattern.substr(1, close - 1);
        bool found = false;
        for (const auto& [placeholder, node] : values) {
            if (placeholder != name) continue;
            builder.node(node);
            found = true;
            break;
        }
        if (!found) builder.text(pattern.substr(0, close + 1));
        pattern.remove_prefix(close + 1);
    }
    return std::move(builder).take();
}

std::string plain_text(const Node& node) {
    std::string out;
    const std::string_view markup = node.markup();
    bool in_tag = false;
    for (std::size_t i = 0; i < markup.size(); ++i) {
        const char c = markup[i];
        if (in_tag) {
            in_tag = c != '>'; // attribute values hold no raw '>': they are escaped
        } else if (c == '<') {
            in_tag = true;
        } else if (c == '&') {
            for (const auto& [reference, character] : references) {
                if (!markup.substr(i).starts_with(reference)) continue;
                out += character;
                i += reference.size() - 1;
                break;
            }
        } else {
            out += c;
        }
    }
    return out;
}

} // namespace interregio::html
