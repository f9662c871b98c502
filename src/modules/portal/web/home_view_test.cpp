#include "modules/portal/web/home_view.h"
#include "modules/portal/web/partnership_view.h"
#include "modules/portal/web/view_fixture.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace interregio::portal::web {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(HomeView, ShowsBothPartnersWithTheSameNumbersAndWhatIsToCome) {
    const ViewFixture fixture;
    const auto fact = [&](Measure measure, double number) {
        FactStatement statement;
        statement.number = number;
        statement.source = fixture.source("Report");
        return FactGroup{measure, std::nullopt, {statement}, Agreeing::same};
    };
    HomePage page;
    PartnershipCard partnership;
    partnership.page = fixture.link(RecordKind::partnership, "ruhr-gzm", "Ruhr and GZM");
    page.partnerships = {partnership};
    page.partners = {{fixture.gzm(),
                      fixture.gzm_link(),
                      std::nullopt,
                      {fact(Measure::member_municipalities, 41), fact(Measure::population, 2'128'034)}},
                     {fixture.gzm(),
                      fixture.rvr_link(),
                      std::nullopt,
                      {fact(Measure::population, 5'111'530), fact(Measure::municipalities, 53)}}};
    page.coming = {card_of(fixture, "2999-07", "Regatta", ActivityStatus::announced)};
    page.numbers = {12, 2018, 9, 2};
    const auto parts = home_view(fixture.view(), page);
    const auto words = text_of(parts);
    EXPECT_THAT(words, HasSubstr("GZM Górnośląsko-Zagłębiowska Metropolia"));
    EXPECT_LT(words.find("2,128,034"), words.find("41")); // in one order, whatever that of the record
    EXPECT_LT(words.find("5,111,530"), words.find("53"));
    EXPECT_LT(words.find("Coming up"), words.find("Regatta"));
    EXPECT_THAT(words, HasSubstr("activities since 2018"));
    EXPECT_THAT(parts.contents.markup(), HasSubstr("meeting__party party--a"));
    EXPECT_THAT(parts.contents.markup(), HasSubstr("meeting__party party--b"));
}

TEST(PartnershipView, LeadsToItsSections) {
    const ViewFixture fixture;
    PartnershipPage page;
    page.page = fixture.link(RecordKind::partnership, "ruhr-gzm", "Ruhr and GZM");
    page.aims = fixture.text("To learn.");
    const auto markup = partnership_view(fixture.view(), page).contents.markup();
    EXPECT_THAT(markup, HasSubstr("<a href=\"#aims\">"));
    EXPECT_THAT(markup, HasSubstr("id=\"aims\""));
    EXPECT_THAT(markup, Not(HasSubstr("#origin")));
    EXPECT_THAT(markup, Not(HasSubstr("#agreements")));
}

} // namespace
} // namespace interregio::portal::web
