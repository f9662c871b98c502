#pragma once
// What is published of the images of the record: renditions, made from the original and kept beside the record. They
// are derived data: not in the journal, and made again when they are missing (docs/adr/0016-renditions-of-pictures.md).
// All take a connection inside a transaction and are as thread-safe as that.

#include "modules/library/library_item.h"
#include "platform/db/database.h"
#include "platform/media/renditions.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace interregio {

/// All that renditions depend on, besides the recipe.
struct PictureSource {
    std::string file_hash;
    std::string credit;
    FocalPoint focal;
    friend bool operator==(const PictureSource&, const PictureSource&) = default;
};
[[nodiscard]] PictureSource source_of(const Image& image);

/// Names the renditions of a source in addresses: 20 hexadecimal digits, other ones when anything of the source or the
/// recipe is another.
[[nodiscard]] std::string mark_of(const PictureSource& source);

/// "720.avif"
[[nodiscard]] std::string rendition_name(int width, RenditionFormat format);
inline constexpr std::string_view share_rendition = "share.jpg";

/// A picture whose renditions are all there.
struct MadePicture {
    std::string mark;
    std::string tone; ///< see ScalablePicture::tone()
};
[[nodiscard]] std::optional<MadePicture> made_picture(db::Connection& connection, const PictureSource& source);

/// The bytes of a rendition; nothing when there is none, or when no image of the record is shown by it any more. Notes
/// the image as read.
[[nodiscard]] std::optional<std::string> find_rendition(db::Connection& connection, std::string_view mark,
                                                        std::string_view name);

/// Counts the pictures that were ever made or failed: what is made later has a higher number.
[[nodiscard]] std::int64_t pictures_made(db::Connection& connection);
/// The images whose renditions have been made since that number. Pages that show them do not know yet.
[[nodiscard]] std::vector<Uuid> images_made_since(db::Connection& connection, std::int64_t made);

/// The image by which bytes of the record are published under a file name; where several are, one of them. Notes it as
/// read.
[[nodiscard]] std::optional<PictureSource> find_picture_source(db::Connection& connection, std::string_view hash,
                                                               std::string_view file_name);

/// What is published at the address of an original: the largest JPEG up to 1280 pixels of its renditions; before those
/// are made, one made on the spot from the original, which takes a moment. Nothing when that cannot be decoded.
[[nodiscard]] std::optional<std::string> stand_in(db::Connection& connection, const PictureSource& source);

} // namespace interregio
