#pragma once
// Whose request it is, behind proxies: the address of the client as far as it can be trusted. Pure functions; the
// server itself tells only who is at the other end of the connection (Request::peer). For limits on how often somebody
// may try; the address is personal data and belongs into no log. docs/adr/0026.

#include "base/refusal.h"
#include "platform/http/message.h"

#include <array>
#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace interregio::http {

/// An IPv4 or IPv6 address. A value.
class IpAddress {
  public:
    /// "192.0.2.1", "2001:db8::1" (RFC 4291, 2.2); "::ffff:192.0.2.1" is the IPv4 address (RFC 4291, 2.5.5.2). Nothing
    /// for all else: ports, brackets, zones, numbers with leading zeros, names.
    [[nodiscard]] static std::optional<IpAddress> parse(std::string_view text);

    /// In the usual form: an IPv6 address in small letters, its longest run of zeros left out (RFC 5952, 4).
    [[nodiscard]] std::string text() const;
    [[nodiscard]] bool is_v4() const;
    /// IPv4 addresses in the last four bytes, as mapped ones.
    [[nodiscard]] const std::array<std::uint8_t, 16>& bytes() const { return bytes_; }
    friend bool operator==(const IpAddress&, const IpAddress&) = default;

  private:
    std::array<std::uint8_t, 16> bytes_{};
};

/// Proxies that are believed when they say for whom they ask.
class TrustedProxies {
  public:
    /// A list separated by commas: addresses and networks, "127.0.0.1, ::1, 10.0.0.0/8, 2001:db8::/32" (CIDR, RFC 4632,
    /// 3.1). An empty list trusts nobody. Refused as "refusal.proxy.address" with what was found: what is no address, a
    /// prefix that is too long, and a network with bits beyond its prefix, which is mostly a typing error.
    [[nodiscard]] static std::expected<TrustedProxies, Refusal> parse(std::string_view text);

    /// An IPv4 address is in no IPv6 network, not even in "::/0".
    [[nodiscard]] bool contains(const IpAddress& address) const;

  private:
    struct Network {
        IpAddress first;
        unsigned bits; ///< of the 128
    };
    static std::optional<Network> parse_network(std::string_view text);
    std::vector<Network> networks_;
};

/// The address of the client, as IpAddress::text() has it. It is the peer, unless that is a trusted proxy. Then the
/// addresses that the request was passed on for are read from X-Forwarded-For, from the right; several such headers
/// count as one list, in order (RFC 9110, 5.3). The first that is no trusted proxy is the client. What is no IP address
/// ("unknown", a name made up by a proxy) ends the reading, as does the end of the list; the last address read then
/// counts. Ports are left out. What a client has written itself is never read, as long as each trusted proxy adds to
/// the list. Forwarded (RFC 7239) is not read: proxies that do not write it pass on what a client has put there, and
/// taking either of two headers lets clients choose. Empty when the peer is not known.
[[nodiscard]] std::string client_address(const Request& request, const TrustedProxies& proxies);

} // namespace interregio::http
