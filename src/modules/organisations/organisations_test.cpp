#include "modules/organisations/organisations.h"

#include <gtest/gtest.h>

namespace interregio {
namespace {

PartialDate date(std::string_view edtf) { return PartialDate::parse(edtf).value(); }

Appointment appointment(std::optional<std::string_view> from, std::optional<std::string_view> until) {
    Appointment made;
    if (from) made.from = date(*from);
    if (until) made.until = date(*until);
    return made;
}

TEST(HeldOn, CountsEveryPossibleDay) {
    const auto term = appointment("2011-08", "2021-07");
    EXPECT_TRUE(held_on(term, date("2011-08-01")));
    EXPECT_FALSE(held_on(term, date("2011-07-31")));
    EXPECT_TRUE(held_on(term, date("2021-07-31")));
    EXPECT_FALSE(held_on(term, date("2021-08-01")));
    EXPECT_TRUE(held_on(term, date("2021"))); // some day of that year lies within
    EXPECT_TRUE(held_on(appointment(std::nullopt, "2021"), date("1990")));
    EXPECT_TRUE(held_on(appointment("2021", std::nullopt), date("2030-01-01")));
}

TEST(FunctionOn, TakesTheLatestThatCoversTheDayAtThatOrganisation) {
    const SystemClock clock;
    const Id<Organisation> here(Uuid::make(clock));
    const Id<Organisation> there(Uuid::make(clock));
    Person person;
    person.appointments = {appointment("2010", "2020"), appointment("2018", std::nullopt),
                           appointment("2019", std::nullopt)};
    person.appointments[0].organisation = person.appointments[1].organisation = here;
    person.appointments[2].organisation = there;
    EXPECT_EQ(function_on(person, here, date("2015-05")), &person.appointments[0]);
    EXPECT_EQ(function_on(person, here, date("2019-05")), &person.appointments[1]);
    EXPECT_EQ(function_on(person, std::nullopt, date("2019-05")), &person.appointments[2]);
    EXPECT_EQ(function_on(person, there, date("2015")), nullptr);
}

} // namespace
} // namespace interregio
