#include "platform/secrets/sealed.h"

#include <gtest/gtest.h>

#include <string>

namespace interregio::secrets {
namespace {

SealingKey key_of(char fill) { return *SealingKey::from(SecretBytes::copy_of(std::string(32, fill))); }

std::vector<std::byte> from_hex(std::string_view hex) {
    std::vector<std::byte> out;
    for (std::size_t i = 0; i < hex.size(); i += 2)
        out.push_back(static_cast<std::byte>(std::stoi(std::string(hex.substr(i, 2)), nullptr, 16)));
    return out;
}

TEST(Sealed, OpensWhatWasSealed) {
    const SealingKey key = SealingKey::random();
    for (const std::string& secret : {std::string(), std::string("x"), std::string(20, '\0'), std::string(1000, 'q')}) {
        const auto sealed = seal(key, bytes_of(secret), "totp:1");
        EXPECT_EQ(sealed.size(), secret.size() + 41);
        const auto opened = open_sealed(key, sealed, "totp:1");
        ASSERT_TRUE(opened);
        EXPECT_EQ(opened->text(), secret);
    }
}

TEST(Sealed, TwiceTheSameIsNotTheSame) {
    const SealingKey key = key_of('k');
    EXPECT_NE(seal(key, bytes_of("secret"), "a"), seal(key, bytes_of("secret"), "a"));
}

TEST(Sealed, OnlyWithTheKeyAndInThePlace) {
    const auto sealed = seal(key_of('k'), bytes_of("secret"), "totp:1");
    EXPECT_FALSE(open_sealed(key_of('l'), sealed, "totp:1"));
    EXPECT_FALSE(open_sealed(key_of('k'), sealed, "totp:2"));
    EXPECT_FALSE(open_sealed(key_of('k'), sealed, ""));
    EXPECT_FALSE(open_sealed(key_of('k'), sealed, "totp:10"));
}

TEST(Sealed, EveryBitCounts) {
    const SealingKey key = key_of('k');
    auto sealed = seal(key, bytes_of("secret"), "p");
    for (std::size_t i = 0; i < sealed.size() * 8; ++i) {
        const std::byte bit{static_cast<unsigned char>(1 << i % 8)};
        sealed[i / 8] ^= bit;
        EXPECT_FALSE(open_sealed(key, sealed, "p")) << "bit " << i;
        sealed[i / 8] ^= bit;
    }
    EXPECT_TRUE(open_sealed(key, sealed, "p"));
}

TEST(Sealed, EveryByteCounts) {
    const SealingKey key = key_of('k');
    auto sealed = seal(key, bytes_of("secret"), "p");
    for (std::size_t length = 0; length < sealed.size(); ++length)
        EXPECT_FALSE(open_sealed(key, std::span(sealed).first(length), "p")) << length;
    sealed.push_back(std::byte{0});
    EXPECT_FALSE(open_sealed(key, sealed, "p"));
}

// What was sealed by an earlier program must open. Made by other means than libsodium: HChaCha20 of
// draft-irtf-cfrg-xchacha-03, 2.2, written out, then RFC 8439 as OpenSSL has it; key 00…1f, nonce 40…57.
TEST(Sealed, FormatStays) {
    std::string key(32, '\0');
    for (std::size_t i = 0; i < key.size(); ++i) key[i] = static_cast<char>(i);
    const auto sealed = from_hex("01404142434445464748494a4b4c4d4e4f5051525354555657e50b3644e5d64e"
                                 "2eb6c4b68c9ca850a4a58294f4079cd421179f4010a7d1511055f25bce");
    const auto opened = open_sealed(*SealingKey::from(SecretBytes::copy_of(key)), sealed, "totp:1");
    ASSERT_TRUE(opened);
    EXPECT_EQ(opened->text(), "12345678901234567890");
}

TEST(Sealed, KeysHaveThirtyTwoBytes) {
    EXPECT_FALSE(SealingKey::from(SecretBytes(31)));
    EXPECT_FALSE(SealingKey::from(SecretBytes(33)));
    EXPECT_FALSE(SealingKey::from(SecretBytes()));
    EXPECT_FALSE(same_secret(SealingKey::random().bytes(), SealingKey::random().bytes()));
}

} // namespace
} // namespace interregio::secrets
