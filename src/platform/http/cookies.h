#pragma once
// Cookies (RFC 6265, and draft-ietf-httpbis-rfc6265bis-20, below "6265bis"): reading one that we have set, and setting
// it. Only such with the prefix "__Host-": they come from this very host over a connection that browsers trust, and no
// neighbouring host can set them (6265bis, 4.1.3.2). Pure functions and values; docs/adr/0025.

#include "platform/http/message.h"

#include <chrono>
#include <cstddef>
#include <expected>
#include <optional>
#include <string>
#include <string_view>

namespace interregio::http {

/// Name and value of a cookie together; browsers take no more (6265bis, 5.6).
inline constexpr std::size_t max_cookie_bytes = 4096;
/// Browsers cut what is longer (6265bis, 5.5).
inline constexpr std::chrono::days max_cookie_age{400};

/// "__Host-" and at least one letter of ASCII, digit, "-" or "_": anything else does not compile.
class HostCookieName {
  public:
    explicit consteval HostCookieName(std::string_view text) : text_(text) {
        if (!text.starts_with(prefix) || text.size() == prefix.size()) throw "a name begins with __Host-";
        for (const char c : text.substr(prefix.size()))
            if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_'))
                throw "a name is made of letters, digits, - and _";
    }
    [[nodiscard]] constexpr std::string_view text() const { return text_; }

  private:
    static constexpr std::string_view prefix = "__Host-";
    std::string_view text_; ///< of a literal
};

/// Why a request has no value for a cookie.
enum class CookieProblem {
    missing,
    repeated,   ///< there twice: somebody else has set one of them, and nobody knows which
    unreadable, ///< a byte that no value may hold (RFC 6265, 4.1.1: cookie-octet), or an empty value
    too_large   ///< max_cookie_bytes
};

/// For the log and for tests: "repeated".
[[nodiscard]] std::string_view name_of(CookieProblem problem);

/// The value of a cookie as it was sent, without decoding; part of the request. All Cookie headers count as one (RFC
/// 9113, 8.2.3). Cookies of other names are passed over, whatever is in them: others on the way to us may set some, and
/// a reader is not to be locked out by those. A name is compared byte by byte. Quotes are no part of a value that we
/// set: a quoted one is unreadable.
[[nodiscard]] std::expected<std::string_view, CookieProblem> read_cookie(const Request& request, HostCookieName name);

/// Whether a text can be the value of a cookie under that name.
[[nodiscard]] bool is_cookie_value(std::string_view text, HostCookieName name);

/// When browsers send a cookie with requests that another site has caused (6265bis, 5.6.7.1): never, or only when
/// somebody follows a link to us.
enum class SameSite { strict, lax };

/// A cookie that a response sets, always with Secure, HttpOnly and Path=/, and without Domain.
class HostCookie {
  public:
    /// Kept for that long, which is positive and at most max_cookie_age; without an age until the browser is closed.
    /// Asserts is_cookie_value().
    [[nodiscard]] static HostCookie keep(HostCookieName name, std::string value, SameSite same_site,
                                         std::optional<std::chrono::seconds> max_age = std::nullopt);
    /// Makes the browser forget it. Nothing that must not be valid any more may rely on that.
    [[nodiscard]] static HostCookie forget(HostCookieName name);

    [[nodiscard]] std::string_view name() const { return name_.text(); }
    /// The value of Set-Cookie.
    [[nodiscard]] std::string text() const;

  private:
    HostCookie(HostCookieName name, std::string value, SameSite same_site, std::optional<std::chrono::seconds> max_age)
        : name_(name), value_(std::move(value)), same_site_(same_site), max_age_(max_age) {}

    HostCookieName name_;
    std::string value_;
    SameSite same_site_;
    std::optional<std::chrono::seconds> max_age_;
};

} // namespace interregio::http
