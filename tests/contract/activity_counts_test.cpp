// The counts that are kept are those that counting would give, whatever happens to activities.

#include "modules/activities/activities.h"
#include "modules/record/records.h"
#include "small_record.h"

#include <algorithm>

namespace interregio {
namespace {

class ActivityCountsTest : public RecordTest {
  protected:
    void SetUp() override {
        RecordTest::SetUp();
        write_small_record(record_);
        import_again();
    }

    void import_again(Missing missing = Missing::keep) {
        const auto imported = import(record_.path(), missing);
        ASSERT_TRUE(imported) << words(imported.error());
    }

    /// dimension, value, year, number: as kept, or counted anew by the migration that made the table.
    std::string kept() {
        const db::Reader reader = database_->read();
        return rows_of(*reader);
    }
    std::string counted_anew() {
        std::string text;
        for (const auto& file : embedded::migrations::files())
            if (file.name.find("activity_counts") != std::string_view::npos) {
                const std::string_view sql = file.contents;
                const std::string insert(sql.substr(sql.find("INSERT")));
                try {
                    database_->write([&](db::Connection& connection) {
                        connection.execute("DELETE FROM activity_counts");
                        connection.execute_script(insert);
                        text = rows_of(connection);
                        throw std::runtime_error("only to look");
                    });
                } catch (const std::runtime_error&) {
                }
            }
        return text;
    }
    static std::string rows_of(db::Connection& connection) {
        std::string text;
        auto rows = connection.query("SELECT dimension, value, year, activities FROM activity_counts "
                                     "ORDER BY dimension, value, year");
        while (rows.next())
            for (int column = 0; column < 4; ++column) text.append(rows.text(column)).append(column < 3 ? " " : "\n");
        return text;
    }

    TemporaryFolder record_;
};

TEST_F(ActivityCountsTest, AreThoseOfAnImport) {
    EXPECT_NE(kept(), "");
    EXPECT_EQ(kept(), counted_anew());
}

TEST_F(ActivityCountsTest, FollowEveryChange) {
    const std::string first = kept();
    const std::string activities = record_.read("activities.yaml");
    record_.edit("activities.yaml", "status: held", "status: cancelled");
    import_again();
    EXPECT_NE(kept(), first);
    EXPECT_EQ(kept(), counted_anew());

    record_.write("activities.yaml", activities);
    import_again();
    EXPECT_EQ(kept(), first) << "nothing is left behind of a change that was taken back";
}

TEST_F(ActivityCountsTest, ForgetWhatIsRemoved) {
    record_.write("activities.yaml", "series: []\nactivities: []\n");
    import_again(Missing::remove);
    EXPECT_EQ(kept(), "");
}

TEST_F(ActivityCountsTest, AnswerFiltersWithOneAndWithSeveralConditions) {
    const db::Reader reader = database_->read();
    const auto organisation = id_of_key<Organisation>(*reader, "gzm");
    ASSERT_TRUE(organisation);
    std::int64_t all = 0;
    for (const auto& id : all_ids<Activity>(*reader)) {
        const auto activity = find(*reader, id).value();
        ++all;
        const int year = static_cast<int>(activity.date.first_day().year());
        ActivityFilter filter{.kind = activity.activity_kind, .status = activity.status};
        for (const auto& part : activity.organisations) filter.organisation = part.organisation;
        for (const auto& field : activity.fields) filter.field = field;
        const auto years = count_by_year(*reader, filter);
        EXPECT_TRUE(std::ranges::any_of(years, [&](const YearCount& one) { return one.year == year; })) << activity.key;
        EXPECT_EQ(count_activities(*reader, filter),
                  std::ssize(list_activities(*reader, filter, {1000, std::nullopt, std::nullopt})));
    }
    EXPECT_EQ(count_activities(*reader, {}), all);
    // Somebody who is everywhere narrows nothing.
    for (const auto& partner : all_ids<Organisation>(*reader))
        for (const ActivityKind kind : kinds_in_use(*reader)) {
            const ActivityFilter filter{.kind = kind, .organisation = partner};
            EXPECT_EQ(count_activities(*reader, filter),
                      std::ssize(list_activities(*reader, filter, {1000, std::nullopt, std::nullopt})));
        }
    EXPECT_EQ(count_activities(*reader, {.year = 1900}), 0);
}

} // namespace
} // namespace interregio
