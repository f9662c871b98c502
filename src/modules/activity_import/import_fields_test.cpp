#include "modules/activity_import/import_fields.h"
#include "modules/activity_import/import_settings.h"
#include "modules/activity_import/typed_heads.h"
#include "modules/editing/activity_table.h"

#include "platform/locale/catalogue.h"

#include <gtest/gtest.h>

namespace interregio::activity_import {
namespace {

const std::vector<Language> of_the_site{languages::german, languages::polish, languages::english};

std::vector<std::string> guessed(const std::vector<std::string>& headings, Language language = languages::german) {
    std::vector<std::string> targets;
    for (const auto& target : guessed_mapping(headings, of_the_site, language))
        targets.push_back(target ? target->text() : "");
    return targets;
}

using Texts = std::vector<std::string>;

TEST(GuessedMapping, KnowsHeadingsInEveryLanguageWithoutCaseAccentsAndPunctuation) {
    EXPECT_EQ(guessed({"TITEL", "Zeitraum:", "veranstaltungsort", "Beteiligte"}),
              (Texts{"title", "date", "places", "organisations"}));
    EXPECT_EQ(guessed({"tytul", "Data", "Miejsce", "Źrodło", "Liczba uczestników"}),
              (Texts{"title", "date", "places", "sources", "participants"}));
    EXPECT_EQ(guessed({"Event", "When", "Venue", "Link", "Attendees"}),
              (Texts{"title", "date", "places", "sources", "participants"}));
}

TEST(GuessedMapping, SeesTheLanguageOfATextInItsHeading) {
    EXPECT_EQ(guessed({"Titel (Deutsch)", "Tytuł PL", "Title – English", "Beschreibung polnisch", "Datum"}),
              (Texts{"title.de", "title.pl", "title.en", "body.pl", "date"}));
    EXPECT_EQ(guessed({"Titel", "Titel (Deutsch)", "Sprache", "Datum"}), (Texts{"", "title.de", "", "date"}))
        << "what says the same less exactly is left out";
    EXPECT_EQ(guessed({"Titel", "Tytuł (polski)", "Datum"}), (Texts{"title", "title.pl", "date"}));
    EXPECT_EQ(guessed({"Titel", "Tytuł (polski)", "Datum"}, languages::polish), (Texts{"", "title.pl", "date"}));
}

TEST(GuessedMapping, TakesDaysFromAndUntilWhereThereIsNoDate) {
    EXPECT_EQ(guessed({"Titel", "Von", "Bis"}), (Texts{"title", "first_day", "last_day"}));
    EXPECT_EQ(guessed({"Tytuł", "Od", "Do"}), (Texts{"title", "first_day", "last_day"}));
    EXPECT_EQ(guessed({"Titel", "Datum", "Bis"}), (Texts{"title", "first_day", "last_day"}));
    EXPECT_EQ(guessed({"Titel", "Datum", "Von", "Bis"}), (Texts{"title", "date", "", ""}));
}

TEST(GuessedMapping, GivesNothingToTwoColumnsThatSayTheSame) {
    EXPECT_EQ(guessed({"Titel", "Titel", "Datum"}), (Texts{"", "", "date"}));
    EXPECT_EQ(guessed({"Name", "Titel", "Datum"}), (Texts{"", "", "date"}));
    EXPECT_EQ(guessed({"Gastgeber", "Gast", "Partner"}),
              (Texts{"organisations.host", "organisations.guest", "organisations"}));
}

TEST(GuessedMapping, LeavesOutWhatItDoesNotKnow) {
    EXPECT_EQ(guessed({"", "Kosten", "Sachbearbeitung", "12", "💶"}), (Texts{"", "", "", "", ""}));
    EXPECT_EQ(guessed({"Bemerkungen", "Notes", "Uwagi"}), (Texts{"", "", ""})) << "may be for oneself alone";
}

/// The headings that the table of activities has as a file.
TEST(GuessedMapping, KnowsTheTableOfActivitiesInEveryLanguage) {
    for (const Language language : Catalogue::spoken()) {
        const Catalogue& words = *Catalogue::find(language);
        Texts headings;
        for (const char* key : editing::first_file_headings) headings.push_back(words.text(key));
        for (const Language other : of_the_site)
            headings.push_back(words.text("activities_table.title_in", {{"language", words.language_name(other)}}));
        for (const char* key : editing::other_file_headings) headings.push_back(words.text(key));
        EXPECT_EQ(guessed(headings, language), (Texts{"",
                                                      "",
                                                      "title.de",
                                                      "title.pl",
                                                      "title.en",
                                                      "",
                                                      "date",
                                                      "",
                                                      "",
                                                      "kind",
                                                      "status",
                                                      "form",
                                                      "audience",
                                                      "series",
                                                      "edition",
                                                      "organisations",
                                                      "fields",
                                                      "places",
                                                      "",
                                                      "participants",
                                                      "participants_planned",
                                                      "",
                                                      "",
                                                      "",
                                                      "",
                                                      "",
                                                      ""}))
            << language.tag();
    }
}

Mapping mapping_of(const Texts& targets) {
    Mapping mapping;
    for (const std::string& target : targets) mapping.push_back(Target::parse(target));
    return mapping;
}

TEST(MappingProblems, NamesWhatIsMissingOrThereTwice) {
    using Kind = MappingProblem::Kind;
    const auto kinds = [](const Texts& targets) {
        std::vector<Kind> found;
        for (const auto& problem : problems_of(mapping_of(targets), languages::german)) found.push_back(problem.kind);
        return found;
    };
    EXPECT_EQ(kinds({"title", "date", "", "places", "places"}), std::vector<Kind>{});
    EXPECT_EQ(kinds({"title.pl", "title.de", "first_day"}), std::vector<Kind>{});
    EXPECT_EQ(kinds({}), (std::vector{Kind::no_title, Kind::no_date}));
    EXPECT_EQ(kinds({"title", "date", "last_day"}), std::vector{Kind::two_dates});
    EXPECT_EQ(kinds({"title", "last_day"}), std::vector{Kind::last_without_first});
    EXPECT_EQ(kinds({"title", "title", "date"}), std::vector{Kind::twice});
    EXPECT_EQ(kinds({"title", "title.de", "date"}), std::vector{Kind::twice}) << "both are the German title";
}

TEST(MappingProblems, SaysWhichColumns) {
    const auto problems = problems_of(mapping_of({"title", "date", "kind", "date"}), languages::german);
    ASSERT_EQ(problems.size(), 1U);
    EXPECT_EQ(problems[0].columns, (std::vector<std::size_t>{1, 3}));
}

TEST(ImportTarget, ComesBackFromItsText) {
    for (const Target& target : all_targets(of_the_site)) EXPECT_EQ(Target::parse(target.text()), target);
    for (const char* none : {"", "titel", "title.", "title.deutsch", "date.de", "organisations.boss", "title.de.pl"})
        EXPECT_EQ(Target::parse(none), std::nullopt) << none;
}

TEST(ImportSettings, ComeBackAsTheyWereStored) {
    ImportSettings settings;
    settings.file = {OtherwiseEncoded::windows_1250, 2, 4};
    settings.mapping = mapping_of({"title.de", "", "date"});
    settings.language = languages::polish;
    settings.kind = ActivityKind::forum;
    settings.status = ActivityStatus::cancelled;
    settings.form = Form::hybrid;
    settings.meanings = {{"organisation:\"x\"", "-"}};
    settings.alike = Alike::take;
    const ImportSettings again = read_settings(stored_settings(settings));
    EXPECT_EQ(stored_settings(again), stored_settings(settings));
    EXPECT_EQ(again.mapping, settings.mapping);
    EXPECT_EQ(again.meanings, settings.meanings);
    for (const char* broken : {"", "[]", "{\"mapping\": 3, \"sheet\": -1, \"meanings\": [1], \"kind\": \"x\"}"})
        EXPECT_EQ(read_settings(broken).kind, ActivityKind::other);
}

TEST(TypedHeads, SayHowWellTheNumberIsKnown) {
    const auto heads = [](std::string_view typed) {
        return read_typed_heads(typed, HeadCount::exact, languages::german);
    };
    EXPECT_EQ(heads("120"), (TypedHeads{HeadCount::exact, "120"}));
    EXPECT_EQ(heads("rund 1.200"), (TypedHeads{HeadCount::about, "1200"}));
    EXPECT_EQ(heads("ca. 30"), (TypedHeads{HeadCount::about, "30"}));
    EXPECT_EQ(heads("~30"), (TypedHeads{HeadCount::about, "30"}));
    EXPECT_EQ(heads("około 45"), (TypedHeads{HeadCount::about, "45"}));
    EXPECT_EQ(heads("geplant: 40"), (TypedHeads{HeadCount::planned, "40"}));
    EXPECT_EQ(heads("viele").number, "viele") << "left to be refused";
    EXPECT_NE(heads("-5").number, "5");
    EXPECT_NE(heads("Saal 5").number, "5");
}

} // namespace
} // namespace interregio::activity_import
