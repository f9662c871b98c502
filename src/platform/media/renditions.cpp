#include "platform/media/renditions.h"

#include "platform/media/avif_writer.h"
#include "platform/media/credit_packet.h"
#include "platform/media/file_format.h"
#include "platform/media/vips_picture.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace interregio {
namespace {

constexpr std::array usual_widths{320, 480, 600, 720, 960, 1280, 1920};

/// A result of libvips, or the exception for what it could not do.
template <class Make> VipsPicture made(const Make& make) {
    VipsImage* image = nullptr;
    if (make(&image) != 0) {
        std::string reason = vips_error_buffer();
        vips_error_clear();
        throw std::runtime_error("libvips: " + reason);
    }
    return VipsPicture(image);
}

/// The pixels in memory, for themselves.
VipsPicture in_memory(const VipsPicture& picture) {
    VipsImage* image = vips_image_copy_memory(picture.get());
    if (image == nullptr) throw std::runtime_error(std::string("libvips: ") + vips_error_buffer());
    return VipsPicture(image);
}

void remove_metadata(VipsImage* image) {
    char** fields = vips_image_get_fields(image);
    for (char** field = fields; *field != nullptr; ++field) vips_image_remove(image, *field); // not width and the like
    g_strfreev(fields);
}

std::string encoded(const VipsPicture& picture, const char* how) {
    void* data = nullptr;
    std::size_t size = 0;
    if (vips_image_write_to_buffer(picture.get(), how, &data, &size, nullptr) != 0)
        throw std::runtime_error(std::string("libvips: ") + vips_error_buffer());
    std::string out(static_cast<char*>(data), size);
    g_free(data);
    return out;
}

VipsPicture on_white(const VipsPicture& picture) {
    const auto white =
        std::unique_ptr<VipsArrayDouble, decltype([](VipsArrayDouble* array) { vips_area_unref(VIPS_AREA(array)); })>(
            vips_array_double_newv(3, 255.0, 255.0, 255.0));
    return made([&](VipsImage** out) { return vips_flatten(picture.get(), out, "background", white.get(), nullptr); });
}

bool transparent(const VipsPicture& picture) { return vips_image_hasalpha(picture.get()) != 0; }

std::string jpeg(const VipsPicture& picture, std::string_view credit) {
    constexpr const char* how = ".jpg[Q=78,interlace,optimize_coding,subsample_mode=on,strip]";
    const std::string file = transparent(picture) ? encoded(on_white(picture), how) : encoded(picture, how);
    return jpeg_with_packet(file, credit_packet(credit));
}

std::string webp(const VipsPicture& picture, std::string_view credit) {
    const std::string file = encoded(picture, ".webp[Q=76,effort=4,strip]");
    return webp_with_packet(file, credit_packet(credit), vips_image_get_width(picture.get()),
                            vips_image_get_height(picture.get()));
}

/// How wide the picture must be kept: for the largest rendition, and for the share picture, which needs its height.
int kept_width(int width, int height) {
    const double for_pages = static_cast<double>(usual_widths.back()) / width;
    const double for_sharing = std::min(1.0, static_cast<double>(share_height) / height);
    return static_cast<int>(std::lround(width * std::min(1.0, std::max(for_pages, for_sharing))));
}

VipsPicture scaled(VipsImage* picture, int width) {
    constexpr int any_height = 10'000'000;
    return made([&](VipsImage** out) {
        return vips_thumbnail_image(picture, out, width, "height", any_height, "size", VIPS_SIZE_DOWN, nullptr);
    });
}

/// The colours by the profile in the picture where it has one; nothing where that profile is of no use.
VipsPicture by_profile(VipsImage* picture) {
    VipsImage* image = nullptr;
    if (vips_icc_transform(picture, &image, "srgb", "embedded", TRUE, "input_profile", "cmyk", nullptr) == 0)
        return VipsPicture(image);
    vips_error_clear();
    return {};
}

/// The whole work of opening; an exception for what cannot be decoded.
VipsPicture prepared(VipsPicture picture) {
    const bool turned = vips_image_get_orientation_swap(picture.get()) != 0;
    const int width = vips_image_get_width(picture.get());
    const int height = vips_image_get_height(picture.get());
    // Ink first: scaling knows only light. For all others it is cheaper afterwards.
    const auto is_ink = [&] { return vips_image_get_interpretation(picture.get()) == VIPS_INTERPRETATION_CMYK; };
    if (is_ink())
        if (auto coloured = by_profile(picture.get())) picture = std::move(coloured);
    picture = scaled(picture.get(), turned ? kept_width(height, width) : kept_width(width, height));
    if (!is_ink() && vips_image_get_typeof(picture.get(), VIPS_META_ICC_NAME) != 0)
        if (auto coloured = by_profile(picture.get())) picture = std::move(coloured);
    picture =
        made([&](VipsImage** out) { return vips_colourspace(picture.get(), out, VIPS_INTERPRETATION_sRGB, nullptr); });
    picture = made([&](VipsImage** out) { return vips_cast_uchar(picture.get(), out, nullptr); });
    picture = in_memory(picture);
    remove_metadata(picture.get());
    return picture;
}

} // namespace

std::string_view ending_of(RenditionFormat format) {
    constexpr std::array<std::string_view, 3> endings{"avif", "webp", "jpg"};
    return endings[static_cast<std::size_t>(format)];
}

std::string_view media_type_of(RenditionFormat format) {
    constexpr std::array<std::string_view, 3> types{"image/avif", "image/webp", "image/jpeg"};
    return types[static_cast<std::size_t>(format)];
}

std::vector<int> rendition_widths(int original_width) {
    constexpr double worth_a_step = 1.2;
    std::vector<int> widths;
    for (const int width : usual_widths)
        if (width <= original_width) widths.push_back(width);
    if (widths.empty() || (original_width < usual_widths.back() && original_width >= widths.back() * worth_a_step))
        widths.push_back(original_width);
    return widths;
}

PixelRectangle crop_around(FocalPoint focal, int width, int height, int shape_width, int shape_height) {
    PixelRectangle crop{.width = width, .height = height};
    const double shape = static_cast<double>(shape_width) / shape_height;
    if (width > height * shape)
        crop.width = std::max(1, static_cast<int>(std::lround(height * shape)));
    else
        crop.height = std::max(1, static_cast<int>(std::lround(width / shape)));
    crop.left = std::clamp(static_cast<int>(std::lround(focal.x * width - crop.width / 2.0)), 0, width - crop.width);
    crop.top = std::clamp(static_cast<int>(std::lround(focal.y * height - crop.height / 2.0)), 0, height - crop.height);
    return crop;
}

struct ScalablePicture::Pixels {
    VipsPicture picture; ///< in memory, sRGB with 8 bits, 3 or 4 bands
    int original_width = 0;
};

ScalablePicture::ScalablePicture(std::unique_ptr<Pixels> pixels) : pixels_(std::move(pixels)) {}
ScalablePicture::ScalablePicture(ScalablePicture&&) noexcept = default;
ScalablePicture& ScalablePicture::operator=(ScalablePicture&&) noexcept = default;
ScalablePicture::~ScalablePicture() = default;

std::expected<ScalablePicture, Refusal> ScalablePicture::open(std::span<const std::byte> bytes) {
    const FileFormat format = file_format(bytes);
    const auto broken = [&] {
        vips_error_clear();
        return std::unexpected(Refusal{"refusal.media.image_broken", {{"type", std::string(name_of(format))}}});
    };
    auto original = open_picture(bytes, format);
    if (!original) return broken();
    try {
        const bool turned = vips_image_get_orientation_swap(original.get()) != 0;
        const int width = turned ? vips_image_get_height(original.get()) : vips_image_get_width(original.get());
        return ScalablePicture(std::make_unique<Pixels>(prepared(std::move(original)), width));
    } catch (const std::runtime_error&) {
        return broken();
    }
}

int ScalablePicture::original_width() const { return pixels_->original_width; }

std::string ScalablePicture::rendition(int width, RenditionFormat format, std::string_view credit) const {
    const auto picture = in_memory(scaled(pixels_->picture.get(), width));
    switch (format) {
    case RenditionFormat::avif:
        return write_avif(picture.get(), credit_packet(credit), {});
    case RenditionFormat::webp:
        return webp(picture, credit);
    case RenditionFormat::jpeg:
        break;
    }
    return jpeg(picture, credit);
}

std::string ScalablePicture::share_picture(FocalPoint focal, std::string_view credit) const {
    VipsImage* const whole = pixels_->picture.get();
    const auto crop =
        crop_around(focal, vips_image_get_width(whole), vips_image_get_height(whole), share_width, share_height);
    const auto part = made([&](VipsImage** out) {
        return vips_extract_area(whole, out, crop.left, crop.top, crop.width, crop.height, nullptr);
    });
    const auto sized = made([&](VipsImage** out) {
        return vips_thumbnail_image(part.get(), out, share_width, "height", share_height, "size", VIPS_SIZE_FORCE,
                                    nullptr);
    });
    return jpeg(in_memory(sized), credit);
}

std::string ScalablePicture::tone() const {
    if (transparent(pixels_->picture)) return {};
    const auto small = in_memory(scaled(pixels_->picture.get(), 64));
    std::array<int, 64> counts{};
    constexpr int step = 85; // levels 0, 85, 170, 255
    const auto level = [](unsigned char value) { return static_cast<std::size_t>((value + step / 2) / step); };
    for (int y = 0; y < vips_image_get_height(small.get()); ++y) {
        const auto* pixel = reinterpret_cast<const unsigned char*>(VIPS_IMAGE_ADDR(small.get(), 0, y));
        for (int x = 0; x < vips_image_get_width(small.get()); ++x, pixel += 3)
            ++counts[level(pixel[0]) * 16 + level(pixel[1]) * 4 + level(pixel[2])];
    }
    const auto commonest = static_cast<int>(std::ranges::max_element(counts) - counts.begin());
    return std::to_string(commonest / 16) + std::to_string(commonest / 4 % 4) + std::to_string(commonest % 4);
}

} // namespace interregio
