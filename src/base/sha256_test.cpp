#include "base/sha256.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace interregio {
namespace {

std::string of(std::string_view text) { return sha256(std::as_bytes(std::span(text.data(), text.size()))); }

// The examples of FIPS 180-4 (NIST, "Examples with Intermediate Values", SHA-256), and the empty message.
TEST(Sha256, GivesTheStandardsExamples) {
    EXPECT_EQ(of(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    EXPECT_EQ(of("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_EQ(of("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
              "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    EXPECT_EQ(of(std::string(1'000'000, 'a')), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST(Sha256, ReadsEveryByte) {
    using namespace std::string_view_literals;
    EXPECT_EQ(sha256({}), of(""));
    EXPECT_NE(of("a\0b"sv), of("a\0c"sv));
    EXPECT_NE(of("a\0"sv), of("a"sv));
}

} // namespace
} // namespace interregio
