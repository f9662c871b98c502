// Changing the record through sheets: nothing is lost on the way, nobody overwrites anybody, nobody does what they may
// not.

#include "fixture.h"
#include "modules/editing/history.h"
#include "modules/editing/publishing.h"
#include "small_record.h"

namespace interregio::editing {
namespace {

using accounts::Account;
using accounts::Actor;
using accounts::Role;

std::string why(const SaveResult& result) {
    std::string words;
    if (result) return words;
    if (result.error().refusal) words += result.error().refusal->key;
    for (const SheetProblem& problem : result.error().problems)
        words += " " + problem.field + ":" + problem.refusal.key;
    for (const CollidingField& collision : result.error().collisions) words += " " + collision.path;
    return words;
}

/// The key of what the whole was refused for; empty when it was not.
std::string refusal_of(const SaveResult& result) {
    return result || !result.error().refusal ? std::string() : result.error().refusal->key;
}

class EditingTest : public SmallRecordTest {
  protected:
    Actor somebody(Role role, const std::string& organisation) {
        return Actor(Account{.id = Id<Account>(Uuid::make(clock_)),
                             .organisation = organisations_.at(organisation),
                             .name = name_of(role) == "editor" ? "Eda" : "Pola",
                             .grants = {{Uuid::make(clock_), role, Scope(organisations_.at(organisation))}}});
    }
    db::Viewer viewer_of(const Actor& actor) { return accounts::viewer_of(*database_->read(), actor); }

    struct Opened {
        Sheet sheet;
        std::int64_t version = 0;
    };
    Opened open(const Actor& actor, RecordKind kind, const Uuid& id, Language language = languages::german) {
        const db::Reader seen = database_->read_as(viewer_of(actor));
        RecordNames names(*seen, language);
        auto sheet = open_sheet(*seen, names, language, kind, id);
        EXPECT_TRUE(sheet);
        return {sheet.value_or(Sheet()), version_of(*seen, id)};
    }

    template <class Work> SaveResult change(const Actor& actor, Language language, const Work& work) {
        const db::Viewer viewer = viewer_of(actor);
        const db::Reader seen = database_->read_as(viewer);
        return database_->write([&](db::Connection& connection) -> SaveResult {
            EditContext context{connection,
                                *seen,
                                viewer,
                                actor,
                                language,
                                clock_,
                                {languages::german, languages::polish, languages::english}};
            return work(context);
        });
    }
    SaveResult save(const Actor& actor, const FilledIn& form, Language language = languages::german) {
        return change(actor, language, [&](EditContext& context) { return save_form(context, form); });
    }
    /// Saves the visit with these fields changed, from the state that was opened.
    SaveResult save_visit(const Actor& actor, Opened opened, const Sheet::Fields& fields, const Choices& choices = {},
                          std::int64_t collided = 0) {
        for (const auto& [name, value] : fields) opened.sheet.set(name, value);
        return save(actor, {RecordKind::activity, visit_, opened.version, opened.sheet, choices, collided});
    }
    Activity visit() { return *find(*database_->read(), Id<Activity>(visit_)); }
};

TEST_F(EditingTest, ARecordOpenedAndSavedIsUnchangedInEveryLanguage) {
    for (const char* side : {"rvr", "gzm"})
        for (const Language language : {languages::german, languages::polish, languages::english}) {
            const Actor publisher = somebody(Role::publisher, side);
            for_each_kind([&]<class T> {
                for (const Id<T>& id : all_ids<T>(*database_->read())) {
                    const bool own = permission(*database_->read(), publisher, T::kind, id.uuid()).to_change;
                    const Opened opened = open(publisher, T::kind, id.uuid(), language);
                    const auto saved = save(publisher, {T::kind, id.uuid(), opened.version, opened.sheet}, language);
                    ASSERT_EQ(saved.has_value(), own) << name_of(T::kind) << " " << why(saved);
                    if (own) EXPECT_EQ(saved->what, Change::unchanged) << name_of(T::kind) << " " << language.tag();
                }
            });
        }
}

TEST_F(EditingTest, DifferentFieldsOfTwoPeopleAreMerged) {
    const Actor ruhr = somebody(Role::publisher, "rvr");
    const Actor silesia = somebody(Role::publisher, "gzm");
    const Opened opened = open(ruhr, RecordKind::activity, visit_);
    ASSERT_TRUE(
        save_visit(silesia, opened, {{"title.pl", "Delegacja w Katowicach"}, {"participants[0].number", "19"}}));
    ASSERT_TRUE(
        save_visit(ruhr, opened, {{"date", "7. bis 8. Oktober 2025"}, {"title.de", "Delegation in Kattowitz"}}));
    const Activity now = visit();
    EXPECT_EQ(now.date.edtf(), "2025-10-07/2025-10-08");
    EXPECT_EQ(now.title.find(languages::german)->body, "Delegation in Kattowitz");
    EXPECT_EQ(now.title.find(languages::polish)->body, "Delegacja w Katowicach");
    EXPECT_EQ(now.participants[0].number, 19);
}

TEST_F(EditingTest, TheSameFieldOfTwoPeopleIsAskedAbout) {
    const Actor ruhr = somebody(Role::publisher, "rvr");
    const Opened opened = open(ruhr, RecordKind::activity, visit_);
    const auto theirs = save_visit(somebody(Role::publisher, "gzm"), opened, {{"edition", "3"}});
    ASSERT_TRUE(theirs);
    const auto mine = save_visit(ruhr, opened, {{"edition", "4"}});
    ASSERT_FALSE(mine);
    ASSERT_EQ(mine.error().collisions.size(), 1U);
    const CollidingField& edition = mine.error().collisions[0];
    EXPECT_EQ(edition.path + ": " + edition.before + ", " + edition.theirs + ", " + edition.mine, "edition: 2, 3, 4");
    EXPECT_EQ(edition.line.key, "activity.edition");
    EXPECT_EQ(mine.error().version, theirs->version);
    EXPECT_EQ(visit().edition, 3);
    // An answer for another state does not count.
    EXPECT_FALSE(save_visit(ruhr, opened, {{"edition", "4"}}, {{"edition", Side::mine}}, theirs->version - 1));
    ASSERT_TRUE(save_visit(ruhr, opened, {{"edition", "4"}}, {{"edition", Side::mine}}, theirs->version));
    EXPECT_EQ(visit().edition, 4);
}

TEST_F(EditingTest, WhatSomebodyCannotSeeStaysAsItIs) {
    const Actor ruhr = somebody(Role::publisher, "rvr");
    const Actor silesia = somebody(Role::publisher, "gzm");
    const auto hidden = save(silesia,
                             {.kind = RecordKind::place,
                              .sheet = Sheet({{"name.pl", "Tajne"}, {"name.original", "pl"}, {"country", "PL"}}),
                              .draft_for = Scope(organisations_.at("gzm"))},
                             languages::polish);
    ASSERT_TRUE(hidden);
    Opened own = open(silesia, RecordKind::activity, visit_);
    own.sheet.add_row("places");
    ASSERT_TRUE(save_visit(silesia, own, {{"places[2]", "Tajne"}}));
    ASSERT_EQ(visit().places.size(), 3U);

    const Opened opened = open(ruhr, RecordKind::activity, visit_);
    EXPECT_EQ(opened.sheet.rows("places"), 2U);
    Opened without = opened;
    without.sheet.remove_row("places", 0);
    ASSERT_TRUE(save_visit(ruhr, without, {{"edition", "7"}}));
    const Activity now = visit();
    EXPECT_EQ(now.edition, 7);
    ASSERT_EQ(now.places.size(), 2U);
    EXPECT_EQ(now.places[1].uuid(), hidden->id);
    // The history shows to each what they may see.
    const db::Reader all = database_->read();
    const db::Viewer viewer = viewer_of(ruhr);
    const db::Reader seen = database_->read_as(viewer);
    RecordNames names(*seen, languages::german);
    const auto history = history_in_words({*all, *seen, viewer, names, *Catalogue::find(languages::german)},
                                          RecordKind::activity, visit_);
    for (const HistoryEntry& entry : history)
        for (const FieldChange& one : entry.changes)
            EXPECT_EQ((one.before + one.after).find("Tajne"), std::string::npos);
}

TEST_F(EditingTest, APreviewShowsWhatEverybodyWouldSeeAndStoresNothing) {
    const Actor ruhr = somebody(Role::editor, "rvr");
    const db::Viewer viewer = viewer_of(ruhr);
    const auto entries = count("journal");
    const auto draft = save(ruhr, {.kind = RecordKind::place,
                                   .sheet = Sheet({{"name.de", "Halle"}, {"country", "DE"}}),
                                   .draft_for = Scope(organisations_.at("rvr"))});
    ASSERT_TRUE(draft);
    Opened opened = open(ruhr, RecordKind::activity, visit_);
    ASSERT_EQ(refusal_of(save_visit(ruhr, opened, {})), "refusal.editing.not_allowed");
    const FilledIn form{.kind = RecordKind::series,
                        .sheet = Sheet({{"title.de", "Probe"}, {"partnerships." + partnership_.text(), "0"}}),
                        .draft_for = Scope(organisations_.at("rvr"))};
    const db::Reader seen = database_->read_as(viewer);
    const auto title = database_->try_out(
        db::Viewer::anyone(),
        [&](db::Connection& connection) {
            EditContext context{connection, *seen, viewer, ruhr, languages::german, clock_, {languages::german}};
            return save_for_preview(context, form);
        },
        [&](db::Connection& connection, const Saved& saved) {
            // What is not public is not there for the one who looks, on the very connection that has written it.
            EXPECT_FALSE(find(connection, Id<Place>(draft->id)));
            return find(connection, Id<Series>(saved.id))->title.original_version()->body;
        });
    ASSERT_TRUE(title);
    EXPECT_EQ(*title, "Probe");
    EXPECT_EQ(count("journal"), entries + 1);
    EXPECT_EQ(count("series"), 1);
    // The connection writes again, and sees everything.
    opened = open(somebody(Role::publisher, "rvr"), RecordKind::activity, visit_);
    EXPECT_TRUE(save_visit(somebody(Role::publisher, "rvr"), opened, {{"edition", "8"}}));
}

TEST_F(EditingTest, RolesDecideWhoChangesWhat) {
    const Opened opened = open(somebody(Role::reader, "rvr"), RecordKind::activity, visit_);
    for (const Role role : {Role::reader, Role::editor, Role::administrator}) {
        const auto refused = save_visit(somebody(role, "rvr"), opened, {{"edition", "9"}});
        ASSERT_FALSE(refused) << name_of(role);
        EXPECT_EQ(refusal_of(refused), "refusal.editing.not_allowed");
    }
    const Actor editor = somebody(Role::editor, "rvr");
    const FilledIn draft{.kind = RecordKind::source,
                         .sheet = Sheet({{"title.de", "Entwurf"}, {"title.original", "de"}}),
                         .draft_for = Scope(organisations_.at("rvr"))};
    const auto made = save(editor, draft);
    ASSERT_TRUE(made);
    FilledIn again{RecordKind::source, made->id, made->version, draft.sheet};
    again.sheet.set("title.de", "Zweiter Entwurf");
    EXPECT_TRUE(save(editor, again));
    again.version = version_of(*database_->read(), made->id);
    EXPECT_EQ(refusal_of(save(somebody(Role::publisher, "gzm"), again)), "refusal.editing.not_there");
    FilledIn for_others = draft;
    for_others.draft_for = Scope(organisations_.at("gzm"));
    EXPECT_EQ(refusal_of(save(editor, for_others)), "refusal.editing.not_allowed");
    for_others.draft_for.reset();
    EXPECT_EQ(refusal_of(save(editor, for_others)), "refusal.editing.not_allowed");
    const auto publishes = [&](const Actor& actor) {
        return change(actor, languages::german,
                      [&](EditContext& context) { return publish(context, RecordKind::source, made->id); });
    };
    EXPECT_EQ(refusal_of(publishes(editor)), "refusal.editing.not_allowed");
    EXPECT_TRUE(publishes(somebody(Role::publisher, "rvr")));
    EXPECT_TRUE(find(*database_->read(), Id<Source>(made->id))->visible_to.is_public());
}

TEST_F(EditingTest, PublishingLeavesWhatOthersKeepToThemselvesAsItIs) {
    const Actor ruhr = somebody(Role::publisher, "rvr");
    const Actor silesia = somebody(Role::publisher, "gzm");
    const auto place = [&](const Actor& actor, const char* name, const Scope& scope) {
        return save(actor, {.kind = RecordKind::place,
                            .sheet = Sheet({{"name.pl", name}, {"name.original", "pl"}, {"country", "PL"}}),
                            .draft_for = scope});
    };
    const auto hidden = place(silesia, "Tajne", Scope(organisations_.at("gzm")));
    const auto shared = place(silesia, "Hala", Scope(partnership_));
    const auto draft = save(silesia,
                            {.kind = RecordKind::activity,
                             .sheet = Sheet({{"title.pl", "Narada"},
                                             {"kind", "forum"},
                                             {"status", "planned"},
                                             {"date", "2027"},
                                             {"form", "online"},
                                             {"places[0]", "Tajne"},
                                             {"places[0].id", hidden->id.text()},
                                             {"places[1]", "Hala"},
                                             {"places[1].id", shared->id.text()},
                                             {"partnerships." + partnership_.text(), "0"}}),
                             .draft_for = Scope(partnership_)},
                            languages::polish);
    ASSERT_TRUE(draft) << why(draft);
    const auto published = change(ruhr, languages::german, [&](EditContext& context) {
        return publish(context, RecordKind::activity, draft->id);
    });
    ASSERT_TRUE(published) << why(published);
    const db::Reader anyone = database_->read_as(db::Viewer::anyone());
    ASSERT_TRUE(find(*anyone, Id<Activity>(draft->id)));
    EXPECT_EQ(find(*anyone, Id<Activity>(draft->id))->places, std::vector{Id<Place>(shared->id)});
    EXPECT_EQ(find(*database_->read(), Id<Activity>(draft->id))->places.size(), 2U);
    EXPECT_FALSE(find(*anyone, Id<Place>(hidden->id)));
}

TEST_F(EditingTest, WhatIsRefusedChangesNothing) {
    const Actor ruhr = somebody(Role::publisher, "rvr");
    const std::int64_t before = count("journal");
    const Opened opened = open(ruhr, RecordKind::activity, visit_);
    const auto refused = save_visit(ruhr, opened,
                                    {{"date", "irgendwann"},
                                     {"title.de", ""},
                                     {"organisations[0].organisation", "Niemand"},
                                     {"participants[0].age_from", "fünfzehn"},
                                     {"edition", "0"}});
    ASSERT_FALSE(refused);
    std::map<std::string, std::string> problems;
    for (const SheetProblem& problem : refused.error().problems) problems[problem.field] = problem.refusal.key;
    EXPECT_EQ(problems,
              (std::map<std::string, std::string>{{"date", "refusal.date.typed"},
                                                  {"title.de", "refusal.editing.original_empty"},
                                                  {"organisations[0].organisation", "refusal.editing.no_such"},
                                                  {"participants[0].age_from", "refusal.value.whole_number"},
                                                  {"edition", "refusal.value.range"}}));
    EXPECT_EQ(count("journal"), before);
}

TEST_F(EditingTest, AnEarlierStateComesBack) {
    const Actor ruhr = somebody(Role::publisher, "rvr");
    const Opened opened = open(ruhr, RecordKind::activity, visit_);
    ASSERT_TRUE(save_visit(ruhr, opened, {{"title.de", "Anders"}, {"edition", "5"}}));
    const std::int64_t version = version_of(*database_->read(), visit_);
    const auto back = [&](std::int64_t seen_version) {
        return change(ruhr, languages::german, [&](EditContext& context) {
            return restore(context, RecordKind::activity, visit_, opened.version, seen_version);
        });
    };
    EXPECT_EQ(refusal_of(back(opened.version)), "refusal.editing.changed_since");
    ASSERT_TRUE(back(version));
    EXPECT_EQ(visit().title.find(languages::german)->body, "Besuch in Kattowitz");
    EXPECT_EQ(visit().edition, 2);
}

TEST_F(EditingTest, ATranslationThatIsConfirmedIsUpToDate) {
    const Actor ruhr = somebody(Role::publisher, "rvr");
    ASSERT_TRUE(save_visit(ruhr, open(ruhr, RecordKind::activity, visit_), {{"title.de", "Ein Besuch"}}));
    EXPECT_EQ(visit().title.state(languages::polish), TranslationState::behind);
    const Opened opened = open(ruhr, RecordKind::activity, visit_);
    EXPECT_EQ(opened.sheet.at("title.behind.pl"), "yes");
    ASSERT_TRUE(save_visit(ruhr, opened, {{"title.confirmed.pl", "yes"}}));
    EXPECT_EQ(visit().title.state(languages::polish), TranslationState::up_to_date);
    // Together with a change of the original.
    const Opened once_more = open(ruhr, RecordKind::activity, visit_);
    ASSERT_TRUE(save_visit(ruhr, once_more, {{"title.de", "Der Besuch"}, {"title.confirmed.pl", "yes"}}));
    EXPECT_EQ(visit().title.state(languages::polish), TranslationState::up_to_date);
}

TEST_F(EditingTest, WhatSomethingPublicNeedsIsNotWithdrawn) {
    const Actor ruhr = somebody(Role::publisher, "rvr");
    const Scope scope(organisations_.at("rvr"));
    const auto source = id_of_key<Source>(*database_->read(), "page")->uuid();
    const auto withdraws = [&](RecordKind kind, const Uuid& id) {
        return change(ruhr, languages::german,
                      [&](EditContext& context) { return withdraw(context, kind, id, scope); });
    };
    EXPECT_EQ(refusal_of(withdraws(RecordKind::source, source)), "refusal.editing.not_public_enough");
    // What is needed by something hidden is not told by whom.
    const std::string together = "partnerships." + partnership_.text();
    const auto own = save(ruhr, {.kind = RecordKind::series,
                                 .sheet = Sheet({{"title.de", "Eine Reihe"}, {together, "0"}}),
                                 .draft_for = Scope(partnership_)});
    ASSERT_TRUE(own) << why(own);
    const auto theirs = save(somebody(Role::publisher, "gzm"),
                             {.kind = RecordKind::activity,
                              .sheet = Sheet({{"title.pl", "Tajna narada"},
                                              {"kind", "forum"},
                                              {"status", "planned"},
                                              {"date", "2027"},
                                              {"form", "online"},
                                              {"series.id", own->id.text()},
                                              {together, "0"}}),
                              .draft_for = Scope(organisations_.at("gzm"))},
                             languages::polish);
    ASSERT_TRUE(theirs) << why(theirs);
    const auto hidden = withdraws(RecordKind::series, own->id);
    ASSERT_FALSE(hidden);
    EXPECT_EQ(refusal_of(hidden), "refusal.editing.needed_unseen");
    EXPECT_TRUE(hidden.error().refusal->arguments.empty());
    EXPECT_TRUE(find(*database_->read(), Id<Source>(source))->visible_to.is_public());
    EXPECT_TRUE(withdraws(RecordKind::activity, visit_));
    EXPECT_FALSE(find(*database_->read_as(db::Viewer::anyone()), Id<Activity>(visit_)));
}

} // namespace
} // namespace interregio::editing
