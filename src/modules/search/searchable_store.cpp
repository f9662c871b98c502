#include "modules/search/searchable.h"

#include "platform/db/stored_values.h"

#include <array>

namespace interregio::search {
namespace {

/// Who a record refers to, as "kind, id". Relations of one record are short.
std::string_view links_sql(RecordKind kind) {
    switch (kind) {
    case RecordKind::activity:
        return "SELECT 'place', target_id FROM activity_places WHERE owner_id = :id "
               "UNION SELECT 'organisation', organisation FROM activity_organisations WHERE owner_id = :id "
               "UNION SELECT 'organisation', organisation FROM activity_people WHERE owner_id = :id AND organisation "
               "IS "
               "NOT NULL "
               "UNION SELECT 'person', person FROM activity_people WHERE owner_id = :id "
               "UNION SELECT 'field_of_action', target_id FROM activity_fields WHERE owner_id = :id "
               "UNION SELECT 'document', target_id FROM activity_documents WHERE owner_id = :id "
               "UNION SELECT 'series', series FROM activities WHERE id = :id AND series IS NOT NULL";
    case RecordKind::agreement:
        return "SELECT 'place', place FROM agreement_signings WHERE owner_id = :id AND place IS NOT NULL "
               "UNION SELECT 'organisation', organisation FROM agreement_signatories WHERE owner_id = :id "
               "UNION SELECT 'person', person FROM agreement_signatories WHERE owner_id = :id "
               "UNION SELECT 'field_of_action', field FROM agreement_fields WHERE owner_id = :id "
               "UNION SELECT 'document', target_id FROM agreement_documents WHERE owner_id = :id";
    case RecordKind::partnership:
        return "SELECT 'organisation', target_id FROM partnership_parties WHERE owner_id = :id "
               "UNION SELECT 'field_of_action', target_id FROM partnership_fields WHERE owner_id = :id "
               "UNION SELECT 'person', person FROM partnership_contacts WHERE owner_id = :id AND person IS NOT NULL";
    case RecordKind::organisation:
        return "SELECT 'place', seat FROM organisations WHERE id = :id AND seat IS NOT NULL";
    case RecordKind::place:
        return "SELECT 'place', \"within\" FROM places WHERE id = :id AND \"within\" IS NOT NULL";
    default:
        return {};
    }
}

/// Kind word and first day.
std::string_view head_sql(RecordKind kind) {
    switch (kind) {
    case RecordKind::activity:
        return "SELECT kind, date_first FROM activities WHERE id = :id";
    case RecordKind::agreement:
        return "SELECT 'agreement', (SELECT MIN(date_first) FROM agreement_signings WHERE owner_id = :id) FROM "
               "agreements WHERE id = :id";
    case RecordKind::partnership:
        return "SELECT 'partnership', since_first FROM partnerships WHERE id = :id";
    case RecordKind::organisation:
        return "SELECT 'organisation', NULL FROM organisations WHERE id = :id";
    case RecordKind::place:
        return "SELECT 'place', NULL FROM places WHERE id = :id";
    case RecordKind::person:
        return "SELECT 'person', NULL FROM people WHERE id = :id";
    case RecordKind::document:
        return "SELECT 'document', NULL FROM documents WHERE id = :id";
    case RecordKind::field_of_action:
        return "SELECT 'field_of_action', NULL FROM fields_of_action WHERE id = :id";
    case RecordKind::series:
        return "SELECT 'series', NULL FROM series WHERE id = :id";
    default:
        return {};
    }
}

std::string_view names_sql(RecordKind kind) {
    if (kind == RecordKind::person) return "SELECT given_name || ' ' || family_name FROM people WHERE id = :id";
    if (kind == RecordKind::organisation)
        return "SELECT short_name FROM organisations WHERE id = :id AND short_name IS NOT NULL";
    return {};
}

TextRank rank_of(std::string_view owner, std::string_view record, std::string_view field) {
    if (owner != record) return TextRank::body;
    if (field == "title" || field == "name") return TextRank::title;
    if (field == "summary" || field == "introduction" || field == "description") return TextRank::summary;
    return TextRank::body;
}

} // namespace

bool is_searchable(RecordKind kind) { return !head_sql(kind).empty(); }

bool is_result(RecordKind kind) {
    return kind == RecordKind::activity || kind == RecordKind::partnership || kind == RecordKind::agreement ||
           kind == RecordKind::organisation || kind == RecordKind::field_of_action || kind == RecordKind::series;
}

bool leads_to_others(RecordKind kind) {
    return is_searchable(kind) && kind != RecordKind::activity && kind != RecordKind::agreement &&
           kind != RecordKind::partnership;
}

std::optional<Searchable> find_searchable(const SearchableFrom& from, RecordKind kind, const Uuid& id) {
    if (!is_searchable(kind)) return std::nullopt;
    db::Connection& connection = from.anyone;
    const auto record = id.text();
    Searchable found;
    found.kind = kind;
    {
        auto rows = connection.query(head_sql(kind), {{"id", record}});
        if (!rows.next()) return std::nullopt;
        found.kind_word = rows.get<std::string>(0);
        found.day = rows.get<std::optional<std::string>>(1).value_or("");
    }
    auto texts = connection.query("SELECT owner_id, field, language, body FROM texts WHERE record_id = :record",
                                  {{"record", record}});
    while (texts.next())
        found.texts.push_back({db::stored_language(texts.text(2)), rank_of(texts.text(0), record, texts.text(1)),
                               texts.get<std::string>(3)});
    if (const auto sql = names_sql(kind); !sql.empty()) {
        auto rows = connection.query(sql, {{"id", record}});
        while (rows.next()) found.names.push_back(rows.get<std::string>(0));
    }
    if (const auto sql = links_sql(kind); !sql.empty()) {
        auto rows = from.everything.query(sql, {{"id", record}});
        while (rows.next())
            if (const auto link = record_kind_named(rows.text(0)))
                found.links.push_back({*link, rows.get<std::string>(1)});
    }
    return found;
}

} // namespace interregio::search
