#pragma once
// What a file that came from outside really is, found in its bytes and never in its name. Only what is listed here is
// ever stored or served. All functions are safe from any thread.
//
// Refusals, with {arguments}; {type} and {found} are short names such as "JPEG", "SVG", "DOCX":
//   refusal.media.empty
//   refusal.media.too_large           {limit}: megabytes (10^6 bytes)
//   refusal.media.image_type          {found}: a format we know but do not take for an image
//   refusal.media.image_unknown       not a format we know
//   refusal.media.image_broken        {type}: looks like it, but cannot be decoded to its end
//   refusal.media.image_animated      {type}: an animation or several pictures in one file
//   refusal.media.too_many_pixels     {width}, {height}: pixels; {limit}: megapixels (10^6)
//   refusal.media.document_type       {found}: a format we know but do not take for a document
//   refusal.media.document_unknown    not a format we know
//   refusal.media.document_broken     {type}: looks like it, but is damaged or cut short
//   refusal.media.document_macros     {type}: carries macros

#include "base/refusal.h"

#include <cstddef>
#include <cstdint>
#include <expected>
#include <span>
#include <string>

namespace interregio {

inline constexpr std::size_t largest_media_file = 50'000'000;  ///< bytes, images and documents
inline constexpr std::int64_t most_image_pixels = 100'000'000; ///< width times height

struct ImageInfo {
    std::string media_type; ///< "image/jpeg", "image/png", "image/webp" or "image/avif"
    int width = 0;          ///< pixels, as shown: an orientation given in the metadata is applied
    int height = 0;

    friend bool operator==(const ImageInfo&, const ImageInfo&) = default;
};

/// Decodes the whole image, so that what is accepted can be shown; size and pixels are checked before. Takes up to a
/// few seconds and some hundred megabytes for the largest images, which are therefore decoded one at a time.
[[nodiscard]] std::expected<ImageInfo, Refusal> inspect_image(std::span<const std::byte> bytes);

struct DocumentInfo {
    std::string media_type; ///< "application/pdf", "application/vnd.oasis.opendocument.text" …

    friend bool operator==(const DocumentInfo&, const DocumentInfo&) = default;
};

/// PDF 1.x and 2.0 (ISO 32000; the header at the very beginning, the end mark within the last 1024 bytes), OpenDocument
/// (ISO/IEC 26300-3, 3.3: the stored first entry "mimetype") and Office Open XML (ISO/IEC 29500-2) as DOCX, XLSX or
/// PPTX. Only the frame is read, nothing is unpacked. Documents that carry macros are refused.
[[nodiscard]] std::expected<DocumentInfo, Refusal> inspect_document(std::span<const std::byte> bytes);

} // namespace interregio
