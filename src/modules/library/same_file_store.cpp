#include "modules/library/same_files.h"

#include "base/record_kind.h"
#include "platform/db/stored_values.h"

namespace interregio {

std::vector<Uuid> images_with_file(db::Connection& connection, std::string_view hash) {
    connection.reads_list(RecordKind::image);
    return db::stored_uuids(
        connection.query("SELECT id FROM images WHERE file_hash = :hash ORDER BY id", {{"hash", hash}}));
}

} // namespace interregio
