// Nobody sees what is not for them: a word that stands in everything that is restricted is looked for in all that a
// connection gives, table by table; and what refers to it goes on without.

#include "fixture.h"
#include "modules/accounts/accounts.h"
#include "modules/activities/activities.h"
#include "modules/journal/journal.h"
#include "modules/partnerships/partnerships.h"
#include "modules/record/record_changes.h"
#include "modules/search/search_index.h"
#include "small_record.h"

#include <algorithm>
#include <gmock/gmock.h>
#include <set>

namespace interregio {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

/// A canary for each organisation, and one that the partners share.
struct Canary {
    std::string word;
    std::string scope;
};
const Canary of_brzeg{"brzegcanary", "{organisation: brzeg}"};
const Canary of_ufer{"ufercanary", "{organisation: ufer}"};
const Canary shared{"partnercanary", "{partnership: two-banks}"};

std::string with(std::string text, const std::string& from, const std::string& to) {
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
    return text;
}

class VisibilityTest : public RecordTest {
  protected:
    void SetUp() override {
        RecordTest::SetUp();
        namespace fs = std::filesystem;
        const fs::path fixtures = INTERREGIO_FIXTURES;
        fs::copy(fixtures / "small", source_.path(),
                 fs::copy_options::recursive | fs::copy_options::overwrite_existing);
        std::ifstream stream(fixtures / "canaries" / "hidden.yaml");
        hidden_ = {std::istreambuf_iterator<char>(stream), {}};
        std::string include;
        for (const Canary& canary : {of_brzeg, of_ufer, shared}) {
            write(canary);
            include += "  - " + canary.word + ".yaml\n";
        }
        source_.edit("record.yaml", "  - activities.yaml\n", "  - activities.yaml\n" + include);
        bring_in();
    }

    void write(const Canary& canary) {
        std::string records = with(with(hidden_, "CANARY", canary.word), "{SCOPE}", canary.scope);
        records = with(records, "{NUMBER}", std::to_string(++files_));
        source_.write(canary.word + ".yaml", with(records, "canary-", canary.word + "-"));
        source_.write("images/" + canary.word + ".png", tiny_png_bytes);
        source_.write("documents/" + canary.word + ".pdf", std::string(tiny_pdf) + "% " + canary.word + "\n");
    }
    void bring_in() {
        const auto counts = import(source_.path());
        ASSERT_TRUE(counts) << words(counts.error());
    }
    Problem problem() {
        const auto counts = import(source_.path());
        EXPECT_FALSE(counts);
        if (counts || counts.error().size() != 1) {
            ADD_FAILURE() << (counts ? "imported" : words(counts.error()));
            return {};
        }
        return counts.error().front();
    }

    template <class T> Id<T> id(std::string_view key) { return *id_of_key<T>(*database_->read(), key); }
    db::Viewer member_of(std::string_view organisation) {
        const accounts::Account account{.organisation = id<Organisation>(organisation),
                                        .name = "Jan",
                                        .grants = {{{}, accounts::Role::reader, id<Organisation>(organisation)}}};
        return accounts::viewer_of(*database_->read(), accounts::Actor(account));
    }

    /// The canaries that stand anywhere in what a viewer can read: "word in table".
    std::set<std::string> seen_by(const db::Viewer& viewer, bool with_tables = false) {
        std::vector<std::string> tables;
        {
            const auto everything = database_->read();
            auto rows = everything->query("SELECT name FROM main.sqlite_schema WHERE type = 'table' AND "
                                          "name NOT LIKE 'sqlite%'");
            while (rows.next()) tables.push_back(rows.get<std::string>(0));
        }
        std::set<std::string> found;
        const auto reader = database_->read_as(viewer);
        for (const std::string& table : tables) {
            auto columns = reader->query("SELECT name FROM pragma_table_info('" + table + "')");
            while (columns.next()) {
                auto rows = reader->query("SELECT CAST(\"" + columns.get<std::string>(0) + "\" AS TEXT) FROM \"" +
                                          table + "\"");
                while (rows.next())
                    for (const Canary& canary : {of_brzeg, of_ufer, shared})
                        if (rows.text(0).find(canary.word) != std::string_view::npos)
                            found.insert(with_tables ? canary.word + " in " + table : canary.word);
            }
        }
        return found;
    }

    std::string hidden_;
    int files_ = 0;
    TemporaryFolder source_;
};

TEST_F(VisibilityTest, ACanaryIsInEveryTableOfTheRecord) {
    // So that the others can fail: without views, they are all over.
    std::set<std::string> tables;
    const auto reader = database_->read();
    for (const char* table : {"texts", "slugs", "journal", "blobs", "places", "people", "images", "organisations",
                              "activities", "organisation_facts", "partnership_contacts"}) {
        auto rows = reader->query("SELECT * FROM " + std::string(table));
        while (rows.next()) tables.insert(table);
    }
    EXPECT_EQ(tables.size(), 11);
    EXPECT_EQ(count("record_restrictions"), 3 * 11);
    EXPECT_EQ(count("text_restrictions"), 3 * 2);
}

TEST_F(VisibilityTest, AnyoneSeesNoneOfThem) { EXPECT_THAT(seen_by(db::Viewer::anyone(), true), IsEmpty()); }

TEST_F(VisibilityTest, MembersSeeThoseOfTheirOrganisationAndOfThePartnership) {
    EXPECT_THAT(seen_by(member_of("brzeg")), UnorderedElementsAre(of_brzeg.word, shared.word));
    EXPECT_THAT(seen_by(member_of("ufer")), UnorderedElementsAre(of_ufer.word, shared.word));
    // The same connection, lent to one after the other.
    EXPECT_THAT(seen_by(member_of("brzeg")), UnorderedElementsAre(of_brzeg.word, shared.word));
}

TEST_F(VisibilityTest, ARoleForAPartnershipShowsWhatItsPartiesShare) {
    const auto viewer = db::Viewer::member({id<Partnership>("two-banks").text()});
    EXPECT_THAT(seen_by(viewer), ElementsAre(shared.word));
    EXPECT_THAT(seen_by(db::Viewer::member({id<Organisation>("brzegcanary-office").text()})), IsEmpty());
}

TEST_F(VisibilityTest, WhoHasNoRoleAnyMoreSeesWhatIsPublicAndTheirAccount) {
    const accounts::Account account{.organisation = id<Organisation>("brzeg"), .name = "Jan"};
    const auto viewer = accounts::viewer_of(*database_->read(), accounts::Actor(account));
    EXPECT_THAT(seen_by(viewer), IsEmpty());
    database_->write([](db::Connection& connection) {
        connection.execute_script(
            "INSERT INTO accounts (id, organisation, name, language, state, second_factor, made_at) "
            "SELECT 'a', id, 'Jan', 'de', 'active', 'allowed', 'now' FROM organisations LIMIT 1");
    });
    const auto accounts_seen = [&](const db::Viewer& by) {
        const auto reader = database_->read_as(by);
        return reader->query("SELECT 1 FROM accounts").next();
    };
    EXPECT_TRUE(accounts_seen(viewer));
    EXPECT_FALSE(accounts_seen(db::Viewer::anyone()));
}

TEST_F(VisibilityTest, WhatRefersToItGoesOnWithout) {
    const auto reader = database_->read_as(db::Viewer::anyone());
    const auto open = find(*reader, id<Activity>("open-1"));
    ASSERT_TRUE(open);
    EXPECT_THAT(open->places, ElementsAre(id<Place>("brzeg-town")));
    ASSERT_EQ(open->organisations.size(), 1);
    EXPECT_EQ(open->organisations[0].organisation, id<Organisation>("brzeg"));
    ASSERT_EQ(open->people.size(), 1) << "who may not be seen is not named";
    EXPECT_EQ(open->people[0].person, id<Person>("ada-nowak"));
    EXPECT_EQ(open->people[0].organisation, std::nullopt) << "an optional reference is empty";
    EXPECT_EQ(open->participants.at(0).organisation, std::nullopt);
    EXPECT_THAT(open->fields, ElementsAre(id<FieldOfAction>("rivers")));
    EXPECT_THAT(open->images, ElementsAre(id<Image>("square")));
    EXPECT_THAT(open->documents, IsEmpty());
    EXPECT_TRUE(open->body.empty());
    EXPECT_FALSE(open->summary.empty());
    EXPECT_TRUE(open->programme.at(0).description.empty());
    EXPECT_EQ(find(*reader, id<Activity>("brzegcanary-activity")), std::nullopt);

    const auto all = find(*database_->read_as(member_of("brzeg")), id<Activity>("open-1"));
    ASSERT_TRUE(all);
    EXPECT_EQ(all->places.size(), 2);
    EXPECT_EQ(all->people.size(), 2);
    EXPECT_EQ(all->body.visible_to.only, Scope(id<Organisation>("brzeg")));
}

TEST_F(VisibilityTest, CountsAreOfWhatIsPublic) {
    const auto reader = database_->read_as(db::Viewer::anyone());
    EXPECT_EQ(count_activities(*reader, {}), 4 + 3);
    EXPECT_EQ(count_activities(*reader, {.status = ActivityStatus::planned}), 0);
    EXPECT_EQ(count_activities(*reader, {.field = id<FieldOfAction>("brzegcanary-field")}), 0);
}

TEST_F(VisibilityTest, CountsFollowWhenARecordBecomesPublicAndWhenItIsHidden) {
    const auto planned = [&] {
        return count_activities(*database_->read_as(db::Viewer::anyone()), {.status = ActivityStatus::planned});
    };
    const std::string head = "key: partnercanary-activity\n    visible_to: {partnership: two-banks}\n";
    source_.edit("partnercanary.yaml", head, "key: partnercanary-activity\n");
    source_.edit("partnercanary.yaml", "    series: partnercanary-series\n", "");
    bring_in();
    EXPECT_EQ(planned(), 1);
    source_.edit("partnercanary.yaml", "key: partnercanary-activity\n", head);
    bring_in();
    EXPECT_EQ(planned(), 0);
}

TEST_F(VisibilityTest, TheJournalTellsOfAPublicationButNotWhatWasBefore) {
    const auto activity = id<Activity>("partnercanary-activity").uuid();
    source_.edit("partnercanary.yaml",
                 "key: partnercanary-activity\n    visible_to: {partnership: two-banks}\n    kind: forum\n",
                 "key: partnercanary-activity\n    kind: forum\n");
    source_.edit("partnercanary.yaml", "    series: partnercanary-series\n", "");
    for (const char* what : {"title: {de: partnercanary Klausur, pl: partnercanary narada}",
                             "summary: {de: partnercanary Kurzfassung}", "body: {de: partnercanary Text}"})
        source_.edit("partnercanary.yaml", what,
                     std::string(what).substr(0, std::string(what).find(':')) + ": {de: Offen}");
    bring_in();
    const auto anyone = history_of(*database_->read_as(db::Viewer::anyone()), activity);
    ASSERT_EQ(anyone.size(), 1) << "that it was made is not told";
    EXPECT_EQ(anyone[0].operation, JournalOperation::changed);
    EXPECT_TRUE(anyone[0].change.empty()) << "from what, neither";
    const auto member = history_of(*database_->read_as(member_of("ufer")), activity);
    ASSERT_EQ(member.size(), 2);
    EXPECT_FALSE(member[1].change.empty());
    EXPECT_EQ(history_of(*database_->read_as(db::Viewer::anyone()), id<Activity>("ufercanary-activity").uuid()).size(),
              0);
}

TEST_F(VisibilityTest, ARemovedRecordStaysHiddenInTheJournal) {
    const auto activity = id<Activity>("ufercanary-activity");
    database_->write([&](db::Connection& connection) {
        ChangeContext context{connection, clock_, "test", {}};
        remove(context, activity);
    });
    EXPECT_THAT(seen_by(db::Viewer::anyone(), true), IsEmpty());
    EXPECT_EQ(history_of(*database_->read_as(db::Viewer::anyone()), activity.uuid()).size(), 0);
    EXPECT_EQ(history_of(*database_->read_as(member_of("ufer")), activity.uuid()).size(), 2);
    EXPECT_EQ(history_of(*database_->read_as(member_of("brzeg")), activity.uuid()).size(), 0);
}

TEST_F(VisibilityTest, NothingOfThemIsFound) {
    search::SearchIndex index(*database_, clock_);
    index.catch_up();
    const auto found = [&](std::string_view text) {
        return index.search({std::string(text), {languages::german, languages::polish}, {}, 0, 20}).total;
    };
    for (const Canary& canary : {of_brzeg, of_ufer, shared}) {
        EXPECT_EQ(found(canary.word), 0);
        EXPECT_THAT(index.completions(canary.word.substr(0, canary.word.find("canary") + 1), languages::german, 5),
                    IsEmpty());
    }
    EXPECT_GT(found("Treffen"), 0);
    // An organisation that becomes public is found, and leads to what refers to it.
    const std::string head = "key: ufercanary-office\n    visible_to: {organisation: ufer}\n";
    source_.edit("ufercanary.yaml", head, "key: ufercanary-office\n");
    bring_in();
    index.catch_up();
    EXPECT_EQ(found("ufercanary"), 2);
    source_.edit("ufercanary.yaml", "key: ufercanary-office\n", head);
    bring_in();
    index.catch_up();
    EXPECT_EQ(found("ufercanary"), 0);
}

TEST_F(VisibilityTest, ExportAndImportKeepIt) {
    TemporaryFolder out;
    ASSERT_TRUE(export_to(out.path() / "folder"));
    const auto again = import(out.path() / "folder");
    ASSERT_TRUE(again) << words(again.error());
    EXPECT_EQ(again->changed + again->created, 0);
    RecordTest::database_ = db::open_sqlite(out.path() / "second.db", db::OpenMode::create);
    database_->look_through(sights_of_the_record());
    ASSERT_TRUE(db::migrate(*database_, embedded::migrations::files(), clock_));
    const auto elsewhere = import(out.path() / "folder");
    ASSERT_TRUE(elsewhere) << words(elsewhere.error());
    EXPECT_THAT(seen_by(db::Viewer::anyone(), true), IsEmpty());
    EXPECT_THAT(seen_by(member_of("brzeg")), UnorderedElementsAre(of_brzeg.word, shared.word));
}

TEST_F(VisibilityTest, ARecordIsNotSeenByMoreThanWhatItNeeds) {
    source_.edit("brzegcanary.yaml",
                 "{key: brzegcanary-series, visible_to: {organisation: brzeg}, title: {de: brzegcanary Reihe}, "
                 "partnerships: [two-banks]",
                 "{key: brzegcanary-series, title: {de: brzegcanary Reihe}, partnerships: [brzegcanary-partnership]");
    const auto found = problem();
    EXPECT_EQ(found.refusal,
              (Refusal{"refusal.visibility.too_wide",
                       {{"field", "partnerships"}, {"kind", "partnerships"}, {"found", "brzegcanary-partnership"}}}));
    EXPECT_EQ(found.path, "series[0]");
    EXPECT_EQ(found.file, "brzegcanary.yaml");
}

TEST_F(VisibilityTest, WhatIsInternalToAPartyMayNeedWhatThePartnersShare) {
    source_.edit("brzegcanary.yaml", "    series: brzegcanary-series\n", "    series: partnercanary-series\n");
    bring_in();
    source_.edit("ufercanary.yaml", "    series: ufercanary-series\n", "    series: brzegcanary-series\n");
    EXPECT_EQ(problem().refusal.key, "refusal.visibility.too_wide");
}

TEST_F(VisibilityTest, WrongWaysToSayIt) {
    const auto refused = [&](const std::string& from, const std::string& to) {
        const std::string before = source_.read("partners.yaml");
        source_.write("partners.yaml", with(before, from, to));
        const std::string key = problem().refusal.key;
        source_.write("partners.yaml", before);
        return key;
    };
    const std::string rivers = "  - key: rivers\n";
    EXPECT_EQ(refused(rivers, rivers + "    visible_to: brzeg\n"), "refusal.visibility.scope_expected");
    EXPECT_EQ(refused(rivers, rivers + "    visible_to: {person: ada-nowak}\n"), "refusal.visibility.scope_expected");
    EXPECT_EQ(refused(rivers, rivers + "    visible_to: {organisation: brzeg, partnership: two-banks}\n"),
              "refusal.visibility.scope_expected");
    EXPECT_EQ(refused(rivers, rivers + "    visible_to: {organisation: nobody}\n"), "refusal.tree.unknown_reference");
    EXPECT_EQ(refused("name: {pl: Rzeki,", "name: {visible_to: {organisation: brzeg}, pl: Rzeki,"),
              "refusal.visibility.required_text");
}

TEST_F(VisibilityTest, TheSiteIsPublic) {
    source_.edit("record.yaml", "  - key: site\n", "  - key: site\n    visible_to: {organisation: brzeg}\n");
    EXPECT_EQ(problem().refusal.key, "refusal.visibility.site");
}

TEST_F(VisibilityTest, AViewerCanWriteNothing) {
    for (const db::Viewer& viewer : {db::Viewer::anyone(), member_of("brzeg")}) {
        const auto reader = database_->read_as(viewer);
        EXPECT_THROW(reader->execute("DELETE FROM main.record_restrictions"), db::Error);
    }
}

TEST_F(VisibilityTest, WhereNobodySaidWhatViewersSeeTheySeeNothing) {
    const auto other = db::open_sqlite(source_.path() / "other.db", db::OpenMode::create);
    EXPECT_THROW((void)other->read_as(db::Viewer::anyone()), db::Error);
}

} // namespace
} // namespace interregio
