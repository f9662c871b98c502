#pragma once
// The SQL of the public pages: single columns and short lists of records whose whole is not needed. Internal to the
// module; pages are made by the functions of the other headers.

#include "modules/activities/activity.h"
#include "platform/db/database.h"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace interregio::portal::store {

/// The key of a record; empty when there is none.
[[nodiscard]] std::string key_of(db::Connection& connection, RecordKind kind, const Uuid& id);
[[nodiscard]] std::optional<std::string> short_name_of(db::Connection& connection, const Uuid& organisation);

/// The town: the place itself, or what it lies within, outermost.
[[nodiscard]] Uuid town_of(db::Connection& connection, const Uuid& place);

/// Of an activity, in order.
[[nodiscard]] std::vector<Uuid> places_of(db::Connection& connection, const Uuid& activity);
[[nodiscard]] std::optional<Uuid> first_image_of(db::Connection& connection, const Uuid& activity);
/// The organisations that are host of an activity.
[[nodiscard]] std::vector<Uuid> hosts_of(db::Connection& connection, const Uuid& activity);

/// The series of an activity.
[[nodiscard]] std::optional<Uuid> series_of(db::Connection& connection, const Uuid& activity);

[[nodiscard]] std::optional<std::string> site_email(db::Connection& connection);
/// Of a partnership, in the order in which they are written.
[[nodiscard]] std::vector<Id<Organisation>> parties_of(db::Connection& connection, const Uuid& partnership);
[[nodiscard]] std::optional<Uuid> seat_of(db::Connection& connection, const Uuid& organisation);

/// All organisations: id and kind, without order.
struct OrganisationRow {
    Uuid id;
    OrganisationKind kind = OrganisationKind::other;
};
[[nodiscard]] std::vector<OrganisationRow> all_organisations(db::Connection& connection);

/// Whether bytes belong to an image or a document of the record, under which name they are published, and what they
/// are.
struct MediaRow {
    RecordKind kind = RecordKind::image;
    std::string media_type;
};
[[nodiscard]] std::optional<MediaRow> find_media(db::Connection& connection, std::string_view hash,
                                                 std::string_view file_name);

/// For the sitemap: `each` is called for every record of the part, with its current slug per language.
using Slugs = std::map<Language, std::string>;
void each_address(db::Connection& connection, RecordKind kind, std::int64_t offset, std::int64_t limit,
                  const std::function<void(const std::string& key, const Slugs& slugs)>& each);
[[nodiscard]] std::int64_t count_of(db::Connection& connection, RecordKind kind);

} // namespace interregio::portal::store
