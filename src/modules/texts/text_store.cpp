#include "modules/texts/texts.h"

#include "modules/texts/stored_scope.h"
#include "platform/db/stored_values.h"

namespace interregio {
namespace {

/// Reads "language, is_original, body, revision, made_from, at, actor" from `first` on into a further version.
void read_version(const db::Rows& rows, int first, LocalizedText& text) {
    TextVersion& version = text.versions.emplace_back();
    version.language = db::stored_language(rows.text(first));
    if (rows.get<int>(first + 1) != 0) text.original = version.language;
    version.body = rows.get<std::string>(first + 2);
    version.revision = rows.get<std::int64_t>(first + 3);
    version.made_from = rows.get<std::int64_t>(first + 4);
    version.at = rows.get<std::string>(first + 5);
    version.actor = rows.get<std::string>(first + 6);
}

void load_earlier_revisions(db::Connection& connection, std::string_view record_id, TextsByOwner& texts) {
    auto rows = connection.query("SELECT owner_id, field, language, revision, made_from, body, at, actor "
                                 "FROM text_revisions WHERE record_id = :record ORDER BY revision",
                                 {{"record", record_id}});
    while (rows.next()) {
        const auto text = texts.find(text_key(rows.text(0), rows.text(1)));
        if (text == texts.end()) continue;
        const Language language = db::stored_language(rows.text(2));
        for (TextVersion& version : text->second.versions)
            if (version.language == language)
                version.earlier.push_back({rows.get<std::int64_t>(3), rows.get<std::int64_t>(4),
                                           rows.get<std::string>(5), rows.get<std::string>(6),
                                           rows.get<std::string>(7)});
    }
}

void load_restrictions(db::Connection& connection, std::string_view record_id, TextsByOwner& texts) {
    auto rows =
        connection.query("SELECT owner_id, field, scope_kind, scope FROM text_restrictions WHERE record_id = :record",
                         {{"record", record_id}});
    while (rows.next())
        if (const auto text = texts.find(text_key(rows.text(0), rows.text(1))); text != texts.end())
            text->second.visible_to = stored_scope(rows.text(2), rows.text(3));
}

} // namespace

std::string text_key(std::string_view owner_id, std::string_view field) {
    return std::string(owner_id) + '/' + std::string(field);
}

TextsByOwner load_texts(db::Connection& connection, std::string_view record_id) {
    TextsByOwner texts;
    auto rows =
        connection.query("SELECT owner_id, field, language, is_original, body, revision, made_from, at, actor "
                         "FROM texts WHERE record_id = :record ORDER BY owner_id, field, is_original DESC, language",
                         {{"record", record_id}});
    while (rows.next()) read_version(rows, 2, texts[text_key(rows.text(0), rows.text(1))]);
    load_earlier_revisions(connection, record_id, texts);
    load_restrictions(connection, record_id, texts);
    return texts;
}

LocalizedText find_text(db::Connection& connection, const Uuid& owner, std::string_view field) {
    connection.reads(owner); // a record; rows within one come with it
    LocalizedText text;
    auto rows = connection.query("SELECT language, is_original, body, revision, made_from, at, actor FROM texts "
                                 "WHERE owner_id = :owner AND field = :field ORDER BY is_original DESC, language",
                                 {{"owner", owner.text()}, {"field", field}});
    while (rows.next()) read_version(rows, 0, text);
    return text;
}

std::unordered_map<Uuid, LocalizedText> find_texts(db::Connection& connection, RecordKind kind,
                                                   std::string_view field) {
    std::unordered_map<Uuid, LocalizedText> texts;
    auto rows = connection.query("SELECT t.owner_id, t.language, t.is_original, t.body, t.revision, t.made_from, t.at, "
                                 "t.actor FROM " +
                                     std::string(plural_of(kind)) +
                                     " r CROSS JOIN texts t WHERE t.owner_id = r.id AND t.field = :field "
                                     "ORDER BY r.id, t.is_original DESC, t.language",
                                 {{"field", field}});
    while (rows.next()) read_version(rows, 1, texts[db::stored_uuid(rows.text(0))]);
    for (const auto& [owner, text] : texts) connection.reads(owner);
    return texts;
}

void remove_texts(db::Connection& connection, std::string_view record_id) {
    connection.execute("DELETE FROM texts WHERE record_id = :record", {{"record", record_id}});
    connection.execute("DELETE FROM text_revisions WHERE record_id = :record", {{"record", record_id}});
    connection.execute("DELETE FROM text_restrictions WHERE record_id = :record", {{"record", record_id}});
}

void add_text(db::Connection& connection, std::string_view record_id, std::string_view owner_id, std::string_view field,
              const LocalizedText& text) {
    if (!text.empty() && !text.visible_to.is_public())
        connection.execute("INSERT INTO text_restrictions (owner_id, field, record_id, scope_kind, scope) "
                           "VALUES (:owner, :field, :record, :kind, :scope)",
                           {{"owner", owner_id},
                            {"field", field},
                            {"record", record_id},
                            {"kind", kind_of_scope(*text.visible_to.only)},
                            {"scope", id_of_scope(*text.visible_to.only)}});
    for (const TextVersion& version : text.versions) {
        connection.execute("INSERT INTO texts (owner_id, field, language, record_id, is_original, body, revision, "
                           "made_from, at, actor) VALUES (:owner, :field, :language, :record, :is_original, :body, "
                           ":revision, :made_from, :at, :actor)",
                           {{"owner", owner_id},
                            {"field", field},
                            {"language", version.language.tag()},
                            {"record", record_id},
                            {"is_original", version.language == text.original ? 1 : 0},
                            {"body", version.body},
                            {"revision", version.revision},
                            {"made_from", version.made_from},
                            {"at", version.at},
                            {"actor", version.actor}});
        for (const TextRevision& earlier : version.earlier)
            connection.execute("INSERT INTO text_revisions (owner_id, field, language, revision, record_id, made_from, "
                               "body, at, actor) VALUES (:owner, :field, :language, :revision, :record, :made_from, "
                               ":body, :at, :actor)",
                               {{"owner", owner_id},
                                {"field", field},
                                {"language", version.language.tag()},
                                {"revision", earlier.revision},
                                {"record", record_id},
                                {"made_from", earlier.made_from},
                                {"body", earlier.body},
                                {"at", earlier.at},
                                {"actor", earlier.actor}});
    }
}

} // namespace interregio
