// Which activities of the index, and in which order.
#include "modules/editing/activity_index.h"
#include "modules/editing/record_names.h"

#include <algorithm>
#include <sstream>

namespace interregio::editing {
namespace {

constexpr std::int32_t days_of_year = 10'000; ///< 20260131 / that is the year

std::vector<std::string> words_of(std::string_view typed) {
    std::istringstream folded(folded_name(typed));
    std::vector<std::string> words;
    for (std::string word; folded >> word;) words.push_back(word);
    return words;
}

/// Whether all words stand in one line: in the title of one language.
bool line_has_all(std::string_view lines, const std::vector<std::string>& words) {
    while (!lines.empty()) {
        const std::string_view line = lines.substr(0, lines.find('\n'));
        if (std::ranges::all_of(words, [&](const std::string& word) { return line.contains(word); })) return true;
        lines.remove_prefix(std::min(lines.size(), line.size() + 1));
    }
    return false;
}

/// For each of the texts its place among them in the order of the language.
std::vector<std::size_t> ranks(const Catalogue& words, const std::vector<std::string>& texts) {
    std::vector<std::string> keys;
    keys.reserve(texts.size());
    for (const std::string& text : texts) keys.push_back(words.sort_key(text));
    std::vector<std::size_t> ranks;
    for (const std::string& key : keys)
        ranks.push_back(static_cast<std::size_t>(
            std::ranges::count_if(keys, [&](const std::string& other) { return other < key; })));
    return ranks;
}

template <NamedEnum E> std::vector<std::size_t> ranks_of(const Catalogue& words, std::string_view prefix) {
    std::vector<std::string> texts;
    for (const std::string_view name : enum_names(E{}))
        texts.push_back(words.text(std::string(prefix) + std::string(name)));
    return ranks(words, texts);
}

} // namespace

bool ActivityIndex::newer(Row one, Row other) const {
    const ActivityHead& a = heads_[one];
    const ActivityHead& b = heads_[other];
    return std::tie(b.day, b.precision, b.id) < std::tie(a.day, a.precision, a.id);
}

bool ActivityIndex::head_matches(const ActivityHead& head, const ActivityTableFilter& filter) const {
    const std::int32_t year = head.day / days_of_year;
    if (filter.from && year < *filter.from) return false;
    if (filter.to && year > *filter.to) return false;
    if (filter.kind && head.kind != *filter.kind) return false;
    if (filter.status && head.status != *filter.status) return false;
    if (filter.series && head.series != filter.series->uuid()) return false;
    return !filter.publicity || head.visible_to.is_public() == (*filter.publicity == Publicity::to_all);
}

bool ActivityIndex::relations_match(Row row, const ActivityTableFilter& filter) const {
    const auto related = [&](Relation relation) -> const std::vector<Uuid>& {
        return relations_.at(relation).values[row];
    };
    const auto leads_to = [&](Relation relation, const Uuid& id) {
        return std::ranges::find(related(relation), id) != related(relation).end();
    };
    if (filter.organisation && !leads_to(Relation::organisation, filter.organisation->uuid())) return false;
    if (filter.field && !leads_to(Relation::field, filter.field->uuid())) return false;
    if (filter.untranslated && (gaps_.values[row] & mask_of(*filter.untranslated)) == 0) return false;
    const auto lacks = [&](Lack lack, Relation relation) {
        return !filter.lacks.contains(lack) || related(relation).empty();
    };
    if (!lacks(Lack::picture, Relation::picture) || !lacks(Lack::source, Relation::source)) return false;
    if (filter.lacks.contains(Lack::outcome) && heads_[row].status != ActivityStatus::held) return false;
    return lacks(Lack::outcome, Relation::outcome);
}

std::vector<ActivityIndex::Row> ActivityIndex::rows_for(const ActivityTableFilter& filter) const {
    const std::vector<std::string> words = words_of(filter.words);
    std::vector<Row> rows;
    // What was typed and holds no word, such as "?", is in no title.
    if (words.empty() && !filter.words.empty()) return rows;
    for (Row row = 0; row < heads_.size(); ++row)
        if (head_matches(heads_[row], filter) && relations_match(row, filter) &&
            (words.empty() || line_has_all(folded_.values[row], words)))
            rows.push_back(row);
    return rows;
}

/// By kind, status or who sees it: of few values, which are put in order first.
ActivityIndex::Less ActivityIndex::less_by_rank(const ActivityTableQuery& query) const {
    std::vector<std::size_t> of_row(heads_.size());
    if (query.order.by == ActivityColumn::visibility) {
        std::vector<std::string> texts; // what is public has none and comes first
        std::map<std::optional<Scope>, std::size_t> known;
        std::vector<std::size_t> text_of(heads_.size());
        for (Row row = 0; row < heads_.size(); ++row) {
            const auto& only = heads_[row].visible_to.only;
            const auto [entry, is_new] = known.emplace(only, texts.size());
            if (is_new) texts.push_back(only ? query.audience(heads_[row].visible_to) : std::string());
            text_of[row] = entry->second;
        }
        const auto order = ranks(query.words, texts);
        for (Row row = 0; row < heads_.size(); ++row) of_row[row] = order[text_of[row]];
    } else {
        const auto kinds = ranks_of<ActivityKind>(query.words, "activity.kind.");
        const auto statuses = ranks_of<ActivityStatus>(query.words, "activity.status.");
        for (Row row = 0; row < heads_.size(); ++row)
            of_row[row] = query.order.by == ActivityColumn::kind
                              ? kinds[static_cast<std::size_t>(heads_[row].kind)]
                              : statuses[static_cast<std::size_t>(heads_[row].status)];
    }
    return [ranks = std::move(of_row)](Row one, Row other) { return ranks[one] < ranks[other]; };
}

ActivityIndex::Less ActivityIndex::less_by(const ActivityTableQuery& query) const {
    switch (query.order.by) {
    case ActivityColumn::date:
        return [this](Row one, Row other) {
            const ActivityHead& a = heads_[one];
            const ActivityHead& b = heads_[other];
            return std::tie(a.day, a.precision) < std::tie(b.day, b.precision);
        };
    case ActivityColumn::title: {
        const auto& keys = titles_.at(query.words.language()).values;
        return [&keys](Row one, Row other) { return keys[one] < keys[other]; };
    }
    case ActivityColumn::changed:
        return [this](Row one, Row other) { return changes_.values[one] < changes_.values[other]; };
    case ActivityColumn::kind:
    case ActivityColumn::status:
    case ActivityColumn::visibility:
        break;
    }
    return less_by_rank(query);
}

FoundActivities ActivityIndex::find(db::Connection& connection, const ActivityTableQuery& query) {
    load_what_is_asked(connection, query);
    std::vector<Row> rows = rows_for(query.filter);
    const Less less = less_by(query);
    const bool up = query.order.direction == SortDirection::ascending;
    const auto before = [&](Row one, Row other) {
        if (less(one, other)) return up;
        if (less(other, one)) return !up;
        return newer(one, other);
    };
    // Only the part that was asked for is put in order.
    const auto begin = rows.begin() + static_cast<std::ptrdiff_t>(std::min(query.first, rows.size()));
    const auto end = begin + std::min(static_cast<std::ptrdiff_t>(query.most), rows.end() - begin);
    if (begin != rows.begin() && begin != rows.end()) std::nth_element(rows.begin(), begin, rows.end(), before);
    if (end != rows.end()) std::nth_element(begin, end, rows.end(), before);
    std::sort(begin, end, before);
    FoundActivities found{heads_.size(), rows.size(), {}};
    found.ids.reserve(static_cast<std::size_t>(end - begin));
    for (auto row = begin; row != end; ++row) found.ids.push_back(heads_[*row].id);
    return found;
}

} // namespace interregio::editing
