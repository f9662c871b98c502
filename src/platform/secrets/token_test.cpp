#include "platform/secrets/token.h"

#include "base/sha256.h"

#include <gtest/gtest.h>

#include <set>

namespace interregio::secrets {
namespace {

constexpr std::string_view zeros = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

TEST(Token, HasTwoHundredAndFiftySixBitsAndIsReadAsWritten) {
    std::set<std::string> texts;
    for (int i = 0; i < 100; ++i) {
        const std::string text = Token::random().text();
        ASSERT_EQ(text.size(), Token::text_length);
        ASSERT_TRUE(Token::parse(text));
        EXPECT_EQ(Token::parse(text)->text(), text);
        texts.insert(text);
    }
    EXPECT_EQ(texts.size(), 100u);
}

TEST(Token, NothingElseIsRead) {
    ASSERT_TRUE(Token::parse(zeros));
    EXPECT_FALSE(Token::parse(""));
    EXPECT_FALSE(Token::parse(zeros.substr(1)));
    EXPECT_FALSE(Token::parse(std::string(zeros) + "A"));
    EXPECT_FALSE(Token::parse(std::string(zeros) + "="));
    EXPECT_FALSE(Token::parse(std::string(zeros.substr(1)) + "B")) << "the same bytes, written in another way";
    EXPECT_FALSE(Token::parse(std::string(zeros.substr(1)) + "+"));
    EXPECT_FALSE(Token::parse(" " + std::string(zeros.substr(1))));
}

TEST(Token, HashIsSha256OfPurposeAndBytes) {
    std::vector<std::byte> input(33);
    input[0] = std::byte{2};
    const TokenHash hash = Token::parse(zeros)->hash(TokenPurpose::one_time_link);
    std::string hex;
    for (const std::byte byte : hash.bytes()) {
        static constexpr char digits[] = "0123456789abcdef";
        hex += digits[std::to_integer<int>(byte) >> 4];
        hex += digits[std::to_integer<int>(byte) & 15];
    }
    EXPECT_EQ(hex, sha256(input));
}

TEST(Token, HashesDifferByTokenAndByPurpose) {
    const Token token = Token::random();
    EXPECT_EQ(token.hash(TokenPurpose::session), Token::parse(token.text())->hash(TokenPurpose::session));
    EXPECT_FALSE(token.hash(TokenPurpose::session) == token.hash(TokenPurpose::one_time_link));
    EXPECT_FALSE(token.hash(TokenPurpose::session) == token.hash(TokenPurpose::form));
    EXPECT_FALSE(token.hash(TokenPurpose::session) == Token::random().hash(TokenPurpose::session));
}

TEST(Token, HashComesBackFromTheStore) {
    const TokenHash hash = Token::random().hash(TokenPurpose::session);
    const auto stored = TokenHash::from(hash.bytes());
    ASSERT_TRUE(stored);
    EXPECT_EQ(*stored, hash);
    EXPECT_FALSE(TokenHash::from(hash.bytes().first(31)));
    EXPECT_FALSE(TokenHash::from({}));
}

} // namespace
} // namespace interregio::secrets
