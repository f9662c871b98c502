#include "modules/accounts/openid_client.h"

#include "platform/fetch/fake_fetcher.h"
#include "platform/secrets/token_maker.h"

#include <algorithm>
#include <gtest/gtest.h>

namespace interregio::accounts {
namespace {

using nlohmann::json;
using secrets::SignatureAlgorithm;
using secrets::TokenMaker;

const std::string place = "https://login.example";

json description() {
    return {{"issuer", place},
            {"authorization_endpoint", place + "/authorize"},
            {"token_endpoint", place + "/token"},
            {"jwks_uri", place + "/keys"}};
}

class OpenIdClientTest : public testing::Test {
  protected:
    OpenIdClientTest() {
        provider_.key = "office";
        provider_.issuer = place;
        provider_.client_id = "inter regio";
        provider_.client_secret = secrets::SecretBytes::copy_of("a:b");
        fetcher_.answer(place + "/.well-known/openid-configuration", description().dump());
        publish(maker_);
        answer_with(maker_);
    }
    void publish(const TokenMaker& maker) { fetcher_.answer(place + "/keys", maker.key_set()); }
    void answer_with(const TokenMaker& maker) {
        fetcher_.answer(place + "/token", json{{"id_token", maker.token({{"sub", "4711"}})}}.dump());
    }
    std::string redeem() {
        const auto claims = client_.redeem("code", "verifier", "https://site.example/sign-on/office");
        return claims ? claims->at("sub").get<std::string>() : std::string(name_of(claims.error()));
    }
    std::ptrdiff_t asked(const std::string& path) const {
        return std::ranges::count(fetcher_.asked(), place + path, &fetch::Request::address);
    }
    void later(std::chrono::milliseconds time) { clock_.set(clock_.now() + time); }

    SignOnProvider provider_;
    fetch::FakeFetcher fetcher_;
    FixedClock clock_{Clock::Time(std::chrono::hours(500'000))};
    OnTrouble on_trouble_;
    OpenIdClient client_{provider_, fetcher_, clock_, on_trouble_};
    TokenMaker maker_{SignatureAlgorithm::es256};
};

/// What is wrong with description() and these changes; "" for nothing.
std::string wrong_description(const json& changes) {
    SignOnProvider provider;
    provider.issuer = place;
    json document = description();
    document.update(changes);
    const auto read = read_metadata(document.dump(), provider);
    return read ? std::string() : std::string(read.error());
}

} // namespace

TEST_F(OpenIdClientTest, AsksForATokenWithWhatItWasGiven) {
    EXPECT_EQ(redeem(), "4711");
    const auto& asked = fetcher_.asked();
    const auto request = std::ranges::find(asked, place + "/token", &fetch::Request::address);
    ASSERT_NE(request, asked.end());
    EXPECT_EQ(request->form, "grant_type=authorization_code&code=code&redirect_uri=https%3A%2F%2Fsite.example%2Fsign-on"
                             "%2Foffice&code_verifier=verifier");
    ASSERT_TRUE(request->credentials);
    EXPECT_EQ(request->credentials->user, "inter%20regio"); // RFC 6749, 2.3.1
    EXPECT_EQ(request->credentials->password, "a%3Ab");
}

TEST_F(OpenIdClientTest, KeepsDescriptionAndKeysForAnHour) {
    for (int i = 0; i < 3; ++i) EXPECT_EQ(redeem(), "4711");
    EXPECT_EQ(asked("/keys"), 1);
    EXPECT_EQ(asked("/.well-known/openid-configuration"), 1);
    later(documents_kept);
    EXPECT_EQ(redeem(), "4711");
    EXPECT_EQ(asked("/keys"), 2);
    EXPECT_EQ(asked("/.well-known/openid-configuration"), 2);
}

TEST_F(OpenIdClientTest, FetchesKeysAgainOnceForOneThatItDoesNotKnow) {
    EXPECT_EQ(redeem(), "4711");
    const TokenMaker second(SignatureAlgorithm::es256, "second");
    answer_with(second);
    publish(second);
    EXPECT_EQ(redeem(), "4711");
    EXPECT_EQ(asked("/keys"), 2);
    const TokenMaker third(SignatureAlgorithm::es256, "third");
    answer_with(third);
    for (int i = 0; i < 3; ++i) EXPECT_EQ(redeem(), "invalid");
    EXPECT_EQ(asked("/keys"), 2) << "not again within a minute";
    later(keys_refetched_once_a);
    publish(third);
    EXPECT_EQ(redeem(), "4711");
    EXPECT_EQ(asked("/keys"), 3);
}

TEST_F(OpenIdClientTest, FetchesNoKeysForASignatureThatIsWrong) {
    const TokenMaker other(SignatureAlgorithm::es256, "first");
    answer_with(other);
    EXPECT_EQ(redeem(), "invalid");
    EXPECT_EQ(asked("/keys"), 1);
}

TEST_F(OpenIdClientTest, LeavesAProviderAloneThatHasFailed) {
    fetcher_.answer(place + "/token", [](const fetch::Request&) { return std::unexpected(fetch::Trouble::slow); });
    EXPECT_EQ(redeem(), "unreachable");
    const auto before = fetcher_.asked().size();
    answer_with(maker_);
    EXPECT_EQ(redeem(), "unreachable");
    EXPECT_EQ(fetcher_.asked().size(), before);
    later(left_alone);
    EXPECT_EQ(redeem(), "4711");
}

TEST_F(OpenIdClientTest, TakesNothingButATokenFromTheTokenEndpoint) {
    const auto with = [&](int status, const std::string& body) {
        fetcher_.answer(place + "/token", [=](const fetch::Request&) { return fetch::Answer{status, body}; });
        later(left_alone);
        return redeem();
    };
    EXPECT_EQ(with(302, ""), "provider");
    EXPECT_EQ(with(400, R"({"error":"invalid_grant"})"), "provider");
    EXPECT_EQ(with(500, ""), "unreachable");
    EXPECT_EQ(with(200, "<!DOCTYPE html>"), "invalid");
    EXPECT_EQ(with(200, "{}"), "invalid");
    EXPECT_EQ(with(200, R"({"id_token":"a","id_token":"b"})"), "invalid");
    EXPECT_EQ(with(200, R"({"id_token":1})"), "invalid");
}

TEST(ProviderMetadata, IsReadOnlyWhereItFits) {
    EXPECT_EQ(wrong_description(json::object()), "");
    EXPECT_EQ(wrong_description({{"issuer", place + "/"}}), "discovery: another issuer");
    EXPECT_EQ(wrong_description({{"token_endpoint", "http://login.example/token"}}), "discovery: token_endpoint");
    EXPECT_EQ(wrong_description({{"jwks_uri", "file:///etc/passwd"}}), "discovery: jwks_uri");
    EXPECT_EQ(wrong_description({{"authorization_endpoint", "javascript:alert(1)"}}),
              "discovery: authorization_endpoint");
    EXPECT_EQ(wrong_description({{"response_types_supported", {"id_token"}}}), "discovery: no code flow");
    EXPECT_EQ(wrong_description({{"code_challenge_methods_supported", {"plain"}}}), "discovery: no S256");
    EXPECT_EQ(wrong_description({{"id_token_signing_alg_values_supported", {"HS256"}}}),
              "discovery: no signature that we check");
    EXPECT_EQ(wrong_description({{"token_endpoint_auth_methods_supported", {"private_key_jwt"}}}),
              "discovery: neither client_secret_basic nor client_secret_post");
    EXPECT_EQ(wrong_description({{"token_endpoint_auth_methods_supported", {"client_secret_post"}}}), "");
    SignOnProvider provider;
    provider.issuer = place;
    EXPECT_FALSE(read_metadata("[]", provider));
    EXPECT_FALSE(read_metadata(R"({"issuer":"https://login.example","issuer":"https://login.example"})", provider));
    EXPECT_EQ(metadata_address(place + "/tenant/"), place + "/tenant/.well-known/openid-configuration");
}

} // namespace interregio::accounts
