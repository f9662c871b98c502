#include "platform/media/renditions.h"

#include "platform/media/credit.h"
#include "platform/media/image_for_tests.h"
#include "platform/media/media.h"

#include <gtest/gtest.h>

#include <exiv2/exiv2.hpp>

namespace interregio {
namespace {

using Widths = std::vector<int>;

constexpr const char* credit = "© Ruhr & GZM / Żółć <Foto>";

ScalablePicture opened(const std::string& file) {
    auto picture = ScalablePicture::open(test_bytes(file));
    if (!picture) throw std::runtime_error(picture.error().key);
    return std::move(*picture);
}

ImageInfo info_of(const std::string& file) { return inspect_image(test_bytes(file)).value(); }

TEST(RenditionWidths, AreTheUsualOnesNeverAboveTheOriginal) {
    EXPECT_EQ(rendition_widths(4000), (Widths{320, 480, 600, 720, 960, 1280, 1920}));
    EXPECT_EQ(rendition_widths(1920), (Widths{320, 480, 600, 720, 960, 1280, 1920}));
    EXPECT_EQ(rendition_widths(1600), (Widths{320, 480, 600, 720, 960, 1280, 1600}));
    EXPECT_EQ(rendition_widths(1300), (Widths{320, 480, 600, 720, 960, 1280})); // 20 pixels more are worth no file
    EXPECT_EQ(rendition_widths(720), (Widths{320, 480, 600, 720}));
    EXPECT_EQ(rendition_widths(719), (Widths{320, 480, 600}));
    EXPECT_EQ(rendition_widths(959), (Widths{320, 480, 600, 720, 959}));
    EXPECT_EQ(rendition_widths(320), (Widths{320}));
    EXPECT_EQ(rendition_widths(319), (Widths{319}));
    EXPECT_EQ(rendition_widths(1), (Widths{1}));
}

TEST(CropAround, KeepsTheFocalPointInTheMiddleWhereTheEdgesAllow) {
    using R = PixelRectangle;
    EXPECT_EQ(crop_around({0.5, 0.5}, 1000, 1000, 2, 1), (R{0, 250, 1000, 500}));
    EXPECT_EQ(crop_around({0.5, 0.3}, 1000, 1000, 2, 1), (R{0, 50, 1000, 500}));
    EXPECT_EQ(crop_around({0.5, 0}, 1000, 1000, 2, 1), (R{0, 0, 1000, 500}));
    EXPECT_EQ(crop_around({0.5, 1}, 1000, 1000, 2, 1), (R{0, 500, 1000, 500}));
    EXPECT_EQ(crop_around({0.75, 0}, 2000, 100, 2, 1), (R{1400, 0, 200, 100}));
    EXPECT_EQ(crop_around({1, 0}, 2000, 100, 2, 1), (R{1800, 0, 200, 100}));
    EXPECT_EQ(crop_around({0, 0}, 200, 100, 2, 1), (R{0, 0, 200, 100}));
    EXPECT_EQ(crop_around({1, 1}, 1, 1, 1200, 630), (R{0, 0, 1, 1}));
}

TEST(Renditions, HaveFormatAndSizeAskedFor) {
    const auto picture = opened(test_image(700, 350));
    for (const auto format : all_rendition_formats)
        for (const int width : rendition_widths(700)) {
            const auto info = info_of(picture.rendition(width, format, credit));
            EXPECT_EQ(info, (ImageInfo{std::string(media_type_of(format)), width, width / 2}));
        }
}

TEST(Renditions, OfTransparentPicturesAreTransparentWhereTheFormatCan) {
    const auto picture = opened(test_transparent_image(400, 300));
    EXPECT_EQ(picture.tone(), "");
    EXPECT_TRUE(test_has_alpha(picture.rendition(320, RenditionFormat::avif, credit)));
    EXPECT_TRUE(test_has_alpha(picture.rendition(320, RenditionFormat::webp, credit)));
    const auto jpeg = picture.rendition(320, RenditionFormat::jpeg, credit);
    EXPECT_FALSE(test_has_alpha(jpeg));
    EXPECT_EQ(opened(jpeg).tone(), "333"); // white, not black
}

TEST(Renditions, StandUprightWhateverTheOrientationInTheFile) {
    // Red above blue as it is to be seen; stored turned, with the orientation that turns it back.
    for (int orientation = 1; orientation <= 8; ++orientation) {
        const auto picture = opened(test_image_turned(orientation, 400, 640));
        for (const auto format : all_rendition_formats) {
            const auto file = picture.rendition(320, format, credit);
            EXPECT_EQ(info_of(file).width, 320) << orientation;
            EXPECT_EQ(info_of(file).height, 512) << orientation;
            EXPECT_EQ(test_tone_at(file, 160, 20), "300") << orientation;
            EXPECT_EQ(test_tone_at(file, 160, 490), "003") << orientation;
        }
    }
}

TEST(Renditions, SayNothingButTheCredit) {
    const std::string original = test_image_with_secrets();
    ASSERT_NE(original.find("SecretCamera"), std::string::npos);
    const auto picture = opened(original);
    std::vector<std::string> files;
    for (const auto format : all_rendition_formats) files.push_back(picture.rendition(320, format, credit));
    files.push_back(picture.share_picture({}, credit));
    for (const std::string& file : files) {
        EXPECT_EQ(credit_in(test_bytes(file)), credit);
        for (const char* secret : {"Secret", "Exif", "GPS", "ICC_PROFILE", "8BIM", "Photoshop 3.0", "51.4"})
            EXPECT_EQ(file.find(secret), std::string::npos) << secret << " in " << info_of(file).media_type;
        Exiv2::enableBMFF(true);
        const auto metadata = Exiv2::ImageFactory::open(reinterpret_cast<const Exiv2::byte*>(file.data()),
                                                        static_cast<long>(file.size()));
        metadata->readMetadata();
        EXPECT_TRUE(metadata->exifData().empty());
        EXPECT_TRUE(metadata->iptcData().empty());
        EXPECT_EQ(metadata->xmpData().count(), 2); // photoshop:Credit and dc:rights
        EXPECT_FALSE(metadata->iccProfileDefined());
        EXPECT_TRUE(metadata->comment().empty());
    }
}

TEST(Renditions, OfGreySixteenBitAndCmykPicturesCanBeMade) {
    for (const auto& file : {test_grey_image(), test_sixteen_bit_image(), test_cmyk_image()}) {
        const auto picture = opened(file);
        for (const auto format : all_rendition_formats)
            EXPECT_EQ(info_of(picture.rendition(320, format, credit)).width, 320);
        EXPECT_EQ(picture.tone().size(), 3U);
    }
}

TEST(SharePicture, HasItsSizeAndKeepsTheFocalPoint) {
    const auto tall = opened(test_image_turned(1, 800, 2400)); // red above blue
    EXPECT_EQ(info_of(tall.share_picture({0.5, 0.1}, credit)), (ImageInfo{"image/jpeg", 1200, 630}));
    EXPECT_EQ(test_tone_at(tall.share_picture({0.5, 0.1}, credit), 600, 315), "300");
    EXPECT_EQ(test_tone_at(tall.share_picture({0.5, 0.9}, credit), 600, 315), "003");
    EXPECT_EQ(info_of(opened(test_image(100, 30)).share_picture({}, credit)).width, 1200);
    EXPECT_EQ(info_of(opened(test_image(8000, 200)).share_picture({}, credit)).height, 630);
}

TEST(Tone, IsTheCommonestOfSixtyFourColours) {
    EXPECT_EQ(opened(test_plain_image(255, 0, 0)).tone(), "300");
    EXPECT_EQ(opened(test_plain_image(90, 170, 250)).tone(), "123");
    EXPECT_EQ(opened(test_plain_image(0, 0, 0)).tone(), "000");
    EXPECT_EQ(opened(test_plain_image(42, 43, 127)).tone(), "011");
}

TEST(ScalablePicture, RefusesWhatCannotBeDecoded) {
    const std::string whole = test_image(400, 300);
    EXPECT_EQ(ScalablePicture::open(test_bytes(whole.substr(0, whole.size() / 2))).error().key,
              "refusal.media.image_broken");
    EXPECT_FALSE(ScalablePicture::open(test_bytes("")));
    EXPECT_FALSE(ScalablePicture::open(test_bytes("<svg/>")));
}

} // namespace
} // namespace interregio
