#pragma once
// The table of activities in words, for the page and for its files.

#include "modules/editing/record_names.h"
#include "modules/workspace/web/activity_table_request.h"
#include "modules/workspace/web/workspace.h"

namespace interregio::workspace::web {

/// Most rows of a file.
inline constexpr std::size_t most_rows_in_file = 100'000;
/// The rows of a page.
inline constexpr std::size_t activities_on_page = 100;

/// What records are called for one reader, each kind read once.
class TableNames {
  public:
    explicit TableNames(const Call& call);

    /// The short name, where there is one.
    [[nodiscard]] std::string organisation(const Uuid& id);
    [[nodiscard]] std::string organisations(const std::vector<Uuid>& ids, std::string_view between);
    [[nodiscard]] std::string names(RecordKind kind, const std::vector<Uuid>& ids, std::string_view between);
    [[nodiscard]] std::string visibility(const Visibility& visibility);
    [[nodiscard]] editing::RecordNames& records() { return records_; }

  private:
    const View& view_;
    editing::RecordNames records_;
    std::unordered_map<Uuid, std::string> short_names_;
};

/// "42", "rund 120", "geplant: 40", joined; empty where there are no groups.
[[nodiscard]] std::string head_words(const View& view, const editing::HeadSum& heads);
/// "Polnisch, Englisch"; only languages of the site.
[[nodiscard]] std::string language_words(const View& view, std::uint8_t mask, std::string_view between);

/// What is asked for, without references to what the reader does not see: these are not understood, either.
[[nodiscard]] ActivityTableRequest request_of(const Call& call, TableNames& names);

/// Which activities, and how many.
struct TablePart {
    std::size_t first = 0;
    std::size_t most = 0;
};
[[nodiscard]] editing::FoundActivities found_activities(const Call& call, editing::ActivityTables& tables,
                                                        TableNames& names, const ActivityTableRequest& request,
                                                        TablePart part);

} // namespace interregio::workspace::web
