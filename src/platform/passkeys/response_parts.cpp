#include "platform/passkeys/response_parts.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <openssl/sha.h>

namespace interregio::passkeys {
namespace {

constexpr std::size_t longest_client_data = 8192;
constexpr std::size_t longest_authenticator_data = 8192;

// WebAuthn, 6.1: hash, flags, counter; then what may be there or not.
constexpr std::size_t head_size = 37;
constexpr std::size_t flags_at = 32;
constexpr std::byte user_present{0x01};
constexpr std::byte user_verified{0x04};

/// A member that is a text; empty for any other.
std::string text_member(const nlohmann::json& object, const char* name) {
    const auto found = object.find(name);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

/// We bind no tokens, so a browser that says it has done so talks of another connection.
bool has_bound_token(const nlohmann::json& object) {
    const auto found = object.find("tokenBinding");
    return found != object.end() && (!found->is_object() || text_member(*found, "status") == "present");
}

/// Only what says that it is in no frame of another site, or says nothing.
bool may_be_framed(const nlohmann::json& object) {
    const auto found = object.find("crossOrigin");
    return found != object.end() && *found != false;
}

} // namespace

std::optional<Problem> problem_of_client_data(ByteView json, std::string_view type, const RelyingParty& party,
                                              const IsChallenge& is_challenge) {
    if (json.size() > longest_client_data) return Problem::unreadable;
    const std::string_view text(reinterpret_cast<const char*>(json.data()), json.size());
    // Invalid UTF-8 is no JSON for it.
    const auto object = nlohmann::json::parse(text, nullptr, false);
    if (!object.is_object()) return Problem::unreadable;
    if (text_member(object, "type") != type) return Problem::wrong_type;
    if (!is_challenge(text_member(object, "challenge"))) return Problem::wrong_challenge;
    if (text_member(object, "origin") != party.origin() || may_be_framed(object) || has_bound_token(object))
        return Problem::wrong_origin;
    return std::nullopt;
}

std::optional<Problem> problem_of_authenticator_data(ByteView data, const RelyingParty& party) {
    if (data.size() < head_size || data.size() > longest_authenticator_data) return Problem::unreadable;
    std::array<unsigned char, SHA256_DIGEST_LENGTH> hash{};
    SHA256(reinterpret_cast<const unsigned char*>(party.id().data()), party.id().size(), hash.data());
    if (!std::ranges::equal(data.first(flags_at), std::as_bytes(std::span(hash)))) return Problem::wrong_relying_party;
    if ((data[flags_at] & user_present) == std::byte{}) return Problem::nobody_present;
    if ((data[flags_at] & user_verified) == std::byte{}) return Problem::nobody_verified;
    return std::nullopt;
}

std::uint32_t counter_in(ByteView data) {
    std::uint32_t count = 0;
    for (const std::byte byte : data.subspan(flags_at + 1, 4))
        count = count << 8U | std::to_integer<std::uint32_t>(byte);
    return count;
}

} // namespace interregio::passkeys
