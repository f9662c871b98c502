#pragma once
// Images that tests make for themselves. For tests only.

#include "base/assert.h"
#include "platform/media/vips_library.h"

#include <array>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <exiv2/exiv2.hpp>
#include <vips/vips.h>

namespace interregio {

inline std::span<const std::byte> test_bytes(std::string_view text) {
    return std::as_bytes(std::span(text.data(), text.size()));
}

/// Takes the image.
inline std::string test_saved(VipsImage* image, const std::string& how) {
    void* data = nullptr;
    std::size_t size = 0;
    if (image == nullptr || vips_image_write_to_buffer(image, how.c_str(), &data, &size, nullptr) != 0)
        throw std::runtime_error(vips_error_buffer());
    g_object_unref(image);
    std::string out(static_cast<char*>(data), size);
    g_free(data);
    return out;
}

/// An image whose pixels `colour(x, y)` gives, with as many bands as that has values.
template <class Colour>
VipsImage* test_pixels(int width, int height, VipsInterpretation meaning, const Colour& colour) {
    start_vips();
    std::vector<unsigned char> pixels;
    constexpr int bands = static_cast<int>(std::tuple_size_v<decltype(colour(0, 0))>);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            for (const int value : colour(x, y)) pixels.push_back(static_cast<unsigned char>(value));
    VipsImage* image =
        vips_image_new_from_memory_copy(pixels.data(), pixels.size(), width, height, bands, VIPS_FORMAT_UCHAR);
    VipsImage* named = nullptr;
    if (vips_copy(image, &named, "interpretation", meaning, nullptr) != 0)
        throw std::runtime_error(vips_error_buffer());
    g_object_unref(image);
    return named;
}

inline std::string test_image(int width, int height, const std::string& how = ".jpg[Q=90]") {
    return test_saved(test_pixels(width, height, VIPS_INTERPRETATION_sRGB,
                                  [](int x, int y) { return std::array{x % 256, y % 256, (x + y) % 256}; }),
                      how);
}
inline std::string test_plain_image(int red, int green, int blue) {
    return test_saved(
        test_pixels(64, 48, VIPS_INTERPRETATION_sRGB, [&](int, int) { return std::array{red, green, blue}; }), ".png");
}
inline std::string test_transparent_image(int width, int height) {
    return test_saved(test_pixels(width, height, VIPS_INTERPRETATION_sRGB,
                                  [&](int x, int) { return std::array{20, 20, 20, x < width / 4 ? 255 : 0}; }),
                      ".png");
}
inline std::string test_grey_image() {
    return test_saved(test_pixels(400, 300, VIPS_INTERPRETATION_B_W, [](int x, int) { return std::array{x % 256}; }),
                      ".png");
}
inline std::string test_sixteen_bit_image() {
    VipsImage* const image =
        test_pixels(400, 300, VIPS_INTERPRETATION_sRGB, [](int x, int y) { return std::array{x % 256, y % 256, 7}; });
    VipsImage* wide = nullptr;
    if (vips_colourspace(image, &wide, VIPS_INTERPRETATION_RGB16, nullptr) != 0)
        throw std::runtime_error(vips_error_buffer());
    g_object_unref(image);
    return test_saved(wide, ".png[bitdepth=16]");
}
inline std::string test_cmyk_image() {
    return test_saved(test_pixels(400, 300, VIPS_INTERPRETATION_CMYK,
                                  [](int x, int y) { return std::array{x % 256, y % 256, 7, 20}; }),
                      ".jpg");
}

/// Metadata put into a JPEG.
template <class Fill> std::string test_with_metadata(const std::string& jpeg, const Fill& fill) {
    auto file =
        Exiv2::ImageFactory::open(reinterpret_cast<const Exiv2::byte*>(jpeg.data()), static_cast<long>(jpeg.size()));
    file->readMetadata();
    fill(*file);
    file->writeMetadata();
    Exiv2::BasicIo& io = file->io();
    io.open();
    std::string out(io.size(), '\0');
    io.seek(0, Exiv2::BasicIo::beg);
    io.read(reinterpret_cast<Exiv2::byte*>(out.data()), static_cast<long>(out.size()));
    io.close();
    return out;
}

/// A picture, red above blue when it is shown as its orientation (TIFF 6.0, tag 274) says; `width` and `height` are
/// those shown.
inline std::string test_image_turned(int orientation, int width, int height) {
    const bool swapped = orientation >= 5;
    const auto upper = [=](int x, int y) {
        switch (orientation) {
        case 1:
        case 2:
            return y < height / 2;
        case 3:
        case 4:
            return y >= height / 2;
        case 5:
        case 6:
            return x < height / 2;
        default:
            return x >= height / 2;
        }
    };
    const auto stored = test_saved(
        test_pixels(swapped ? height : width, swapped ? width : height, VIPS_INTERPRETATION_sRGB,
                    [&](int x, int y) { return upper(x, y) ? std::array{255, 0, 0} : std::array{0, 0, 255}; }),
        ".jpg[Q=95]");
    return test_with_metadata(stored, [&](Exiv2::Image& file) {
        file.exifData()["Exif.Image.Orientation"] = static_cast<std::uint16_t>(orientation);
    });
}

/// A photograph as a telephone and an agency leave it: place, camera, programme, keywords, a comment.
inline std::string test_image_with_secrets() {
    return test_with_metadata(test_image(640, 400), [](Exiv2::Image& file) {
        file.exifData()["Exif.Image.Make"] = "SecretCamera";
        file.exifData()["Exif.Image.Artist"] = "Secret Artist";
        file.exifData()["Exif.GPSInfo.GPSLatitudeRef"] = "N";
        file.exifData()["Exif.GPSInfo.GPSLatitude"] = "51/1 27/1 30/1";
        file.exifData()["Exif.Photo.BodySerialNumber"] = "SecretNumber";
        file.iptcData()["Iptc.Application2.Keywords"] = "Secret keyword";
        file.iptcData()["Iptc.Application2.Credit"] = "Secret agency";
        file.xmpData()["Xmp.dc.creator"] = "Secret creator";
        file.xmpData()["Xmp.exif.GPSLatitude"] = "51,27.5N";
        file.setComment("Secret comment");
    });
}

inline VipsImage* test_decoded(const std::string& file) {
    start_vips();
    VipsImage* image = vips_image_new_from_buffer(file.data(), file.size(), "", nullptr);
    if (image == nullptr) throw std::runtime_error(vips_error_buffer());
    return image;
}
inline bool test_has_alpha(const std::string& file) {
    VipsImage* const image = test_decoded(file);
    const bool has = vips_image_hasalpha(image) != 0;
    g_object_unref(image);
    return has;
}
/// The colour of a pixel in three digits as ScalablePicture::tone().
inline std::string test_tone_at(const std::string& file, int x, int y) {
    VipsImage* const image = test_decoded(file);
    double* values = nullptr;
    int bands = 0;
    if (vips_getpoint(image, &values, &bands, x, y, nullptr) != 0) throw std::runtime_error(vips_error_buffer());
    std::string tone;
    for (int band = 0; band < 3; ++band) tone += std::to_string(static_cast<int>(values[band] + 42) / 85);
    g_free(values);
    g_object_unref(image);
    return tone;
}

} // namespace interregio
