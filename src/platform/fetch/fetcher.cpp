#include "platform/fetch/fetcher.h"

#include <algorithm>

namespace interregio::fetch {
namespace {

/// Four numbers with dots, the first of which is 127.
bool is_loopback_v4(std::string_view host) {
    if (!host.starts_with("127.") || host.ends_with('.') || host.contains("..")) return false;
    return std::ranges::count(host, '.') == 3 &&
           std::ranges::all_of(host, [](char c) { return (c >= '0' && c <= '9') || c == '.'; });
}

struct Parts {
    std::string_view scheme;
    std::string_view host;
};

std::optional<Parts> parts_of(std::string_view address) {
    const auto colon = address.find("://");
    if (colon == std::string_view::npos) return std::nullopt;
    const auto scheme = address.substr(0, colon);
    const auto rest = address.substr(colon + 3);
    const auto authority = rest.substr(0, rest.find_first_of("/?"));
    if (authority.empty() || authority.contains('@')) return std::nullopt;
    if (authority.starts_with('[')) {
        const auto end = authority.find(']');
        if (end == std::string_view::npos) return std::nullopt;
        return Parts{scheme, authority.substr(0, end + 1)};
    }
    return Parts{scheme, authority.substr(0, authority.find(':'))};
}

} // namespace

bool is_fetchable(std::string_view address, Transport transport) {
    constexpr std::size_t longest = 2000;
    const bool visible =
        std::ranges::all_of(address, [](char c) { return c > ' ' && c <= '~' && c != '\\' && c != '"'; });
    if (!visible || address.size() > longest || address.contains('#')) return false;
    const auto parts = parts_of(address);
    if (!parts || parts->host.empty()) return false;
    if (parts->scheme == "https") return true;
    return parts->scheme == "http" && transport == Transport::http_on_loopback_too &&
           (is_loopback_v4(parts->host) || parts->host == "[::1]");
}

std::string_view name_of(Trouble trouble) {
    switch (trouble) {
    case Trouble::address:
        return "address";
    case Trouble::unreachable:
        return "unreachable";
    case Trouble::untrusted:
        return "untrusted";
    case Trouble::slow:
        return "slow";
    case Trouble::too_large:
        break;
    }
    return "too large";
}

} // namespace interregio::fetch
