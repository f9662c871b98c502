#pragma once
// A passkey in memory, with the browser before it: the fake for tests. It signs whatever it is told to, also what no
// browser would.

#include "platform/passkeys/assertion.h"
#include "platform/passkeys/registration.h"

#include <memory>
#include <string>

struct evp_pkey_st;

namespace interregio::passkeys {

class SoftwareAuthenticator {
  public:
    explicit SoftwareAuthenticator(Algorithm algorithm = Algorithm::es256);

    /// What a ceremony is about. What is left as it is, is right.
    struct Ceremony {
        std::string challenge; ///< base64url
        std::string origin = "https://interregio.example";
        std::string host = "interregio.example";
        unsigned flags = 0x05; ///< user present and verified
        std::uint32_t count = 0;
        std::string more{};          ///< further members of the client data: `,"crossOrigin":true`
        std::string type{};          ///< that of the ceremony, unless given
        std::string format = "none"; ///< of the attestation; "packed" is signed with the own key
    };
    [[nodiscard]] RegistrationResponse make(const Ceremony& ceremony) const;
    [[nodiscard]] AssertionResponse use(const Ceremony& ceremony) const;
    [[nodiscard]] const Bytes& id() const { return id_; }

  private:
    [[nodiscard]] Bytes cose_key() const;
    [[nodiscard]] Bytes sign(const Bytes& client_data, const Bytes& data) const;

    Algorithm algorithm_;
    std::shared_ptr<evp_pkey_st> key_;
    Bytes id_;
};

} // namespace interregio::passkeys
