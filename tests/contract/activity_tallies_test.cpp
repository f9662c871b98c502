// The activities in numbers, counted by a real database.
#include "modules/activities/activity_tallies.h"
#include "modules/record/records.h"
#include "small_record.h"

#include <algorithm>
#include <set>
#include <stdexcept>

namespace interregio {
namespace {

/// The small record's visit to Katowice in October 2025, and what is added here.
constexpr std::string_view more = R"(activities:
  - key: seminar
    kind: online_seminar
    status: held
    date: "2023-03"
    form: online
    partnerships: [ruhr-gzm]
    organisations: [{organisation: rvr, role: host}]
    participants:
      - {label: {de: Fachleute}, organisation: rvr, head_count: about, number: 30}
      - {label: {de: Gäste}, head_count: exact, number: 4}
    fields: [mobility]
    title: {de: Seminar}
  - key: return-visit
    kind: delegation_visit
    status: announced
    date: "2025-12"
    form: on_site
    partnerships: [ruhr-gzm]
    places: [spodek]
    participants:
      - {label: {de: Delegation}, organisation: rvr, head_count: planned, number: 12}
    fields: [mobility]
    title: {de: Gegenbesuch}
  - key: called-off
    kind: festival
    status: cancelled
    date: "2025-05"
    form: on_site
    partnerships: [ruhr-gzm]
    places: [katowice]
    title: {de: Fest}
)";

class ActivityTalliesTest : public RecordTest {
  protected:
    void SetUp() override {
        RecordTest::SetUp();
        write_small_record(record_);
        record_.write("more.yaml", more);
        record_.edit("record.yaml", "activities.yaml]", "activities.yaml, more.yaml]");
        import_again();
    }

    void import_again() {
        const auto imported = import(record_.path());
        ASSERT_TRUE(imported) << words(imported.error());
    }

    static std::string rows_of(db::Connection& connection) {
        std::string text;
        auto rows = connection.query("SELECT dimension, value, year, status, number, heads FROM activity_tallies "
                                     "ORDER BY dimension, value, year, status");
        while (rows.next())
            for (int column = 0; column < 6; ++column) text.append(rows.text(column)).append(column < 5 ? " " : "\n");
        return text;
    }
    std::string kept() {
        const db::Reader reader = database_->read();
        return rows_of(*reader);
    }
    /// By the migration that made the table.
    std::string counted_anew() {
        std::string text;
        for (const auto& file : embedded::migrations::files()) {
            if (file.name.find("activity_tallies") == std::string_view::npos) continue;
            const std::string insert(file.contents.substr(file.contents.find("INSERT")));
            try {
                database_->write([&](db::Connection& connection) {
                    connection.execute("DELETE FROM activity_tallies");
                    connection.execute_script(insert);
                    text = rows_of(connection);
                    throw std::runtime_error("only to look");
                });
            } catch (const std::runtime_error&) {
            }
        }
        return text;
    }

    TemporaryFolder record_;
};

TEST_F(ActivityTalliesTest, CountsByYearWhatWasHeldIsAheadAndWasCalledOff) {
    const db::Reader reader = database_->read();
    const auto years = tally_by_year(*reader, {});
    ASSERT_EQ(years.size(), 2U);
    EXPECT_EQ(years[0].year, 2023);
    EXPECT_EQ(years[0].activities, (Tally{.held = 1}));
    EXPECT_EQ(years[1].year, 2025);
    EXPECT_EQ(years[1].activities, (Tally{.held = 1, .ahead = 1, .called_off = 1}));
}

TEST_F(ActivityTalliesTest, LeavesOutWhatTheFilterDoesNotLetThroughButTheYear) {
    const db::Reader reader = database_->read();
    ActivityFilter filter;
    filter.organisation = id_of_key<Organisation>(*reader, "rvr").value();
    filter.year = 2025;
    const auto years = tally_by_year(*reader, filter);
    ASSERT_EQ(years.size(), 2U) << "the filter's own year does not count";
    EXPECT_EQ(years[1].activities, (Tally{.held = 1}));
}

TEST_F(ActivityTalliesTest, CountsEachYearAndField) {
    const db::Reader reader = database_->read();
    const auto mobility = id_of_key<FieldOfAction>(*reader, "mobility").value();
    const auto tallies = tally_by_year_and_field(*reader, {});
    ASSERT_EQ(tallies.size(), 2U);
    EXPECT_EQ(tallies[0].year, 2023);
    EXPECT_EQ(tallies[1].field, mobility);
    EXPECT_EQ(tallies[1].activities, (Tally{.held = 1, .ahead = 1})) << "the cancelled one names no field";
}

TEST_F(ActivityTalliesTest, CountsTheSetsOfPlacesThatActivitiesNameTogether) {
    const db::Reader reader = database_->read();
    const auto katowice = id_of_key<Place>(*reader, "katowice").value();
    const auto spodek = id_of_key<Place>(*reader, "spodek").value();
    auto both = std::vector{katowice, spodek};
    std::ranges::sort(both, {}, &Id<Place>::text);
    const auto tally_of = [&](const std::vector<Id<Place>>& wanted) {
        for (const auto& [places, activities] : tally_by_places(*reader, {}, 500))
            if (places == wanted) return activities;
        return Tally{};
    };
    EXPECT_EQ(tally_of(both), (Tally{.held = 1}));
    EXPECT_EQ(tally_of({spodek}), (Tally{.ahead = 1}));
    EXPECT_EQ(tally_of({katowice}), (Tally{.called_off = 1}));
    EXPECT_EQ(tally_of({}), (Tally{.held = 1}));
}

/// As text, in an order of its own.
template <class List> std::set<std::string> lines(const List& list, const auto& line_of) {
    std::set<std::string> all;
    for (const auto& each : list) all.insert(line_of(each));
    return all;
}
std::string text_of(const Tally& tally) {
    return std::to_string(tally.held) + " " + std::to_string(tally.ahead) + " " + std::to_string(tally.called_off);
}

TEST_F(ActivityTalliesTest, KeptTalliesAreThoseThatCountingGives) {
    const db::Reader reader = database_->read();
    // All are of the one partnership; by that condition nothing is kept.
    ActivityFilter counted;
    counted.partnership = id_of_key<Partnership>(*reader, "ruhr-gzm").value();
    const auto year = [](const YearTally& each) { return std::to_string(each.year) + " " + text_of(each.activities); };
    EXPECT_EQ(lines(tally_by_year(*reader, {}), year), lines(tally_by_year(*reader, counted), year));
    ActivityFilter in_field{.field = id_of_key<FieldOfAction>(*reader, "mobility").value()};
    ActivityFilter in_field_counted = in_field;
    in_field_counted.partnership = counted.partnership;
    EXPECT_EQ(lines(tally_by_year(*reader, in_field), year), lines(tally_by_year(*reader, in_field_counted), year));
    const auto field = [](const FieldYearTally& each) {
        return std::to_string(each.year) + " " + each.field.text() + " " + text_of(each.activities);
    };
    EXPECT_EQ(lines(tally_by_year_and_field(*reader, {}), field),
              lines(tally_by_year_and_field(*reader, counted), field));
    const auto places = [](const PlacesTally& each) {
        std::string text;
        for (const auto& place : each.places) text += place.text() + " ";
        return text + text_of(each.activities);
    };
    EXPECT_EQ(lines(tally_by_places(*reader, {}, 500), places), lines(tally_by_places(*reader, counted, 500), places));
    const auto heads = [](const HeadTally& each) {
        return (each.organisation ? each.organisation->text() : "") + " " + std::string(name_of(each.head_count)) +
               " " + std::to_string(each.groups) + " " + std::to_string(each.heads);
    };
    EXPECT_EQ(lines(tally_heads(*reader, {}), heads), lines(tally_heads(*reader, counted), heads));
}

TEST_F(ActivityTalliesTest, FollowEveryChangeAndAreThoseOfTheMigration) {
    const std::string first = kept();
    EXPECT_EQ(first, counted_anew());
    const std::string before = record_.read("activities.yaml");
    record_.edit("activities.yaml", "places: [katowice, spodek]", "places: [spodek]");
    record_.edit("activities.yaml", "number: 17", "number: 71");
    record_.edit("activities.yaml", "status: held\n    date: \"2025-10\"", "status: postponed\n    date: \"2024-10\"");
    record_.edit("activities.yaml", "day: \"2025-10-07\"", "day: \"2024-10-07\"");
    import_again();
    EXPECT_NE(kept(), first);
    EXPECT_EQ(kept(), counted_anew());
    record_.write("activities.yaml", before);
    import_again();
    EXPECT_EQ(kept(), first) << "nothing is left behind of a change that was taken back";
}

TEST_F(ActivityTalliesTest, CountsHeadsOfWhatWasHeldByOrganisationAndHowWellTheyAreKnown) {
    const db::Reader reader = database_->read();
    const auto rvr = id_of_key<Organisation>(*reader, "rvr").value();
    std::int64_t compared = 0;
    for (const auto& tally : tally_heads(*reader, {})) {
        EXPECT_NE(tally.head_count, HeadCount::planned) << "it has not been held yet";
        if (tally.organisation == rvr && tally.head_count == HeadCount::exact) {
            EXPECT_EQ(tally.heads, 17);
        }
        if (tally.organisation == rvr && tally.head_count == HeadCount::about) {
            EXPECT_EQ(tally.heads, 30);
        }
        if (!tally.organisation && tally.head_count == HeadCount::exact) {
            EXPECT_EQ(tally.heads, 4);
        }
        if (tally.head_count == HeadCount::not_known) {
            EXPECT_EQ(tally.heads, 0);
        }
        EXPECT_EQ(tally.groups, 1);
        ++compared;
    }
    EXPECT_EQ(compared, 4);
}

} // namespace
} // namespace interregio
