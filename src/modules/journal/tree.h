#pragma once
// Tree: a record as names and values, and what differs between two of them. Values; pure and thread-safe.

#include <nlohmann/json.hpp>

namespace interregio {

/// Objects keep the order in which their members were added.
using Tree = nlohmann::ordered_json;

/// What must change to make `to` of `from`: path -> [from, to]. Objects are compared member by member, with '/' between
/// names; everything else, lists too, as a whole. Empty when they are equal. Either may be null: nothing.
/// `to` is taken apart: pass it with std::move where it is not needed any more.
[[nodiscard]] Tree difference(const Tree& from, Tree to);

/// Carries out the difference: gives `to`, up to the order of members.
void apply_difference(Tree& tree, const Tree& difference);

} // namespace interregio
