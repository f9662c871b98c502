#pragma once
// How many typing errors lie between two words.

#include <cstddef>
#include <string_view>

namespace interregio::language {

/// Letters left out, added, replaced, or two neighbours swapped (optimal string alignment), counted in bytes, which for
/// folded words are letters. Gives up, and gives most + 1, as soon as there are more than `most`.
[[nodiscard]] std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t most);

} // namespace interregio::language
