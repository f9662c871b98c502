#include "platform/yaml/node.h"

#include "base/utf8.h"

#include <algorithm>
#include <yaml.h>

namespace interregio::yaml {
namespace {

Mark mark_of(const yaml_mark_t& mark) { return {mark.line + 1, mark.column + 1}; }

/// Position of the first byte that is not part of valid UTF-8.
Mark first_wrong_byte(std::string_view text) {
    Mark mark{1, 1};
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
        const std::string_view line = text.substr(0, end);
        if (!valid_utf8(line)) {
            std::size_t length = line.size();
            while (length > 0 && !valid_utf8(line.substr(0, length))) --length;
            // The longest valid beginning ends where a character may have been cut; count characters, not bytes.
            for (std::size_t i = 0; i < length; ++i)
                if ((static_cast<unsigned char>(line[i]) & 0xC0) != 0x80) ++mark.column;
            return mark;
        }
        text.remove_prefix(end);
        ++mark.line;
    }
    return mark;
}

std::string_view view(const yaml_char_t* text) { return reinterpret_cast<const char*>(text); }

/// Builds the tree from libyaml's events. Errors are thrown as ParseError and caught in parse().
class Builder {
  public:
    Builder(std::string_view text, const Limits& limits) : limits_(limits) {
        yaml_parser_initialize(&parser_);
        yaml_parser_set_encoding(&parser_, YAML_UTF8_ENCODING);
        yaml_parser_set_input_string(&parser_, reinterpret_cast<const unsigned char*>(text.data()), text.size());
    }
    Builder(const Builder&) = delete;
    Builder& operator=(const Builder&) = delete;
    ~Builder() {
        yaml_event_delete(&event_);
        yaml_parser_delete(&parser_);
    }

    Node document() {
        next(); // stream start
        next();
        if (event_.type == YAML_STREAM_END_EVENT) return {};
        next(); // the root, after the document start
        Node root = node(1);
        next(); // document end
        next();
        if (event_.type != YAML_STREAM_END_EVENT) fail("refusal.yaml.several_documents");
        return root;
    }

  private:
    void next() {
        yaml_event_delete(&event_);
        if (yaml_parser_parse(&parser_, &event_) != 0) return;
        const yaml_mark_t at = parser_.problem_mark;
        throw ParseError{mark_of(at),
                         {"refusal.yaml.syntax", {{"problem", parser_.problem != nullptr ? parser_.problem : "?"}}}};
    }

    [[noreturn]] void fail(std::string key, Refusal::Arguments arguments = {}) const {
        throw ParseError{mark_of(event_.start_mark), {std::move(key), std::move(arguments)}};
    }

    void refuse_decoration(const yaml_char_t* anchor, const yaml_char_t* tag) const {
        if (anchor != nullptr) fail("refusal.yaml.anchor", {{"found", "&" + std::string(view(anchor))}});
        if (tag != nullptr) fail("refusal.yaml.tag", {{"found", std::string(view(tag))}});
    }

    /// The node that the current event begins; afterwards the current event is its last one.
    Node node(std::size_t depth) {
        if (depth > limits_.max_depth) fail("refusal.yaml.too_deep", {{"limit", std::to_string(limits_.max_depth)}});
        if (++nodes_ > limits_.max_nodes) fail("refusal.yaml.too_many", {{"limit", std::to_string(limits_.max_nodes)}});
        Node result;
        result.mark = mark_of(event_.start_mark);
        switch (event_.type) {
        case YAML_ALIAS_EVENT:
            fail("refusal.yaml.anchor", {{"found", "*" + std::string(view(event_.data.alias.anchor))}});
        case YAML_SCALAR_EVENT:
            read_scalar(result);
            break;
        case YAML_SEQUENCE_START_EVENT:
            refuse_decoration(event_.data.sequence_start.anchor, event_.data.sequence_start.tag);
            result.kind = NodeKind::sequence;
            for (next(); event_.type != YAML_SEQUENCE_END_EVENT; next()) result.items.push_back(node(depth + 1));
            break;
        case YAML_MAPPING_START_EVENT:
            refuse_decoration(event_.data.mapping_start.anchor, event_.data.mapping_start.tag);
            result.kind = NodeKind::mapping;
            for (next(); event_.type != YAML_MAPPING_END_EVENT; next()) read_member(result, depth);
            break;
        default:
            fail("refusal.yaml.syntax", {{"problem", "unexpected structure"}});
        }
        return result;
    }

    void read_scalar(Node& result) const {
        const auto& scalar = event_.data.scalar;
        refuse_decoration(scalar.anchor, scalar.tag);
        result.scalar.assign(reinterpret_cast<const char*>(scalar.value), scalar.length);
        const bool plain = scalar.style == YAML_PLAIN_SCALAR_STYLE;
        if (plain && (result.scalar.empty() || result.scalar == "~" || result.scalar == "null")) {
            result.scalar.clear();
            return; // null
        }
        result.kind = NodeKind::scalar;
        if (has_control_characters(result.scalar, ControlCharacters::newline_and_tab))
            fail("refusal.yaml.control_character");
    }

    void read_member(Node& mapping, std::size_t depth) {
        if (event_.type != YAML_SCALAR_EVENT) fail("refusal.yaml.key_not_text");
        Member member;
        member.mark = mark_of(event_.start_mark);
        refuse_decoration(event_.data.scalar.anchor, event_.data.scalar.tag);
        member.name.assign(reinterpret_cast<const char*>(event_.data.scalar.value), event_.data.scalar.length);
        if (mapping.members.size() == limits_.max_members)
            fail("refusal.yaml.too_many", {{"limit", std::to_string(limits_.max_members)}});
        if (mapping.find(member.name) != nullptr) fail("refusal.yaml.duplicate_key", {{"found", member.name}});
        next();
        member.value = node(depth + 1);
        mapping.members.push_back(std::move(member));
    }

    yaml_parser_t parser_{};
    yaml_event_t event_{};
    Limits limits_;
    std::size_t nodes_ = 0;
};

} // namespace

const Member* Node::find(std::string_view name) const {
    const auto found = std::ranges::find(members, name, &Member::name);
    return found == members.end() ? nullptr : &*found;
}

std::expected<Node, ParseError> parse(std::string_view text, const Limits& limits) {
    if (!valid_utf8(text)) return std::unexpected(ParseError{first_wrong_byte(text), {"refusal.yaml.not_utf8", {}}});
    try {
        return Builder(text, limits).document();
    } catch (const ParseError& error) {
        return std::unexpected(error);
    }
}

} // namespace interregio::yaml
