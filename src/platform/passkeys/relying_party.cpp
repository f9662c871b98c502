#include "platform/passkeys/relying_party.h"

#include <algorithm>

namespace interregio::passkeys {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_local(std::string_view host) { return host == "localhost" || host.ends_with(".localhost"); }

/// As the URL Standard reads a host: if its last label is a number, it is an IPv4 address.
bool is_address(std::string_view host) {
    const auto last = host.substr(host.rfind('.') + 1);
    return host.starts_with('[') || std::ranges::all_of(last, is_digit);
}

} // namespace

std::optional<RelyingParty> RelyingParty::of_origin(std::string_view origin) {
    constexpr std::string_view secure = "https://";
    constexpr std::string_view plain = "http://";
    const bool is_secure = origin.starts_with(secure);
    if (!is_secure && !origin.starts_with(plain)) return std::nullopt;
    auto host = origin.substr(is_secure ? secure.size() : plain.size());
    if (!host.starts_with('[')) host = host.substr(0, host.find(':'));
    if (host.empty() || is_address(host) || host.contains('/') || (!is_secure && !is_local(host))) return std::nullopt;
    return RelyingParty(std::string(host), std::string(origin));
}

} // namespace interregio::passkeys
