#include "platform/media/media.h"

#include "platform/media/file_format.h"
#include "platform/media/refused.h"
#include "platform/media/vips_library.h"
#include "platform/media/vips_picture.h"

#include <mutex>

namespace interregio {
namespace {

/// Above this many pixels only one image is decoded at a time: interlaced ones need all their pixels in memory.
constexpr std::int64_t many_pixels = 20'000'000;

std::string_view media_type_of(FileFormat format) {
    switch (format) {
    case FileFormat::jpeg:
        return "image/jpeg";
    case FileFormat::png:
        return "image/png";
    case FileFormat::webp:
        return "image/webp";
    case FileFormat::avif:
        return "image/avif";
    default:
        return "";
    }
}

std::uint32_t big_endian(std::string_view text, std::size_t at) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 4; ++i) value = value << 8 | static_cast<unsigned char>(text[at + i]);
    return value;
}

enum class PngFrame { complete, animated, broken };

/// Walks the chunks of a PNG (ISO/IEC 15948, 5.3): the decoder stops when it has its pixels, whether or not the file
/// goes on to its end chunk, and it passes over the chunks of an animation.
PngFrame png_frame(std::string_view png) {
    std::size_t at = 8;
    while (png.size() - at >= 12) {
        const std::uint32_t length = big_endian(png, at);
        const std::string_view type = png.substr(at + 4, 4);
        if (type == "acTL") return PngFrame::animated;
        if (length > png.size() - at - 12) return PngFrame::broken;
        if (type == "IEND") return PngFrame::complete;
        at += 12 + std::size_t{length};
    }
    return PngFrame::broken;
}

/// Whether the end marker (ITU-T T.81, B.1.1.3) stands behind the last scan: where only that is missing the decoder
/// makes one up, with or without a warning. Inside a scan neither marker can occur; cameras may put more behind the
/// end.
bool jpeg_is_complete(std::string_view jpeg) {
    const auto scan = jpeg.rfind("\xFF\xDA");
    const auto end = jpeg.rfind("\xFF\xD9");
    return scan != std::string_view::npos && end != std::string_view::npos && end > scan;
}

/// Whether every pixel can be had. libvips reads pixels only where something needs them: an average needs all.
bool decodes(VipsImage* image) {
    double average = 0;
    return vips_avg(image, &average, nullptr) == 0;
}

bool has_several_pictures(VipsImage* image) {
    int pages = 1; // read here: vips_image_get_n_pages() takes more than 10,000 for a mistake and says one
    if (vips_image_get_typeof(image, VIPS_META_N_PAGES) == 0) return false;
    return vips_image_get_int(image, VIPS_META_N_PAGES, &pages) != 0 || pages > 1;
}

/// The container of AVIF holds other codecs, too.
bool is_av1(VipsImage* image) {
    const char* compression = nullptr;
    if (vips_image_get_typeof(image, "heif-compression") == 0) return false;
    return vips_image_get_string(image, "heif-compression", &compression) == 0 &&
           std::string_view(compression) == "av1";
}

std::expected<ImageInfo, Refusal> inspect(std::span<const std::byte> bytes, FileFormat format) {
    if (format == FileFormat::png) {
        const PngFrame frame = png_frame(as_text(bytes));
        if (frame == PngFrame::animated) return refused("image_animated", name_of(format));
        if (frame == PngFrame::broken) return refused("image_broken", name_of(format));
    }
    if (format == FileFormat::jpeg && !jpeg_is_complete(as_text(bytes)))
        return refused("image_broken", name_of(format));
    const VipsPicture picture = open_picture(bytes, format);
    if (!picture) return refused("image_broken", name_of(format));
    const int width = vips_image_get_width(picture.get());
    const int height = vips_image_get_height(picture.get());
    const std::int64_t pixels = std::int64_t{width} * height;
    if (pixels > most_image_pixels)
        return refused("too_many_pixels", {{"width", std::to_string(width)},
                                           {"height", std::to_string(height)},
                                           {"limit", std::to_string(most_image_pixels / 1'000'000)}});
    if (format == FileFormat::avif && !is_av1(picture.get())) return refused("image_type", {{"found", "HEIF"}});
    if (has_several_pictures(picture.get())) return refused("image_animated", name_of(format));
    {
        static std::mutex one_large_image;
        std::unique_lock lock(one_large_image, std::defer_lock);
        if (pixels > many_pixels) lock.lock();
        if (!decodes(picture.get())) return refused("image_broken", name_of(format));
    }
    ImageInfo info{std::string(media_type_of(format)), width, height};
    if (vips_image_get_orientation_swap(picture.get())) std::swap(info.width, info.height);
    return info;
}

} // namespace

std::expected<ImageInfo, Refusal> inspect_image(std::span<const std::byte> bytes) {
    if (bytes.empty()) return refused("empty");
    if (bytes.size() > largest_media_file)
        return refused("too_large", {{"limit", std::to_string(largest_media_file / 1'000'000)}});
    const FileFormat format = file_format(bytes);
    if (format == FileFormat::unknown) return refused("image_unknown");
    if (media_type_of(format).empty()) return refused("image_type", {{"found", std::string(name_of(format))}});
    start_vips();
    auto info = inspect(bytes, format);
    vips_error_clear(); // libvips gathers its messages for the whole program
    return info;
}

} // namespace interregio
