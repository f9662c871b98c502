#include "modules/portal/web/security_headers.h"

#include <algorithm>

namespace interregio::portal::web {

void add_security_headers(http::Response& response, std::string_view base_url) {
    const bool has_policy = std::ranges::any_of(
        response.headers, [](const auto& header) { return header.name == "Content-Security-Policy"; });
    if (!has_policy)
        response.with("Content-Security-Policy",
                      "default-src 'none'; script-src 'self'; connect-src 'self'; img-src 'self'; style-src 'self'; "
                      "font-src 'self'; form-action 'self'; "
                      "base-uri 'none'; frame-ancestors 'none'");
    response.with("X-Content-Type-Options", "nosniff");
    response.with("X-Frame-Options", "DENY");
    response.with("Referrer-Policy", "strict-origin-when-cross-origin");
    response.with("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
    response.with("Cross-Origin-Opener-Policy", "same-origin");
    response.with("Cross-Origin-Resource-Policy", "same-origin");
    response.with("Cross-Origin-Embedder-Policy", "require-corp");
    if (base_url.starts_with("https://")) response.with("Strict-Transport-Security", "max-age=31536000");
}

} // namespace interregio::portal::web
