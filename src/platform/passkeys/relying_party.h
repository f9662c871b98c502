#pragma once
// Whom a passkey is for (WebAuthn, 4: RP ID). A value.

#include <optional>
#include <string>
#include <string_view>

namespace interregio::passkeys {

class RelyingParty {
  public:
    /// Of an origin as browsers write it, "https://example.org:8443": its host without the port, and nothing above it,
    /// so that no neighbour in the domain can ask for our passkeys. Nothing where browsers know no passkeys: under
    /// http, but for localhost (WebAuthn, 5.1.3, step 6: a secure context), and where the host is an address of the
    /// Internet protocol (step 7: no valid domain).
    [[nodiscard]] static std::optional<RelyingParty> of_origin(std::string_view origin);

    [[nodiscard]] const std::string& id() const { return id_; }
    [[nodiscard]] const std::string& origin() const { return origin_; }

  private:
    RelyingParty(std::string id, std::string origin) : id_(std::move(id)), origin_(std::move(origin)) {}
    std::string id_;
    std::string origin_;
};

} // namespace interregio::passkeys
