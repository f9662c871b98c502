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

/// Takes the part behind the last `separator` off `text`; nothing when all is taken. Quoted strings (RFC 9110, 5.6.4)
/// are stepped over from their end, so that a quote which somebody opened further left and never closed hides nothing.
class FromTheRight {
  public:
    FromTheRight(std::string_view text, char separator) : rest_(text), separator_(separator) {}

    std::optional<std::string_view> next() {
        if (!rest_) return std::nullopt;
        bool quoted = false;
        for (std::size_t at = rest_->size(); at > 0; --at) {
            const char c = (*rest_)[at - 1];
            if (c == '"') quoted = !quoted;
            if (c != separator_ || quoted) continue;
            const std::string_view part = rest_->substr(at);
            rest_ = rest_->substr(0, at - 1);
            return trimmed(part);
        }
        const std::string_view part = *rest_;
        rest_.reset();
        return trimmed(part);
    }

  private:
    std::optional<std::string_view> rest_;
    char separator_;
};

bool is_number_of_port(std::string_view text) {
    return !text.empty() && text.size() <= 5 && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

/// "192.0.2.1", "192.0.2.1:80", "2001:db8::1", "[2001:db8::1]", "[2001:db8::1]:80" (RFC 7239, 6, and what proxies write
/// into X-Forwarded-For).
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

/// The node of one element of Forwarded: "for=192.0.2.60;proto=http". Nothing when there is none, or more than one.
std::optional<IpAddress> parse_forwarded(std::string_view element) {
    std::optional<std::string_view> node;
    FromTheRight pairs(element, ';');
    while (const auto pair = pairs.next()) {
        const std::size_t equals = pair->find('=');
        if (equals == std::string_view::npos || !equal_without_case(pair->substr(0, equals), "for")) continue;
        if (node) return std::nullopt;
        node = pair->substr(equals + 1);
    }
    if (!node) return std::nullopt;
    if (node->size() >= 2 && node->starts_with('"') && node->ends_with('"')) node = node->substr(1, node->size() - 2);
    return parse_node(*node);
}

/// Calls `use` for the elements of all headers of that name from the last to the first, as long as it wants more.
template <class Use> void read_from_the_right(const Request& request, std::string_view name, const Use& use) {
    for (auto header = request.headers.rbegin(); header != request.headers.rend(); ++header) {
        if (!equal_without_case(header->name, name)) continue;
        FromTheRight elements(header->value, ',');
        while (const auto element = elements.next())
            if (!use(*element)) return;
    }
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
    FromTheRight entries(text, ',');
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

    const auto take = [&](const std::optional<IpAddress>& passed_on_for) {
        if (passed_on_for) client = *passed_on_for;
        return passed_on_for && proxies.contains(client);
    };
    if (request.header("Forwarded"))
        read_from_the_right(request, "Forwarded",
                            [&](std::string_view element) { return take(parse_forwarded(element)); });
    else
        read_from_the_right(request, "X-Forwarded-For",
                            [&](std::string_view element) { return take(parse_node(element)); });
    return client.text();
}

} // namespace interregio::http
