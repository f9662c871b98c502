#include "modules/library/made_picture_store.h"

#include "platform/db/stored_values.h"

namespace interregio {
namespace {

/// Images of the record `i` and what was made for them `m`.
constexpr std::string_view made_for_image =
    "m.file_hash = i.file_hash AND m.credit = i.credit AND m.focal_x = COALESCE(i.focal_x, 0.5) "
    "AND m.focal_y = COALESCE(i.focal_y, 0.5) AND m.recipe = :recipe";

std::string unused_marks() {
    return "SELECT m.mark FROM made_pictures m WHERE NOT EXISTS (SELECT 1 FROM images i WHERE " +
           std::string(made_for_image) + ")";
}

std::string to_make() {
    return "FROM images i WHERE i.credit <> '' AND NOT EXISTS (SELECT 1 FROM made_pictures m WHERE " +
           std::string(made_for_image) + ")";
}

std::string bytes(const db::Rows& rows, int column) {
    const auto blob = rows.get<std::vector<std::byte>>(column);
    return {reinterpret_cast<const char*>(blob.data()), blob.size()};
}

void add_row(db::Connection& connection, const PictureSource& source, std::string_view tone, bool failed) {
    const auto mark = mark_of(source);
    const auto made = pictures_made(connection) + 1;
    connection.execute(
        "INSERT INTO made_pictures (mark, file_hash, credit, focal_x, focal_y, recipe, made, failed, tone) "
        "VALUES (:mark, :hash, :credit, :x, :y, :recipe, :made, :failed, :tone)",
        {{"mark", mark},
         {"hash", source.file_hash},
         {"credit", source.credit},
         {"x", source.focal.x},
         {"y", source.focal.y},
         {"recipe", rendition_recipe},
         {"made", made},
         {"failed", failed ? 1 : 0},
         {"tone", tone}});
}

bool is_there(db::Connection& connection, const PictureSource& source) {
    const auto mark = mark_of(source);
    return connection.query("SELECT 1 FROM made_pictures WHERE mark = :mark", {{"mark", mark}}).next();
}

} // namespace

std::optional<MadePicture> made_picture(db::Connection& connection, const PictureSource& source) {
    auto mark = mark_of(source);
    auto rows = connection.query("SELECT tone FROM made_pictures WHERE mark = :mark AND failed = 0", {{"mark", mark}});
    if (!rows.next()) return std::nullopt;
    return MadePicture{std::move(mark), rows.get<std::string>(0)};
}

std::optional<std::string> find_rendition(db::Connection& connection, std::string_view mark, std::string_view name) {
    auto rows = connection.query("SELECT r.bytes, i.id FROM renditions r JOIN made_pictures m ON m.mark = r.mark "
                                 "JOIN images i ON i.file_hash = m.file_hash AND i.credit = m.credit "
                                 "WHERE r.mark = :mark AND r.name = :name ORDER BY i.id LIMIT 1",
                                 {{"mark", mark}, {"name", name}});
    if (!rows.next()) return std::nullopt;
    connection.reads(db::stored_uuid(rows.text(1)));
    return bytes(rows, 0);
}

std::int64_t pictures_made(db::Connection& connection) {
    auto rows = connection.query("SELECT MAX(made) FROM made_pictures");
    return rows.next() && !rows.null(0) ? rows.get<std::int64_t>(0) : 0;
}

std::vector<Uuid> images_made_since(db::Connection& connection, std::int64_t made) {
    return db::stored_uuids(connection.query("SELECT i.id FROM made_pictures m JOIN images i ON i.file_hash = "
                                             "m.file_hash AND i.credit = m.credit WHERE m.made > :made",
                                             {{"made", made}}));
}

std::optional<PictureSource> find_picture_source(db::Connection& connection, std::string_view hash,
                                                 std::string_view file_name) {
    auto rows = connection.query("SELECT credit, COALESCE(focal_x, 0.5), COALESCE(focal_y, 0.5), id FROM images "
                                 "WHERE file_hash = :hash AND file_name = :name AND credit <> '' ORDER BY id LIMIT 1",
                                 {{"hash", hash}, {"name", file_name}});
    if (!rows.next()) return std::nullopt;
    connection.reads(db::stored_uuid(rows.text(3)));
    return PictureSource{std::string(hash), rows.get<std::string>(0), {rows.get<double>(1), rows.get<double>(2)}};
}

namespace store {

std::optional<PictureSource> next_to_make(db::Connection& connection) {
    auto rows = connection.query("SELECT i.file_hash, i.credit, COALESCE(i.focal_x, 0.5), COALESCE(i.focal_y, 0.5) " +
                                     to_make() + " ORDER BY i.id LIMIT 1",
                                 {{"recipe", rendition_recipe}});
    if (!rows.next()) return std::nullopt;
    return PictureSource{
        rows.get<std::string>(0), rows.get<std::string>(1), {rows.get<double>(2), rows.get<double>(3)}};
}

std::int64_t count_to_make(db::Connection& connection) {
    auto rows = connection.query("SELECT COUNT(*) " + to_make(), {{"recipe", rendition_recipe}});
    return rows.next() ? rows.get<std::int64_t>(0) : 0;
}

std::optional<std::string> widest_jpeg(db::Connection& connection, std::string_view mark, int most_width) {
    auto rows = connection.query("SELECT name FROM renditions WHERE mark = :mark", {{"mark", mark}});
    int widest = 0;
    while (rows.next()) {
        const std::string name = rows.get<std::string>(0);
        if (!name.ends_with(ending_of(RenditionFormat::jpeg)) || name == share_rendition) continue;
        const int width = std::stoi(name);
        if (width <= most_width && width > widest) widest = width;
    }
    return find_rendition(connection, mark, rendition_name(widest, RenditionFormat::jpeg));
}

void add_made(db::Connection& connection, const PictureSource& source, std::string_view tone,
              const std::vector<NamedRendition>& renditions) {
    if (is_there(connection, source)) return;
    add_row(connection, source, tone, false);
    const auto mark = mark_of(source);
    for (const auto& [name, bytes] : renditions)
        connection.execute("INSERT INTO renditions (mark, name, bytes) VALUES (:mark, :name, :bytes)",
                           {{"mark", mark}, {"name", name}, {"bytes", std::as_bytes(std::span(bytes))}});
}

void add_failed(db::Connection& connection, const PictureSource& source) {
    if (!is_there(connection, source)) add_row(connection, source, "", true);
}

bool any_unused(db::Connection& connection) {
    return connection.query(unused_marks() + " LIMIT 1", {{"recipe", rendition_recipe}}).next();
}

void remove_unused(db::Connection& connection) {
    connection.execute("DELETE FROM renditions WHERE mark IN (" + unused_marks() + ")", {{"recipe", rendition_recipe}});
    connection.execute("DELETE FROM made_pictures WHERE mark IN (" + unused_marks() + ")",
                       {{"recipe", rendition_recipe}});
}

} // namespace store
} // namespace interregio
