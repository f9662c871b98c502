#include "platform/secrets/totp.h"

#include "platform/secrets/encodings.h"

#include <gtest/gtest.h>

#include <string>

namespace interregio::secrets {
namespace {

using namespace std::chrono_literals;

constexpr std::string_view text_of_the_standard = "12345678901234567890";
const std::span<const std::byte> standard_key = bytes_of(text_of_the_standard);

Clock::Time time_at(std::int64_t seconds) { return Clock::Time(std::chrono::seconds(seconds)); }

// RFC 4226, appendix D.
TEST(Totp, SixDigitsAsInTheStandard) {
    const std::string codes[]{"755224", "287082", "359152", "969429", "338314",
                              "254676", "287922", "162583", "399871", "520489"};
    for (std::int64_t count = 0; count < 10; ++count)
        EXPECT_EQ(totp_code(standard_key, {count}), codes[static_cast<std::size_t>(count)]) << count;
    EXPECT_EQ(totp_number(standard_key, {0}), 1284755224u);
}

// RFC 6238, appendix B, the rows of SHA-1: eight digits there.
TEST(Totp, TimesAsInTheStandard) {
    const std::pair<std::int64_t, std::uint32_t> rows[]{{59, 94287082},         {1111111109, 7081804},
                                                        {1111111111, 14050471}, {1234567890, 89005924},
                                                        {2000000000, 69279037}, {20000000000, 65353130}};
    for (const auto& [seconds, number] : rows)
        EXPECT_EQ(totp_number(standard_key, time_step(time_at(seconds))) % 100'000'000, number) << seconds;
}

TEST(Totp, KeepsLeadingZeros) {
    // 07081804 of the standard with six digits.
    EXPECT_EQ(totp_code(standard_key, time_step(time_at(1111111109))), "081804");
}

TEST(Totp, StepsBeginEveryThirtySeconds) {
    EXPECT_EQ(time_step(time_at(0)).number, 0);
    EXPECT_EQ(time_step(Clock::Time(29'999ms)).number, 0);
    EXPECT_EQ(time_step(time_at(30)).number, 1);
    EXPECT_EQ(time_step(time_at(-1)).number, 0);
    EXPECT_EQ(time_step(time_at(-300)).number, 0);
}

TEST(Totp, AcceptsOneStepEitherSide) {
    const Clock::Time now = time_at(1'000'000'000);
    const TimeStep current = time_step(now);
    for (const std::int64_t off : {-1, 0, 1})
        EXPECT_EQ(accept_totp(standard_key, totp_code(standard_key, {current.number + off}), now, std::nullopt),
                  TimeStep{current.number + off});
    EXPECT_FALSE(accept_totp(standard_key, totp_code(standard_key, {current.number - 2}), now, std::nullopt));
    EXPECT_FALSE(accept_totp(standard_key, totp_code(standard_key, {current.number + 2}), now, std::nullopt));
}

TEST(Totp, RefusesAStepThatWasUsedAndThoseBefore) {
    const Clock::Time now = time_at(1'000'000'000);
    const TimeStep current = time_step(now);
    const std::string code = totp_code(standard_key, current);
    const auto first = accept_totp(standard_key, code, now, std::nullopt);
    ASSERT_EQ(first, current);
    EXPECT_FALSE(accept_totp(standard_key, code, now, first)) << "the same code again";
    EXPECT_FALSE(accept_totp(standard_key, totp_code(standard_key, {current.number - 1}), now, first))
        << "the one before";
    EXPECT_EQ(accept_totp(standard_key, totp_code(standard_key, {current.number + 1}), now, first),
              TimeStep{current.number + 1});
    EXPECT_EQ(accept_totp(standard_key, code, now, TimeStep{current.number - 1}), current);
}

TEST(Totp, ReadsBlanksAndNothingElse) {
    const Clock::Time now = time_at(59); // 287082
    EXPECT_TRUE(accept_totp(standard_key, "287082", now, std::nullopt));
    EXPECT_TRUE(accept_totp(standard_key, " 287 082 ", now, std::nullopt));
    EXPECT_FALSE(accept_totp(standard_key, "287083", now, std::nullopt));
    EXPECT_FALSE(accept_totp(standard_key, "", now, std::nullopt));
    EXPECT_FALSE(accept_totp(standard_key, "28708", now, std::nullopt));
    EXPECT_FALSE(accept_totp(standard_key, "2870820", now, std::nullopt));
    EXPECT_FALSE(accept_totp(standard_key, "+287082", now, std::nullopt));
    EXPECT_FALSE(accept_totp(standard_key, "２８７０８２", now, std::nullopt)) << "digits of full width";
}

TEST(Totp, AtTheBeginningOfTimeThereIsNoStepBefore) {
    EXPECT_EQ(accept_totp(standard_key, totp_code(standard_key, {0}), time_at(0), std::nullopt), TimeStep{0});
    EXPECT_EQ(accept_totp(standard_key, totp_code(standard_key, {1}), time_at(0), std::nullopt), TimeStep{1});
}

TEST(Totp, SecretsHaveAHundredAndSixtyBits) {
    const SecretBytes one = new_totp_secret();
    EXPECT_EQ(one.size(), 20u);
    EXPECT_EQ(base32(one.bytes()).size(), 32u);
    EXPECT_FALSE(same_secret(one.bytes(), new_totp_secret().bytes()));
}

TEST(Totp, AddressEncodesNamesWithPolishLetters) {
    EXPECT_EQ(otpauth_address("Górny Śląsk: GZM", "józef.żak@gzm.pl", standard_key),
              "otpauth://totp/G%C3%B3rny%20%C5%9Al%C4%85sk%3A%20GZM:j%C3%B3zef.%C5%BCak%40gzm.pl"
              "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=G%C3%B3rny%20%C5%9Al%C4%85sk%3A%20GZM"
              "&algorithm=SHA1&digits=6&period=30");
}

} // namespace
} // namespace interregio::secrets
