#include "platform/http/cookies.h"

#include "base/assert.h"
#include "platform/http/plain_text.h"

#include <algorithm>
#include <utility>

namespace interregio::http {
namespace {

/// RFC 6265, 4.1.1: visible ASCII without quote, comma, semicolon and backslash.
constexpr bool is_cookie_octet(char c) {
    return c > ' ' && c < '\x7F' && c != '"' && c != ',' && c != ';' && c != '\\';
}

/// Takes the next pair off a Cookie header, as browsers write and read it (6265bis, 5.6 and 5.8.3): between semicolons,
/// name before the first "=". What has no "=" has no name.
std::pair<std::string_view, std::string_view> cut_pair(std::string_view& text) {
    const std::size_t end = std::min(text.find(';'), text.size());
    const std::string_view pair = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    const std::size_t equals = pair.find('=');
    if (equals == std::string_view::npos) return {};
    return {trimmed(pair.substr(0, equals)), trimmed(pair.substr(equals + 1))};
}

} // namespace

std::string_view name_of(CookieProblem problem) {
    static constexpr std::string_view names[] = {"missing", "repeated", "unreadable", "too_large"};
    return names[static_cast<std::size_t>(problem)];
}

bool is_cookie_value(std::string_view text, HostCookieName name) {
    return !text.empty() && text.size() + name.text().size() <= max_cookie_bytes &&
           std::ranges::all_of(text, is_cookie_octet);
}

std::expected<std::string_view, CookieProblem> read_cookie(const Request& request, HostCookieName name) {
    std::optional<std::string_view> found;
    for (const Header& header : request.headers) {
        if (!equal_without_case(header.name, "Cookie")) continue;
        std::string_view rest = header.value;
        while (!rest.empty()) {
            const auto [its_name, value] = cut_pair(rest);
            if (its_name != name.text()) continue;
            if (found) return std::unexpected(CookieProblem::repeated);
            found = value;
        }
    }
    if (!found) return std::unexpected(CookieProblem::missing);
    if (found->size() + name.text().size() > max_cookie_bytes) return std::unexpected(CookieProblem::too_large);
    if (!is_cookie_value(*found, name)) return std::unexpected(CookieProblem::unreadable);
    return *found;
}

HostCookie HostCookie::keep(HostCookieName name, std::string value, SameSite same_site,
                            std::optional<std::chrono::seconds> max_age) {
    INTERREGIO_ASSERT(is_cookie_value(value, name), "a value is made of what cookies may hold");
    INTERREGIO_ASSERT(!max_age || (*max_age > std::chrono::seconds(0) && *max_age <= max_cookie_age),
                      "a cookie is kept for a while, and no longer than browsers do");
    return {name, std::move(value), same_site, max_age};
}

HostCookie HostCookie::forget(HostCookieName name) { return {name, {}, SameSite::lax, std::chrono::seconds(0)}; }

std::string HostCookie::text() const {
    std::string text(name_.text());
    text.append("=").append(value_).append("; Path=/; Secure; HttpOnly; SameSite=");
    text += same_site_ == SameSite::strict ? "Strict" : "Lax";
    if (max_age_) text.append("; Max-Age=").append(std::to_string(max_age_->count()));
    return text;
}

} // namespace interregio::http
