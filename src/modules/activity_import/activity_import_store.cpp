#include "modules/activity_import/activity_import_store.h"

#include "platform/db/stored_values.h"

#include <span>

namespace interregio::activity_import::store {
namespace {

std::span<const std::byte> as_blob(std::string_view bytes) {
    return std::as_bytes(std::span(bytes.data(), bytes.size()));
}

Scope scope_of(std::string_view kind, std::string_view id) {
    if (kind == "organisation") return db::stored_id<Organisation>(id);
    return db::stored_id<Partnership>(id);
}

constexpr std::string_view import_columns =
    "SELECT id, account, file_name, scope_kind, scope, imported_at, made, left_out, undone_at, undone_by "
    "FROM activity_imports";

Import import_in(const db::Rows& rows) {
    return {.id = db::stored_uuid(rows.text(0)),
            .account = db::stored_id<accounts::Account>(rows.text(1)),
            .file_name = rows.get<std::string>(2),
            .scope = scope_of(rows.text(3), rows.text(4)),
            .imported_at = rows.get<std::string>(5),
            .made = rows.get<std::int64_t>(6),
            .left_out = rows.get<std::int64_t>(7),
            .undone_at = rows.get<std::optional<std::string>>(8),
            .undone_by = rows.get<std::optional<std::string>>(9).value_or("")};
}

} // namespace

std::optional<Upload> find_upload(db::Connection& connection, const Uuid& id) {
    auto rows = connection.query("SELECT account, file_name, uploaded_at, settings FROM activity_import_uploads "
                                 "WHERE id = :id",
                                 {{"id", id.text()}});
    if (!rows.next()) return std::nullopt;
    return Upload{id, db::stored_id<accounts::Account>(rows.text(0)), rows.get<std::string>(1),
                  rows.get<std::string>(2), read_settings(rows.text(3))};
}

void add_upload(db::Connection& connection, const Upload& upload, std::string_view bytes) {
    connection.execute("INSERT INTO activity_import_uploads (id, account, file_name, uploaded_at, settings, bytes) "
                       "VALUES (:id, :account, :file_name, :uploaded_at, :settings, :bytes)",
                       {{"id", upload.id.text()},
                        {"account", upload.account.text()},
                        {"file_name", upload.file_name},
                        {"uploaded_at", upload.uploaded_at},
                        {"settings", stored_settings(upload.settings)},
                        {"bytes", as_blob(bytes)}});
}

std::string bytes_of_upload(db::Connection& connection, const Uuid& id) {
    auto rows = connection.query("SELECT bytes FROM activity_import_uploads WHERE id = :id", {{"id", id.text()}});
    if (!rows.next()) return {};
    const auto bytes = rows.get<std::vector<std::byte>>(0);
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

void set_settings(db::Connection& connection, const Uuid& id, std::string_view settings) {
    connection.execute("UPDATE activity_import_uploads SET settings = :settings WHERE id = :id",
                       {{"id", id.text()}, {"settings", settings}});
}

void set_left_over(db::Connection& connection, const Uuid& id, std::string_view bytes) {
    connection.execute("UPDATE activity_import_uploads SET bytes = :bytes WHERE id = :id",
                       {{"id", id.text()}, {"bytes", as_blob(bytes)}});
}

void remove_upload(db::Connection& connection, const Uuid& id) {
    connection.execute("DELETE FROM activity_import_uploads WHERE id = :id", {{"id", id.text()}});
}

void remove_old_uploads(db::Connection& connection, std::string_view before, Id<accounts::Account> account,
                        std::int64_t keep) {
    connection.execute("DELETE FROM activity_import_uploads WHERE uploaded_at < :before", {{"before", before}});
    auto rows = connection.query("SELECT id FROM activity_import_uploads WHERE account = :account "
                                 "ORDER BY uploaded_at DESC, id DESC",
                                 {{"account", account.text()}});
    const auto ids = db::stored_uuids(std::move(rows));
    for (std::size_t i = static_cast<std::size_t>(keep); i < ids.size(); ++i) remove_upload(connection, ids[i]);
}

std::optional<Import> find_import(db::Connection& connection, const Uuid& id) {
    auto rows = connection.query(std::string(import_columns) + " WHERE id = :id", {{"id", id.text()}});
    return rows.next() ? std::optional(import_in(rows)) : std::nullopt;
}

std::vector<Import> imports(db::Connection& connection) {
    auto rows = connection.query(std::string(import_columns) + " ORDER BY imported_at DESC, id DESC");
    std::vector<Import> all;
    while (rows.next()) all.push_back(import_in(rows));
    return all;
}

void add_import(db::Connection& connection, const Import& import) {
    const bool own = std::holds_alternative<Id<Organisation>>(import.scope);
    connection.execute(
        "INSERT INTO activity_imports (id, account, file_name, scope_kind, scope, imported_at, made, left_out) "
        "VALUES (:id, :account, :file_name, :scope_kind, :scope, :imported_at, :made, :left_out)",
        {{"id", import.id.text()},
         {"account", import.account.text()},
         {"file_name", import.file_name},
         {"scope_kind", own ? "organisation" : "partnership"},
         {"scope", std::visit([](const auto& id) { return id.text(); }, import.scope)},
         {"imported_at", import.imported_at},
         {"made", import.made},
         {"left_out", import.left_out}});
}

void add_record(db::Connection& connection, const Uuid& import, const MadeRecord& record, std::int64_t position) {
    connection.execute(
        "INSERT INTO activity_import_records (import_id, record_id, version, position, is_removed) "
        "VALUES (:import, :record, :version, :position, 0)",
        {{"import", import.text()}, {"record", record.id.text()}, {"version", record.version}, {"position", position}});
}

std::vector<MadeRecord> records_of(db::Connection& connection, const Uuid& import) {
    auto rows = connection.query("SELECT record_id, version, is_removed FROM activity_import_records "
                                 "WHERE import_id = :import ORDER BY position",
                                 {{"import", import.text()}});
    std::vector<MadeRecord> all;
    while (rows.next())
        all.push_back({db::stored_uuid(rows.text(0)), rows.get<std::int64_t>(1), rows.get<std::int64_t>(2) != 0});
    return all;
}

void set_removed(db::Connection& connection, const Uuid& import, const Uuid& record) {
    connection.execute("UPDATE activity_import_records SET is_removed = 1 "
                       "WHERE import_id = :import AND record_id = :record",
                       {{"import", import.text()}, {"record", record.text()}});
}

void set_undone(db::Connection& connection, const Uuid& import, std::string_view at, std::string_view by) {
    connection.execute("UPDATE activity_imports SET undone_at = :at, undone_by = :by WHERE id = :id",
                       {{"id", import.text()}, {"at", at}, {"by", by}});
}

} // namespace interregio::activity_import::store
