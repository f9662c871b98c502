#pragma once
// An image of libvips, owned; internal to platform/media, so that no other header needs libvips.

#include "platform/media/file_format.h"

#include <cstddef>
#include <memory>
#include <span>

#include <vips/vips.h>

namespace interregio {

struct UnreferenceVips {
    void operator()(VipsImage* image) const { g_object_unref(image); }
};
using VipsPicture = std::unique_ptr<VipsImage, UnreferenceVips>;

/// Reads the head of the image with the one decoder for its format; nothing when that does not accept it, or for a
/// format that is not taken. The bytes must outlive the picture: pixels are read when they are needed.
[[nodiscard]] VipsPicture open_picture(std::span<const std::byte> bytes, FileFormat format);

} // namespace interregio
