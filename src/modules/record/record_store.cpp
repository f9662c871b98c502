#include "modules/record/record_changes.h"
#include "modules/record/row_loader.h"
#include "platform/db/stored_values.h"

namespace interregio {

std::optional<Uuid> id_of_key(db::Connection& connection, RecordKind kind, std::string_view key) {
    connection.reads_list(kind);
    auto rows =
        connection.query("SELECT id FROM " + std::string(plural_of(kind)) + " WHERE key = :key", {{"key", key}});
    if (!rows.next()) return std::nullopt;
    return db::stored_uuid(rows.text(0));
}

std::optional<std::string> key_of_id(db::Connection& connection, RecordKind kind, const Uuid& id) {
    connection.reads(id);
    auto rows =
        connection.query("SELECT key FROM " + std::string(plural_of(kind)) + " WHERE id = :id", {{"id", id.text()}});
    if (!rows.next()) return std::nullopt;
    return rows.get<std::string>(0);
}

void for_each_key(db::Connection& connection, RecordKind kind,
                  const std::function<void(const Uuid&, std::string_view)>& action) {
    connection.reads_list(kind);
    auto rows = connection.query("SELECT id, key FROM " + std::string(plural_of(kind)));
    while (rows.next()) action(db::stored_uuid(rows.text(0)), rows.text(1));
}

bool has_blob(db::Connection& connection, std::string_view hash) {
    return connection.query("SELECT 1 FROM blobs WHERE hash = :hash", {{"hash", hash}}).next();
}

std::optional<std::string> find_blob(db::Connection& connection, std::string_view hash) {
    auto rows = connection.query("SELECT bytes FROM blobs WHERE hash = :hash", {{"hash", hash}});
    if (!rows.next()) return std::nullopt;
    const auto bytes = rows.get<std::vector<std::byte>>(0);
    return std::string(reinterpret_cast<const char*>(bytes.data()), bytes.size());
}

void store_blob(db::Connection& connection, const FileContent& file, std::span<const std::byte> bytes) {
    connection.execute("INSERT INTO blobs (hash, media_type, size, width, height, bytes) "
                       "VALUES (:hash, :media_type, :size, :width, :height, :bytes) ON CONFLICT (hash) DO NOTHING",
                       {{"hash", file.hash},
                        {"media_type", file.media_type},
                        {"size", file.size},
                        {"width", file.width},
                        {"height", file.height},
                        {"bytes", bytes}});
}

} // namespace interregio
