#include "modules/portal/web/security_headers.h"

#include <algorithm>

namespace interregio::portal::web {

namespace {

class Headers {
  public:
    explicit Headers(http::Response& response) : response_(response) {}

    [[nodiscard]] const std::string* find(std::string_view name) const {
        const auto found = std::ranges::find(response_.headers, name, &http::Header::name);
        return found == response_.headers.end() ? nullptr : &found->value;
    }
    /// Unless the answer has its own.
    void add(std::string_view name, std::string_view value) {
        if (find(name) == nullptr) response_.with(std::string(name), std::string(value));
    }

  private:
    http::Response& response_;
};

} // namespace

std::string page_policy(std::string_view more) {
    std::string policy = "default-src 'none'; script-src 'self'; connect-src 'self'; img-src 'self'; style-src 'self'; "
                         "font-src 'self'; form-action 'self'; "
                         "base-uri 'none'; frame-ancestors 'none'";
    if (!more.empty()) policy.append("; ").append(more);
    return policy;
}

void add_security_headers(http::Response& response, std::string_view base_url) {
    Headers headers(response);
    headers.add("Content-Security-Policy", page_policy());
    // Says to old browsers what frame-ancestors says to others; it has no word for "everybody may".
    const bool may_be_framed = headers.find("Content-Security-Policy")->find("frame-ancestors *") != std::string::npos;
    if (!may_be_framed) headers.add("X-Frame-Options", "DENY");
    headers.add("X-Content-Type-Options", "nosniff");
    headers.add("Referrer-Policy", "strict-origin-when-cross-origin");
    headers.add("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
    headers.add("Cross-Origin-Opener-Policy", "same-origin");
    headers.add("Cross-Origin-Resource-Policy", "same-origin");
    headers.add("Cross-Origin-Embedder-Policy", "require-corp");
    if (base_url.starts_with("https://")) headers.add("Strict-Transport-Security", "max-age=31536000");
}

} // namespace interregio::portal::web
