#include "modules/accounts/sign_on_attempt.h"

#include "modules/record/stored_enum.h"
#include "platform/secrets/encodings.h"
#include "platform/secrets/strict_json.h"
#include "platform/secrets/token.h"

namespace interregio::accounts {
namespace {

constexpr std::string_view attempt_place = "sign-on attempt";

} // namespace

SignOnAttempt SignOnAttempt::begin(std::string provider, SignOnAim aim, Clock::Time now) {
    SignOnAttempt attempt;
    attempt.provider = std::move(provider);
    attempt.aim = aim;
    // 256 bits each; in the form that RFC 7636, 4.1 recommends for the verifier.
    attempt.state = secrets::Token::random().text();
    attempt.nonce = secrets::Token::random().text();
    attempt.verifier = secrets::Token::random().text();
    attempt.began_at = std::chrono::floor<std::chrono::seconds>(now);
    return attempt;
}

std::string SignOnAttempt::sealed(const secrets::SealingKey& key) const {
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(began_at.time_since_epoch()).count();
    const std::string text = nlohmann::json{
        {"provider", provider},
        {"aim", name_of(aim)},
        {"state", state},
        {"nonce", nonce},
        {"verifier", verifier},
        {"next", next},
        {"language", language.tag()},
        {"began_at", seconds}}.dump();
    return secrets::base64url(secrets::seal(key, secrets::bytes_of(text), attempt_place));
}

std::optional<SignOnAttempt> SignOnAttempt::open(const secrets::SealingKey& key, std::string_view sealed,
                                                 Clock::Time now) {
    const auto bytes = secrets::read_base64url(sealed);
    const auto text = bytes ? secrets::open_sealed(key, bytes->bytes(), attempt_place) : std::nullopt;
    const auto json = text ? secrets::read_json_object(text->text()) : std::nullopt;
    if (!json) return std::nullopt;
    // What opens was written by sealed().
    SignOnAttempt attempt;
    attempt.provider = json->at("provider").get<std::string>();
    attempt.aim = stored_enum<SignOnAim>(json->at("aim").get<std::string>());
    attempt.state = json->at("state").get<std::string>();
    attempt.nonce = json->at("nonce").get<std::string>();
    attempt.verifier = json->at("verifier").get<std::string>();
    attempt.next = json->at("next").get<std::string>();
    attempt.language = Language::parse(json->at("language").get<std::string>()).value_or(Language());
    attempt.began_at = Clock::Time(std::chrono::seconds(json->at("began_at").get<std::int64_t>()));
    const auto age = now - attempt.began_at;
    return age < -std::chrono::seconds(1) || age > attempt_lifetime ? std::nullopt : std::optional(std::move(attempt));
}

} // namespace interregio::accounts
