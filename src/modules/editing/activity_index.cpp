#include "modules/editing/activity_index.h"

#include "modules/editing/record_names.h"

#include <algorithm>

namespace interregio::editing {
namespace {

/// With more changes than that, such as after an import, everything is read anew.
constexpr std::size_t most_changes = 500;

} // namespace

void ActivityIndex::follow(const TableReader& reader, db::Database& database) {
    behind_ = reader.journal < last_entry_;
    if (read_ && reader.journal <= last_entry_) return;
    bool followed = false;
    if (read_) {
        const auto changes = changes_since(*database.read(), last_entry_, reader.journal, most_changes);
        // Where something that activities refer to comes into sight or goes out of it, references to it do, too.
        followed = !changes.too_many && !changes.sight && read_changed(reader.connection, changes);
    }
    if (!followed) read_all(reader.connection);
    last_entry_ = reader.journal;
}

void ActivityIndex::read_all(db::Connection& connection) {
    *this = ActivityIndex();
    read_heads(connection, {}, [&](const ActivityHead& head) { take_head(head); });
    read_ = true;
}

void ActivityIndex::take_head(const ActivityHead& head) {
    const auto [place, is_new] = place_.emplace(head.id, static_cast<Row>(heads_.size()));
    if (is_new)
        heads_.push_back(head);
    else
        heads_[place->second] = head;
}

/// False where one that was there is gone, or out of sight.
bool ActivityIndex::read_changed(db::Connection& connection, const ChangesSince& changes) {
    const std::vector<Uuid> changed(changes.activities.begin(), changes.activities.end());
    for (std::size_t begin = 0; begin < changed.size(); begin += most_table_rows_at_once) {
        const Wanted part = Wanted(changed).subspan(begin, std::min(most_table_rows_at_once, changed.size() - begin));
        std::vector<Uuid> seen;
        read_heads(connection, part, [&](const ActivityHead& head) {
            take_head(head);
            seen.push_back(head.id);
        });
        const auto is_gone = [&](const Uuid& id) {
            return place_.contains(id) && std::ranges::find(seen, id) == seen.end();
        };
        if (std::ranges::any_of(part, is_gone)) return false;
        if (!seen.empty()) reload(connection, seen);
    }
    return true;
}

template <class T, class Read> void ActivityIndex::load(Column<T>& column, Wanted wanted, const Read& read) {
    if (wanted.empty()) column.values.clear();
    column.values.resize(heads_.size());
    for (const Uuid& id : wanted) column.values[place_.at(id)] = T{};
    read([&](const Uuid& id) -> T* {
        const auto place = place_.find(id);
        return place == place_.end() ? nullptr : &column.values[place->second];
    });
    column.loaded = !behind_;
}

void ActivityIndex::load_titles(db::Connection& connection, const Catalogue& words, Wanted wanted) {
    load(titles_[words.language()], wanted, [&](const auto& value_of) {
        read_titles(connection, wanted, [&](const Uuid& id, Language language, bool original, std::string_view body) {
            std::string* key = value_of(id);
            const bool own = language == words.language();
            if (key != nullptr && (own || (original && key->empty()))) *key = words.sort_key(body);
        });
    });
}

void ActivityIndex::load_folded(db::Connection& connection, Wanted wanted) {
    load(folded_, wanted, [&](const auto& value_of) {
        read_titles(connection, wanted, [&](const Uuid& id, Language, bool, std::string_view body) {
            if (std::string* folded = value_of(id)) *folded += folded_name(body) + "\n";
        });
    });
}

void ActivityIndex::load_gaps(db::Connection& connection, Wanted wanted) {
    load(gaps_, wanted, [&](const auto& value_of) {
        read_gaps(connection, wanted, [&](const Uuid& id, TranslationGaps gaps) {
            if (std::uint8_t* mask = value_of(id)) *mask = gaps.missing | gaps.behind;
        });
    });
}

void ActivityIndex::load_changes(db::Connection& connection, Wanted wanted) {
    load(changes_, wanted, [&](const auto& value_of) {
        read_changes(connection, wanted, [&](const Uuid& id, std::int64_t sequence) {
            if (std::int64_t* last = value_of(id)) *last = sequence;
        });
    });
}

void ActivityIndex::load_relation(db::Connection& connection, Relation relation, Wanted wanted) {
    load(relations_[relation], wanted, [&](const auto& value_of) {
        read_relation(connection, relation, wanted, [&](const Uuid& id, const Uuid& target) {
            if (std::vector<Uuid>* targets = value_of(id)) targets->push_back(target);
        });
    });
}

/// The columns that are there, for activities that have changed or are new.
void ActivityIndex::reload(db::Connection& connection, Wanted wanted) {
    for (const auto& [language, column] : titles_)
        if (column.loaded) load_titles(connection, Catalogue::nearest(language), wanted);
    if (folded_.loaded) load_folded(connection, wanted);
    if (gaps_.loaded) load_gaps(connection, wanted);
    if (changes_.loaded) load_changes(connection, wanted);
    for (const auto& [relation, column] : relations_)
        if (column.loaded) load_relation(connection, relation, wanted);
}

void ActivityIndex::load_what_is_asked(db::Connection& connection, const ActivityTableQuery& query) {
    const ActivityTableFilter& filter = query.filter;
    const auto need = [&](Relation relation, bool asked) {
        if (asked && !relations_[relation].loaded) load_relation(connection, relation, {});
    };
    if (query.order.by == ActivityColumn::title && !titles_[query.words.language()].loaded)
        load_titles(connection, query.words, {});
    if (query.order.by == ActivityColumn::changed && !changes_.loaded) load_changes(connection, {});
    if (!filter.words.empty() && !folded_.loaded) load_folded(connection, {});
    if (filter.untranslated && !gaps_.loaded) load_gaps(connection, {});
    need(Relation::organisation, filter.organisation.has_value());
    need(Relation::field, filter.field.has_value());
    need(Relation::outcome, filter.lacks.contains(Lack::outcome));
    need(Relation::picture, filter.lacks.contains(Lack::picture));
    need(Relation::source, filter.lacks.contains(Lack::source));
}

} // namespace interregio::editing
