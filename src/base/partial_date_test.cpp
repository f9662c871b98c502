#include "base/partial_date.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <initializer_list>
#include <stdexcept>
#include <string>
#include <vector>

namespace interregio {
namespace {

using namespace std::chrono_literals;
using std::chrono::day;
using std::chrono::month;
using std::chrono::year;
using std::chrono::year_month_day;

PartialDate date(std::string_view edtf) {
    auto parsed = PartialDate::parse(edtf);
    if (!parsed) throw std::invalid_argument(std::string(edtf) + ": " + parsed.error().key);
    return *parsed;
}

/// The arguments of the refusal by name; fails the test when the text is no refusal.
Refusal refusal(std::string_view edtf) {
    const auto parsed = PartialDate::parse(edtf);
    EXPECT_FALSE(parsed) << edtf << " was read as " << parsed->edtf();
    return parsed ? Refusal{} : parsed.error();
}

TEST(PartialDate, ReadsPointsOfEveryPrecision) {
    EXPECT_EQ(date("2025").start(), (DatePoint{DatePrecision::year, 2025}));
    EXPECT_EQ(date("2025-10").start(), (DatePoint{DatePrecision::month, 2025, 10}));
    EXPECT_EQ(date("2025-21").start(), (DatePoint{DatePrecision::season, 2025, 21}));
    EXPECT_EQ(date("2025-10-07").start(), (DatePoint{DatePrecision::day, 2025, 10, 7}));
    EXPECT_EQ(date("0000").start(), (DatePoint{DatePrecision::year, 0}));
    EXPECT_EQ(date("9999-12-31").start(), (DatePoint{DatePrecision::day, 9999, 12, 31}));
    EXPECT_FALSE(date("2025").interval());
    EXPECT_FALSE(date("2025").end());
}

TEST(PartialDate, ReadsQualifiersOnEveryPrecision) {
    for (const std::string point : {"2018", "2018-22", "2018-03", "2018-03-05"}) {
        EXPECT_EQ(date(point).start()->qualifier, DateQualifier::certain);
        EXPECT_EQ(date(point + "?").start()->qualifier, DateQualifier::uncertain);
        EXPECT_EQ(date(point + "~").start()->qualifier, DateQualifier::approximate);
        EXPECT_EQ(date(point + "%").start()->qualifier, DateQualifier::uncertain_and_approximate);
    }
}

TEST(PartialDate, ReadsIntervals) {
    const PartialDate closed = date("2019-08-08/2019-08-09?");
    EXPECT_TRUE(closed.interval());
    EXPECT_EQ(closed.start(), (DatePoint{DatePrecision::day, 2019, 8, 8}));
    EXPECT_EQ(closed.end(), (DatePoint{DatePrecision::day, 2019, 8, 9, DateQualifier::uncertain}));
    EXPECT_EQ(closed.start_kind(), IntervalEnd::closed);
    EXPECT_EQ(closed.end_kind(), IntervalEnd::closed);

    const PartialDate going_on = date("2017-07-01/..");
    EXPECT_TRUE(going_on.interval());
    EXPECT_FALSE(going_on.end());
    EXPECT_EQ(going_on.end_kind(), IntervalEnd::open);
    EXPECT_EQ(date("2017-07-01/").end_kind(), IntervalEnd::unknown);
    EXPECT_EQ(date("../2017").start_kind(), IntervalEnd::open);
    EXPECT_EQ(date("/2017").start_kind(), IntervalEnd::unknown);
    EXPECT_FALSE(date("/2017").start());
    EXPECT_EQ(date("/2017").end(), (DatePoint{DatePrecision::year, 2017}));
}

TEST(PartialDate, WritesWhatItRead) {
    for (const std::string_view text : {"2025",
                                        "0000",
                                        "0007",
                                        "2025-10",
                                        "2025-21",
                                        "2025-24",
                                        "2025-10-07",
                                        "2024-02-29",
                                        "2000-02-29",
                                        "2018?",
                                        "2020-10~",
                                        "2020-10-05%",
                                        "2025-22?",
                                        "2019-08-08/2019-08-09",
                                        "2018/2020-03-01~",
                                        "2017-07-01/..",
                                        "../2018",
                                        "2017%/",
                                        "/2017-21",
                                        "2019/2019"})
        EXPECT_EQ(date(text).edtf(), text);
}

TEST(PartialDate, RefusesWhatIsNoDate) {
    using namespace std::string_view_literals;
    for (const std::string_view text : std::initializer_list<std::string_view>{"25-1",
                                                                               "2025-10-7",
                                                                               "2025-1",
                                                                               "2025-1-07",
                                                                               "202",
                                                                               "20255",
                                                                               "2025-",
                                                                               "2025-10-",
                                                                               "2025-10-07-",
                                                                               "20251007",
                                                                               "2025/10/07",
                                                                               "07.10.2025",
                                                                               "2025.10",
                                                                               "2025 ",
                                                                               " 2025",
                                                                               "2025-10-07 ",
                                                                               "\t2025",
                                                                               "2025\n",
                                                                               "2025-10-07T10:00",
                                                                               "y2025",
                                                                               "Y2025",
                                                                               "abcd",
                                                                               "2025-aa",
                                                                               "2025-10-xx",
                                                                               "2025-10-XX",
                                                                               "202X",
                                                                               "-2025",
                                                                               "+2025",
                                                                               "-0001",
                                                                               "2025-+1",
                                                                               "2025--1",
                                                                               "2025- 1",
                                                                               "2025-10- 7",
                                                                               "２０２５",
                                                                               "2025‐10",
                                                                               "2025–10",
                                                                               "2025-10?-07",
                                                                               "?2025",
                                                                               "2025??",
                                                                               "2025?~",
                                                                               "2025~?",
                                                                               "~",
                                                                               "..",
                                                                               ".",
                                                                               "...",
                                                                               "2018/2019/2020",
                                                                               "2018//2019",
                                                                               "2018/...",
                                                                               "2018/. .",
                                                                               "2018/..?",
                                                                               "2018-/2019",
                                                                               "2018/ 2019",
                                                                               "2018 /2019",
                                                                               "2018..2019",
                                                                               "2018--2019",
                                                                               "2025\0"sv,
                                                                               "\0\0\0\0"sv,
                                                                               "unknown",
                                                                               "\xFF\xFF\xFF\xFF"}) {
        EXPECT_EQ(refusal(text).key, "refusal.date.form") << text;
    }
    EXPECT_EQ(refusal("").key, "refusal.date.empty");
}

TEST(PartialDate, RefusesMonthsThatDoNotExist) {
    for (const std::string_view text :
         {"2025-13", "2025-00", "2025-20", "2025-25", "2025-41", "9999-99", "2025-13-01", "2025-00-01", "2025-21-05",
          "2025-24-31", "2025-13-99", "2018/2019-13", "2025-13?"})
        EXPECT_EQ(refusal(text).key, "refusal.date.no_such_month") << text;
    EXPECT_EQ(refusal("2025-13"), (Refusal{"refusal.date.no_such_month", {{"found", "2025-13"}, {"month", "13"}}}));
    EXPECT_EQ(refusal("2018/2025-21-05"),
              (Refusal{"refusal.date.no_such_month", {{"found", "2018/2025-21-05"}, {"month", "21"}}}));
}

TEST(PartialDate, RefusesDaysThatDoNotExist) {
    for (const std::string_view text :
         {"2025-02-29", "2025-02-30", "1900-02-29", "2025-04-31", "2025-06-31", "2025-09-31", "2025-11-31",
          "2025-01-32", "2025-01-00", "2025-12-99", "2025-02-30~"})
        EXPECT_EQ(refusal(text).key, "refusal.date.no_such_day") << text;
    EXPECT_EQ(refusal("2025-02-30"),
              (Refusal{"refusal.date.no_such_day", {{"found", "2025-02-30"}, {"day", "30"}, {"last", "28"}}}));
    EXPECT_EQ(refusal("2024-02-30").arguments.back().second, "29");
}

TEST(PartialDate, RefusesIntervalsThatEndBeforeTheyBegin) {
    for (const std::string_view text : {"2019-08-09/2019-08-08", "2019/2018", "2019-08/2019-07", "2019-08-01/2019-07",
                                        "2019-22/2019-21", "2019-08/2019-07-31", "2019-24/2019-11", "2020-01-01/2019"})
        EXPECT_EQ(refusal(text).key, "refusal.date.end_before_start") << text;
    EXPECT_EQ(refusal("2019-08-09/2019-08-08~"),
              (Refusal{"refusal.date.end_before_start",
                       {{"found", "2019-08-09/2019-08-08~"}, {"start", "2019-08-09"}, {"end", "2019-08-08~"}}}));
}

TEST(PartialDate, AcceptsIntervalsThatMayBeInOrder) {
    for (const std::string_view text :
         {"2019-08-09/2019-08-09", "2019-08-09/2019-08", "2019-08-31/2019", "2019/2019-01-01", "2019-08/2019-08-01",
          "2019-24/2020-02-29", "2019-24/2019-12"})
        EXPECT_TRUE(PartialDate::parse(text)) << text;
}

TEST(PartialDate, RefusesIntervalsWithNoKnownEnd) {
    for (const std::string_view text : {"/", "../..", "/..", "../"})
        EXPECT_EQ(refusal(text), (Refusal{"refusal.date.interval_without_end", {{"found", std::string(text)}}}));
}

TEST(PartialDate, QuotesWhatWasFoundFitToBeShown) {
    EXPECT_EQ(refusal("20\x01\xFF").arguments, (Refusal::Arguments{{"found", "20\uFFFD\uFFFD"}}));
    const std::string shown = refusal(std::string(5000, 'x')).arguments.front().second;
    EXPECT_LE(shown.size(), 80U);
    EXPECT_TRUE(shown.ends_with("…"));
}

TEST(PartialDate, KnowsItsFirstAndLastDay) {
    struct Span {
        std::string_view edtf, first, last;
    };
    for (const auto& [edtf, first, last] : std::initializer_list<Span>{
             {"2025", "2025-01-01", "2025-12-31"},
             {"2025-10", "2025-10-01", "2025-10-31"},
             {"2024-02", "2024-02-01", "2024-02-29"},
             {"2025-02", "2025-02-01", "2025-02-28"},
             {"2025-10-07", "2025-10-07", "2025-10-07"},
             {"2024-21", "2024-03-01", "2024-05-31"},
             {"2024-22", "2024-06-01", "2024-08-31"},
             {"2024-23", "2024-09-01", "2024-11-30"},
             {"2023-24", "2023-12-01", "2024-02-29"},
             {"2024-24", "2024-12-01", "2025-02-28"},
             {"9999-24", "9999-12-01", "9999-12-31"},
             {"2025-10~", "2025-10-01", "2025-10-31"},
             {"2019-08-08/2019-08-09", "2019-08-08", "2019-08-09"},
             {"2018/2020-03", "2018-01-01", "2020-03-31"},
             {"2017-07/..", "2017-07-01", "9999-12-31"},
             {"2017-07/", "2017-07-01", "9999-12-31"},
             {"../2017-07", "0000-01-01", "2017-07-31"},
             {"/2017-07", "0000-01-01", "2017-07-31"},
         }) {
        EXPECT_EQ(iso_day(date(edtf).first_day()), first) << edtf;
        EXPECT_EQ(iso_day(date(edtf).last_day()), last) << edtf;
    }
}

TEST(PartialDate, KnowsHowPreciseItIs) {
    EXPECT_EQ(date("2025").precision(), DatePrecision::year);
    EXPECT_EQ(date("2025-23").precision(), DatePrecision::season);
    EXPECT_EQ(date("2025-10").precision(), DatePrecision::month);
    EXPECT_EQ(date("2025-10-07").precision(), DatePrecision::day);
    EXPECT_EQ(date("2025-10/2025-11-03").precision(), DatePrecision::month);
    EXPECT_EQ(date("../2025-11-03").precision(), DatePrecision::day);
    EXPECT_EQ(date("/2025").precision(), DatePrecision::year);
}

TEST(PartialDate, KnowsWhetherTheDaysAreKnown) {
    for (const std::string_view known : {"2025-10-07", "2019-08-08/2019-08-09", "2019-08-08/2019-08-08"})
        EXPECT_TRUE(date(known).days_known()) << known;
    for (const std::string_view unknown :
         {"2025", "2025-10", "2025-22", "2025-10-07?", "2025-10-07~", "2025-10-07%", "2019-08-08/2019-08",
          "2019-08/2019-08-09", "2019-08-08?/2019-08-09", "2019-08-08/2019-08-09~", "2019-08-08/..", "2019-08-08/",
          "../2019-08-08", "/2019-08-08"})
        EXPECT_FALSE(date(unknown).days_known()) << unknown;
}

TEST(PartialDate, SortsByEarliestDayThenPrecisionThenLatestDayThenText) {
    const std::vector<std::string_view> in_order{
        "../2018",    "/2018",           "0000",       "../2018-03",  "2018",
        "2018?",      "2018~",           "2018/2019",  "2018/",       "2018/..",
        "2018-01",    "2018-01/2018-02", "2018-01-01", "2018-01-01?", "2018-01-01/2018-01-02",
        "2018-02-28", "2018-21",         "2018-03",    "2018-03-01",  "2018-03-02",
        "2018-24",    "2018-12",         "2018-12-01", "2019"};
    std::vector<PartialDate> dates;
    for (const std::string_view text : in_order) dates.push_back(date(text));
    std::vector<PartialDate> shuffled(dates.rbegin(), dates.rend());
    std::ranges::sort(shuffled);
    std::vector<std::string> sorted;
    for (const PartialDate& one : shuffled) sorted.push_back(one.edtf());
    // A year 0000 begins on the same day as what has no start, and is less precise than a month.
    EXPECT_EQ(sorted, (std::vector<std::string>{
                          "0000",       "../2018",         "/2018",      "../2018-03",  "2018",
                          "2018?",      "2018~",           "2018/2019",  "2018/",       "2018/..",
                          "2018-01",    "2018-01/2018-02", "2018-01-01", "2018-01-01?", "2018-01-01/2018-01-02",
                          "2018-02-28", "2018-21",         "2018-03",    "2018-03-01",  "2018-03-02",
                          "2018-24",    "2018-12",         "2018-12-01", "2019"}));
    for (std::size_t a = 0; a < shuffled.size(); ++a)
        for (std::size_t b = 0; b < shuffled.size(); ++b) {
            EXPECT_EQ(shuffled[a] <=> shuffled[b], a <=> b);
            EXPECT_EQ(shuffled[a] == shuffled[b], a == b);
        }
}

TEST(PartialDate, IsMadeFromPointsThatExist) {
    EXPECT_EQ(PartialDate(DatePoint{DatePrecision::day, 2024, 2, 29}).edtf(), "2024-02-29");
    EXPECT_EQ(PartialDate{}.edtf(), "0000");
    EXPECT_DEATH(PartialDate(DatePoint{DatePrecision::day, 2025, 2, 29}), "a point that exists");
    EXPECT_DEATH(PartialDate(DatePoint{DatePrecision::year, 2025, 1}), "a point that exists");
    EXPECT_DEATH(PartialDate(DatePoint{DatePrecision::season, 2025, 3}), "a point that exists");
    EXPECT_DEATH(PartialDate(DatePoint{DatePrecision::month, 2025, 21}), "a point that exists");
    EXPECT_DEATH(PartialDate(DatePoint{DatePrecision::year, 10000}), "a point that exists");
}

TEST(IsoDay, WritesAndReadsOneForm) {
    EXPECT_EQ(iso_day(2025y / 10 / 7), "2025-10-07");
    EXPECT_EQ(iso_day(year{7} / 1 / 2), "0007-01-02");
    EXPECT_EQ(parse_iso_day("2025-10-07"), year_month_day(2025y / 10 / 7));
    EXPECT_EQ(parse_iso_day("2024-02-29"), year_month_day(2024y / 2 / 29));
    for (const std::string_view text : {"", "2025", "2025-10", "2025-10-7", "2025-02-29", "2025-10-07?", "2025-10-07 ",
                                        "2025-10-7~", "2025-10-00", "2025-13-01", "2025/10/07", "10000-01-01"})
        EXPECT_FALSE(parse_iso_day(text)) << text;
}

} // namespace
} // namespace interregio
