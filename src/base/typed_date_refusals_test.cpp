#include "base/typed_date_for_tests.h"

#include "base/utf8.h"

#include <string>
#include <vector>

namespace interregio {
namespace {

TEST(TypedDateRefusals, WantsFourDigitsOfTheYear) {
    for (const std::string_view typed :
         {"8.8.19", "08.08.19", "8. August 19", "8 August '19", "Okt. 25", "10/25", "24", "8. August", "August", "8.8.",
          "2019–20", "2019/20", "Winter 24/25", "8.-9.8.", "od 8 do 9 sierpnia", "8/9/19", "maj–czerwiec"})
        for (const Language reader : typed_date_readers)
            EXPECT_EQ(read_as_edtf(typed, reader), "refusal.date.four_digit_year") << typed;
}

TEST(TypedDateRefusals, AsksWhichWinterIsMeant) {
    const auto refused = read_typed_date("Winter 2024", languages::english);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().key, "refusal.date.winter");
    EXPECT_EQ(refusal_argument(refused.error(), "earlier"), "2023/24");
    EXPECT_EQ(refusal_argument(refused.error(), "later"), "2024/25");
    EXPECT_EQ(refusal_argument(read_typed_date("zima 2000", languages::polish).error(), "earlier"), "1999/2000");
    EXPECT_EQ(read_as_edtf("Winter 2024 – Frühjahr 2025", languages::german), "refusal.date.winter");
    EXPECT_EQ(read_as_edtf("Winter/Frühjahr 2025", languages::german), "refusal.date.winter");
    EXPECT_EQ(read_as_edtf("Winter 2024/26", languages::german), "refusal.date.typed");
}

TEST(TypedDateRefusals, PassesRefusalsOfPartialDateOn) {
    const auto no_day = read_typed_date("31. April 2019", languages::german);
    ASSERT_FALSE(no_day);
    EXPECT_EQ(no_day.error().key, "refusal.date.no_such_day");
    EXPECT_EQ(refusal_argument(no_day.error(), "found"), "31. April 2019");
    EXPECT_EQ(refusal_argument(no_day.error(), "last"), "30");
    constexpr TypedReading readings[]{{"29.2.2023", "refusal.date.no_such_day"},
                                      {"0.8.2019", "refusal.date.no_such_day"},
                                      {"8.13.2019", "refusal.date.no_such_month"},
                                      {"21/2024", "refusal.date.no_such_month"},
                                      {"00/2024", "refusal.date.no_such_month"},
                                      {"2025-13", "refusal.date.no_such_month"},
                                      {"9.–8.8.2019", "refusal.date.end_before_start"},
                                      {"30.12.–2.1.2025", "refusal.date.end_before_start"},
                                      {"2021-2019", "refusal.date.end_before_start"},
                                      {"..", "refusal.date.typed"},
                                      {"../..", "refusal.date.interval_without_end"},
                                      {"", "refusal.date.empty"},
                                      {" \u00A0 ", "refusal.date.empty"}};
    expect_for_all_readers(readings);
}

TEST(TypedDateRefusals, RefusesWhatItCannotRead) {
    for (const std::string_view typed : std::vector<std::string_view>{"demnächst",
                                                                      "heute",
                                                                      "bis heute",
                                                                      "Anfang 2024",
                                                                      "8. August 2019, 14 Uhr",
                                                                      "8.–9.2019",
                                                                      "10–12.2025",
                                                                      "8.9. August 2019",
                                                                      "lata 2018",
                                                                      "von Juli 2017",
                                                                      "vom 8.8.2019",
                                                                      "to July 2017",
                                                                      "2017–",
                                                                      "– 2017",
                                                                      "8., 9. August 2019",
                                                                      "März – 2020",
                                                                      "2018-2019-2020",
                                                                      "2019-08-2020",
                                                                      "12345",
                                                                      "123",
                                                                      "8.8.20199",
                                                                      "(2018",
                                                                      "2018)",
                                                                      "2018 ()",
                                                                      "?",
                                                                      "~",
                                                                      ".",
                                                                      "-",
                                                                      "/",
                                                                      "8 9 2019 10",
                                                                      "2018 2019",
                                                                      "Oktober Oktober 2025",
                                                                      "٨.٨.٢٠١٩",
                                                                      "2018²",
                                                                      "<b>2018</b>",
                                                                      "\xFF\xFE",
                                                                      std::string_view("8.8.2019\0", 9)})
        for (const Language reader : typed_date_readers) {
            const auto date = read_typed_date(typed, reader);
            ASSERT_FALSE(date) << typed << " is " << date->edtf();
            EXPECT_TRUE(date.error().key == "refusal.date.typed" || typed == "/") << typed << " " << date.error().key;
        }
}

TEST(TypedDateRefusals, RefusesLongTexts) {
    const std::string blanks(longest_typed_date - 4, ' ');
    EXPECT_EQ(read_as_edtf(blanks + "2018", languages::german), "2018");
    EXPECT_EQ(read_as_edtf(blanks + " 2018", languages::german), "refusal.date.typed");
    EXPECT_EQ(read_as_edtf(std::string(1'000'000, '('), languages::german), "refusal.date.typed");
}

TEST(TypedDateRefusals, RefusalsCanBeShown) {
    for (const std::string_view typed : {"\xFF", "8.8.19", "Winter 2024", "31. April 2019"}) {
        const auto date = read_typed_date(typed, languages::german);
        ASSERT_FALSE(date);
        for (const auto& [name, value] : date.error().arguments) EXPECT_TRUE(valid_utf8(value)) << name;
    }
}

} // namespace
} // namespace interregio
