#include "platform/qr/qr_code.h"

#define ZX_USE_UTF8 // what is read as std::string
#include <ZXing/ReadBarcode.h>
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <gtest/gtest.h>
#include <thread>

namespace interregio::qr {
namespace {

const std::string otpauth = "otpauth://totp/Interregio%20Partnerschaft:anna.nowak%40example.org?secret="
                            "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Interregio%20Partnerschaft&algorithm=SHA1&"
                            "digits=6&period=30";

/// What stands in a path, painted in black on white, some pixels a module.
struct Picture {
    static constexpr int pixels = 3;
    int size;
    std::vector<std::uint8_t> grey;

    Picture(int modules, const std::string& path) : size(modules * pixels), grey(at(0, size), 255) {
        const char* rest = path.c_str();
        int x = 0, y = 0, width = 0, back = 0, read = 0;
        while (std::sscanf(rest, "M%d %dh%dv1h-%dz%n", &x, &y, &width, &back, &read) == 4) {
            EXPECT_EQ(width, back);
            for (int row = y * pixels; row < (y + 1) * pixels; ++row)
                for (int column = x * pixels; column < (x + width) * pixels; ++column) grey.at(at(column, row)) = 0;
            rest += read;
        }
        EXPECT_STREQ(rest, "") << "nothing else is in the path";
    }
    bool dark(int x, int y) const { return grey.at(at(x * pixels, y * pixels)) == 0; }
    std::size_t at(int column, int row) const {
        return static_cast<std::size_t>(row) * static_cast<std::size_t>(size) + static_cast<std::size_t>(column);
    }
};

ZXing::Result read(const QrCode& code) {
    const Picture picture(drawn_size(code), svg_path(code));
    const ZXing::ImageView view(picture.grey.data(), picture.size, picture.size, ZXing::ImageFormat::Lum);
    return ZXing::ReadBarcode(view, ZXing::DecodeHints().setFormats(ZXing::BarcodeFormat::QRCode));
}

std::string bytes(const ZXing::Result& result) { return {result.bytes().begin(), result.bytes().end()}; }

std::string decoded(const std::string& text) {
    const auto code = QrCode::of(text);
    if (!code) return "(no code)";
    const ZXing::Result result = read(*code);
    return result.isValid() ? result.text() : "(not readable)";
}

TEST(QrCode, IsReadByZxingAsItWasMeant) {
    EXPECT_EQ(decoded(otpauth), otpauth);
    EXPECT_EQ(decoded("1"), "1");
    EXPECT_EQ(decoded("123456"), "123456");
}

TEST(QrCode, CarriesLettersOfAllOurLanguages) {
    EXPECT_EQ(decoded("Zażółć gęślą jaźń, Łódź"), "Zażółć gęślą jaźń, Łódź");
    EXPECT_EQ(decoded("Grüße aus Görlitz, „Straße“"), "Grüße aus Görlitz, „Straße“");
}

TEST(QrCode, CarriesAnyBytes) {
    std::string all;
    for (int i = 0; i < 256; ++i) all += static_cast<char>(i);
    const auto code = QrCode::of(all);
    ASSERT_TRUE(code);
    EXPECT_EQ(bytes(read(*code)), all);
}

TEST(QrCode, CorrectsErrorsAtLevelM) {
    const auto code = QrCode::of(otpauth);
    ASSERT_TRUE(code);
    EXPECT_EQ(read(*code).ecLevel(), "M");
}

TEST(QrCode, RefusesWhatDoesNotFit) {
    const std::string most(2331, 'x');
    const auto largest = QrCode::of(most);
    ASSERT_TRUE(largest);
    EXPECT_EQ(largest->size(), 177);
    EXPECT_EQ(bytes(read(*largest)), most);
    EXPECT_FALSE(QrCode::of(most + 'x'));
    EXPECT_FALSE(QrCode::of(std::string(5'000'000, '1')));
    EXPECT_FALSE(QrCode::of(""));
}

TEST(QrCode, TakesTheSmallestVersionThatHoldsIt) {
    EXPECT_EQ(QrCode::of(std::string(14, 'x'))->size(), 21); // ISO/IEC 18004, table 7: 14 bytes in version 1, M
    EXPECT_EQ(QrCode::of(std::string(15, 'x'))->size(), 25);
    EXPECT_EQ(QrCode::of(std::string(14, '1'))->size(), 21);
    EXPECT_EQ(QrCode::of(std::string(15, '1'))->size(), 25) << "digits are bytes as well";
}

TEST(QrCode, IsLightOutside) {
    const auto code = QrCode::of("x");
    ASSERT_TRUE(code);
    EXPECT_TRUE(code->dark(0, 0)); // the corners of the three finder patterns
    EXPECT_TRUE(code->dark(20, 0));
    EXPECT_TRUE(code->dark(0, 20));
    EXPECT_FALSE(code->dark(-1, 0));
    EXPECT_FALSE(code->dark(0, -1));
    EXPECT_FALSE(code->dark(21, 0));
    EXPECT_FALSE(code->dark(0, 21));
}

TEST(QrCodeAsPath, DrawsEveryDarkModuleAndFourLightOnesOnEverySide) {
    const auto code = QrCode::of(otpauth);
    ASSERT_TRUE(code);
    EXPECT_EQ(drawn_size(*code), code->size() + 8);
    const Picture picture(drawn_size(*code), svg_path(*code));
    for (int y = 0; y < drawn_size(*code); ++y)
        for (int x = 0; x < drawn_size(*code); ++x)
            ASSERT_EQ(picture.dark(x, y), code->dark(x - 4, y - 4)) << x << ' ' << y;
}

TEST(QrCodeAsPath, JoinsWhatIsBesideEachOther) {
    const auto code = QrCode::of("x");
    ASSERT_TRUE(code);
    const std::string path = svg_path(*code);
    EXPECT_TRUE(path.starts_with("M4 4h7v1h-7z")) << path; // the upper edge of the first finder pattern
    EXPECT_TRUE(path.ends_with("z")) << path;
    EXPECT_NE(path.find("M4 5h1v1h-1zM10 5h1v1h-1z"), std::string::npos) << path;
    int runs = 0;
    for (int y = 0; y < code->size(); ++y)
        for (int x = 0; x < code->size(); ++x) runs += code->dark(x, y) && !code->dark(x - 1, y);
    EXPECT_EQ(std::count(path.begin(), path.end(), 'M'), runs);
}

TEST(QrCode, IsSafeFromManyThreads) {
    const std::string expected = svg_path(*QrCode::of(otpauth));
    std::vector<int> same(4);
    std::vector<std::thread> threads;
    for (int& count : same)
        threads.emplace_back([&] {
            for (int round = 0; round < 50; ++round) count += svg_path(*QrCode::of(otpauth)) == expected;
        });
    for (std::thread& thread : threads) thread.join();
    for (const int count : same) EXPECT_EQ(count, 50);
}

} // namespace
} // namespace interregio::qr
