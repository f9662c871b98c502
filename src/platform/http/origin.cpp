#include "platform/http/origin.h"

#include "platform/http/plain_text.h"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <cstdint>

namespace interregio::http {
namespace {

std::string in_small_letters(std::string_view text) {
    std::string small(text);
    for (char& c : small)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return small;
}

bool is_decimal(char c) { return c >= '0' && c <= '9'; }

bool is_name_character(char c) { return is_decimal(c) || (c >= 'a' && c <= 'z') || c == '-' || c == '.' || c == '_'; }

/// Takes the host off; empty when there is none. An IPv6 address stands in brackets (RFC 3986, 3.2.2).
std::string_view cut_host(std::string_view& text) {
    std::size_t length = 0;
    if (text.starts_with('[')) {
        const std::size_t end = text.find_first_not_of("0123456789abcdef:.", 1);
        if (end == std::string_view::npos || text[end] != ']' || end == 1) return {};
        length = end + 1;
    } else {
        length = static_cast<std::size_t>(std::ranges::find_if_not(text, is_name_character) - text.begin());
    }
    const std::string_view host = text.substr(0, length);
    text.remove_prefix(length);
    return host;
}

/// ":8443", without zeros before it and not 0.
bool is_port(std::string_view text) {
    if (text.size() < 2 || text.size() > 6 || text[0] != ':' || text[1] == '0') return false;
    std::uint32_t number = 0;
    const auto [end, error] = std::from_chars(text.data() + 1, text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size() && number <= 65535;
}

bool is_loopback_address(std::string_view host) {
    if (!host.starts_with("127.") || host.ends_with('.') || std::ranges::count(host, '.') != 3) return false;
    while (!host.empty()) {
        const std::size_t end = std::min(host.find('.'), host.size());
        const std::string_view part = host.substr(0, end);
        if (part.empty() || part.size() > 3 || !std::ranges::all_of(part, is_decimal)) return false;
        if (part.size() == 3 && part > "255") return false;
        host.remove_prefix(std::min(end + 1, host.size()));
    }
    return true;
}

} // namespace

std::optional<Origin> Origin::parse(std::string_view text) {
    const std::string small = in_small_letters(text);
    std::string_view rest = small;
    const std::string_view scheme = rest.starts_with("https://") ? "https://" : "http://";
    if (!rest.starts_with(scheme)) return std::nullopt;
    rest.remove_prefix(scheme.size());
    const std::string_view host = cut_host(rest);
    if (host.empty() || (!rest.empty() && !is_port(rest))) return std::nullopt;
    if (rest == (scheme == "https://" ? ":443" : ":80")) rest = {};
    return Origin(std::string(scheme) + std::string(host) + std::string(rest));
}

std::optional<Origin> Origin::of_address(std::string_view address) {
    const std::size_t scheme_end = address.find("://");
    if (scheme_end == std::string_view::npos) return std::nullopt;
    return parse(address.substr(0, std::min(address.find_first_of("/?#", scheme_end + 3), address.size())));
}

std::string_view Origin::authority() const { return std::string_view(text_).substr(text_.find("://") + 3); }

bool Origin::is_trustworthy() const {
    if (is_https()) return true;
    std::string_view rest = authority();
    const std::string_view host = cut_host(rest);
    return host == "localhost" || host.ends_with(".localhost") || host == "[::1]" || is_loopback_address(host);
}

} // namespace interregio::http
