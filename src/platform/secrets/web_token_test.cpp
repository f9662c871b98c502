#include "platform/secrets/web_token.h"

#include "platform/secrets/strict_json.h"
#include "platform/secrets/token_maker.h"

#include <gtest/gtest.h>
#include <openssl/hmac.h>

namespace interregio::secrets {
namespace {

using nlohmann::json;

WebKeySet keys_of(const TokenMaker& maker) { return WebKeySet::parse(maker.key_set()).value(); }

/// What verified_claims() says, in a word; "" when it is taken.
std::string said(const std::string& token, const WebKeySet& keys) {
    const auto claims = verified_claims(token, keys);
    return claims ? std::string() : std::string(name_of(claims.error()));
}

const TokenMaker& maker() {
    static const TokenMaker made(SignatureAlgorithm::rs256);
    return made;
}

/// A token with the signature of a shared secret, for which somebody takes the public key as it is published.
std::string shared_secret_token(const std::string& secret) {
    const std::string text = TokenMaker::encoded(R"({"alg":"HS256","kid":"first"})") + '.' + TokenMaker::encoded("{}");
    std::vector<std::byte> mac(32);
    unsigned size = 0;
    HMAC(EVP_sha256(), secret.data(), static_cast<int>(secret.size()), octets(bytes_of(text)), text.size(),
         octets(std::span<std::byte>(mac)), &size);
    return text + '.' + base64url(mac);
}

} // namespace

TEST(WebToken, IsTakenWithTheThreeAlgorithms) {
    for (const auto algorithm : {SignatureAlgorithm::rs256, SignatureAlgorithm::ps256, SignatureAlgorithm::es256}) {
        const TokenMaker own(algorithm);
        const auto claims = verified_claims(own.token({{"sub", "somebody"}}), keys_of(own));
        ASSERT_TRUE(claims) << own.name();
        EXPECT_EQ(claims->at("sub"), "somebody");
    }
}

TEST(WebToken, IsRefusedWithAnyOtherAlgorithm) {
    const auto keys = keys_of(maker());
    for (const auto* algorithm : {"none", "None", "HS256", "RS1", "RS512", "ES512", "rs256", ""})
        EXPECT_EQ(said(maker().token(json::object(), {{"alg", algorithm}}), keys), "algorithm") << algorithm;
    EXPECT_EQ(said(maker().token(json::object(), {{"alg", nullptr}}), keys), "algorithm");
    EXPECT_EQ(said(TokenMaker::encoded(R"({"alg":"none"})") + '.' + TokenMaker::encoded("{}") + '.', keys),
              "algorithm");
    EXPECT_EQ(said(shared_secret_token(maker().key().dump()), keys), "algorithm");
    EXPECT_EQ(said(shared_secret_token(maker().key_set()), keys), "algorithm");
}

TEST(WebToken, IsRefusedWithAKeyOfAnotherKind) {
    const TokenMaker curve(SignatureAlgorithm::es256);
    EXPECT_EQ(said(maker().token(json::object(), {{"alg", "ES256"}}), keys_of(maker())), "no such key");
    EXPECT_EQ(said(curve.token(json::object(), {{"alg", "RS256"}}), keys_of(curve)), "no such key");
    // A key says for which algorithm it is.
    json key = maker().key();
    key["alg"] = "PS256";
    const auto set = WebKeySet::parse(json{{"keys", {key}}}.dump());
    EXPECT_EQ(said(maker().token(json::object()), *set), "no such key");
}

TEST(WebToken, NeedsTheKeyThatItNames) {
    const auto keys = keys_of(maker());
    EXPECT_EQ(said(maker().token(json::object(), {{"kid", "second"}}), keys), "no such key");
    const TokenMaker other(SignatureAlgorithm::rs256);
    EXPECT_EQ(said(other.token(json::object()), keys), "signature");
    // Keys that it brings along do not count (RFC 8725, 3.10).
    EXPECT_EQ(said(other.token(json::object(), {{"jwk", other.key()}}), keys), "signature");
    // Without a name there must be one key only.
    const std::string nameless =
        maker().signed_text(TokenMaker::encoded(R"({"alg":"RS256"})") + '.' + TokenMaker::encoded("{}"));
    EXPECT_EQ(said(nameless, keys), "");
    const TokenMaker second(SignatureAlgorithm::rs256, "second");
    const auto two = WebKeySet::parse(json{{"keys", {maker().key(), second.key()}}}.dump());
    EXPECT_EQ(said(nameless, *two), "no such key");
    const auto twice = WebKeySet::parse(json{{"keys", {maker().key(), other.key()}}}.dump());
    EXPECT_EQ(said(maker().token(json::object()), *twice), "no such key") << "two keys of one name";
}

TEST(WebToken, IsRefusedWhenAnythingOfItWasChanged) {
    const auto keys = keys_of(maker());
    const std::string token = maker().token({{"sub", "somebody"}});
    ASSERT_EQ(said(token, keys), "");
    for (std::size_t i = 0; i < token.size(); ++i) {
        std::string changed = token;
        changed[i] = changed[i] == 'A' ? 'B' : 'A';
        EXPECT_NE(said(changed, keys), "") << i;
    }
    for (const std::string& wrong : {std::string(), std::string("."), std::string(".."), token + '.', token + "=",
                                     token.substr(0, token.rfind('.')), token + ".x", ' ' + token, token + '\n'})
        EXPECT_NE(said(wrong, keys), "") << wrong;
    EXPECT_EQ(said(std::string(longest_web_token + 1, 'A'), keys), "malformed");
}

TEST(WebToken, MayBeOfNoTypeButOfNoOther) {
    const auto keys = keys_of(maker());
    for (const auto* type : {"JWT", "jwt", "application/jwt"})
        EXPECT_EQ(said(maker().token(json::object(), {{"typ", type}}), keys), "") << type;
    for (const auto* type : {"at+jwt", "logout+jwt", "JWS", ""})
        EXPECT_EQ(said(maker().token(json::object(), {{"typ", type}}), keys), "malformed") << type;
    EXPECT_EQ(said(maker().token(json::object(), {{"crit", {"exp"}}}), keys), "malformed");
}

TEST(WebToken, IsRefusedWhenANameStandsTwice) {
    const auto keys = keys_of(maker());
    EXPECT_EQ(said(maker().token_of_text(R"({"sub":"one","sub":"other"})"), keys), "malformed");
    EXPECT_EQ(said(maker().token_of_text(R"({"a":{"b":1,"b":2}})"), keys), "malformed");
    EXPECT_EQ(said(maker().token_of_text(R"([{"sub":"one"}])"), keys), "malformed");
    EXPECT_EQ(said(maker().token_of_text(R"({"sub":"one"} )"), keys), "");
    const std::string twice = TokenMaker::encoded(R"({"alg":"RS256","kid":"first","kid":"first"})");
    EXPECT_EQ(said(maker().signed_text(twice + '.' + TokenMaker::encoded("{}")), keys), "malformed");
}

TEST(StrictJson, IsAnObjectOfLimitedDepth) {
    const auto nested = [](std::size_t depth) {
        std::string text;
        for (std::size_t i = 0; i < depth; ++i) text += R"({"a":)";
        return text + '1' + std::string(depth, '}');
    };
    EXPECT_TRUE(read_json_object(nested(16)));
    EXPECT_FALSE(read_json_object(nested(18)));
    EXPECT_FALSE(read_json_object(nested(100'000)));
    for (const auto* text :
         {"", "1", "null", "[]", "{", "{}{}", R"({"a":1,})", R"({a:1})", "{\"a\":\"\xff\"}", "// x\n{}"})
        EXPECT_FALSE(read_json_object(text)) << text;
    EXPECT_TRUE(read_json_object("{}"));
}

TEST(WebKeySet, PassesOverWhatItCannotUse) {
    const auto with = [](const std::string& name, const json& value, SignatureAlgorithm algorithm) {
        static const TokenMaker curve(SignatureAlgorithm::es256);
        json key = algorithm == SignatureAlgorithm::es256 ? curve.key() : maker().key();
        key[name] = value;
        return WebKeySet::parse(json{{"keys", {key}}}.dump()).value().size();
    };
    const auto rsa = SignatureAlgorithm::rs256;
    const auto curve = SignatureAlgorithm::es256;
    EXPECT_EQ(with("use", "sig", rsa), 1U);
    EXPECT_EQ(with("use", "enc", rsa), 0U);
    EXPECT_EQ(with("key_ops", {"verify"}, rsa), 1U);
    EXPECT_EQ(with("key_ops", {"sign"}, rsa), 0U);
    EXPECT_EQ(with("kty", "oct", rsa), 0U);
    EXPECT_EQ(with("alg", "RS512", rsa), 0U);
    EXPECT_EQ(with("e", "AQ", rsa), 0U) << "an exponent of 1";
    EXPECT_EQ(with("n", "AQAB", rsa), 0U) << "a few bits";
    EXPECT_EQ(with("crv", "P-384", curve), 0U);
    EXPECT_EQ(with("x", TokenMaker::encoded(std::string(32, 'x')), curve), 0U) << "not on the curve";
    EXPECT_EQ(with("y", "AQAB", curve), 0U);
    EXPECT_EQ(WebKeySet::parse(TokenMaker(rsa, "small", 1024).key_set()).value().size(), 0U);
    EXPECT_FALSE(WebKeySet::parse("{}"));
    EXPECT_FALSE(WebKeySet::parse(R"({"keys":{}})"));
    json many = json::array();
    for (std::size_t i = 0; i <= WebKeySet::most_keys; ++i) many.push_back({{"kty", "oct"}});
    EXPECT_FALSE(WebKeySet::parse(json{{"keys", many}}.dump()));
}

TEST(Pkce, IsAsInTheStandard) { // RFC 7636, appendix B
    EXPECT_EQ(pkce_challenge("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"),
              "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
}

} // namespace interregio::secrets
