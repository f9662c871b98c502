#include "platform/http/client_address.h"

#include "platform/http/plain_text.h"

#include <algorithm>
#include <charconv>
#include <cstring>

#include <arpa/inet.h>
#include <netinet/in.h>

namespace interregio::http {
namespace {

constexpr std::array<std::uint8_t, 12> mapped{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF};
constexpr unsigned mapped_bits = 96;
constexpr unsigned all_bits = 128;

/// Takes the part behind the last comma off `text`; nothing when all is taken.
class FromTheRight {
  public:
    explicit FromTheRight(std::string_view text) : rest_(text) {}

    std::optional<std::string_view> next() {
        if (!rest_) return std::nullopt;
        const std::size_t comma = rest_->rfind(',');
        const std::string_view part = comma == std::string_view::npos ? *rest_ : rest_->substr(comma + 1);
        if (comma == std::string_view::npos)
            rest_.reset();
        else
            rest_ = rest_->substr(0, comma);
        return trimmed(part);
    }

  private:
    std::optional<std::string_view> rest_;
};

bool is_number_of_port(std::string_view text) {
    return !text.empty() && text.size() <= 5 && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

/// "192.0.2.1", "192.0.2.1:80", "2001:db8::1", "[2001:db8::1]", "[2001:db8::1]:80" as proxies write them.
std::optional<IpAddress> parse_node(std::string_view text) {
    if (text.starts_with('[')) {
        const std::size_t end = text.find(']');
        if (end == std::string_view::npos) return std::nullopt;
        const std::string_view rest = text.substr(end + 1);
        const auto address = IpAddress::parse(text.substr(1, end - 1));
        const bool good_end = rest.empty() || (rest.front() == ':' && is_number_of_port(rest.substr(1)));
        return good_end && address && text.substr(1, end - 1).contains(':') ? address : std::nullopt;
    }
    if (std::ranges::count(text, ':') == 1) {
        const std::size_t colon = text.find(':');
        return is_number_of_port(text.substr(colon + 1)) ? IpAddress::parse(text.substr(0, colon)) : std::nullopt;
    }
    return IpAddress::parse(text);
}

} // namespace

std::optional<IpAddress> IpAddress::parse(std::string_view text) {
    if (text.empty() || text.size() >= INET6_ADDRSTRLEN || text.find('\0') != std::string_view::npos)
        return std::nullopt;
    const std::string terminated(text);
    IpAddress address;
    if (text.contains(':')) {
        if (inet_pton(AF_INET6, terminated.c_str(), address.bytes_.data()) != 1) return std::nullopt;
        return address;
    }
    std::ranges::copy(mapped, address.bytes_.begin());
    if (inet_pton(AF_INET, terminated.c_str(), address.bytes_.data() + mapped.size()) != 1) return std::nullopt;
    return address;
}

bool IpAddress::is_v4() const { return std::equal(mapped.begin(), mapped.end(), bytes_.begin()); }

std::string IpAddress::text() const {
    std::array<char, INET6_ADDRSTRLEN> text{};
    const bool v4 = is_v4();
    const std::uint8_t* const bytes = v4 ? bytes_.data() + mapped.size() : bytes_.data();
    return inet_ntop(v4 ? AF_INET : AF_INET6, bytes, text.data(), text.size()) != nullptr ? text.data() : "";
}

std::optional<TrustedProxies::Network> TrustedProxies::parse_network(std::string_view text) {
    const std::size_t slash = text.find('/');
    const auto address = IpAddress::parse(text.substr(0, slash));
    if (!address) return std::nullopt;
    if (slash == std::string_view::npos) return Network{*address, all_bits};

    const std::string_view prefix = text.substr(slash + 1);
    unsigned bits = 0;
    const auto [end, error] = std::from_chars(prefix.data(), prefix.data() + prefix.size(), bits);
    if (error != std::errc{} || end != prefix.data() + prefix.size() || bits > all_bits) return std::nullopt;
    if (!text.substr(0, slash).contains(':')) bits += mapped_bits;
    if (bits > all_bits) return std::nullopt;
    for (unsigned bit = bits; bit < all_bits; ++bit)
        if ((address->bytes().at(bit / 8) >> (7 - bit % 8) & 1) != 0) return std::nullopt;
    return Network{*address, bits};
}

std::expected<TrustedProxies, Refusal> TrustedProxies::parse(std::string_view text) {
    TrustedProxies proxies;
    if (trimmed(text).empty()) return proxies;
    FromTheRight entries(text);
    while (const auto entry = entries.next()) {
        const auto network = parse_network(*entry);
        if (!network) {
            const std::string_view found = entry->empty() ? text : *entry;
            return std::unexpected(Refusal{"refusal.proxy.address", {{"found", std::string(found)}}});
        }
        proxies.networks_.push_back(*network);
    }
    return proxies;
}

bool TrustedProxies::contains(const IpAddress& address) const {
    return std::ranges::any_of(networks_, [&](const Network& network) {
        if (network.first.is_v4() != address.is_v4()) return false;
        const auto& one = network.first.bytes();
        const auto& other = address.bytes();
        const std::size_t whole = network.bits / 8;
        if (!std::equal(one.begin(), one.begin() + static_cast<std::ptrdiff_t>(whole), other.begin())) return false;
        const unsigned rest = network.bits % 8;
        return rest == 0 || (one.at(whole) ^ other.at(whole)) >> (8 - rest) == 0;
    });
}

std::string client_address(const Request& request, const TrustedProxies& proxies) {
    const auto peer = IpAddress::parse(request.peer);
    if (!peer) return request.peer;
    IpAddress client = *peer;
    if (!proxies.contains(client)) return client.text();

    for (auto header = request.headers.rbegin(); header != request.headers.rend(); ++header) {
        if (!equal_without_case(header->name, "X-Forwarded-For")) continue;
        FromTheRight entries(header->value);
        while (const auto entry = entries.next()) {
            const auto passed_on_for = parse_node(*entry);
            if (!passed_on_for) return client.text();
            client = *passed_on_for;
            if (!proxies.contains(client)) return client.text();
        }
    }
    return client.text();
}

} // namespace interregio::http
