#include "platform/locale/catalogue.h"

#include <algorithm>
#include <gtest/gtest.h>

namespace interregio {
namespace {

const Catalogue& german() { return *Catalogue::find(languages::german); }
const Catalogue& polish() { return *Catalogue::find(languages::polish); }
const Catalogue& english() { return *Catalogue::find(languages::english); }

TEST(Catalogue, SpeaksTheLanguagesItWasBuiltWith) {
    for (const auto language : {languages::german, languages::polish, languages::english})
        EXPECT_TRUE(std::ranges::count(Catalogue::spoken(), language) == 1) << language.tag();
    EXPECT_EQ(Catalogue::find(*Language::parse("cs")), nullptr);
    EXPECT_EQ(&Catalogue::nearest(*Language::parse("cs")), &english());
    EXPECT_EQ(&Catalogue::nearest(languages::polish), &polish());
}

TEST(Catalogue, EachLanguageHasItsWords) {
    EXPECT_EQ(german().text("nav.timeline"), "Chronik");
    EXPECT_EQ(polish().text("nav.timeline"), "Kronika");
    EXPECT_EQ(english().text("nav.timeline"), "Timeline");
    EXPECT_EQ(polish().text("legal.accessibility"), "Deklaracja dostępności");
}

TEST(Catalogue, FillsPlaceholdersByNameOnceAndLeavesUnknownOnes) {
    EXPECT_EQ(english().text("text.missing", {{"language", "{date} & <b>"}}),
              "This text is not yet available in English. You are reading the original ({date} & <b>).");
    EXPECT_EQ(english().text("agreement.other_states", {{"source", "RVR"}}), "RVR states {date}");
    const Refusal refusal{"refusal.date.no_such_day", {{"found", "2025-02-30"}, {"day", "30"}, {"last", "28"}}};
    EXPECT_EQ(polish().text(refusal), "„2025-02-30”: w tym miesiącu nie ma dnia 30; ostatnim dniem jest 28.");
}

TEST(Catalogue, CountsAsTheLanguageDoes) {
    EXPECT_EQ(german().count("activities.count", 1), "1 Aktivität");
    EXPECT_EQ(german().count("activities.count", 0), "0 Aktivitäten");
    EXPECT_EQ(english().count("activities.count", 1), "1 activity");
    EXPECT_EQ(english().count("activities.count", 100'000), "100,000 activities");
    for (const auto& [count, words] : std::initializer_list<std::pair<int, const char*>>{{0, "0 działań"},
                                                                                         {1, "1 działanie"},
                                                                                         {2, "2 działania"},
                                                                                         {4, "4 działania"},
                                                                                         {5, "5 działań"},
                                                                                         {12, "12 działań"},
                                                                                         {21, "21 działań"},
                                                                                         {22, "22 działania"},
                                                                                         {112, "112 działań"},
                                                                                         {104, "104 działania"}})
        EXPECT_EQ(polish().count("activities.count", count), words);
}

TEST(Catalogue, AnUnknownKeyStaysVisible) {
    EXPECT_EQ(german().text("no.such.key"), "no.such.key");
    EXPECT_EQ(german().count("no.such.key", 3), "no.such.key");
    EXPECT_FALSE(german().holds("no.such.key"));
    EXPECT_TRUE(german().holds("activities.count"));
    EXPECT_TRUE(german().holds("nav.home"));
}

TEST(Catalogue, AllLanguagesHoldTheSameKinds) {
    for (const auto language : Catalogue::spoken())
        for (const auto* key :
             {"path.timeline", "path.activity", "activity.status.announced", "measure.area", "refusal.value.url"})
            EXPECT_TRUE(Catalogue::find(language)->holds(key)) << language.tag() << ' ' << key;
}

TEST(Catalogue, WritesNumbersAsTheLanguageDoes) {
    EXPECT_EQ(german().number(5'111'530), "5.111.530");
    EXPECT_EQ(german().number(2554), "2.554");
    EXPECT_EQ(polish().number(2554), "2554");
    EXPECT_EQ(polish().number(2'128'034), "2\u00A0128\u00A0034");
    EXPECT_EQ(english().number(2'128'034), "2,128,034");
    EXPECT_EQ(german().number(2.5), "2,5");
}

TEST(Catalogue, WritesFileSizes) {
    EXPECT_EQ(english().file_size(0), "0\u00A0B");
    EXPECT_EQ(english().file_size(999), "999\u00A0B");
    EXPECT_EQ(english().file_size(1000), "1\u00A0kB");
    EXPECT_EQ(english().file_size(48'300), "48\u00A0kB");
    EXPECT_EQ(english().file_size(999'600), "1\u00A0MB");
    EXPECT_EQ(german().file_size(1'240'000), "1,2\u00A0MB");
}

TEST(Catalogue, NamesLanguagesAndCountries) {
    EXPECT_EQ(german().language_name(languages::polish), "Polnisch");
    EXPECT_EQ(polish().language_name(languages::polish), "polski");
    EXPECT_EQ(english().language_name(languages::german), "German");
    EXPECT_EQ(german().country_name("PL"), "Polen");
    EXPECT_EQ(polish().country_name("DE"), "Niemcy");
    EXPECT_EQ(english().country_name("ZZZZ"), "ZZZZ");
}

TEST(Catalogue, SortsAsTheLanguageDoes) {
    std::vector<std::string> names{"Łódź", "Mikołów", "Lublin", "Świerklaniec", "Tychy", "Siewierz"};
    std::ranges::sort(names, [](const auto& a, const auto& b) { return polish().sorts_before(a, b); });
    EXPECT_EQ(names, (std::vector<std::string>{"Lublin", "Łódź", "Mikołów", "Siewierz", "Świerklaniec", "Tychy"}));
    EXPECT_TRUE(german().sorts_before("Öhringen", "Ostrava"));
}

TEST(Catalogue, GivesKeysThatSortAsTheLanguageDoes) {
    const std::vector<std::string> texts{"",
                                         "a",
                                         "A",
                                         "Ä",
                                         "Łódź",
                                         "Lublin",
                                         "Lödź",
                                         "ß",
                                         "ss",
                                         "Öhringen",
                                         "Ostrava",
                                         "2024",
                                         std::string(500, 'x') + "y",
                                         std::string(500, 'x') + "z"};
    for (const Catalogue* catalogue : {&polish(), &german()})
        for (const std::string& one : texts)
            for (const std::string& other : texts)
                EXPECT_EQ(catalogue->sort_key(one) < catalogue->sort_key(other), catalogue->sorts_before(one, other))
                    << one << " " << other;
}

} // namespace
} // namespace interregio
