#include "modules/editing/activity_table_store.h"

#include "base/assert.h"
#include "modules/record/stored_enum.h"
#include "platform/db/stored_values.h"

#include <deque>

namespace interregio::editing {
namespace {

/// A query about all activities, or about those that are wanted.
class Asked {
  public:
    explicit Asked(Wanted wanted) {
        INTERREGIO_ASSERT(wanted.size() <= most_table_rows_at_once, "larger lists are read in parts");
        for (std::size_t i = 0; i < wanted.size(); ++i) {
            names_.push_back("w" + std::to_string(i));
            list_ += (i == 0 ? ":" : ", :") + names_.back();
            values_.push_back(wanted[i].text());
            parameters_.push_back({names_.back(), values_.back()});
        }
    }
    /// " AND a.id IN (…)"; nothing for all.
    [[nodiscard]] std::string among(const std::string& column) const {
        return list_.empty() ? std::string() : " AND " + column + " IN (" + list_ + ")";
    }
    void parameter(std::string_view name, std::string value) {
        parameters_.push_back({name, values_.emplace_back(std::move(value))});
    }
    [[nodiscard]] db::Rows run(db::Connection& connection, const std::string& sql) const {
        return connection.query(sql, parameters_);
    }

  private:
    std::deque<std::string> names_;
    std::deque<std::string> values_; ///< the parameters point to both
    std::string list_;
    std::vector<db::Parameter> parameters_;
};

std::int32_t day_number(std::string_view iso) {
    std::int32_t day = 0;
    for (const char c : iso)
        if (c >= '0' && c <= '9') day = day * 10 + (c - '0');
    return day;
}

Visibility stored_visibility(const db::Rows& rows, int kind, int scope) {
    if (rows.null(kind)) return {};
    if (rows.text(kind) == "organisation") return {db::stored_id<Organisation>(rows.text(scope))};
    return {db::stored_id<Partnership>(rows.text(scope))};
}

/// All texts of one record, without their words. Kept from record to record, so that nothing is allocated anew.
class TextsOfRecord {
  public:
    void add(const db::Rows& rows) {
        TextVersion version;
        version.language = db::stored_language(rows.text(3));
        version.revision = rows.get<std::int64_t>(5);
        version.made_from = rows.get<std::int64_t>(6);
        LocalizedText& text = text_of(rows.text(1), rows.text(2));
        if (rows.get<std::int64_t>(4) != 0) text.original = version.language;
        text.versions.push_back(std::move(version));
    }
    [[nodiscard]] TranslationGaps take() {
        TranslationGaps gaps;
        std::uint8_t bit = 1;
        for (const Language language : Catalogue::spoken()) {
            for (std::size_t i = 0; i < used_; ++i) {
                const TranslationState state = texts_[i].text.state(language);
                if (state == TranslationState::missing) gaps.missing |= bit;
                if (state == TranslationState::behind) gaps.behind |= bit;
            }
            bit = static_cast<std::uint8_t>(bit << 1U);
        }
        used_ = 0;
        return gaps;
    }

  private:
    struct Owned {
        std::string owner;
        std::string field;
        LocalizedText text;
    };
    LocalizedText& text_of(std::string_view owner, std::string_view field) {
        // The versions of a text mostly follow each other.
        for (std::size_t i = used_; i-- > 0;)
            if (texts_[i].owner == owner && texts_[i].field == field) return texts_[i].text;
        if (used_ == texts_.size()) texts_.emplace_back();
        Owned& next = texts_[used_++];
        next.owner = owner;
        next.field = field;
        next.text.versions.clear();
        return next.text;
    }
    std::vector<Owned> texts_;
    std::size_t used_ = 0;
};

struct RelationTable {
    std::string_view table;
    std::string_view target;
    std::string_view condition;
};

RelationTable table_of(Relation relation) {
    switch (relation) {
    case Relation::organisation:
        return {"activity_organisations", "t.organisation", ""};
    case Relation::field:
        return {"activity_fields", "t.target_id", ""};
    case Relation::place:
        return {"activity_places", "t.target_id", ""};
    case Relation::outcome:
        return {"activity_outcomes", "NULL", " AND t.kind = 'outcome'"};
    case Relation::picture:
        return {"activity_images", "t.target_id", ""};
    case Relation::source:
        break;
    }
    return {"activity_sources", "t.target_id", ""};
}

void read_slugs(db::Connection& connection, Wanted wanted, Language language,
                const std::function<void(const Uuid&, std::string)>& take) {
    Asked asked(wanted);
    asked.parameter("language", std::string(language.tag()));
    auto rows = asked.run(connection, "SELECT record_id, slug FROM slugs WHERE language = :language" +
                                          asked.among("record_id") + " ORDER BY position");
    while (rows.next()) take(db::stored_uuid(rows.text(0)), rows.get<std::string>(1));
}

void read_head_counts(db::Connection& connection, Wanted wanted,
                      const std::function<void(const Uuid&, HeadCount, std::optional<std::int64_t>)>& take) {
    const Asked asked(wanted);
    auto rows = asked.run(connection, "SELECT owner_id, head_count, number FROM activity_participants WHERE 1 = 1" +
                                          asked.among("owner_id"));
    while (rows.next())
        take(db::stored_uuid(rows.text(0)), stored_enum<HeadCount>(rows.text(1)),
             rows.get<std::optional<std::int64_t>>(2));
}

void read_days_of_change(db::Connection& connection, Wanted wanted,
                         const std::function<void(const Uuid&, std::string)>& take) {
    const Asked asked(wanted);
    auto rows = asked.run(connection, "SELECT record_id, MAX(at) FROM journal WHERE 1 = 1" + asked.among("record_id") +
                                          " GROUP BY record_id");
    while (rows.next()) take(db::stored_uuid(rows.text(0)), rows.get<std::string>(1));
}

std::vector<ActivityTableRow> rows_of(db::Connection& connection, Wanted wanted) {
    const Asked asked(wanted);
    auto rows = asked.run(connection, "SELECT a.id, a.kind, a.status, a.date, a.form, a.audience, a.series, a.edition, "
                                      "r.scope_kind, r.scope FROM activities a LEFT JOIN record_restrictions r "
                                      "ON r.record_id = a.id WHERE 1 = 1" +
                                          asked.among("a.id"));
    std::vector<ActivityTableRow> list;
    while (rows.next()) {
        ActivityTableRow& row = list.emplace_back();
        row.id = db::stored_uuid(rows.text(0));
        row.kind = stored_enum<ActivityKind>(rows.text(1));
        row.status = stored_enum<ActivityStatus>(rows.text(2));
        row.date = db::stored_date(rows.text(3));
        row.form = stored_enum<Form>(rows.text(4));
        if (!rows.null(5)) row.audience = stored_enum<Audience>(rows.text(5));
        if (!rows.null(6)) row.series = db::stored_uuid(rows.text(6));
        row.edition = rows.get<std::optional<std::int64_t>>(7);
        row.visible_to = stored_visibility(rows, 8, 9);
    }
    return list;
}

void add_once(std::vector<Uuid>& list, const Uuid& id) {
    if (std::ranges::find(list, id) == list.end()) list.push_back(id);
}

void sort_as(std::vector<ActivityTableRow>& rows, const std::vector<Uuid>& ids) {
    std::unordered_map<Uuid, std::size_t> place;
    for (std::size_t i = 0; i < ids.size(); ++i) place.emplace(ids[i], i);
    std::ranges::sort(rows, {}, [&](const ActivityTableRow& row) { return place.at(row.id); });
}

using RowsById = std::unordered_map<Uuid, ActivityTableRow*>;

// Of what is gone there are no rows in any table, either, as all are read from one state; but the journal remembers.

void add_what_pages_say(db::Connection& connection, Wanted ids, const RowsById& row) {
    read_titles(connection, ids, [&](const Uuid& id, Language in, bool original, std::string_view body) {
        LocalizedText& title = row.at(id)->title;
        if (original) title.original = in;
        title.versions.push_back({.language = in, .body = std::string(body), .at = {}, .actor = {}, .earlier = {}});
    });
    read_relation(connection, Relation::organisation, ids,
                  [&](const Uuid& id, const Uuid& target) { add_once(row.at(id)->organisations, target); });
    read_head_counts(connection, ids, [&](const Uuid& id, HeadCount head_count, std::optional<std::int64_t> number) {
        add(row.at(id)->heads, head_count, number);
    });
    read_gaps(connection, ids, [&](const Uuid& id, TranslationGaps gaps) { row.at(id)->gaps = gaps; });
    read_days_of_change(connection, ids, [&](const Uuid& id, std::string at) {
        if (const auto found = row.find(id); found != row.end()) found->second->changed_at = std::move(at);
    });
}

void add_what_files_say(db::Connection& connection, Wanted ids, Language language, const RowsById& row) {
    read_relation(connection, Relation::field, ids,
                  [&](const Uuid& id, const Uuid& target) { add_once(row.at(id)->fields, target); });
    read_relation(connection, Relation::place, ids,
                  [&](const Uuid& id, const Uuid& target) { add_once(row.at(id)->places, target); });
    read_slugs(connection, ids, language,
               [&](const Uuid& id, std::string slug) { row.at(id)->slug = std::move(slug); });
}

} // namespace

void read_heads(db::Connection& connection, Wanted wanted, const std::function<void(ActivityHead)>& take) {
    const Asked asked(wanted);
    auto rows = asked.run(connection, "SELECT a.id, a.kind, a.status, a.date_first, a.date_precision, a.series, "
                                      "r.scope_kind, r.scope FROM activities a LEFT JOIN record_restrictions r "
                                      "ON r.record_id = a.id WHERE 1 = 1" +
                                          asked.among("a.id"));
    while (rows.next())
        take({db::stored_uuid(rows.text(0)), stored_enum<ActivityKind>(rows.text(1)),
              stored_enum<ActivityStatus>(rows.text(2)), day_number(rows.text(3)), rows.get<std::uint8_t>(4),
              rows.null(5) ? Uuid{} : db::stored_uuid(rows.text(5)), stored_visibility(rows, 6, 7)});
}

void read_titles(db::Connection& connection, Wanted wanted, const TakeTitle& take) {
    const Asked asked(wanted);
    auto rows = asked.run(connection, "SELECT t.owner_id, t.language, t.is_original, t.body FROM activities a "
                                      "CROSS JOIN texts t WHERE t.owner_id = a.id AND t.field = 'title'" +
                                          asked.among("a.id"));
    while (rows.next())
        take(db::stored_uuid(rows.text(0)), db::stored_language(rows.text(1)), rows.get<std::int64_t>(2) != 0,
             rows.text(3));
}

void read_gaps(db::Connection& connection, Wanted wanted, const TakeGaps& take) {
    const Asked asked(wanted);
    auto rows = asked.run(connection, "SELECT t.record_id, t.owner_id, t.field, t.language, t.is_original, t.revision, "
                                      "t.made_from FROM activities a CROSS JOIN texts t WHERE t.record_id = a.id" +
                                          asked.among("a.id") + " ORDER BY a.id");
    TextsOfRecord texts;
    std::string record;
    const auto give = [&] {
        if (record.empty()) return;
        const TranslationGaps gaps = texts.take();
        if (gaps.missing != 0 || gaps.behind != 0) take(db::stored_uuid(record), gaps);
    };
    while (rows.next()) {
        if (rows.text(0) != record) {
            give();
            record = rows.text(0);
        }
        texts.add(rows);
    }
    give();
}

void read_changes(db::Connection& connection, Wanted wanted, const TakeChange& take) {
    const Asked asked(wanted);
    auto rows = asked.run(connection, "SELECT j.record_id, MAX(j.sequence) FROM journal j WHERE j.kind = 'activity'" +
                                          asked.among("j.record_id") + " GROUP BY j.record_id");
    while (rows.next()) take(db::stored_uuid(rows.text(0)), rows.get<std::int64_t>(1));
}

void read_relation(db::Connection& connection, Relation relation, Wanted wanted, const TakeRelation& take) {
    const Asked asked(wanted);
    const RelationTable table = table_of(relation);
    auto rows = asked.run(connection, "SELECT t.owner_id, " + std::string(table.target) + " FROM " +
                                          std::string(table.table) + " t WHERE 1 = 1" + std::string(table.condition) +
                                          asked.among("t.owner_id") + " ORDER BY t.owner_id, t.position");
    while (rows.next()) take(db::stored_uuid(rows.text(0)), rows.null(1) ? Uuid{} : db::stored_uuid(rows.text(1)));
}

ChangesSince changes_since(db::Connection& everything, std::int64_t after, std::int64_t until, std::size_t most) {
    ChangesSince changes;
    if (until - after > static_cast<std::int64_t>(most)) return {.too_many = true};
    auto rows = everything.query("SELECT kind, record_id, change LIKE '%\"visible_to%' FROM journal WHERE "
                                 "sequence > :after AND sequence <= :until",
                                 {{"after", after}, {"until", until}});
    while (rows.next()) {
        if (rows.text(0) == name_of(RecordKind::activity))
            changes.activities.insert(db::stored_uuid(rows.text(1)));
        else if (rows.get<std::int64_t>(2) != 0)
            changes.sight = true;
    }
    return changes;
}

std::vector<ActivityTableRow> activity_table_rows(db::Connection& connection, const std::vector<Uuid>& ids,
                                                  Language language, RowDetail detail) {
    if (ids.empty()) return {}; // which would mean all
    std::vector<ActivityTableRow> rows = rows_of(connection, ids);
    sort_as(rows, ids);
    RowsById row;
    for (ActivityTableRow& each : rows) row.emplace(each.id, &each);
    add_what_pages_say(connection, ids, row);
    if (detail == RowDetail::file) add_what_files_say(connection, ids, language, row);
    return rows;
}

std::unordered_map<Uuid, std::string> short_names(db::Connection& connection) {
    std::unordered_map<Uuid, std::string> names;
    auto rows = connection.query("SELECT id, short_name FROM organisations WHERE short_name IS NOT NULL");
    while (rows.next()) names.emplace(db::stored_uuid(rows.text(0)), rows.get<std::string>(1));
    return names;
}

} // namespace interregio::editing
