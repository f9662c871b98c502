#pragma once
// Asking another server for something small: a document of a provider of sign-on, its keys, a token. Only what the
// operator has named is asked, never an address that a visitor has sent.

#include <cstddef>
#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace interregio::fetch {

/// Plain http is for tests on one machine, and only to 127.0.0.0/8 and [::1] written as such: names are looked up
/// elsewhere and may lead anywhere.
enum class Transport { https, http_on_loopback_too };

/// Whether an address is absolute, of an allowed scheme, without user and fragment, and in visible ASCII.
[[nodiscard]] bool is_fetchable(std::string_view address, Transport transport);

struct Credentials {
    std::string user;
    std::string password;
};

struct Request {
    std::string address;
    Transport transport = Transport::https;
    std::optional<std::string> form{};        ///< application/x-www-form-urlencoded: sent by POST; else GET
    std::optional<Credentials> credentials{}; ///< HTTP Basic (RFC 7617)
};

struct Answer {
    int status = 0;
    std::string body;
};

/// Why there is no answer. A status that is no success is an answer.
enum class Trouble {
    address,     ///< not is_fetchable()
    unreachable, ///< no such host, nobody listens, the connection broke
    untrusted,   ///< the certificate is not one of a known authority for that host
    slow,        ///< nothing whole within the time
    too_large,
};
/// For logs.
[[nodiscard]] std::string_view name_of(Trouble trouble);

/// Safe from any thread. Takes seconds: not for the threads with the connections.
class Fetcher {
  public:
    virtual ~Fetcher() = default;
    /// Follows no redirect: the answer is then that redirect.
    [[nodiscard]] virtual std::expected<Answer, Trouble> fetch(const Request& request) const = 0;
};

/// Asks nobody.
class NoFetcher final : public Fetcher {
  public:
    [[nodiscard]] std::expected<Answer, Trouble> fetch(const Request&) const override {
        return std::unexpected(Trouble::unreachable);
    }
};

} // namespace interregio::fetch
