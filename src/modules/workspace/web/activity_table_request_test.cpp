#include "modules/workspace/web/activity_table_request.h"

#include <gtest/gtest.h>

namespace interregio::workspace::web {
namespace {

using namespace editing;

ActivityTableRequest asked(std::string_view query) { return activity_table_request(http::Query::parse(query).value()); }

TEST(ActivityTableRequest, BeginsWithTheNewest) {
    const ActivityTableRequest request = asked("");
    EXPECT_TRUE(request.understood);
    EXPECT_FALSE(request.filtered());
    EXPECT_EQ(request.order, (ActivityTableOrder{ActivityColumn::date, SortDirection::descending}));
    EXPECT_EQ(request.page, 1U);
    EXPECT_EQ(query_of(request), "");
}

TEST(ActivityTableRequest, ComesBackAsItsAddress) {
    const std::string id = "01a22595-d36a-7287-b7a6-f7eec61d4676";
    for (const std::string& query : {std::string("?q=%C5%82%C3%B3d%C5%BA%26%20x"), std::string("?from=0&to=9999"),
                                     "?kind=forum&status=held&field=" + id + "&series=" + id + "&organisation=" + id,
                                     std::string("?visible=restricted&untranslated=pl"),
                                     std::string("?without_outcome=yes&without_picture=yes&without_source=yes"),
                                     std::string("?sort=title&order=asc&page=7"), std::string("?sort=date&order=asc"),
                                     std::string("?page=1000000")}) {
        const ActivityTableRequest request = asked(std::string_view(query).substr(1));
        EXPECT_TRUE(request.understood) << query;
        EXPECT_EQ(query_of(request), query);
    }
}

TEST(ActivityTableRequest, LeavesOutWhatMakesNoSense) {
    for (const char* query : {"from=-1", "from=10000", "to=1x", "to=%201", "from=99999999999999999999", "kind=x",
                              "status=HELD", "field=1", "series=x", "organisation=%27", "visible=x", "untranslated=fr",
                              "untranslated=x-y", "sort=id", "order=up", "page=0", "page=-1", "page=1000001"}) {
        const ActivityTableRequest request = asked(query);
        EXPECT_FALSE(request.understood) << query;
        EXPECT_EQ(query_of(request), "") << query;
    }
    EXPECT_FALSE(asked("without_source=no&without_=yes&q=").filtered());
}

TEST(ActivityTableRequest, CutsLongWordsBetweenCharacters) {
    std::string typed = "q=a";
    for (int i = 0; i < 100; ++i) typed += "%C5%82"; // 201 bytes
    EXPECT_EQ(asked(typed).filter.words.size(), 199U);
    EXPECT_EQ(asked("q=" + std::string(200, 'x')).filter.words.size(), 200U);
}

TEST(ActivityTableRequest, IsSortedTheOtherWayRoundWhereItIsAlready) {
    const ActivityTableRequest third = asked("page=3&kind=forum");
    EXPECT_EQ(query_of(sorted_by(third, ActivityColumn::title)), "?kind=forum&sort=title&order=asc");
    EXPECT_EQ(query_of(sorted_by(sorted_by(third, ActivityColumn::title), ActivityColumn::title)),
              "?kind=forum&sort=title&order=desc");
    EXPECT_EQ(query_of(sorted_by(third, ActivityColumn::changed)), "?kind=forum&sort=changed&order=desc");
    EXPECT_EQ(query_of(sorted_by(third, ActivityColumn::date)), "?kind=forum&sort=date&order=asc");
    EXPECT_EQ(query_of(sorted_by(asked("sort=title"), ActivityColumn::date)), "");
}

} // namespace
} // namespace interregio::workspace::web
