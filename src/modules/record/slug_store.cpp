#include "modules/record/slug_store.h"

#include "base/free_name.h"
#include "base/slug.h"
#include "modules/record/records.h"
#include "platform/db/stored_values.h"

#include <algorithm>

namespace interregio {
namespace {

bool taken_by_another(db::Connection& connection, RecordKind kind, Language language, std::string_view slug,
                      std::string_view record_id) {
    auto rows =
        connection.query("SELECT record_id FROM slugs WHERE kind = :kind AND language = :language AND slug = :slug",
                         {{"kind", name_of(kind)}, {"language", language.tag()}, {"slug", slug}});
    return rows.next() && rows.text(0) != record_id;
}

/// "visit" and "visit-2" both say "visit".
bool still_fits(std::string_view current, std::string_view wanted) {
    if (!current.starts_with(wanted)) return false;
    const std::string_view rest = current.substr(wanted.size());
    return rest.empty() || (rest.size() > 1 && rest[0] == '-' &&
                            std::ranges::all_of(rest.substr(1), [](char c) { return c >= '0' && c <= '9'; }));
}

/// Makes `slug` the current one of the list, which holds each at most once.
void make_current(std::vector<std::string>& slugs, const std::string& slug) {
    std::erase(slugs, slug);
    slugs.push_back(slug);
}

std::string free_slug(db::Connection& connection, RecordKind kind, Language language, std::string_view record_id,
                      const std::string& wanted) {
    return free_name(
        wanted, [&](const std::string& slug) { return taken_by_another(connection, kind, language, slug, record_id); });
}

} // namespace

SlugHistory load_slugs(db::Connection& connection, std::string_view record_id) {
    SlugHistory history;
    auto rows =
        connection.query("SELECT language, slug FROM slugs WHERE record_id = :record ORDER BY language, position",
                         {{"record", record_id}});
    while (rows.next()) history.slugs[db::stored_language(rows.text(0))].push_back(rows.get<std::string>(1));
    return history;
}

std::expected<SlugHistory, Refusal> next_slugs(db::Connection& connection, RecordKind kind, std::string_view record_id,
                                               std::string_view key, const SlugHistory& stored,
                                               const SlugHistory& given, const LocalizedText* title,
                                               const std::vector<Language>& site_languages) {
    SlugHistory next = stored;
    for (const auto& [language, slugs] : given.slugs)
        for (const std::string& slug : slugs) {
            if (taken_by_another(connection, kind, language, slug, record_id))
                return std::unexpected(
                    Refusal{"refusal.slug.taken", {{"found", slug}, {"language", std::string(language.tag())}}});
            make_current(next.slugs[language], slug);
        }
    if (title == nullptr || title->empty()) return next;
    for (const Language& language : site_languages) {
        if (given.slugs.contains(language)) continue;
        const TextVersion& words = *title->for_reader(language);
        std::string wanted = slug_from(words.body, words.language);
        if (wanted.empty()) wanted = key;
        if (still_fits(next.current(language), wanted)) continue;
        make_current(next.slugs[language], free_slug(connection, kind, language, record_id, wanted));
    }
    return next;
}

void replace_slugs(db::Connection& connection, RecordKind kind, std::string_view record_id, const SlugHistory& stored,
                   const SlugHistory& next) {
    if (stored == next) return;
    if (!stored.slugs.empty())
        connection.execute("DELETE FROM slugs WHERE record_id = :record", {{"record", record_id}});
    for (const auto& [language, slugs] : next.slugs)
        for (std::size_t position = 0; position < slugs.size(); ++position)
            connection.execute("INSERT INTO slugs (kind, language, slug, record_id, position) "
                               "VALUES (:kind, :language, :slug, :record, :position)",
                               {{"kind", name_of(kind)},
                                {"language", language.tag()},
                                {"slug", slugs[position]},
                                {"record", record_id},
                                {"position", position}});
}

std::optional<Address> find_address(db::Connection& connection, RecordKind kind, Language language,
                                    std::string_view slug) {
    auto rows =
        connection.query("SELECT record_id FROM slugs WHERE kind = :kind AND language = :language AND slug = :slug",
                         {{"kind", name_of(kind)}, {"language", language.tag()}, {"slug", slug}});
    if (!rows.next()) return std::nullopt;
    const Uuid id = db::stored_uuid(rows.text(0));
    return Address{id, current_slug(connection, id, language)};
}

std::string current_slug(db::Connection& connection, const Uuid& id, Language language) {
    connection.reads(id);
    auto rows = connection.query("SELECT slug FROM slugs WHERE record_id = :record AND language = :language "
                                 "ORDER BY position DESC LIMIT 1",
                                 {{"record", id.text()}, {"language", language.tag()}});
    return rows.next() ? rows.get<std::string>(0) : std::string{};
}

std::unordered_map<Uuid, std::string> current_slugs(db::Connection& connection, RecordKind kind, Language language) {
    std::unordered_map<Uuid, std::string> slugs;
    auto rows = connection.query("SELECT record_id, slug FROM slugs WHERE kind = :kind AND language = :language "
                                 "ORDER BY position",
                                 {{"kind", name_of(kind)}, {"language", language.tag()}});
    while (rows.next()) slugs[db::stored_uuid(rows.text(0))] = rows.get<std::string>(1);
    for (const auto& [id, slug] : slugs) connection.reads(id);
    return slugs;
}

SlugHistory find_slugs(db::Connection& connection, const Uuid& id) {
    connection.reads(id);
    return load_slugs(connection, id.text());
}

} // namespace interregio
