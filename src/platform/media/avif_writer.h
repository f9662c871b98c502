#pragma once
// AVIF by libheif itself: through libvips 8.14 a picture either carries an EXIF block of libvips' making, or cannot
// carry a credit. Internal to platform/media.

#include "platform/media/vips_picture.h"

#include <string>
#include <string_view>

namespace interregio {

struct AvifSettings {
    int quality = 42; ///< 0 to 100
    int speed = 7;    ///< 0 slowest to 9; below 6 takes ten times as long for no smaller files
    int threads = 2;
};

/// `picture` is sRGB with 8 bits and 3 or 4 bands. Throws std::runtime_error when the encoder fails.
[[nodiscard]] std::string write_avif(VipsImage* picture, std::string_view xmp_packet, const AvifSettings& settings);

} // namespace interregio
