#pragma once
// Merging what two people have made of the same state of a record, as trees (record/record_tree.h, words only). Pure.

#include "modules/journal/tree.h"

#include <map>
#include <string>
#include <vector>

namespace interregio::editing {

/// Something that both have changed, each in another way.
struct Collision {
    std::string path; ///< "title/de", "participants/<id of the row>/number"
    Tree before;      ///< null where there was nothing, as those below
    Tree theirs;
    Tree mine;
    friend bool operator==(const Collision&, const Collision&) = default;
};

enum class Side { theirs, mine };
/// Which side is taken, by path of the collision.
using Choices = std::map<std::string, Side, std::less<>>;

struct Merged {
    Tree tree;
    std::vector<Collision> collisions; ///< those that `choices` does not settle; the tree then has theirs there
};

/// Whether what both have made anew, each in its way, is merged member by member or collides as one.
enum class Anew { by_member, as_one };

/// What becomes of `base` when both changes are carried out. Members are merged one by one; rows, which are objects
/// with an "id", row by row; of a list of plain values (references, languages) each value by itself. What one side has
/// removed and the other changed collides as a whole. Order: as mine where I changed it, else as theirs; what the other
/// side has added stands at the end.
[[nodiscard]] Merged merge(const Tree& base, const Tree& theirs, const Tree& mine, const Choices& choices,
                           Anew anew = Anew::by_member);

} // namespace interregio::editing
