#include "modules/portal/web/activity_view.h"
#include "modules/portal/web/agreement_view.h"
#include "modules/portal/web/facts_view.h"
#include "modules/portal/web/partnership_view.h"
#include "modules/portal/web/timeline_view.h"
#include "modules/portal/web/view_fixture.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace interregio::portal::web {
namespace {

using testing::HasSubstr;
using testing::Not;

AgreementPage agreement(const ViewFixture& fixture) {
    AgreementPage page;
    page.page = fixture.link(RecordKind::agreement, "agreement", "Partnership agreement");
    page.partnership = fixture.link(RecordKind::partnership, "ruhr-gzm", "Ruhr and GZM");
    page.signings = {{ViewFixture::date("2019-08-09"), std::nullopt, fixture.source("gzm.pl", fixture.gzm_link()),
                      Preference::preferred},
                     {ViewFixture::date("2019-08"), std::nullopt, fixture.source("rvr.ruhr", fixture.rvr_link()),
                      Preference::stated}};
    return page;
}

TEST(AgreementView, ShowsDisagreeingSourcesAsStatements) {
    const ViewFixture fixture;
    const auto words = text_of(agreement_view(fixture.view(), agreement(fixture)));
    EXPECT_THAT(words, HasSubstr("Signed on 9\u00A0August 2019 according to GZM; RVR states August 2019."));
    EXPECT_THAT(words, HasSubstr("Preferred"));
}

TEST(AgreementView, SaysItInEveryLanguage) {
    const ViewFixture german(languages::german);
    EXPECT_THAT(text_of(agreement_view(german.view(), agreement(german))),
                HasSubstr("Unterzeichnet am 9.\u00A0August 2019 laut GZM; RVR nennt August 2019."));
    const ViewFixture polish(languages::polish);
    EXPECT_THAT(
        text_of(agreement_view(polish.view(), agreement(polish))),
        testing::ContainsRegex("Podpisano 9\u00A0sierpnia 2019\u00A0r\\. \\(według: GZM\\); RVR podaje sierpień "
                               "2019\u00A0r\\.($|[^.])"));
}

TEST(AgreementView, GroupsWhatOneVoiceStates) {
    const ViewFixture fixture;
    auto page = agreement(fixture);
    page.signings.push_back(
        {ViewFixture::date("2019-08-09"), std::nullopt, fixture.source("Zabrze"), Preference::stated});
    page.signings.push_back({ViewFixture::date("2019-08-08/2019-08-09"), std::nullopt,
                             fixture.source("press", fixture.rvr_link()), Preference::stated});
    EXPECT_THAT(text_of(agreement_view(fixture.view(), page)),
                HasSubstr("Signed on 9\u00A0August 2019 according to GZM and Zabrze; RVR states August 2019 and "
                          "8–9\u00A0August 2019."));
}

TEST(AgreementView, SaysNothingOfDisagreementWhereSourcesAgree) {
    const ViewFixture fixture;
    auto page = agreement(fixture);
    page.signings[1].date = page.signings[0].date;
    EXPECT_THAT(text_of(agreement_view(fixture.view(), page)), Not(HasSubstr("according to")));
}

TEST(PartnershipView, ShowsTheSameMeasuresFirstAndFoldsTheRest) {
    const ViewFixture fixture;
    const auto fact = [&](Measure measure, double number) {
        FactStatement statement;
        statement.number = number;
        statement.source = fixture.source("A press release of many words", fixture.rvr_link());
        return FactGroup{measure, std::nullopt, {statement}, Agreeing::same};
    };
    PartnershipPage page;
    page.page = fixture.link(RecordKind::partnership, "ruhr-gzm", "Ruhr and GZM");
    page.partners = {{fixture.gzm(),
                      fixture.gzm_link(),
                      std::nullopt,
                      {fact(Measure::tasks_since, 4), fact(Measure::member_cities, 3), fact(Measure::population, 2),
                       fact(Measure::area, 1)}}};
    const auto markup = partnership_view(fixture.view(), page).contents.markup();
    const auto area = markup.find("<dt>Area");
    const auto population = markup.find("<dt>Population");
    const auto cities = markup.find("<dt>Member cities");
    const auto folded = markup.find("<details");
    const auto tasks = markup.find("<dt>Statutory tasks since");
    ASSERT_NE(tasks, std::string::npos);
    EXPECT_LT(area, population);
    EXPECT_LT(population, cities);
    EXPECT_LT(cities, folded);
    EXPECT_LT(folded, tasks);
    EXPECT_THAT(markup, HasSubstr("source: <cite>RVR</cite>"));
    EXPECT_THAT(markup, Not(HasSubstr("press release")));
}

TEST(FactsView, ShowsEachStatementWithDateAndSource) {
    const ViewFixture fixture;
    FactStatement preferred{2554,
                            Exactness::exact,
                            "km²",
                            std::nullopt,
                            std::nullopt,
                            ViewFixture::date("2023"),
                            fixture.source("Wikipedia"),
                            std::nullopt,
                            Preference::preferred};
    FactStatement other{2500,
                        Exactness::over,
                        "km²",
                        std::nullopt,
                        std::nullopt,
                        std::nullopt,
                        fixture.source("rvr.ruhr"),
                        fixture.rvr_link(),
                        Preference::stated};
    const FactGroup area{Measure::area, std::nullopt, {preferred, other}, Agreeing::different};
    const auto words = html::plain_text(facts_list(fixture.view(), {area}));
    EXPECT_THAT(words, HasSubstr("Area Sources disagree"));
    EXPECT_THAT(words, HasSubstr("2,554\u00A0km² as of 2023 · source: Wikipedia Preferred"));
    EXPECT_THAT(words, HasSubstr("over 2,500\u00A0km² stated by RVR · source: rvr.ruhr"));
}

ActivityPage activity(const ViewFixture& fixture) {
    ActivityPage page;
    page.page = fixture.link(RecordKind::activity, "marathon", "Ideas marathon");
    page.date = ViewFixture::date("2021-05-07/2021-05-08");
    page.status = ActivityStatus::held;
    page.form = Form::online;
    return page;
}

TEST(ActivityView, SaysHowWellTheNumberOfParticipantsIsKnown) {
    const ViewFixture fixture;
    auto page = activity(fixture);
    const auto group = [&](HeadCount head_count, std::int64_t number) {
        GroupLine line;
        line.label = fixture.text("Young people");
        line.head_count = head_count;
        line.number = number;
        line.age_from = 16;
        line.age_to = 22;
        return line;
    };
    page.groups = {group(HeadCount::exact, 17), group(HeadCount::about, 1200), group(HeadCount::planned, 60),
                   group(HeadCount::not_known, 0)};
    const auto words = text_of(activity_view(fixture.view(), page));
    EXPECT_THAT(words, HasSubstr("17 Young people, aged 16–22 exact number"));
    EXPECT_THAT(words, HasSubstr("1,200 Young people, aged 16–22 approximate number"));
    EXPECT_THAT(words, HasSubstr("60 Young people, aged 16–22 planned number"));
    EXPECT_THAT(words, HasSubstr("number not known Young people, aged 16–22"));
    EXPECT_THAT(words, Not(HasSubstr("aged 16–22 number not known")));
}

TEST(ActivityView, NamesTheDateThatHadBeenAnnounced) {
    const ViewFixture fixture;
    auto page = activity(fixture);
    page.date_statements = {
        {DateStatementKind::announced, ViewFixture::date("2021-05-07/2021-05-09"), fixture.source("europa.ruhr")}};
    EXPECT_THAT(text_of(activity_view(fixture.view(), page)),
                HasSubstr("Had been announced for 7–9\u00A0May 2021 (source: europa.ruhr)"));
}

TEST(ActivityView, SaysOfAnAnnouncedDateThatItIsAnnounced) {
    const ViewFixture fixture;
    auto page = activity(fixture);
    page.status = ActivityStatus::announced;
    const auto words = text_of(activity_view(fixture.view(), page));
    EXPECT_THAT(words, HasSubstr("Announced for"));
    EXPECT_THAT(words, Not(HasSubstr("Held")));
}

TEST(ActivityView, OffersTheCalendarForWhatIsStillToComeOnKnownDays) {
    const ViewFixture fixture;
    auto page = activity(fixture);
    const auto offers = [&](ActivityStatus status, std::string_view edtf) {
        page.status = status;
        page.date = ViewFixture::date(edtf);
        return activity_view(fixture.view(), page).contents.markup().find("/en/activities/marathon/calendar.ics") !=
               std::string::npos;
    };
    EXPECT_TRUE(offers(ActivityStatus::announced, "2999-05-07/2999-05-08"));
    EXPECT_TRUE(offers(ActivityStatus::planned, "2999-05-07"));
    EXPECT_FALSE(offers(ActivityStatus::planned, "2999-05"));
    EXPECT_FALSE(offers(ActivityStatus::held, "2021-05-07"));
    EXPECT_FALSE(offers(ActivityStatus::cancelled, "2999-05-07"));
    EXPECT_FALSE(offers(ActivityStatus::idea, "2999-05-07"));
}

TEST(ActivityView, NamesAPlaceOfTheProgrammeOnceAndTimesWhereThereAreAny) {
    const ViewFixture fixture(languages::polish);
    auto page = activity(fixture);
    const auto item = [&](std::string title, std::string place_name) {
        ProgrammeLine line;
        line.title = fixture.text(std::move(title));
        line.place = PlaceName{fixture.text(std::move(place_name)), std::nullopt, "PL"};
        return line;
    };
    page.programme = {item("Zwiedzanie kopalni Guido", "Kopalnia Guido"), item("Obrady", "Zabrze")};
    auto markup = activity_view(fixture.view(), page).contents.markup();
    EXPECT_THAT(markup, HasSubstr("Zwiedzanie kopalni Guido</span>"));
    EXPECT_THAT(markup, HasSubstr("Obrady, Zabrze</span>"));
    EXPECT_THAT(markup, Not(HasSubstr("programme--timed")));
    page.programme[1].begins = "09:30";
    markup = activity_view(fixture.view(), page).contents.markup();
    EXPECT_THAT(markup, HasSubstr("programme--timed"));
}

TEST(ActivityView, EscapesWhatPeopleWrote) {
    const ViewFixture fixture;
    auto page = activity(fixture);
    page.page.name.body = "<script>alert(1)</script>";
    page.body = fixture.text("<img src=x onerror=alert(1)> [x](javascript:alert(1))");
    const auto markup = activity_view(fixture.view(), page).contents.markup();
    EXPECT_THAT(markup, Not(HasSubstr("<script")));
    EXPECT_THAT(markup, Not(HasSubstr("<img")));
    EXPECT_THAT(markup, Not(HasSubstr("javascript:alert(1)\"")));
}

TEST(TimelineView, SaysWhenAConditionWasNotUnderstood) {
    const ViewFixture fixture;
    TimelinePage page;
    page.unknown = {Condition::kind};
    EXPECT_THAT(text_of(timeline_view(fixture.view(), page)), HasSubstr("One condition could not be understood"));
    page.unknown.clear();
    EXPECT_THAT(text_of(timeline_view(fixture.view(), page)), Not(HasSubstr("understood")));
}

TEST(TimelineView, GoesOnWithTheConditionsKept) {
    const ViewFixture fixture;
    TimelinePage page;
    ActivityCard card;
    card.row.date = ViewFixture::date("2025-10");
    card.page = fixture.link(RecordKind::activity, "visit", "Visit");
    page.activities = {card};
    page.filter.kind = ActivityKind::festival;
    page.chosen.kind = "festival";
    page.older = "last-key";
    const auto markup = timeline_view(fixture.view(), page).contents.markup();
    EXPECT_THAT(markup, HasSubstr("href=\"/en/timeline?kind=festival&amp;before=last-key\" rel=\"next\""));
    EXPECT_THAT(markup, HasSubstr("id=\"y2025\""));
    EXPECT_THAT(markup, Not(HasSubstr("rel=\"prev\"")));
}

TEST(Shell, OffersLanguagesInTheOrderOfTheSite) {
    const ViewFixture fixture;
    View view = fixture.view();
    view.alternates = {{languages::german, "/de/x"}, {languages::english, "/en/x"}, {languages::polish, "/pl/x"}};
    const auto words = document(view, {}, {});
    const auto switcher = words.substr(words.find("class=\"languages\""));
    EXPECT_LT(switcher.find("hreflang=\"de\""), switcher.find("hreflang=\"pl\""));
    EXPECT_LT(switcher.find("hreflang=\"pl\""), switcher.find("hreflang=\"en\""));
}

TEST(Shell, NamesThePageInEveryLanguage) {
    const ViewFixture fixture;
    PageParts parts;
    parts.title = "A & B";
    const auto markup = document(fixture.view(), parts, "https://example.org");
    EXPECT_THAT(markup, HasSubstr("<!DOCTYPE html>\n<html lang=\"en\">"));
    EXPECT_THAT(markup, HasSubstr("<title>A &amp; B – Ruhr &amp; GZM</title>"));
    EXPECT_THAT(markup, HasSubstr("<link rel=\"canonical\" href=\"https://example.org/en/x\">"));
    EXPECT_THAT(markup, HasSubstr("<link rel=\"alternate\" hreflang=\"de\" href=\"https://example.org/de/x\">"));
    EXPECT_THAT(markup, HasSubstr("hreflang=\"x-default\" href=\"https://example.org/de/x\">"));
    EXPECT_THAT(markup, HasSubstr("aria-current=\"true\">English</a>"));
}

} // namespace
} // namespace interregio::portal::web
