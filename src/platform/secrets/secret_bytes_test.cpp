#include "platform/secrets/secret_bytes.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <string>
#include <type_traits>
#include <utility>

namespace interregio::secrets {
namespace {

static_assert(!std::is_copy_constructible_v<SecretBytes> && !std::is_copy_assignable_v<SecretBytes>);

TEST(SecretBytes, MoveLeavesNothingBehind) {
    SecretBytes one = SecretBytes::copy_of("a key");
    SecretBytes other = std::move(one);
    EXPECT_EQ(other.text(), "a key");
    EXPECT_TRUE(one.empty()); // NOLINT(bugprone-use-after-move): this is what is tested
    other = SecretBytes::copy_of("another");
    EXPECT_EQ(other.text(), "another");
}

TEST(SecretBytes, RandomOnesDiffer) {
    const SecretBytes one = SecretBytes::random(32);
    const SecretBytes other = SecretBytes::random(32);
    EXPECT_EQ(one.size(), 32u);
    EXPECT_FALSE(same_secret(one.bytes(), other.bytes()));
    EXPECT_TRUE(SecretBytes::random(0).empty());
}

TEST(SecretBytes, ComparesEveryByteAndTheLength) {
    EXPECT_TRUE(same_secret("", ""));
    EXPECT_TRUE(same_secret("abc", "abc"));
    EXPECT_FALSE(same_secret("abc", "abd"));
    EXPECT_FALSE(same_secret("abc", "bbc"));
    EXPECT_FALSE(same_secret("abc", "ab"));
    EXPECT_FALSE(same_secret("", "a"));
}

TEST(SecretBytes, WipeOverwrites) {
    std::array<std::byte, 8> bytes{};
    bytes.fill(std::byte{0xAA});
    wipe(bytes);
    EXPECT_TRUE(std::ranges::all_of(bytes, [](std::byte b) { return b == std::byte{0}; }));
}

} // namespace
} // namespace interregio::secrets
