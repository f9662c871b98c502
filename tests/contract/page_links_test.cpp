// Links to many records at once are those that are made one by one.

#include "fixture.h"
#include "modules/organisations/organisation.h"
#include "modules/portal/pieces.h"
#include "modules/record/records.h"

#include <algorithm>

namespace interregio::portal {
namespace {

class PageLinksTest : public RecordTest {};

TEST_F(PageLinksTest, OfManyAreThoseOfEach) {
    ASSERT_TRUE(import(INTERREGIO_DEMO));
    const db::Reader reader = database_->read();
    const auto ids = all_ids<Organisation>(*reader);
    ASSERT_GE(ids.size(), 60U) << "enough to be read all at once";
    for (const char* language : {"de", "pl", "en"}) {
        const Reading reading{*reader, Language::parse(language).value()};
        const auto links = page_links(reading, ids);
        ASSERT_EQ(links.size(), ids.size());
        for (std::size_t i = 0; i < ids.size(); ++i) {
            const PageLink one = page_link(reading, ids[i]);
            EXPECT_EQ(links[i].id, one.id);
            EXPECT_EQ(links[i].slug, one.slug);
            EXPECT_EQ(links[i].name, one.name);
        }
    }
}

TEST_F(PageLinksTest, OfManyAreMadeAnewWhenANameChanges) {
    ASSERT_TRUE(import(INTERREGIO_DEMO));
    const db::Reader reader = database_->read();
    const auto ids = all_ids<Organisation>(*reader);
    db::ReadSet seen;
    reader->note_reads(&seen);
    (void)page_links({*reader, Language::parse("de").value()}, ids);
    reader->note_reads(nullptr);
    seen.settle();
    EXPECT_TRUE(std::ranges::all_of(ids, [&](const auto& id) { return seen.contains(id.uuid()); }));
}

} // namespace
} // namespace interregio::portal
