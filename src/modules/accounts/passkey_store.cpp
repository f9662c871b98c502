#include "modules/accounts/passkey_store.h"

#include "modules/record/stored_enum.h"

namespace interregio::accounts::store {
namespace {

constexpr std::string_view passkey_columns =
    "id, account, label, made_at, used_at, credential, algorithm, public_key, counter";

StoredPasskey passkey_of(const db::Rows& rows) {
    StoredPasskey stored;
    stored.passkey = {db::stored_uuid(rows.text(0)), db::stored_id<Account>(rows.text(1)), rows.get<std::string>(2),
                      rows.get<std::string>(3), rows.get<std::optional<std::string>>(4)};
    stored.credential = rows.get<passkeys::Bytes>(5);
    stored.key = {stored_enum<passkeys::Algorithm>(rows.text(6)), rows.get<passkeys::Bytes>(7)};
    stored.counter = static_cast<std::uint32_t>(rows.get<std::int64_t>(8));
    return stored;
}

} // namespace

std::optional<StoredPasskey> find_passkey(db::Connection& connection, passkeys::ByteView credential) {
    auto rows = connection.query("SELECT " + std::string(passkey_columns) +
                                     " FROM account_passkeys WHERE credential = :credential",
                                 {{"credential", db::Value::Bytes(credential)}});
    return rows.next() ? std::optional(passkey_of(rows)) : std::nullopt;
}

std::vector<StoredPasskey> passkeys_of(db::Connection& connection, Id<Account> account) {
    auto rows = connection.query("SELECT " + std::string(passkey_columns) +
                                     " FROM account_passkeys WHERE account = :account ORDER BY made_at, id",
                                 {{"account", account.text()}});
    std::vector<StoredPasskey> list;
    while (rows.next()) list.push_back(passkey_of(rows));
    return list;
}

void add_passkey(db::Connection& connection, const StoredPasskey& stored) {
    connection.execute("INSERT INTO account_passkeys (id, account, label, credential, algorithm, public_key, counter, "
                       "made_at) VALUES (:id, :account, :label, :credential, :algorithm, :key, :counter, :made_at)",
                       {{"id", stored.passkey.id.text()},
                        {"account", stored.passkey.account.text()},
                        {"label", stored.passkey.label},
                        {"credential", db::Value::Bytes(stored.credential)},
                        {"algorithm", name_of(stored.key.algorithm)},
                        {"key", db::Value::Bytes(stored.key.bytes)},
                        {"counter", std::int64_t{stored.counter}},
                        {"made_at", stored.passkey.made_at}});
}

void use_passkey(db::Connection& connection, const Uuid& passkey, std::uint32_t counter, std::string_view used_at) {
    connection.execute("UPDATE account_passkeys SET counter = :counter, used_at = :used_at WHERE id = :id",
                       {{"id", passkey.text()}, {"counter", std::int64_t{counter}}, {"used_at", used_at}});
}

void remove_passkey(db::Connection& connection, const Uuid& passkey) {
    connection.execute("DELETE FROM account_passkeys WHERE id = :id", {{"id", passkey.text()}});
}

void remove_passkeys(db::Connection& connection, Id<Account> account) {
    connection.execute("DELETE FROM account_passkeys WHERE account = :account", {{"account", account.text()}});
}

} // namespace interregio::accounts::store
