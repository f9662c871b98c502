#pragma once
// The table of all activities: which of them, in which order, and what it says of each. What is asked again and again
// is kept in memory for each group of viewers who see the same, and follows the journal; what is shown is always read
// anew from the connection of whoever looks.

#include "base/partial_date.h"
#include "modules/activities/activity.h"
#include "platform/db/database.h"
#include "platform/locale/catalogue.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace interregio::editing {

enum class ActivityColumn { date, title, kind, status, visibility, changed };
constexpr auto enum_names(ActivityColumn) {
    return std::array<std::string_view, 6>{"date", "title", "kind", "status", "visibility", "changed"};
}
enum class SortDirection { ascending, descending };
constexpr auto enum_names(SortDirection) { return std::array<std::string_view, 2>{"asc", "desc"}; }
enum class Publicity { to_all, to_some };
constexpr auto enum_names(Publicity) { return std::array<std::string_view, 2>{"public", "restricted"}; }
/// What an activity may still be without. An outcome is missed only where it has been held.
enum class Lack { outcome, picture, source };
constexpr auto enum_names(Lack) { return std::array<std::string_view, 3>{"outcome", "picture", "source"}; }

/// The headings of the table as a file, which an import knows again, as keys of the catalogues: first these, then the
/// title in each language of the site, then the others.
inline constexpr std::array first_file_headings{"table.title", "table.language"};
inline constexpr std::array other_file_headings{
    "table.date",
    "table.edtf",
    "activities_table.first_day",
    "activities_table.last_day",
    "table.kind",
    "table.status",
    "table.form",
    "activities_table.audience",
    "table.series",
    "activities_table.edition",
    "table.organisations",
    "table.fields",
    "table.places",
    "activities_table.participants",
    "activities_table.heads_known",
    "activities_table.heads_planned",
    "activities_table.column.visibility",
    "activities_table.missing_in",
    "activities_table.behind_in",
    "activities_table.column.changed",
    "table.address",
    "table.id",
};

/// All conditions that are given must hold.
struct ActivityTableFilter {
    std::string words;       ///< each begins or is a part of a word of the title in one of its languages
    std::optional<int> from; ///< begins in that year or later, by the earliest day it can mean
    std::optional<int> to;   ///< begins in that year or earlier
    std::optional<ActivityKind> kind;
    std::optional<ActivityStatus> status;
    std::optional<Id<FieldOfAction>> field;
    std::optional<Id<Series>> series;
    std::optional<Id<Organisation>> organisation; ///< takes part, in whatever role
    std::optional<Publicity> publicity;
    std::optional<Language> untranslated; ///< a text is missing or behind in that language of the program
    std::set<Lack> lacks;

    friend bool operator==(const ActivityTableFilter&, const ActivityTableFilter&) = default;
};

struct ActivityTableOrder {
    ActivityColumn by = ActivityColumn::date;
    SortDirection direction = SortDirection::descending;

    friend bool operator==(const ActivityTableOrder&, const ActivityTableOrder&) = default;
};

/// Those that are alike in what they are sorted by come newest first.
struct ActivityTableQuery {
    ActivityTableFilter filter;
    ActivityTableOrder order;
    const Catalogue& words;                                 ///< of the reader, by whose collation is sorted
    std::function<std::string(const Visibility&)> audience; ///< who sees what is not public, in words, to sort by
    std::size_t first = 0;                                  ///< how many are passed over
    std::size_t most = 0;                                   ///< how many are given
};

struct FoundActivities {
    std::size_t all = 0;   ///< that the viewer sees
    std::size_t count = 0; ///< of these, what the filter lets through
    std::vector<Uuid> ids; ///< the part that was asked for
};

/// Who looks, and at which state.
struct TableReader {
    db::Connection& connection; ///< of the viewer
    const db::Viewer& viewer;
    std::int64_t journal; ///< the last entry of the journal, before `connection` was lent
};

/// Safe from any thread. Those who see the same wait for each other; the first question after the start reads all
/// activities, the first after a change what has changed.
class ActivityTables {
  public:
    /// Reads from the database what has changed, also where it is out of sight now; it must outlive it.
    explicit ActivityTables(db::Database& database);
    ~ActivityTables();
    ActivityTables(const ActivityTables&) = delete;
    ActivityTables& operator=(const ActivityTables&) = delete;

    [[nodiscard]] FoundActivities find(const TableReader& reader, const ActivityTableQuery& query);

  private:
    struct Kept;
    db::Database& database_;
    std::unique_ptr<Kept> kept_;
};

/// For each of Catalogue::spoken() a bit, in that order.
struct TranslationGaps {
    std::uint8_t missing = 0;
    std::uint8_t behind = 0;
};
/// The languages of a mask.
[[nodiscard]] std::vector<Language> languages_in(std::uint8_t mask);
[[nodiscard]] std::uint8_t mask_of(Language language); ///< 0 for one that the program does not speak

/// Who took or is to take part, all groups together.
struct HeadSum {
    std::int64_t known = 0; ///< exact and about
    bool about = false;     ///< a part of `known` is
    bool has_known = false;
    std::optional<std::int64_t> planned;
    bool has_unknown = false; ///< there are groups whose number nobody knows

    friend bool operator==(const HeadSum&, const HeadSum&) = default;
};
void add(HeadSum& sum, HeadCount head_count, std::optional<std::int64_t> number);

/// What the table says of one activity.
struct ActivityTableRow {
    Uuid id;
    ActivityKind kind = ActivityKind::other;
    ActivityStatus status = ActivityStatus::idea;
    PartialDate date;
    Form form = Form::on_site;
    std::optional<Audience> audience;
    std::optional<Uuid> series;
    std::optional<std::int64_t> edition;
    Visibility visible_to;
    LocalizedText title;
    std::vector<Uuid> organisations; ///< each once, in the order of the record
    HeadSum heads;
    TranslationGaps gaps;
    std::string changed_at; ///< timestamp; empty when nobody told the viewer
    // For files:
    std::vector<Uuid> fields;
    std::vector<Uuid> places;
    std::string slug; ///< in the language that was asked for
};
enum class RowDetail { page, file };
/// At most that many at once.
inline constexpr std::size_t most_table_rows_at_once = 100;
/// In the order of `ids`, without those that the connection does not see; in a number of queries that does not depend
/// on theirs. `language` is that of the slugs.
[[nodiscard]] std::vector<ActivityTableRow>
activity_table_rows(db::Connection& connection, const std::vector<Uuid>& ids, Language language, RowDetail detail);
/// What organisations are called in tables where they have a short name.
[[nodiscard]] std::unordered_map<Uuid, std::string> short_names(db::Connection& connection);

} // namespace interregio::editing
