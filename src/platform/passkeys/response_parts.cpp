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
constexpr std::byte has_credential{0x40};
constexpr std::size_t credential_head_size = 18; // AAGUID and length of the id

/// Where CBOR begins: behind the head and, where there is one, the id of the credential.
ByteView cbor_in(ByteView data) {
    if ((data[flags_at] & has_credential) == std::byte{}) return data.subspan(head_size);
    if (data.size() < head_size + credential_head_size) return {};
    const auto length =
        std::to_integer<std::size_t>(data[head_size + 16]) << 8U | std::to_integer<std::size_t>(data[head_size + 17]);
    return data.subspan(std::min(data.size(), head_size + credential_head_size + length));
}

/// Whether no string, list or map says that it has more than there are bytes left (RFC 8949, 3): libcbor makes room for
/// a list before it has seen the first of its items, and nobody is to ask for gigabytes in five bytes.
bool is_as_long_as_it_says(ByteView cbor) {
    while (!cbor.empty()) {
        const auto octet = std::to_integer<unsigned>(cbor.front());
        const unsigned major = octet >> 5U;
        const unsigned length = octet & 0x1fU;
        cbor = cbor.subspan(1);
        if (length > 27) return false; // reserved, or without length, which CTAP 2.1, 8 does not allow
        std::uint64_t value = length;
        if (length >= 24) {
            const std::size_t more = std::size_t{1} << (length - 24);
            if (cbor.size() < more) return false;
            value = 0;
            for (const std::byte byte : cbor.first(more)) value = value << 8U | std::to_integer<std::uint64_t>(byte);
            cbor = cbor.subspan(more);
        }
        const bool is_string = major == 2 || major == 3;
        const bool is_list = major == 4 || major == 5;
        if ((is_string || is_list) && value > cbor.size()) return false;
        if (is_string) cbor = cbor.subspan(value);
    }
    return true;
}

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
    if (!is_as_long_as_it_says(cbor_in(data))) return Problem::unreadable;
    return std::nullopt;
}

std::uint32_t counter_in(ByteView data) {
    std::uint32_t count = 0;
    for (const std::byte byte : data.subspan(flags_at + 1, 4))
        count = count << 8U | std::to_integer<std::uint32_t>(byte);
    return count;
}

} // namespace interregio::passkeys
