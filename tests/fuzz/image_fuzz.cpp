// Input: the bytes of a file that claims to be an image. Looking at it ends with what it is or a refusal; what is
// accepted has a size within the limits and can be opened for scaling; whom it is owed to is a line of text or nothing.

#include "base/assert.h"
#include "base/utf8.h"
#include "platform/media/credit.h"
#include "platform/media/media.h"
#include "platform/media/renditions.h"

#include <cstddef>
#include <cstdint>
#include <span>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace interregio;
    const auto bytes = std::as_bytes(std::span(data, size));
    const auto info = inspect_image(bytes);
    if (info) {
        INTERREGIO_ASSERT(info->width > 0 && info->height > 0, "has a size");
        INTERREGIO_ASSERT(std::int64_t{info->width} * info->height <= most_image_pixels, "within the limit");
        INTERREGIO_ASSERT(info->media_type.starts_with("image/"), "has a type");
    } else {
        INTERREGIO_ASSERT(info.error().key.starts_with("refusal.media."), "says why not");
    }
    const auto credit = credit_in(bytes);
    if (credit) {
        INTERREGIO_ASSERT(!credit->empty() && credit->size() <= longest_credit, "a line");
        INTERREGIO_ASSERT(valid_utf8(*credit) && !has_control_characters(*credit, ControlCharacters::none), "of text");
    }
    // Small ones only: what large ones need is time.
    if (info && std::int64_t{info->width} * info->height <= 100'000) {
        const auto picture = ScalablePicture::open(bytes);
        if (picture) {
            const auto jpeg = picture->rendition(rendition_widths(info->width).front(), RenditionFormat::jpeg, "©");
            INTERREGIO_ASSERT(inspect_image(std::as_bytes(std::span(jpeg))).has_value(), "gives a picture again");
            INTERREGIO_ASSERT(credit_in(std::as_bytes(std::span(jpeg))) == "©", "with its credit");
        }
    }
    return 0;
}
