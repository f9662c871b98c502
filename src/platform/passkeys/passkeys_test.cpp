// Passkeys that are made and used, with each thing wrong by itself; keys and signatures are made by OpenSSL.
#include "platform/passkeys/software_authenticator.h"

#include <gtest/gtest.h>

namespace interregio::passkeys {
namespace {

using Ceremony = SoftwareAuthenticator::Ceremony;

constexpr std::string_view challenge = "q8Zr1vV0cQm2hK5xYw3pTg";
const IsChallenge is_ours = [](std::string_view one) { return one == challenge; };

RelyingParty party() { return RelyingParty::of_origin("https://interregio.example").value(); }
Ceremony right() { return {.challenge = std::string(challenge)}; }

class EveryPasskey : public testing::TestWithParam<Algorithm> {
  protected:
    SoftwareAuthenticator passkey{GetParam()};
    std::expected<NewPasskey, Problem> made(const Ceremony& ceremony) const {
        return check_registration(party(), passkey.make(ceremony), is_ours);
    }
    std::expected<std::uint32_t, Problem> used(const Ceremony& ceremony) const {
        return check_assertion(party(), passkey.use(ceremony), made(right())->key, is_ours);
    }
};
INSTANTIATE_TEST_SUITE_P(Algorithms, EveryPasskey, testing::ValuesIn(all_algorithms));

TEST_P(EveryPasskey, IsMadeAndUsed) {
    auto ceremony = right();
    ceremony.count = 0x01020304;
    const auto one = made(ceremony);
    ASSERT_TRUE(one);
    EXPECT_EQ(one->id, passkey.id());
    EXPECT_EQ(one->key.algorithm, GetParam());
    EXPECT_EQ(one->count, 0x01020304U);
    EXPECT_EQ(used(ceremony), 0x01020304U);
}

TEST_P(EveryPasskey, MaySignItselfAndNothingElse) {
    auto ceremony = right();
    ceremony.format = "packed";
    EXPECT_TRUE(made(ceremony));
    auto response = passkey.make(ceremony);
    // The signature is not over this any more: the client data have a blank more.
    response.client_data.insert(response.client_data.begin() + 1, std::byte{' '});
    EXPECT_EQ(check_registration(party(), response, is_ours).error(), Problem::refused_attestation);
    for (const char* format : {"fido-u2f", "tpm", "apple", ""}) {
        ceremony.format = format;
        EXPECT_EQ(made(ceremony).error(), Problem::refused_attestation) << format;
    }
}

TEST_P(EveryPasskey, SaysWhatIsWrong) {
    using Change = void (*)(Ceremony&);
    const std::vector<std::pair<Change, Problem>> changes{
        {[](Ceremony& one) { one.type = "payment.get"; }, Problem::wrong_type},
        {[](Ceremony& one) { one.challenge.back() = 'h'; }, Problem::wrong_challenge},
        {[](Ceremony& one) { one.challenge.clear(); }, Problem::wrong_challenge},
        {[](Ceremony& one) { one.origin = "https://interregio.example:8443"; }, Problem::wrong_origin},
        {[](Ceremony& one) { one.origin = "http://interregio.example"; }, Problem::wrong_origin},
        {[](Ceremony& one) { one.origin = "https://interregio.example.evil.example"; }, Problem::wrong_origin},
        {[](Ceremony& one) { one.origin = "https://INTERREGIO.example"; }, Problem::wrong_origin},
        {[](Ceremony& one) { one.more = R"(,"crossOrigin":true)"; }, Problem::wrong_origin},
        {[](Ceremony& one) { one.more = R"(,"crossOrigin":"no")"; }, Problem::wrong_origin},
        {[](Ceremony& one) { one.more = R"(,"tokenBinding":{"status":"present","id":"x"})"; }, Problem::wrong_origin},
        {[](Ceremony& one) { one.host = "example"; }, Problem::wrong_relying_party},
        {[](Ceremony& one) { one.flags = 0x04; }, Problem::nobody_present},
        {[](Ceremony& one) { one.flags = 0x01; }, Problem::nobody_verified},
        {[](Ceremony& one) { one.more = ","; }, Problem::unreadable},
    };
    for (const auto& [change, problem] : changes) {
        auto ceremony = right();
        change(ceremony);
        EXPECT_EQ(made(ceremony).error(), problem) << ceremony.type << ceremony.origin << ceremony.more;
        EXPECT_EQ(used(ceremony).error(), problem) << ceremony.type << ceremony.origin << ceremony.more;
    }
    // What is not wrong.
    auto ceremony = right();
    ceremony.more = R"(,"crossOrigin":false,"tokenBinding":{"status":"supported"},"other":[1])";
    EXPECT_TRUE(made(ceremony));
    EXPECT_TRUE(used(ceremony));
}

TEST_P(EveryPasskey, MakesNoSignatureForAnother) {
    const SoftwareAuthenticator other(GetParam());
    const auto key = made(right())->key;
    EXPECT_EQ(check_assertion(party(), other.use(right()), key, is_ours).error(), Problem::wrong_signature);
    const auto good = passkey.use(right());
    for (const std::size_t at : {std::size_t{0}, good.signature.size() / 2, good.signature.size() - 1}) {
        auto changed = good;
        changed.signature[at] ^= std::byte{1};
        EXPECT_EQ(check_assertion(party(), changed, key, is_ours).error(), Problem::wrong_signature) << at;
    }
    auto grown = good;
    grown.authenticator[36] ^= std::byte{1}; // the counter
    EXPECT_EQ(check_assertion(party(), grown, key, is_ours).error(), Problem::wrong_signature);
    auto longer = good;
    longer.authenticator.push_back(std::byte{0});
    EXPECT_EQ(check_assertion(party(), longer, key, is_ours).error(), Problem::wrong_signature);
    auto blank = good;
    blank.client_data.insert(blank.client_data.begin() + 1, std::byte{' '});
    EXPECT_EQ(check_assertion(party(), blank, key, is_ours).error(), Problem::wrong_signature);
    auto none = good;
    none.signature.clear();
    EXPECT_EQ(check_assertion(party(), none, key, is_ours).error(), Problem::unreadable);
}

TEST_P(EveryPasskey, IsOfOneCeremony) {
    auto ceremony = right();
    ceremony.type = "webauthn.get";
    EXPECT_EQ(made(ceremony).error(), Problem::wrong_type);
    ceremony.type = "webauthn.create";
    EXPECT_EQ(used(ceremony).error(), Problem::wrong_type);
}

TEST_P(EveryPasskey, HasNoUseForKeysOfOtherAlgorithmsOrBrokenOnes) {
    const auto key = made(right())->key;
    for (const Algorithm algorithm : all_algorithms) {
        if (algorithm == GetParam()) continue;
        EXPECT_EQ(check_assertion(party(), passkey.use(right()), {algorithm, key.bytes}, is_ours).error(),
                  Problem::wrong_signature);
    }
    EXPECT_EQ(check_assertion(party(), passkey.use(right()), {GetParam(), {}}, is_ours).error(),
              Problem::wrong_signature);
    auto shorter = key;
    shorter.bytes.pop_back();
    EXPECT_EQ(check_assertion(party(), passkey.use(right()), shorter, is_ours).error(), Problem::wrong_signature);
}

TEST_P(EveryPasskey, IsRefusedCutOffAnywhere) {
    const auto good = passkey.make(right());
    for (std::size_t size = 0; size < good.attestation.size(); ++size) {
        auto cut = good;
        cut.attestation.resize(size);
        EXPECT_FALSE(check_registration(party(), cut, is_ours)) << size;
    }
    auto longer = good;
    longer.attestation.push_back(std::byte{0});
    EXPECT_FALSE(check_registration(party(), longer, is_ours));
}

TEST(Passkeys, OfACurveWithoutTheirPointAreRefused) {
    const SoftwareAuthenticator passkey(Algorithm::es256);
    auto response = passkey.make(right());
    response.attestation.back() ^= std::byte{1}; // y
    EXPECT_EQ(check_registration(party(), response, is_ours).error(), Problem::unknown_algorithm);
}

TEST(Passkeys, DoNotMakeRoomForMoreThanWasSent) {
    // A key that is a list of 2^32 items, in five bytes.
    const SoftwareAuthenticator passkey;
    auto response = passkey.make(right());
    constexpr std::size_t key_size = 77; // ES256
    const auto key = response.attestation.size() - key_size;
    constexpr std::array head{0x9a, 0xff, 0xff, 0xff, 0xff};
    for (std::size_t i = 0; i < head.size(); ++i) response.attestation[key + i] = static_cast<std::byte>(head[i]);
    EXPECT_EQ(check_registration(party(), response, is_ours).error(), Problem::unreadable);
    auto used = passkey.use(right());
    for (const int octet : head) used.authenticator.push_back(static_cast<std::byte>(octet));
    EXPECT_EQ(check_assertion(party(), used, {}, is_ours).error(), Problem::unreadable);
}

TEST(Passkeys, CountUpOrNotAtAll) {
    EXPECT_TRUE(counter_may_follow(0, 0));
    EXPECT_TRUE(counter_may_follow(0, 1));
    EXPECT_TRUE(counter_may_follow(7, 8));
    EXPECT_TRUE(counter_may_follow(7, 0xffffffff));
    EXPECT_FALSE(counter_may_follow(7, 7));
    EXPECT_FALSE(counter_may_follow(7, 6));
    EXPECT_FALSE(counter_may_follow(7, 0));
}

} // namespace
} // namespace interregio::passkeys
