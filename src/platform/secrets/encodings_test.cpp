#include "platform/secrets/encodings.h"

#include <gtest/gtest.h>

namespace interregio::secrets {
namespace {

// RFC 4648, 10, without the padding.
TEST(Encodings, Base32GivesTheStandardsExamples) {
    EXPECT_EQ(base32(bytes_of("")), "");
    EXPECT_EQ(base32(bytes_of("f")), "MY");
    EXPECT_EQ(base32(bytes_of("fo")), "MZXQ");
    EXPECT_EQ(base32(bytes_of("foo")), "MZXW6");
    EXPECT_EQ(base32(bytes_of("foob")), "MZXW6YQ");
    EXPECT_EQ(base32(bytes_of("fooba")), "MZXW6YTB");
    EXPECT_EQ(base32(bytes_of("foobar")), "MZXW6YTBOI");
}

TEST(Encodings, Base32WritesHighBits) { EXPECT_EQ(base32(bytes_of("\xFF\xFF\xFF\xFF\xFF")), "77777777"); }

// RFC 4648, 10; "-" and "_" instead of "+" and "/" (section 5).
TEST(Encodings, Base64UrlGivesTheStandardsExamples) {
    EXPECT_EQ(base64url(bytes_of("")), "");
    EXPECT_EQ(base64url(bytes_of("f")), "Zg");
    EXPECT_EQ(base64url(bytes_of("fo")), "Zm8");
    EXPECT_EQ(base64url(bytes_of("foo")), "Zm9v");
    EXPECT_EQ(base64url(bytes_of("foobar")), "Zm9vYmFy");
    EXPECT_EQ(base64url(bytes_of("\xFB\xFF\xFE")), "-__-");
}

TEST(Encodings, Base64UrlIsReadInOneFormOnly) {
    ASSERT_TRUE(read_base64url("-__-"));
    EXPECT_EQ(read_base64url("-__-")->text(), "\xFB\xFF\xFE");
    EXPECT_EQ(read_base64url("")->size(), 0u);
    EXPECT_EQ(read_base64url("Zg")->text(), "f");
    EXPECT_FALSE(read_base64url("Zg=="));
    EXPECT_FALSE(read_base64url("Zh")) << "unused bits are not zero";
    EXPECT_FALSE(read_base64url("Z"));
    EXPECT_FALSE(read_base64url("Zm9v\n"));
    EXPECT_FALSE(read_base64url(" Zm9v"));
    EXPECT_FALSE(read_base64url("+//+")) << "the other alphabet";
    EXPECT_FALSE(read_base64url(std::string_view("Zm\0v", 4)));
    for (int byte = 0x80; byte < 0x100; ++byte)
        EXPECT_FALSE(read_base64url(std::string("Zm") + static_cast<char>(byte) + "v")) << byte;
}

TEST(Encodings, PercentEncodesAllButUnreservedCharacters) {
    EXPECT_EQ(percent_encoded("AZaz09-._~"), "AZaz09-._~");
    EXPECT_EQ(percent_encoded("Górnośląsko: a&b=c/?#%+"), "G%C3%B3rno%C5%9Bl%C4%85sko%3A%20a%26b%3Dc%2F%3F%23%25%2B");
}

} // namespace
} // namespace interregio::secrets
