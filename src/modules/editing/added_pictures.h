#pragma once
// Several pictures at once: each becomes an image, and all stand in the activity they were taken at. Rights and
// refusals as in changes.h.

#include "modules/editing/changes.h"

#include <expected>
#include <optional>
#include <vector>

namespace interregio::editing {

struct AddedPictures {
    std::vector<Sheet> pictures;    ///< each the form of an image
    std::optional<Scope> draft_for; ///< who sees them until they are published
    std::optional<Uuid> activity{}; ///< in whose pictures they are to stand, behind those that are there
};

/// Why none was added.
struct PicturesNotAdded {
    std::optional<Refusal> refusal{};
    SheetProblems problems{}; ///< of all pictures: "pictures[2].alt.de"
};

/// Makes the images and changes the activity, all in the caller's transaction. Gives the images in order. Whoever
/// writes an alternative text or caption in one language only writes the original, whatever the form has ticked.
[[nodiscard]] std::expected<std::vector<Uuid>, PicturesNotAdded> add_pictures(EditContext& context,
                                                                              const AddedPictures& added);

} // namespace interregio::editing
