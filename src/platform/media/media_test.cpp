#include "platform/media/media.h"

#include "platform/media/vips_library.h"
#include "platform/media/zip_for_tests.h"

#include <gtest/gtest.h>

#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include <vips/vips.h>

namespace interregio {
namespace {

using namespace std::string_literals;

Refusal refusal(std::string_view bytes) {
    const auto info = inspect_image(as_bytes_of(bytes));
    return info ? Refusal{"accepted as " + info->media_type, {}} : info.error();
}

ImageInfo accepted(std::string_view bytes) {
    const auto info = inspect_image(as_bytes_of(bytes));
    return info ? *info : ImageInfo{info.error().key, 0, 0};
}

Refusal broken(std::string type) { return {"refusal.media.image_broken", {{"type", std::move(type)}}}; }

/// A picture in which no part is like another, so that a lost part is missed; owned by the caller.
VipsImage* noise(int width, int height) {
    start_vips();
    VipsImage* grey = nullptr;
    VipsImage* eight_bit = nullptr;
    if (vips_gaussnoise(&grey, width, height, "mean", 128.0, "sigma", 60.0, nullptr) != 0 ||
        vips_cast(grey, &eight_bit, VIPS_FORMAT_UCHAR, nullptr) != 0)
        throw std::runtime_error(vips_error_buffer());
    g_object_unref(grey);
    VipsImage* picture = nullptr;
    if (vips_copy(eight_bit, &picture, "interpretation", VIPS_INTERPRETATION_B_W, nullptr) != 0)
        throw std::runtime_error(vips_error_buffer());
    g_object_unref(eight_bit);
    return picture;
}

/// The picture saved as the suffix says, with options in brackets (".png[interlace]"). Takes the picture.
std::string saved(VipsImage* picture, const std::string& suffix) {
    void* data = nullptr;
    std::size_t size = 0;
    if (vips_image_write_to_buffer(picture, suffix.c_str(), &data, &size, nullptr) != 0)
        throw std::runtime_error(vips_error_buffer());
    g_object_unref(picture);
    std::string out(static_cast<char*>(data), size);
    g_free(data);
    return out;
}

struct Kind {
    std::string suffix;
    std::string media_type;
    std::string name;
};
const Kind kinds[]{{".jpg", "image/jpeg", "JPEG"},
                   {".jpg[interlace]", "image/jpeg", "JPEG"},
                   {".png", "image/png", "PNG"},
                   {".png[interlace]", "image/png", "PNG"},
                   {".webp", "image/webp", "WebP"},
                   {".webp[lossless]", "image/webp", "WebP"},
                   {".avif[effort=0]", "image/avif", "AVIF"}};

/// A chunk of a PNG, with a checksum that is right.
std::string chunk(const std::string& type, const std::string& data) {
    const auto big_endian = [](std::uint32_t value) {
        return std::string{static_cast<char>(value >> 24), static_cast<char>(value >> 16),
                           static_cast<char>(value >> 8), static_cast<char>(value)};
    };
    std::uint32_t crc = 0xFFFFFFFF;
    for (const char c : type + data) {
        crc ^= static_cast<unsigned char>(c);
        for (int bit = 0; bit < 8; ++bit) crc = crc >> 1 ^ (crc & 1 ? 0xEDB88320 : 0);
    }
    return big_endian(static_cast<std::uint32_t>(data.size())) + type + data + big_endian(~crc);
}

/// The head of a PNG of that size, and no pixels.
std::string empty_png(std::uint16_t width, std::uint16_t height) {
    const auto four = [](std::uint16_t v) {
        return std::string{0, 0, static_cast<char>(v >> 8), static_cast<char>(v)};
    };
    return "\x89PNG\r\n\x1A\n" + chunk("IHDR", four(width) + four(height) + std::string{8, 0, 0, 0, 0}) +
           chunk("IDAT", "\x78\x9C\x03\0\0\0\0\1"s) + chunk("IEND", "");
}

TEST(InspectImage, AcceptsTheFourFormats) {
    for (const Kind& kind : kinds)
        EXPECT_EQ(accepted(saved(noise(67, 41), kind.suffix)), (ImageInfo{kind.media_type, 67, 41})) << kind.suffix;
    EXPECT_EQ(accepted(saved(noise(1, 1), ".png")), (ImageInfo{"image/png", 1, 1}));
}

TEST(InspectImage, RefusesImagesThatAreCutShort) {
    for (const Kind& kind : kinds) {
        const std::string whole = saved(noise(200, 150), kind.suffix);
        for (int part = 1; part < 20; ++part) {
            const std::string start = whole.substr(0, whole.size() * static_cast<std::size_t>(part) / 20);
            EXPECT_EQ(refusal(start), broken(kind.name)) << kind.suffix << " " << part << "/20";
        }
        for (const std::size_t lost : {1U, 2U, 4U, 12U, 13U}) // 12: the whole end chunk of a PNG
            EXPECT_EQ(refusal(whole.substr(0, whole.size() - lost)), broken(kind.name)) << kind.suffix << " -" << lost;
        EXPECT_TRUE(inspect_image(as_bytes_of(whole)));
    }
}

TEST(InspectImage, RefusesImagesWithDamagedPixels) {
    std::string png = saved(noise(200, 150), ".png");
    const std::size_t middle = png.size() / 2;
    for (std::size_t i = 0; i < 16; ++i) png[middle + i] = static_cast<char>(~png[middle + i]);
    EXPECT_EQ(refusal(png), broken("PNG"));
    EXPECT_EQ(refusal(empty_png(20, 20)), broken("PNG"));
}

TEST(InspectImage, RefusesAHeadWithNothingBehindIt) {
    EXPECT_EQ(refusal("\xFF\xD8\xFF"), broken("JPEG"));
    EXPECT_EQ(refusal("\x89PNG\r\n\x1A\n"), broken("PNG"));
    EXPECT_EQ(refusal("RIFF\4\0\0\0WEBP"s), broken("WebP"));
    EXPECT_EQ(refusal("\0\0\0\x14"
                      "ftypavif\0\0\0\0mif1"s),
              broken("AVIF"));
    EXPECT_EQ(refusal("\xFF\xD8\xFF\xE0<script>alert(1)</script>"), broken("JPEG"));
}

TEST(InspectImage, OneFormatInTheClothesOfAnotherIsRefused) {
    const std::string jpeg = saved(noise(20, 20), ".jpg");
    EXPECT_EQ(refusal("\x89PNG\r\n\x1A\n" + jpeg), broken("PNG"));
    EXPECT_EQ(refusal("GIF89a" + jpeg), (Refusal{"refusal.media.image_type", {{"found", "GIF"}}}));
    EXPECT_EQ(refusal("%PDF-1.4\n" + jpeg), (Refusal{"refusal.media.image_type", {{"found", "PDF"}}}));
    EXPECT_EQ(refusal(TestZip{.entries = {{"a.jpg", jpeg}}}.bytes()),
              (Refusal{"refusal.media.image_type", {{"found", "ZIP"}}}));
}

TEST(InspectImage, NamesWhatItDoesNotTake) {
    const auto named = [](const std::string& found) { return Refusal{"refusal.media.image_type", {{"found", found}}}; };
    for (const std::string& svg :
         {"<svg xmlns=\"http://www.w3.org/2000/svg\"/>"s, "<?xml version=\"1.0\"?>\n<!-- a --><svg/>"s,
          "\xEF\xBB\xBF \n<SVG>"s, "<!DOCTYPE svg PUBLIC \"a\"><svg/>"s})
        EXPECT_EQ(refusal(svg), named("SVG")) << svg;
    EXPECT_EQ(refusal(saved(noise(9, 9), ".gif")), named("GIF"));
    EXPECT_EQ(refusal(saved(noise(9, 9), ".tif")), named("TIFF"));
    EXPECT_EQ(refusal("MM\0*\0\0\0\x08"s), named("TIFF"));
    EXPECT_EQ(refusal("%PDF-1.7\n%%EOF"), named("PDF"));
    EXPECT_EQ(refusal("BM\x46\0\0\0\0\0\0\0\x36\0\0\0"s), named("BMP"));
    EXPECT_EQ(refusal("\0\0\0\x18"
                      "ftypheic\0\0\0\0mif1heic"s),
              named("HEIC"));
    EXPECT_EQ(refusal("\xFF\x0A\0"s), named("JPEG XL"));
    EXPECT_EQ(refusal("8BPS\0\1"s), named("PSD"));
    EXPECT_EQ(refusal("<!DOCTYPE html><p><svg/>"), named("HTML"));
    for (const std::string& text : {"x"s, "BMW in Essen: a long line of text"s, "RIFF\4\0\0\0WAVE"s, "<p>"s,
                                    "\0\0\0\x14"
                                    "ftypisom\0\0\0\0mp42"s,
                                    "\0\0\0\x0C"
                                    "ftyp"s,
                                    std::string(100, '\0')})
        EXPECT_EQ(refusal(text).key, "refusal.media.image_unknown") << text;
    EXPECT_EQ(refusal("").key, "refusal.media.empty");
}

TEST(InspectImage, RefusesAnimations) {
    VipsImage* frames = noise(20, 40);
    vips_image_set_int(frames, VIPS_META_PAGE_HEIGHT, 20);
    EXPECT_EQ(refusal(saved(frames, ".webp")), (Refusal{"refusal.media.image_animated", {{"type", "WebP"}}}));

    std::string png = saved(noise(20, 20), ".png");
    png.insert(8 + 25, chunk("acTL", "\0\0\0\2\0\0\0\0"s)); // behind the signature and IHDR
    EXPECT_EQ(refusal(png), (Refusal{"refusal.media.image_animated", {{"type", "PNG"}}}));
}

TEST(InspectImage, GivesTheSizeAsShown) {
    for (int orientation = 1; orientation <= 8; ++orientation) {
        VipsImage* picture = noise(30, 20);
        vips_image_set_int(picture, VIPS_META_ORIENTATION, orientation);
        const ImageInfo upright{"image/jpeg", 30, 20};
        const ImageInfo turned{"image/jpeg", 20, 30};
        EXPECT_EQ(accepted(saved(picture, ".jpg")), orientation < 5 ? upright : turned) << orientation;
    }
}

TEST(InspectImage, ChecksThePixelsBeforeDecoding) {
    EXPECT_EQ(refusal(empty_png(10000, 10000)), broken("PNG")); // allowed, but there are no pixels
    EXPECT_EQ(refusal(empty_png(10000, 10001)),
              (Refusal{"refusal.media.too_many_pixels", {{"width", "10000"}, {"height", "10001"}, {"limit", "100"}}}));
    EXPECT_EQ(refusal(empty_png(65535, 65535)).key, "refusal.media.too_many_pixels");
}

TEST(InspectImage, TakesFiftyMegabytesAndNotAByteMore) {
    std::string png = saved(noise(10, 10), ".png");
    png.resize(50'000'000); // what follows the end chunk is not part of the image
    EXPECT_EQ(accepted(png), (ImageInfo{"image/png", 10, 10}));
    png += '\0';
    EXPECT_EQ(refusal(png), (Refusal{"refusal.media.too_large", {{"limit", "50"}}}));
}

TEST(InspectImage, IsSafeFromManyThreads) {
    const std::string good = saved(noise(120, 90), ".webp");
    const std::string bad = saved(noise(120, 90), ".jpg").substr(0, 3000);
    std::vector<int> right(4);
    std::vector<std::thread> threads;
    for (int& count : right)
        threads.emplace_back([&] {
            for (int round = 0; round < 20; ++round)
                count += inspect_image(as_bytes_of(good)).has_value() && !inspect_image(as_bytes_of(bad)).has_value();
        });
    for (std::thread& thread : threads) thread.join();
    for (const int count : right) EXPECT_EQ(count, 20);
    EXPECT_STREQ(vips_error_buffer(), "");
}

} // namespace
} // namespace interregio
