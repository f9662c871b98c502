#pragma once
// The origin of a page: scheme, host and port (RFC 6454). A value.

#include <optional>
#include <string>
#include <string_view>

namespace interregio::http {

class Origin {
  public:
    /// "https://example.org:8443", as browsers write it in the header Origin (RFC 6454, 6.2). Of http and https only;
    /// letters of scheme and host are made small, the port is left out where it is that of the scheme. Nothing for
    /// "null", users, paths and all else.
    [[nodiscard]] static std::optional<Origin> parse(std::string_view text);
    /// The origin of an absolute address of http or https: what comes before the path.
    [[nodiscard]] static std::optional<Origin> of_address(std::string_view address);

    [[nodiscard]] const std::string& text() const { return text_; }
    /// Host and port, as in Host: "example.org:8443".
    [[nodiscard]] std::string_view authority() const;
    [[nodiscard]] bool is_https() const { return text_.starts_with("https:"); }
    /// Whether browsers may keep `__Host-` cookies of it: https, or a loopback address (Secure Contexts, 3.1:
    /// 127.0.0.0/8,
    /// [::1], localhost and what ends in .localhost). Not all browsers do for the latter, see docs/adr/0025.
    [[nodiscard]] bool is_trustworthy() const;

    friend bool operator==(const Origin&, const Origin&) = default;

  private:
    explicit Origin(std::string text) : text_(std::move(text)) {}
    std::string text_;
};

} // namespace interregio::http
