#include "modules/accounts/openid_claims.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace interregio::accounts {
namespace {

using nlohmann::json;

Clock::Time signed_on_at() {
    using namespace std::chrono;
    return sys_days{2026y / November / 25} + 12h;
}
std::int64_t seconds_of(Clock::Time time) {
    return std::chrono::duration_cast<std::chrono::seconds>(time.time_since_epoch()).count();
}

SignOnProvider office() {
    SignOnProvider provider;
    provider.key = "office";
    provider.issuer = "https://login.example";
    provider.client_id = "interregio";
    provider.second_factor_acr = {"gold"};
    provider.second_factor_amr = {"mfa"};
    provider.role_claim = "groups";
    provider.roles = {{"editors", Role::editor}, {"writers", Role::editor}, {"heads", Role::publisher}};
    return provider;
}

json good() {
    return {{"iss", "https://login.example"},
            {"aud", "interregio"},
            {"sub", "4711"},
            {"nonce", "once"},
            {"iat", seconds_of(signed_on_at())},
            {"exp", seconds_of(signed_on_at()) + 300},
            {"email", "Anna@RVR.example"},
            {"email_verified", true}};
}

/// What is wrong with good() and these changes; "" for nothing. A null takes a claim away.
std::string wrong(const json& changes, const SignOnProvider& provider = office(),
                  std::optional<Clock::Time> shown_since = {}) {
    json claims = good();
    for (const auto& [name, value] : changes.items()) {
        if (value.is_null())
            claims.erase(name);
        else
            claims[name] = value;
    }
    const auto read = read_identity(claims, provider, {"once", signed_on_at(), shown_since});
    return read ? std::string() : std::string(read.error());
}
Identity identity(const json& changes, const SignOnProvider& provider = office()) {
    json claims = good();
    claims.update(changes);
    return read_identity(claims, provider, {"once", signed_on_at()}).value();
}

} // namespace

TEST(IdToken, IsFromTheProviderForUs) {
    EXPECT_EQ(wrong(json::object()), "");
    for (const json& issuer : {json("https://login.example/"), json("https://evil.example"), json(1), json()})
        EXPECT_EQ(wrong({{"iss", issuer}}), "iss");
    for (const json& audience : {json("another"), json(json::array()), json({"another"}), json(1), json()})
        EXPECT_EQ(wrong({{"aud", audience}}), "aud");
    EXPECT_EQ(wrong({{"aud", {"interregio"}}}), "");
    EXPECT_EQ(wrong({{"aud", {"interregio", "another"}}}), "azp");
    EXPECT_EQ(wrong({{"aud", {"interregio", "another"}}, {"azp", "another"}}), "azp");
    EXPECT_EQ(wrong({{"aud", {"interregio", "another"}}, {"azp", "interregio"}}), "");
    EXPECT_EQ(wrong({{"azp", "another"}}), "azp");
}

TEST(IdToken, IsForNow) {
    const auto now = seconds_of(signed_on_at());
    EXPECT_EQ(wrong({{"exp", now - 59}}), "");
    EXPECT_EQ(wrong({{"exp", now - 60}}), "exp");
    for (const json& end : {json(), json("soon"), json(-1), json(1e300)}) EXPECT_EQ(wrong({{"exp", end}}), "exp");
    EXPECT_EQ(wrong({{"iat", now + 60}}), "");
    EXPECT_EQ(wrong({{"iat", now + 61}}), "iat");
    EXPECT_EQ(wrong({{"iat", now - 660}}), "");
    EXPECT_EQ(wrong({{"iat", now - 661}}), "iat");
    EXPECT_EQ(wrong({{"iat", nullptr}}), "iat");
    EXPECT_EQ(wrong({{"nbf", now + 60}}), "");
    EXPECT_EQ(wrong({{"nbf", now + 61}}), "nbf");
    EXPECT_EQ(wrong({{"nbf", "now"}}), "nbf");
}

TEST(IdToken, IsForThisAttemptAndSomebody) {
    for (const json& nonce : {json("twice"), json(""), json(1), json()}) EXPECT_EQ(wrong({{"nonce", nonce}}), "nonce");
    for (const json& subject : {json(""), json(1), json(), json(std::string(256, 'x')), json("a\nb")})
        EXPECT_EQ(wrong({{"sub", subject}}), "sub");
    auto by_object = office();
    by_object.account_claim = "oid";
    EXPECT_EQ(wrong(json::object(), by_object), "account claim");
    EXPECT_EQ(identity({{"oid", "object"}}, by_object).subject, "object");
    EXPECT_EQ(identity(json::object()).subject, "4711");
}

TEST(IdToken, SaysWhenWhoItIsWasShown) {
    const auto since = signed_on_at() - std::chrono::minutes(1);
    EXPECT_EQ(wrong({{"auth_time", seconds_of(signed_on_at())}}, office(), since), "");
    EXPECT_EQ(wrong({{"auth_time", seconds_of(since) - 60}}, office(), since), "");
    EXPECT_EQ(wrong({{"auth_time", seconds_of(since) - 61}}, office(), since), "auth_time");
    EXPECT_EQ(wrong(json::object(), office(), since), "auth_time");
    EXPECT_EQ(wrong({{"auth_time", seconds_of(signed_on_at()) + 61}}), "auth_time") << "in the future";
    EXPECT_EQ(wrong({{"auth_time", "now"}}, office(), since), "auth_time");
    EXPECT_FALSE(identity(json::object()).shown_at);
}

TEST(IdToken, GivesAnAddressThatTheProviderHasVerified) {
    EXPECT_EQ(identity(json::object()).email, "anna@rvr.example");
    for (const json& verified : {json(false), json("true"), json(1)})
        EXPECT_FALSE(identity({{"email_verified", verified}}).email);
    auto trusted = office();
    trusted.email = EmailProof::trusted;
    EXPECT_EQ(identity({{"email_verified", false}}, trusted).email, "anna@rvr.example");
    EXPECT_FALSE(identity({{"email", "no address"}}, trusted).email);
}

TEST(IdToken, GivesRolesByTheRulesAlone) {
    const auto roles = [](const json& groups) { return identity({{"groups", groups}}).roles; };
    EXPECT_EQ(roles({"editors", "heads"}), (std::vector{Role::editor, Role::publisher}));
    EXPECT_EQ(roles({"editors", "writers"}), std::vector{Role::editor}) << "each once";
    EXPECT_EQ(roles("heads"), std::vector{Role::publisher}) << "one may stand without a list";
    EXPECT_TRUE(roles({"Editors", "administrator", 1}).empty());
    EXPECT_TRUE(roles(1).empty());
    auto without = office();
    without.role_claim.clear();
    EXPECT_TRUE(identity({{"groups", {"editors"}}}, without).roles.empty());
}

TEST(IdToken, SaysThatASecondFactorWasShown) {
    EXPECT_FALSE(identity(json::object()).second_factor);
    EXPECT_TRUE(identity({{"acr", "gold"}}).second_factor);
    EXPECT_FALSE(identity({{"acr", "silver"}}).second_factor);
    EXPECT_TRUE(identity({{"amr", {"pwd", "mfa"}}}).second_factor);
    EXPECT_FALSE(identity({{"amr", {"pwd"}}}).second_factor);
    auto never = office();
    never.second_factor_acr.clear();
    never.second_factor_amr.clear();
    EXPECT_FALSE(identity({{"acr", ""}, {"amr", {"mfa"}}}, never).second_factor);
}

} // namespace interregio::accounts
