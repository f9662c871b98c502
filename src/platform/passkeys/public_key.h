#pragma once
// Public keys as libfido2 wants them for checking a signature. Internal to platform/passkeys.

#include "platform/passkeys/passkey.h"

#include <fido.h>
#include <fido/eddsa.h>
#include <fido/es256.h>
#include <fido/rs256.h>
#include <memory>

namespace interregio::passkeys {

class FidoKey {
  public:
    /// Nothing when the bytes are no key of the algorithm: of the wrong length, or no point of the curve.
    [[nodiscard]] static std::optional<FidoKey> of(const PublicKey& key);
    [[nodiscard]] const void* pointer() const { return key_.get(); }

  private:
    explicit FidoKey(std::shared_ptr<void> key) : key_(std::move(key)) {}
    std::shared_ptr<void> key_;
};

} // namespace interregio::passkeys
