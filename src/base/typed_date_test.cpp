#include "base/typed_date_for_tests.h"

#include "base/partial_date_words.h"

#include <string>
#include <vector>

namespace interregio {
namespace {

TEST(TypedDate, ReadsEdtfAsItIs) {
    for (const std::string_view edtf :
         {"2025", "2025-10", "2019-08-08/2019-08-09", "2025-21", "2019-21", "2018?", "2018%", "2020-10~",
          "2017-07-01/..", "../2017", "2017-07/", "/2017", "0850", "2018/2020", "2018?/2020~", "2018/2018"})
        for (const Language reader : typed_date_readers) EXPECT_EQ(read_as_edtf(edtf, reader), edtf);
    constexpr TypedReading with_blanks[]{{" 2025-10 ", "2025-10"},
                                         {"2017-07-01 / ..", "2017-07-01/.."},
                                         {"2019-08-08 / 2019-08-09", "2019-08-08/2019-08-09"},
                                         {"2019‑08‑08", "2019-08-08"}};
    expect_for_all_readers(with_blanks);
}

TEST(TypedDate, ReadsMonths) {
    constexpr TypedReading readings[]{{"Oktober 2025", "2025-10"},
                                      {"im Oktober 2025", "2025-10"},
                                      {"im Monat Oktober 2025", "2025-10"},
                                      {"Okt. 2025", "2025-10"},
                                      {"Okt 2025", "2025-10"},
                                      {"OKTOBER 2025", "2025-10"},
                                      {"Oktober, 2025", "2025-10"},
                                      {"październik 2025", "2025-10"},
                                      {"październik 2025 r.", "2025-10"},
                                      {"w październiku 2025 r.", "2025-10"},
                                      {"w październiku 2025 roku", "2025-10"},
                                      {"w miesiącu październiku 2025", "2025-10"},
                                      {"paź 2025", "2025-10"},
                                      {"paźdz. 2025 r.", "2025-10"},
                                      {"October 2025", "2025-10"},
                                      {"Oct. 2025", "2025-10"},
                                      {"in October 2025", "2025-10"},
                                      {"October of 2025", "2025-10"},
                                      {"X 2025", "2025-10"},
                                      {"x 2025 r.", "2025-10"},
                                      {"X.2025", "2025-10"},
                                      {"I 2025", "2025-01"},
                                      {"i 2025", "2025-01"},
                                      {"10/2025", "2025-10"},
                                      {"10 / 2025", "2025-10"},
                                      {"10.2025", "2025-10"},
                                      {"10-2025", "2025-10"},
                                      {"2025.10", "2025-10"},
                                      {"1/2025", "2025-01"},
                                      {"Jänner 2025", "2025-01"},
                                      {"Mrz. 2025", "2025-03"},
                                      {"maj 2025", "2025-05"},
                                      {"May 2025", "2025-05"},
                                      {"Sept. 2025", "2025-09"}};
    expect_for_all_readers(readings);
}

TEST(TypedDate, ReadsDays) {
    constexpr TypedReading readings[]{{"8.8.2019", "2019-08-08"},
                                      {"08.08.2019", "2019-08-08"},
                                      {"08.08.2019 r.", "2019-08-08"},
                                      {"8. 8. 2019", "2019-08-08"},
                                      {"8.08 2019", "2019-08-08"},
                                      {"8. August 2019", "2019-08-08"},
                                      {"8.August 2019", "2019-08-08"},
                                      {"8 August, 2019", "2019-08-08"},
                                      {"8 sierpnia 2019", "2019-08-08"},
                                      {"8 sierpnia 2019 r.", "2019-08-08"},
                                      {"8 sierpnia 2019r.", "2019-08-08"},
                                      {"dnia 8 sierpnia 2019 r.", "2019-08-08"},
                                      {"w dniu 8 sierpnia 2019 roku", "2019-08-08"},
                                      {"August 8, 2019", "2019-08-08"},
                                      {"Aug 8 2019", "2019-08-08"},
                                      {"August 8th, 2019", "2019-08-08"},
                                      {"8 August 2019", "2019-08-08"},
                                      {"8th of August 2019", "2019-08-08"},
                                      {"on the 8th of August, 2019", "2019-08-08"},
                                      {"2nd August 2019", "2019-08-02"},
                                      {"am 8.8.2019", "2019-08-08"},
                                      {"am 8.8.2019.", "2019-08-08"},
                                      {"on 8 August 2019", "2019-08-08"},
                                      {"8 VIII 2019", "2019-08-08"},
                                      {"8.VIII.2019 r.", "2019-08-08"},
                                      {"8 I 2019", "2019-01-08"},
                                      {"8.I.2019", "2019-01-08"},
                                      {"8-08-2019", "2019-08-08"},
                                      {"8-Aug-2019", "2019-08-08"},
                                      {"8/VIII/2019", "2019-08-08"},
                                      {"8/9/2019", "2019-09-08"},
                                      {"2019.08.08", "2019-08-08"},
                                      {"2019/08/08", "2019-08-08"},
                                      {"29.2.2024", "2024-02-29"}};
    expect_for_all_readers(readings);
}

TEST(TypedDate, ReadsRangesOfDays) {
    constexpr TypedReading readings[]{{"8.-9.8.2019", "2019-08-08/2019-08-09"},
                                      {"8.–9.8.2019", "2019-08-08/2019-08-09"},
                                      {"8. — 9. August 2019", "2019-08-08/2019-08-09"},
                                      {"8 -- 9 August 2019", "2019-08-08/2019-08-09"},
                                      {"8. bis 9. August 2019", "2019-08-08/2019-08-09"},
                                      {"im Zeitraum vom 8. bis zum 9. August 2019", "2019-08-08/2019-08-09"},
                                      {"8-9 sierpnia 2019", "2019-08-08/2019-08-09"},
                                      {"8-9.08.2019 r.", "2019-08-08/2019-08-09"},
                                      {"od 8 do 9 sierpnia 2019 r.", "2019-08-08/2019-08-09"},
                                      {"w dniach od 8 do 9 sierpnia 2019 r.", "2019-08-08/2019-08-09"},
                                      {"8 to 9 August 2019", "2019-08-08/2019-08-09"},
                                      {"from 8 to 9 August 2019", "2019-08-08/2019-08-09"},
                                      {"August 8-9, 2019", "2019-08-08/2019-08-09"},
                                      {"August 8 to 10, 2019", "2019-08-08/2019-08-10"},
                                      {"28.2.-2.3.2024", "2024-02-28/2024-03-02"},
                                      {"28.02-02.03.2024", "2024-02-28/2024-03-02"},
                                      {"28. Februar – 2. März 2024", "2024-02-28/2024-03-02"},
                                      {"28 II – 2 III 2024", "2024-02-28/2024-03-02"},
                                      {"8.I.-9.II.2019", "2019-01-08/2019-02-09"},
                                      {"30.12.2024 - 2.1.2025", "2024-12-30/2025-01-02"},
                                      {"30.12.2024-2.1.2025", "2024-12-30/2025-01-02"},
                                      {"30-12-2024 - 02-01-2025", "2024-12-30/2025-01-02"},
                                      {"8.8.2019/10.8.2019", "2019-08-08/2019-08-10"},
                                      {"2019-08-08 bis 2019-08-10", "2019-08-08/2019-08-10"},
                                      {"2019-08-08–2019-08-10", "2019-08-08/2019-08-10"}};
    expect_for_all_readers(readings);
}

TEST(TypedDate, ReadsRangesOfMonthsSeasonsAndYears) {
    constexpr TypedReading readings[]{{"Dezember 2024 – Januar 2025", "2024-12/2025-01"},
                                      {"Dezember 2024-Januar 2025", "2024-12/2025-01"},
                                      {"marzec–maj 2024", "2024-03/2024-05"},
                                      {"od marca do maja 2024", "2024-03/2024-05"},
                                      {"I–III 2024", "2024-01/2024-03"},
                                      {"10.2024-2.2025", "2024-10/2025-02"},
                                      {"10/2024 – 02/2025", "2024-10/2025-02"},
                                      {"2019-2021", "2019/2021"},
                                      {"2019 – 2021 r.", "2019/2021"},
                                      {"2019/2020", "2019/2020"},
                                      {"2019/2020 r.", "2019/2020"},
                                      {"lata 2019-2021", "2019/2021"},
                                      {"w latach 2019–2021", "2019/2021"},
                                      {"von 2019 bis 2021", "2019/2021"},
                                      {"die Jahre 2019–2021", "2019/2021"},
                                      {"Herbst/Winter 2024/25", "2024-23/2024-24"},
                                      {"od lata do jesieni 2024", "2024-22/2024-23"},
                                      {"lato – 5 października 2024 r.", "2024-22/2024-10-05"}};
    expect_for_all_readers(readings);
}

TEST(TypedDate, ReadsNeighboursJoinedByAndOrSlash) {
    constexpr TypedReading readings[]{{"8. und 9. August 2019", "2019-08-08/2019-08-09"},
                                      {"8./9. August 2019", "2019-08-08/2019-08-09"},
                                      {"8./9.8.2019", "2019-08-08/2019-08-09"},
                                      {"8/9 August 2019", "2019-08-08/2019-08-09"},
                                      {"8 i 9 sierpnia 2019", "2019-08-08/2019-08-09"},
                                      {"31 stycznia i 1 lutego 2019", "2019-01-31/2019-02-01"},
                                      {"8 & 9 August 2019", "2019-08-08/2019-08-09"},
                                      {"Juni/Juli 2024", "2024-06/2024-07"},
                                      {"maj i czerwiec 2024", "2024-05/2024-06"},
                                      {"2018 i 2019", "2018/2019"},
                                      {"8 und 15 August 2019", "refusal.date.not_in_a_row"},
                                      {"8/15 August 2019", "refusal.date.not_in_a_row"},
                                      {"maj oraz lipiec 2024", "refusal.date.not_in_a_row"},
                                      {"2018 and 2020", "refusal.date.not_in_a_row"}};
    expect_for_all_readers(readings);
}

TEST(TypedDate, ReadsSeasonsAndYears) {
    constexpr TypedReading readings[]{{"Sommer 2024", "2024-22"},
                                      {"lato 2024", "2024-22"},
                                      {"latem 2024 r.", "2024-22"},
                                      {"summer 2024", "2024-22"},
                                      {"in the summer of 2024", "2024-22"},
                                      {"im Sommer des Jahres 2024", "2024-22"},
                                      {"Herbst 2024", "2024-23"},
                                      {"autumn 2024", "2024-23"},
                                      {"fall 2024", "2024-23"},
                                      {"autumn/fall 2024", "2024-23"},
                                      {"Frühjahr 2024", "2024-21"},
                                      {"Frühling 2024", "2024-21"},
                                      {"wiosna 2024", "2024-21"},
                                      {"na wiosnę 2024", "2024-21"},
                                      {"Winter 2024/25", "2024-24"},
                                      {"Winter 2024/2025", "2024-24"},
                                      {"Winter 2024-25", "2024-24"},
                                      {"zima 2024/2025", "2024-24"},
                                      {"zimą 2024/2025 r.", "2024-24"},
                                      {"winter 1999/00", "1999-24"},
                                      {"2024", "2024"},
                                      {"rok 2024", "2024"},
                                      {"2024 rok", "2024"},
                                      {"w 2024 r.", "2024"},
                                      {"w roku 2024", "2024"},
                                      {"im Jahr 2024", "2024"},
                                      {"im Jahre 2024", "2024"},
                                      {"in the year 2024", "2024"}};
    expect_for_all_readers(readings);
}

TEST(TypedDate, ReadsDoubts) {
    constexpr TypedReading readings[]{{"June 2022?", "2022-06?"},
                                      {"Juni 2022 ?", "2022-06?"},
                                      {"Juni 2022 (?)", "2022-06?"},
                                      {"8.8.2019?", "2019-08-08?"},
                                      {"vermutlich Juni 2022", "2022-06?"},
                                      {"Juni 2022 (vermutlich)", "2022-06?"},
                                      {"prawdopodobnie czerwiec 2022", "2022-06?"},
                                      {"być może czerwiec 2022 r.", "2022-06?"},
                                      {"probably June 2022", "2022-06?"},
                                      {"um 2018", "2018~"},
                                      {"ca. 2018", "2018~"},
                                      {"około 2018 r.", "2018~"},
                                      {"ok. 2018", "2018~"},
                                      {"mniej więcej 2018", "2018~"},
                                      {"about 2018", "2018~"},
                                      {"around 2018", "2018~"},
                                      {"c. 2018", "2018~"},
                                      {"~2018", "2018~"},
                                      {"≈ 2018", "2018~"},
                                      {"~ Juni 2022", "2022-06~"},
                                      {"vermutlich um 2018", "2018%"},
                                      {"ca. Juni 2022?", "2022-06%"}};
    expect_for_all_readers(readings);
}

TEST(TypedDate, PutsDoubtsOfRangesWhereTheyBelong) {
    constexpr TypedReading readings[]{{"vermutlich 8.–9. August 2019", "2019-08-08?/2019-08-09?"},
                                      {"8.–9. August 2019?", "2019-08-08?/2019-08-09?"},
                                      {"8. bis vermutlich 9. August 2019", "2019-08-08/2019-08-09?"},
                                      {"ca. 2018–2020", "2018~/2020~"},
                                      {"ca. 2018 – ca. 2020", "2018~/2020~"},
                                      {"from about 2018 to 2020", "2018~/2020"},
                                      {"2018–2020?", "2018/2020?"},
                                      {"2018?–2020", "2018?/2020"},
                                      {"2018 (probably) – 2020", "2018?/2020"},
                                      {"probably from 2018 to 2020", "2018?/2020?"},
                                      {"probably since about 2018", "2018%/.."},
                                      {"vermutlich 2018 – um 2020", "refusal.date.typed"}};
    expect_for_all_readers(readings);
}

TEST(TypedDate, ReadsOpenAndUnknownEnds) {
    constexpr TypedReading readings[]{{"seit Juli 2017", "2017-07/.."},
                                      {"ab Juli 2017", "2017-07/.."},
                                      {"seit dem 1. Juli 2017", "2017-07-01/.."},
                                      {"od lipca 2017 r.", "2017-07/.."},
                                      {"since July 2017", "2017-07/.."},
                                      {"from July 2017", "2017-07/.."},
                                      {"2017 – heute", "2017/.."},
                                      {"seit 2017 bis heute", "2017/.."},
                                      {"od 2017 r. do dziś", "2017/.."},
                                      {"2017 to the present", "2017/.."},
                                      {"bis Juli 2017", "../2017-07"},
                                      {"do lipca 2017", "../2017-07"},
                                      {"until July 2017", "../2017-07"},
                                      {"until July 2017 (start unknown)", "/2017-07"},
                                      {"from July 2017 (end unknown)", "2017-07/"},
                                      {"July 2017, end unknown", "2017-07/"},
                                      {"od lipca 2017 r. (data zakończenia nieznana)", "2017-07/"},
                                      {"2017–?", "2017/"},
                                      {"? – 2017", "/2017"},
                                      {"od lata 2017 r.", "2017-22/.."},
                                      {"od lata 2017 r. do 2020 r.", "2017-22/2020"}};
    expect_for_all_readers(readings);
}

TEST(TypedDate, DoesNotMindCaseSpacesAndMissingDiacritics) {
    constexpr TypedReading readings[]{{"pazdziernik 2025", "2025-10"},
                                      {"PAŹDZIERNIK 2025", "2025-10"},
                                      {"w pazdzierniku 2025", "2025-10"},
                                      {"we wrzesniu 2025", "2025-09"},
                                      {"wrzesien 2025", "2025-09"},
                                      {"Maerz 2024", "2024-03"},
                                      {"Marz 2024", "2024-03"},
                                      {"MÄRZ 2024", "2024-03"},
                                      {"Ma\u0308rz 2024", "2024-03"},
                                      {"Fruehjahr 2024", "2024-21"},
                                      {"Fruhjahr 2024", "2024-21"},
                                      {"ungefaehr 2018", "2018~"},
                                      {"  8.   August\u00A02019\t", "2019-08-08"},
                                      {"8.\u202F8.\u202F2019", "2019-08-08"},
                                      {"Ok\u00ADto\u200Bber 2025", "2025-10"}};
    expect_for_all_readers(readings);
}

TEST(TypedDate, ReadsWeekdaysThatFit) {
    constexpr TypedReading readings[]{{"Donnerstag, 8. August 2019", "2019-08-08"},
                                      {"Donnerstag, den 8. August 2019", "2019-08-08"},
                                      {"am Donnerstag, 8.8.2019", "2019-08-08"},
                                      {"Do., 8.8.2019", "2019-08-08"},
                                      {"Do, 8.8.2019", "2019-08-08"},
                                      {"czwartek, 8 sierpnia 2019", "2019-08-08"},
                                      {"w czwartek 8 sierpnia 2019 r.", "2019-08-08"},
                                      {"8 sierpnia 2019 r. (czwartek)", "2019-08-08"},
                                      {"sroda, 7 sierpnia 2019", "2019-08-07"},
                                      {"we środę 7 sierpnia 2019", "2019-08-07"},
                                      {"nd. 11 sierpnia 2019", "2019-08-11"},
                                      {"Thursday, August 8, 2019", "2019-08-08"},
                                      {"8 August 2019, Thursday", "2019-08-08"},
                                      {"Donnerstag, 8. – Freitag, 9. August 2019", "2019-08-08/2019-08-09"},
                                      {"od czwartku 8 do piątku 9 sierpnia 2019 r.", "2019-08-08/2019-08-09"},
                                      {"Donnerstag, August 2019", "refusal.date.typed"}};
    expect_for_all_readers(readings);
}

TEST(TypedDate, SaysWhichWeekdayItIs) {
    const auto wrong = read_typed_date("Mittwoch, 8. August 2019", languages::german);
    ASSERT_FALSE(wrong);
    EXPECT_EQ(wrong.error().key, "refusal.date.weekday.thursday");
    EXPECT_EQ(refusal_argument(wrong.error(), "found"), "Mittwoch, 8. August 2019");
    EXPECT_EQ(refusal_argument(wrong.error(), "day"), "2019-08-08");
    EXPECT_EQ(read_as_edtf("Donnerstag, 8. – Samstag, 9. August 2019", languages::german),
              "refusal.date.weekday.friday");
    for (unsigned day = 4; day <= 10; ++day) // 4 August 2019 was a Sunday
        EXPECT_EQ(read_as_edtf("So., " + std::to_string(day) + ".8.2019", languages::polish) == "2019-08-04", day == 4);
}

TEST(TypedDate, ReadsDoAsTheReaderDoes) {
    EXPECT_EQ(read_as_edtf("Do 8.8.2019", languages::german), "2019-08-08");
    EXPECT_EQ(read_as_edtf("Do 9.8.2019", languages::german), "refusal.date.weekday.friday");
    EXPECT_EQ(read_as_edtf("do 8.8.2019", languages::polish), "../2019-08-08");
    EXPECT_EQ(read_as_edtf("do 8 sierpnia 2019", languages::german), "../2019-08-08");
    EXPECT_EQ(read_as_edtf("do 8.8.2019 r.", languages::german), "../2019-08-08");
    EXPECT_EQ(read_as_edtf("do 2019", languages::german), "../2019");
    EXPECT_EQ(read_as_edtf("od 8 do 9.8.2019", languages::german), "2019-08-08/2019-08-09");
}

/// What in_words() says reads back as what it said it of.
void expect_round_trip(const PartialDate& date) {
    for (const Language language : typed_date_readers)
        for (const DatePhrase phrase : {DatePhrase::standalone, DatePhrase::in_sentence}) {
            const std::string words = in_words(date, language, phrase);
            for (const Language reader : typed_date_readers)
                ASSERT_EQ(read_as_edtf(words, reader), date.edtf()) << words;
        }
}

TEST(TypedDate, ReadsEveryPointInWords) {
    for (const std::string qualifier : {"", "?", "~", "%"}) {
        for (const std::string year : {"1000", "1899", "1999", "2008", "2024", "9998"}) {
            expect_round_trip(*PartialDate::parse(year + qualifier));
            for (const std::string season : {"21", "22", "23", "24"})
                expect_round_trip(*PartialDate::parse(year + "-" + season + qualifier));
            for (const std::string month : {"01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12"})
                expect_round_trip(*PartialDate::parse(year + "-" + month + qualifier));
        }
        for (std::chrono::sys_days day = std::chrono::year{2024} / 1 / 1;
             day < std::chrono::sys_days{std::chrono::year{2025} / 1 / 1}; day += std::chrono::days{1})
            expect_round_trip(*PartialDate::parse(iso_day(day) + qualifier));
    }
}

/// Every pair of kinds of points, qualifiers, distances, and ends that are open or not known.
TEST(TypedDate, ReadsEveryIntervalInWords) {
    std::vector<std::string> points{"", ".."};
    for (const std::string_view qualifier : {"", "?", "~", "%"})
        for (const std::string_view point : {"2018", "2019", "2018-21", "2018-22", "2018-23", "2018-24", "2019-22",
                                             "2018-03", "2018-04", "2018-12", "2019-01", "2018-03-05", "2018-03-06",
                                             "2018-03-31", "2018-04-01", "2018-12-31", "2019-01-01", "2019-03-05"})
            points.push_back(std::string(point) + std::string(qualifier));
    std::size_t read_back = 0;
    for (const std::string& start : points)
        for (const std::string& end : points) {
            const auto date = PartialDate::parse(start + '/' + end);
            if (!date || date->start() == date->end()) continue;
            expect_round_trip(*date);
            if (HasFatalFailure()) return;
            ++read_back;
        }
    EXPECT_GT(read_back, 2500U);
}

} // namespace
} // namespace interregio
