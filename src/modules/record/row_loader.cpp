#include "modules/record/row_loader.h"

namespace interregio {

void corrupt(std::string_view column, std::string_view value) {
    throw db::Error("the database holds a value this program cannot read, in column " + std::string(column) + ": \"" +
                    std::string(value) + "\"");
}

void load_file_facts(db::Connection& connection, FileContent& file) {
    auto rows =
        connection.query("SELECT media_type, size, width, height FROM blobs WHERE hash = :hash", {{"hash", file.hash}});
    if (!rows.next()) corrupt("hash", file.hash);
    file.media_type = rows.get<std::string>(0);
    file.size = rows.get<std::int64_t>(1);
    file.width = rows.get<std::int64_t>(2);
    file.height = rows.get<std::int64_t>(3);
}

} // namespace interregio
