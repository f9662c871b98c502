#include "platform/secrets/password.h"

#include <gtest/gtest.h>

#include <sodium.h>
#include <string>
#include <vector>

namespace interregio::secrets {
namespace {

constexpr HashCost cheap{.passes = 1, .memory = 8192};
constexpr std::string_view good = "Haselnuss tanzt im Regen";

std::string repeated(std::string_view text, std::size_t times) {
    std::string out;
    for (std::size_t i = 0; i < times; ++i) out += text;
    return out;
}

std::string refusal_of(std::string_view text, const std::vector<std::string>& context = {}) {
    const auto password = Password::choose(text, context);
    return password ? "allowed" : password.error().key;
}

Password password_of(std::string_view text) { return *Password::typed(text); }

/// So many Chinese characters, none of which follow each other by counting.
std::string different(std::size_t count) {
    std::string out;
    for (std::size_t i = 0; i < count; ++i) {
        const unsigned code = 0x4E00u + static_cast<unsigned>(i * i * 37 % 20000);
        out += static_cast<char>(0xE0 | code >> 12);
        out += static_cast<char>(0x80 | (code >> 6 & 0x3F));
        out += static_cast<char>(0x80 | (code & 0x3F));
    }
    return out;
}

TEST(Password, IsAtLeastTwelveCodePointsLong) {
    EXPECT_EQ(refusal_of("wkzrmqvhtjp"), "refusal.password.too_short");
    EXPECT_EQ(refusal_of("wkzrmqvhtjpf"), "allowed");
    EXPECT_EQ(refusal_of("żkźrmqvhtjp"), "refusal.password.too_short") << "more bytes, but eleven letters";
    EXPECT_EQ(refusal_of("żkźrmqvhtjpf"), "allowed");
    EXPECT_EQ(refusal_of("z\u0307kz\u0301rmqvhtjp"), "refusal.password.too_short") << "eleven once composed";
    EXPECT_EQ(refusal_of(""), "refusal.password.too_short");
    EXPECT_EQ(refusal_of("wkzrm   qvhtj"), "refusal.password.too_short") << "blanks together count as one";
    EXPECT_EQ(refusal_of("wkzrm   qvhtjp"), "allowed");
    const auto refused = Password::choose("kurz", {});
    const Refusal::Arguments expected{{"least", "12"}, {"found", "4"}};
    EXPECT_EQ(refused.error().arguments, expected);
}

TEST(Password, IsAtMostAHundredAndTwentyEightCodePointsLong) {
    EXPECT_EQ(refusal_of(different(128)), "allowed");
    EXPECT_EQ(refusal_of(different(129)), "refusal.password.too_long");
    EXPECT_EQ(refusal_of(repeated("a", 3'000'000)), "refusal.password.too_long");
    EXPECT_EQ(refusal_of("wkzrmqvhtjpf" + repeated("o\u0302\u0301", 116)), "allowed")
        << "Vietnamese, decomposed: 128 when composed";
    EXPECT_TRUE(Password::typed(different(128)));
    EXPECT_FALSE(Password::typed(different(129)));
}

TEST(Password, MayHoldAnythingThatCanBeSeenAndBlanks) {
    EXPECT_EQ(refusal_of("ß ist kein ss, ąęć!"), "allowed");
    EXPECT_EQ(refusal_of(" wkzrmqvhtjpf "), "allowed");
    EXPECT_EQ(refusal_of("🐙🚲🌧️🎻🥨🧭🪁🦔🍋🧦🔭🪜"), "allowed");
    EXPECT_EQ(password_of(" wkzrmqvhtjpf ").text(), " wkzrmqvhtjpf ") << "nothing is cut off";
    EXPECT_EQ(refusal_of("wkzrmqvhtjpf\n"), "refusal.password.characters");
    EXPECT_EQ(refusal_of(std::string("wkzrmq\0vhtjpf", 13)), "refusal.password.characters");
    EXPECT_EQ(refusal_of("wkzrmqvhtjpf\xFF"), "refusal.password.characters");
    EXPECT_EQ(refusal_of("wkzrmqvhtjpf\xED\xA0\x80"), "refusal.password.characters");
}

TEST(Password, IsNotWhatEverybodyTries) {
    EXPECT_EQ(refusal_of("Password2026!"), "refusal.password.guessable");
    EXPECT_EQ(refusal_of("qwertzuiop12"), "refusal.password.guessable");
    const auto refused = Password::choose("Kowalczyk2026!", std::vector<std::string>{"Anna Kowalczyk"});
    ASSERT_FALSE(refused);
    const Refusal expected{"refusal.password.context", {{"word", "Anna Kowalczyk"}}};
    EXPECT_EQ(refused.error(), expected);
    EXPECT_EQ(refusal_of("Interregio26"), "refusal.password.context");
}

TEST(Password, ComposedAndDecomposedAreTheSame) {
    const auto stored = hash_password(password_of("za\u017C\u00F3\u0142\u0107 gęślą jaźń"), cheap);
    EXPECT_EQ(verify_password(stored, "zaz\u0307o\u0301\u0142c\u0301 ge\u0328s\u0301la\u0328 jaz\u0301n\u0301", cheap),
              Verdict::right);
    EXPECT_EQ(verify_password(stored, "zazolc gesla jazn", cheap), Verdict::wrong);
    EXPECT_EQ(verify_password(hash_password(password_of("Straße"), cheap), "Strasse", cheap), Verdict::wrong)
        << "NFC, not NFKC or folding";
}

TEST(Password, HashSaysHowItWasMadeAndVerifies) {
    const auto password = Password::choose(good, {});
    ASSERT_TRUE(password);
    const std::string stored = hash_password(*password);
    EXPECT_TRUE(stored.starts_with("$argon2id$v=19$m=12288,t=3,p=1$")) << stored;
    EXPECT_EQ(verify_password(stored, good), Verdict::right);
    EXPECT_EQ(verify_password(stored, "Haselnuss tanzt im regen"), Verdict::wrong);
    EXPECT_EQ(verify_password(stored, std::string(good) + " "), Verdict::wrong);
    EXPECT_EQ(verify_password(stored, ""), Verdict::wrong);
    EXPECT_EQ(verify_password(stored, std::string(good) + std::string(1, '\0')), Verdict::wrong);
    EXPECT_NE(hash_password(*password, cheap), hash_password(*password, cheap)) << "a salt of its own";
}

TEST(Password, ReadsHashesOfOtherPrograms) {
    // The test vector of the reference implementation (phc-winner-argon2, src/test.c: version 0x13, argon2id, t=2,
    // m=2^16, p=1): "password" with the salt "somesalt".
    const std::string stored = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$"
                               "CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
    EXPECT_EQ(verify_password(stored, "password", cheap), Verdict::right);
    EXPECT_EQ(verify_password(stored, "passwore", cheap), Verdict::wrong);
}

TEST(Password, SignsInWithOneThatWouldNotBeAllowedAnyMore) {
    EXPECT_EQ(verify_password(hash_password(password_of("kurz"), cheap), "kurz", cheap), Verdict::right);
}

TEST(Password, WithoutAnAccountItIsWrong) {
    EXPECT_EQ(verify_password(std::nullopt, good, cheap), Verdict::wrong);
    EXPECT_EQ(verify_password("", good, cheap), Verdict::wrong);
    EXPECT_EQ(verify_password("", "", cheap), Verdict::wrong);
    EXPECT_EQ(verify_password("$argon2id$v=19$m=8,t=1,p=1$", good, cheap), Verdict::wrong);
    EXPECT_EQ(verify_password(repeated("x", 5000), good, cheap), Verdict::wrong);
    EXPECT_EQ(verify_password(std::nullopt, repeated("x", 5000), cheap), Verdict::wrong);
}

/// The work, not the clock: what a thread did is not moved about by who else is on the machine as much.
double seconds_of_work(auto&& work) {
    const auto now = [] {
        timespec time{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
    };
    double least = 1e9;
    for (int i = 0; i < 5; ++i) {
        const double begin = now();
        work();
        least = std::min(least, now() - begin);
    }
    return least;
}

TEST(Password, WithoutAnAccountTheWorkIsTheSame) {
    const std::string stored = hash_password(password_of(good));
    const double known = seconds_of_work([&] { EXPECT_EQ(verify_password(stored, "wrong"), Verdict::wrong); });
    const double unknown = seconds_of_work([&] { EXPECT_EQ(verify_password(std::nullopt, "wrong"), Verdict::wrong); });
    const double no_password = seconds_of_work([&] { EXPECT_EQ(verify_password(stored, "\xFF"), Verdict::wrong); });
    EXPECT_NEAR(unknown / known, 1, 0.4);
    EXPECT_NEAR(no_password / known, 1, 0.4);
}

TEST(Password, IsHashedAnewWhenTheCostChanges) {
    const std::string stored = hash_password(password_of(good), cheap);
    EXPECT_EQ(needs_rehash(stored, cheap), Rehash::not_needed);
    EXPECT_EQ(needs_rehash(stored), Rehash::needed);
    EXPECT_EQ(needs_rehash(stored, {.passes = 2, .memory = 8192}), Rehash::needed);
    EXPECT_EQ(needs_rehash(stored, {.passes = 1, .memory = 16384}), Rehash::needed);
    EXPECT_EQ(needs_rehash("", cheap), Rehash::needed);
    EXPECT_EQ(needs_rehash("$2b$12$of.another.kind", cheap), Rehash::needed);
    EXPECT_EQ(verify_password(stored, good), Verdict::right) << "and is good until then";
}

} // namespace
} // namespace interregio::secrets
