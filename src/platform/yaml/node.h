#pragma once
// YAML as a tree that remembers where each value stood. The subset that exchange files need: one document of mappings,
// sequences and scalars; every scalar is text (so that the country NO stays Norway) and is read as what the field
// wants. Anchors, aliases and tags are refused: they hide what a file says and make small files huge.

#include "base/refusal.h"

#include <cstddef>
#include <expected>
#include <string>
#include <string_view>
#include <vector>

namespace interregio::yaml {

/// Where something stands in a file; both count from 1.
struct Mark {
    std::size_t line = 0;
    std::size_t column = 0;
};

enum class NodeKind { null, scalar, sequence, mapping };

struct Member;

struct Node {
    NodeKind kind = NodeKind::null;
    std::string scalar;          ///< of a scalar: its text
    std::vector<Node> items;     ///< of a sequence
    std::vector<Member> members; ///< of a mapping, in file order, names unique
    Mark mark;

    [[nodiscard]] const Member* find(std::string_view name) const;
};

struct Member {
    std::string name;
    Mark mark; ///< of the name
    Node value;
};

struct Limits {
    std::size_t max_depth = 24;
    std::size_t max_nodes = 8'000'000;
    std::size_t max_members = 1000; ///< of one mapping
};

struct ParseError {
    Mark mark;
    Refusal refusal; ///< keys "refusal.yaml.*"
};

/// Reads one document. An empty text gives a null node. `text` may begin with a UTF-8 byte order mark; any other
/// encoding, and text that is no UTF-8, is refused at its first wrong byte. Thread-safe.
[[nodiscard]] std::expected<Node, ParseError> parse(std::string_view text, const Limits& limits = {});

} // namespace interregio::yaml
