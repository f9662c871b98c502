#include "modules/activity_import/alike_store.h"

#include "modules/texts/texts.h"
#include "platform/db/stored_values.h"

namespace interregio::activity_import {

std::vector<DatedTitle> dated_titles(db::Connection& seen) {
    auto titles = find_texts(seen, RecordKind::activity, "title");
    std::vector<DatedTitle> all;
    auto rows = seen.query("SELECT id, date FROM activities ORDER BY id");
    while (rows.next()) {
        const Uuid id = db::stored_uuid(rows.text(0));
        all.push_back({id, db::stored_date(rows.text(1)), std::move(titles[id])});
    }
    return all;
}

std::unordered_multimap<std::string, Uuid> sources_by_url(db::Connection& seen) {
    std::unordered_multimap<std::string, Uuid> sources;
    auto rows = seen.query("SELECT id, url FROM sources WHERE url IS NOT NULL");
    while (rows.next()) sources.emplace(rows.get<std::string>(1), db::stored_uuid(rows.text(0)));
    return sources;
}

} // namespace interregio::activity_import
