#pragma once
// The one thing that is written into a published picture besides its pixels: whom it is owed to, as an XMP packet
// (ISO 16684-1) with photoshop:Credit and dc:rights. Functions without state, safe from any thread.

#include <string>
#include <string_view>

namespace interregio {

/// The packet; `credit` is UTF-8 without control characters, and is escaped here.
[[nodiscard]] std::string credit_packet(std::string_view credit);

/// A JPEG with the packet in an APP1 segment behind what begins the file (XMP part 3, 1.1.3). `jpeg` is one that an
/// encoder has just made; the packet must fit a segment (65,000 bytes), asserted.
[[nodiscard]] std::string jpeg_with_packet(std::string_view jpeg, std::string_view packet);

/// A WebP of the pixels of another and the packet in a chunk "XMP " (WebP container specification, extended format);
/// all else is left out. `width` and `height` are those of the picture. `webp` is lossy and has just been made.
[[nodiscard]] std::string webp_with_packet(std::string_view webp, std::string_view packet, int width, int height);

} // namespace interregio
