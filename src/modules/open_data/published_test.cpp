#include "modules/open_data/collections.h"
#include "modules/open_data/published_activities.h"

#include <gtest/gtest.h>

namespace interregio::open_data {
namespace {

PartialDate date(std::string_view edtf) { return PartialDate::parse(edtf).value(); }

TEST(Published, StartAndEndAreSaidOnlyWhereIsoCanSayThem) {
    EXPECT_EQ(iso_start(date("2025-10-07")), "2025-10-07");
    EXPECT_EQ(iso_start(date("2025-10")), "2025-10");
    EXPECT_EQ(iso_start(date("2025")), "2025");
    EXPECT_EQ(iso_start(date("2025-21")), std::nullopt) << "a season";
    EXPECT_EQ(iso_start(date("2025~")), std::nullopt);
    EXPECT_EQ(iso_end(date("2025-10-07")), std::nullopt);
    EXPECT_EQ(iso_end(date("2019-08-08/2019-08-09")), "2019-08-09");
    EXPECT_EQ(iso_end(date("2017-07-01/..")), std::nullopt);
    EXPECT_EQ(iso_start(date("../2017-07-01")), std::nullopt);
}

TEST(Published, WhatIsNotAnnouncedHasNoStatusOfAnEvent) {
    EXPECT_EQ(event_status(ActivityStatus::idea), std::nullopt);
    EXPECT_EQ(event_status(ActivityStatus::planned), std::nullopt);
    EXPECT_EQ(event_status(ActivityStatus::held), EventStatus::scheduled);
    EXPECT_EQ(event_status(ActivityStatus::cancelled), EventStatus::cancelled);
}

TEST(Published, OrganisationsWithARoleStandOnce) {
    const SystemClock clock;
    const Id<Organisation> host{Uuid::make(clock)};
    const Id<Organisation> guest{Uuid::make(clock)};
    const std::vector<TakingPart> parts{{{}, host, OrganisationRole::host},
                                        {{}, guest, OrganisationRole::guest},
                                        {{}, host, OrganisationRole::co_organiser}};
    EXPECT_EQ(with_roles(parts, {OrganisationRole::host, OrganisationRole::co_organiser}), std::vector{host});
}

TEST(Published, TermsHaveTheirMessages) {
    EXPECT_EQ(message_of_term("startDate"), "api.term.start_date");
    EXPECT_EQ(message_of_term("@id"), "api.term.id");
    EXPECT_EQ(message_of_term("PartialDate"), "api.term.partial_date");
}

TEST(Published, EveryKindHasASchemaThatAllowsNothingElse) {
    const Explain explain = [](std::string_view term) { return std::string(term); };
    for (const Collection& collection : collections()) {
        const Tree schema = collection.schema_of(explain, true);
        EXPECT_EQ(schema["additionalProperties"], false) << collection.schema;
        EXPECT_TRUE(schema["properties"].contains("@id")) << collection.schema;
        for (const auto& [name, property] : schema["properties"].items())
            EXPECT_TRUE(property.contains("description")) << collection.schema << "." << name;
    }
}

TEST(Published, TheContextTiesTermsToSchemaOrg) {
    const Tree terms = linked_data_context("https://example.org/terms#")["@context"];
    EXPECT_EQ(terms["startDate"], "schema:startDate");
    EXPECT_EQ(terms["name"]["@container"], "@language");
    EXPECT_EQ(terms["goodToKnow"]["@id"], "interregio:goodToKnow");
    EXPECT_TRUE(terms["translations"].is_null()) << "about our texts, not about the world";
}

} // namespace
} // namespace interregio::open_data
