#include "platform/media/credit.h"

#include "platform/media/image_for_tests.h"

#include <gtest/gtest.h>

namespace interregio {
namespace {

using Credit = std::optional<std::string>;

template <class Fill> Credit credit_with(const Fill& fill) {
    return credit_in(test_bytes(test_with_metadata(test_image(8, 8), fill)));
}

TEST(CreditIn, SaysNothingWhereTheFileSaysNothing) {
    EXPECT_EQ(credit_in(test_bytes(test_image(8, 8))), std::nullopt);
    EXPECT_EQ(credit_in(test_bytes(test_image(8, 8, ".png"))), std::nullopt);
    EXPECT_EQ(credit_in(test_bytes(test_image(8, 8, ".webp"))), std::nullopt);
    EXPECT_EQ(credit_in(test_bytes("")), std::nullopt);
    EXPECT_EQ(credit_in(test_bytes("no picture")), std::nullopt);
    EXPECT_EQ(credit_with([](auto& file) { file.iptcData()["Iptc.Application2.Credit"] = "  "; }), std::nullopt);
}

TEST(CreditIn, PrefersTheCreditLine) {
    EXPECT_EQ(credit_with([](auto& file) {
                  file.xmpData()["Xmp.photoshop.Credit"] = "RVR / Wiedemeier";
                  file.xmpData()["Xmp.dc.creator"] = "Somebody";
                  file.iptcData()["Iptc.Application2.Credit"] = "Agency";
              }),
              "RVR / Wiedemeier");
    EXPECT_EQ(credit_with([](auto& file) {
                  file.iptcData()["Iptc.Application2.Credit"] = "Agency";
                  file.xmpData()["Xmp.dc.rights"] = "Rights";
              }),
              "Agency");
}

TEST(CreditIn, ElseGivesCreatorAndNotice) {
    const auto creator_and = [](const char* notice) {
        return credit_with([&](auto& file) {
            file.iptcData()["Iptc.Application2.Byline"] = "Anna Nowak";
            file.iptcData()["Iptc.Application2.Copyright"] = notice;
        });
    };
    EXPECT_EQ(creator_and("© GZM"), "Anna Nowak / © GZM");
    EXPECT_EQ(creator_and("© Anna Nowak 2025"), "© Anna Nowak 2025");
    EXPECT_EQ(credit_with([](auto& file) { file.iptcData()["Iptc.Application2.Byline"] = "Anna Nowak"; }),
              "Anna Nowak");
    EXPECT_EQ(credit_with([](auto& file) {
                  file.xmpData()["Xmp.dc.rights"] = "lang=\"de\" Rechte";
                  file.xmpData()["Xmp.dc.rights"] = "lang=\"x-default\" All rights";
                  file.xmpData()["Xmp.dc.creator"] = "Anna";
              }),
              "Anna / All rights");
}

TEST(CreditIn, NamesAllCreators) {
    EXPECT_EQ(credit_with([](auto& file) {
                  Exiv2::XmpArrayValue list(Exiv2::xmpSeq);
                  list.read("Anna Nowak");
                  list.read("Ben Müller");
                  file.xmpData().add(Exiv2::XmpKey("Xmp.dc.creator"), &list);
              }),
              "Anna Nowak, Ben Müller");
}

TEST(CreditIn, IsOneLineOfUtf8) {
    EXPECT_EQ(
        credit_with([](auto& file) { file.iptcData()["Iptc.Application2.Credit"] = " M\xFCller\r\n  Foto\x01 "; }),
        "Müller Foto");
    EXPECT_EQ(credit_with([](auto& file) { file.xmpData()["Xmp.photoshop.Credit"] = "Mu\xCC\x88ller"; }), "Müller");
    const auto longest = credit_with([](auto& file) {
        std::string words = "a";
        for (int i = 0; i < 200; ++i) words += "ä";
        file.xmpData()["Xmp.photoshop.Credit"] = words;
    });
    ASSERT_TRUE(longest);
    EXPECT_EQ(longest->size(), 299U); // cut between two letters of two bytes
}

TEST(CreditIn, OutlivesDamagedMetadata) {
    const std::string whole = test_image_with_secrets();
    EXPECT_EQ(credit_in(test_bytes(whole)), "Secret agency");
    std::string damaged = whole;
    for (std::size_t i = 20; i < damaged.size(); i += 7) damaged[i] = static_cast<char>(damaged[i] ^ 0x5A);
    EXPECT_NO_THROW((void)credit_in(test_bytes(damaged)));
    for (std::size_t size = 0; size < 2000; size += 13)
        EXPECT_NO_THROW((void)credit_in(test_bytes(std::string_view(whole).substr(0, size))));
}

TEST(CreditIn, IsFoundInEveryFormatThatIsTaken) {
    for (const char* how : {".jpg", ".png", ".webp"}) {
        const std::string file = test_with_metadata(test_image(8, 8, how),
                                                    [](auto& made) { made.xmpData()["Xmp.photoshop.Credit"] = "GZM"; });
        EXPECT_EQ(credit_in(test_bytes(file)), "GZM") << how;
    }
}

} // namespace
} // namespace interregio
