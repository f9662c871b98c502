#pragma once
// The file that holds the key under which secrets are sealed: one line of base64url. Whoever has both it and the
// database can read the secrets of authenticator apps, so it is kept apart from backups of the database, and only
// the account that runs the server may read it (OWASP ASVS 4.0.3, 2.8.2: protected by the operating system).

#include "base/refusal.h"
#include "platform/secrets/sealed.h"

#include <expected>
#include <filesystem>

namespace interregio::secrets {

/// What a file holds that nobody but us may read: up to `most` bytes and one more, by which a longer file is known.
/// Refused with refusal.key_file.none (there is no such file), .unreadable (it cannot be opened, or is no regular
/// file), .open_to_others (mode: a group or others may read or write it, or it belongs to neither root nor us).
[[nodiscard]] std::expected<SecretBytes, Refusal> read_private_file(const std::filesystem::path& file,
                                                                    std::size_t most);

/// Reads the key. Refused as read_private_file() does, or with refusal.key_file.malformed.
[[nodiscard]] std::expected<SealingKey, Refusal> read_key_file(const std::filesystem::path& file);

/// Makes a key and a file for it with mode 0600, on disk when this returns. An existing file is never touched: refused
/// with refusal.key_file.exists, else .not_written.
[[nodiscard]] std::expected<SealingKey, Refusal> create_key_file(const std::filesystem::path& file);

} // namespace interregio::secrets
