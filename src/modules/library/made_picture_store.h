#pragma once
// The SQL of renditions that only their maker needs. Internal to the module.

#include "modules/library/made_pictures.h"

namespace interregio::store {

/// A source that images of the record have and that has neither been made nor failed with this recipe.
[[nodiscard]] std::optional<PictureSource> next_to_make(db::Connection& connection);
[[nodiscard]] std::int64_t count_to_make(db::Connection& connection);

/// Of a picture that has been made.
[[nodiscard]] std::optional<std::string> widest_jpeg(db::Connection& connection, std::string_view mark, int most_width);

struct NamedRendition {
    std::string name;
    std::string bytes;
};
/// Does nothing when it is there already: somebody else was quicker.
void add_made(db::Connection& connection, const PictureSource& source, std::string_view tone,
              const std::vector<NamedRendition>& renditions);
/// Notes that a source cannot be made, so that it is not tried again.
void add_failed(db::Connection& connection, const PictureSource& source);

/// Removes what no image of the record is shown by any more.
void remove_unused(db::Connection& connection);
[[nodiscard]] bool any_unused(db::Connection& connection);

} // namespace interregio::store
