#pragma once
// A place within this site to send somebody to after a form: a type, so that an address which came from outside cannot
// become a redirect without having been looked at (OWASP ASVS 4.0.3, 5.1.5). docs/adr/0025.

#include "platform/http/message.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace interregio::http {

class LocalTarget {
  public:
    static constexpr std::size_t max_bytes = 2048;

    /// Takes what any reader of addresses understands as a path of this site, and nothing else: it begins with one
    /// slash; the path holds the unreserved characters of RFC 3986, 2.3, slashes and percent sequences, which are valid
    /// UTF-8 and hide no slash, backslash, "?", "#", percent sign, control character or "." and ".." segment, and no
    /// segment but the last is empty. A query may follow, in the characters of RFC 3986, 3.4, decoded as Query::parse()
    /// does it. No fragment, scheme, host or user. At most max_bytes.
    [[nodiscard]] static std::optional<LocalTarget> parse(std::string_view text);
    /// Where a request wanted to go, to come back to it; nothing when parse() would not take it.
    [[nodiscard]] static std::optional<LocalTarget> of(const Request& request);

    /// Percent-encoded, as Location has it.
    [[nodiscard]] const std::string& text() const { return text_; }
    friend bool operator==(const LocalTarget&, const LocalTarget&) = default;

  private:
    explicit LocalTarget(std::string text) : text_(std::move(text)) {}
    std::string text_;
};

} // namespace interregio::http
