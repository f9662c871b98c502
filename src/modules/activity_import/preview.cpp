#include "modules/activity_import/preview.h"

#include "modules/activity_import/alike.h"
#include "modules/partnerships/partnerships.h"

namespace interregio::activity_import {

Preview read_preview(editing::EditContext& context, const ImportTable& table, const ImportSettings& settings,
                     Suggestions suggestions) {
    editing::RecordNames names(context.seen, context.reader);
    RowReader reader(context, names, settings, site_languages(context.seen), suggestions);
    AlikeActivities alike(context.seen);
    Preview preview;
    preview.rows.reserve(table.rows.size());
    for (const ImportRow& row : table.rows) {
        PreviewRow& shown = preview.rows.emplace_back(PreviewRow{reader.read(row), {}});
        if (const auto& activity = shown.read.activity) {
            shown.like = alike.find(*activity);
            alike.add(*activity, row.number);
        }
        preview.wrong += !shown.read.activity;
        preview.alike += shown.like.has_value();
        preview.taken += shown.is_taken(settings.alike);
    }
    preview.unknown = reader.unknown();
    return preview;
}

} // namespace interregio::activity_import
