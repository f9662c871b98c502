#pragma once
// Tables that were sent, and what came of them, in the database. Internal to the module: nothing here asks who may. No
// view lets anybody read these tables (kinds/sights.h): they are there for connections that see everything.

#include "modules/activity_import/activity_imports.h"

namespace interregio::activity_import::store {

[[nodiscard]] std::optional<Upload> find_upload(db::Connection& connection, const Uuid& id);
void add_upload(db::Connection& connection, const Upload& upload, std::string_view bytes);
[[nodiscard]] std::string bytes_of_upload(db::Connection& connection, const Uuid& id);
void set_settings(db::Connection& connection, const Uuid& id, std::string_view settings);
/// In place of the table: the rows of it that were not taken.
void set_left_over(db::Connection& connection, const Uuid& id, std::string_view bytes);
void remove_upload(db::Connection& connection, const Uuid& id);
/// Those older than that, and of the account all but the newest `keep`.
void remove_old_uploads(db::Connection& connection, std::string_view before, Id<accounts::Account> account,
                        std::int64_t keep);

[[nodiscard]] std::optional<Import> find_import(db::Connection& connection, const Uuid& id);
/// The newest first.
[[nodiscard]] std::vector<Import> imports(db::Connection& connection);
void add_import(db::Connection& connection, const Import& import);
void add_record(db::Connection& connection, const Uuid& import, const MadeRecord& record, std::int64_t position);
/// In the order of the table.
[[nodiscard]] std::vector<MadeRecord> records_of(db::Connection& connection, const Uuid& import);
void set_removed(db::Connection& connection, const Uuid& import, const Uuid& record);
void set_undone(db::Connection& connection, const Uuid& import, std::string_view at, std::string_view by);

} // namespace interregio::activity_import::store
