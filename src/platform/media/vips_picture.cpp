#include "platform/media/vips_picture.h"

#include "platform/media/vips_library.h"

namespace interregio {

VipsPicture open_picture(std::span<const std::byte> bytes, FileFormat format) {
    start_vips();
    VipsImage* image = nullptr;
    void* const data = const_cast<std::byte*>(bytes.data()); // libvips reads only
    const auto with = [&](auto* load) {
        return load(data, bytes.size(), &image, "access", VIPS_ACCESS_SEQUENTIAL, "fail_on", VIPS_FAIL_ON_ERROR,
                    nullptr);
    };
    int result = -1;
    switch (format) {
    case FileFormat::jpeg:
        result = with(vips_jpegload_buffer);
        break;
    case FileFormat::png:
        result = with(vips_pngload_buffer);
        break;
    case FileFormat::webp:
        result = with(vips_webpload_buffer);
        break;
    case FileFormat::avif:
        result = with(vips_heifload_buffer);
        break;
    default:
        break;
    }
    return VipsPicture(result == 0 ? image : nullptr);
}

} // namespace interregio
