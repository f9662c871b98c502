#include "modules/editing/activity_table.h"

#include "base/assert.h"
#include "modules/editing/activity_index.h"

#include <algorithm>
#include <list>
#include <mutex>

namespace interregio::editing {
namespace {

/// Groups of viewers whose index is kept: one for each partner, and the operator.
constexpr std::size_t most_groups = 4;

} // namespace

struct ActivityTables::Kept {
    struct Group {
        std::vector<std::string> scopes;
        std::mutex using_it;
        ActivityIndex index;
    };
    std::mutex choosing;
    std::list<std::shared_ptr<Group>> groups; ///< the one that was asked last in front

    std::shared_ptr<Group> group_of(std::vector<std::string> scopes) {
        std::ranges::sort(scopes);
        const std::scoped_lock lock(choosing);
        const auto found = std::ranges::find(groups, scopes, [](const auto& group) { return group->scopes; });
        if (found != groups.end()) {
            groups.splice(groups.begin(), groups, found);
        } else {
            groups.push_front(std::make_shared<Group>());
            groups.front()->scopes = std::move(scopes);
            if (groups.size() > most_groups) groups.pop_back();
        }
        return groups.front();
    }
};

ActivityTables::ActivityTables(db::Database& database) : database_(database), kept_(std::make_unique<Kept>()) {}
ActivityTables::~ActivityTables() = default;

FoundActivities ActivityTables::find(const TableReader& reader, const ActivityTableQuery& query) {
    INTERREGIO_ASSERT(!reader.viewer.is_anyone(), "the table is for those who sign in");
    const auto group = kept_->group_of(reader.viewer.scopes);
    const std::scoped_lock lock(group->using_it);
    group->index.follow(reader, database_);
    return group->index.find(reader.connection, query);
}

std::vector<Language> languages_in(std::uint8_t mask) {
    std::vector<Language> languages;
    for (const Language language : Catalogue::spoken())
        if ((mask & mask_of(language)) != 0) languages.push_back(language);
    return languages;
}

std::uint8_t mask_of(Language language) {
    const auto& spoken = Catalogue::spoken();
    const auto found = std::ranges::find(spoken, language);
    if (found == spoken.end()) return 0;
    return static_cast<std::uint8_t>(1U << static_cast<unsigned>(found - spoken.begin()));
}

void add(HeadSum& sum, HeadCount head_count, std::optional<std::int64_t> number) {
    switch (head_count) {
    case HeadCount::exact:
    case HeadCount::about:
        sum.known += number.value_or(0);
        sum.has_known = true;
        sum.about = sum.about || head_count == HeadCount::about;
        return;
    case HeadCount::planned:
        sum.planned = sum.planned.value_or(0) + number.value_or(0);
        return;
    case HeadCount::not_known:
        sum.has_unknown = true;
        return;
    }
}

} // namespace interregio::editing
