#pragma once
// Passkeys in the database. Internal to the module: nothing here asks who may. As account_store.h.

#include "modules/accounts/passkey.h"
#include "platform/db/database.h"
#include "platform/passkeys/passkey.h"

#include <cstdint>
#include <vector>

namespace interregio::accounts::store {

/// With what is needed to check it.
struct StoredPasskey {
    Passkey passkey;
    passkeys::Bytes credential; ///< its id
    passkeys::PublicKey key;
    std::uint32_t counter = 0;
};

[[nodiscard]] std::optional<StoredPasskey> find_passkey(db::Connection& connection, passkeys::ByteView credential);
/// The oldest first.
[[nodiscard]] std::vector<StoredPasskey> passkeys_of(db::Connection& connection, Id<Account> account);
void add_passkey(db::Connection& connection, const StoredPasskey& passkey);
void use_passkey(db::Connection& connection, const Uuid& passkey, std::uint32_t counter, std::string_view used_at);
void remove_passkey(db::Connection& connection, const Uuid& passkey);
void remove_passkeys(db::Connection& connection, Id<Account> account);

} // namespace interregio::accounts::store
