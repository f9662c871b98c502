#pragma once
// What a table would become: its rows as activities, and what is wrong with the others. Nothing is stored.

#include "modules/activity_import/row_reader.h"

namespace interregio::activity_import {

/// What a row looks like: an activity that is there, or an earlier row.
struct LooksLike {
    std::optional<Uuid> activity{}; ///< one that the reader sees
    std::size_t row = 0;
};

struct PreviewRow {
    ReadRow read;
    std::optional<LooksLike> like{}; ///< of rows without problems
    [[nodiscard]] bool is_taken(Alike alike) const {
        return read.activity.has_value() && (!like || alike == Alike::take);
    }
};

struct Preview {
    std::vector<PreviewRow> rows;
    std::map<std::string, UnknownWord> unknown;
    std::size_t taken = 0;
    std::size_t wrong = 0; ///< rows with problems
    std::size_t alike = 0; ///< rows that look like something that is there
};

/// `settings.mapping` must be there, without problems (problems_of()).
[[nodiscard]] Preview read_preview(editing::EditContext& context, const ImportTable& table,
                                   const ImportSettings& settings, Suggestions suggestions = Suggestions::near_names);

} // namespace interregio::activity_import
