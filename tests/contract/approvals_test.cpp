// Publishing with more than one person and at a set time: the rules are kept whatever way is taken; an agreement counts
// for what was shown and nothing else; what is due is published once, or stands with the reason why not.

#include "fixture.h"
#include "modules/accounts/account_store.h"
#include "modules/editing/approvals.h"
#include "modules/editing/drafts.h"
#include "small_record.h"

#include <sstream>
#include <thread>

namespace interregio::editing {
namespace {

using accounts::Actor;
using accounts::Role;
using namespace std::chrono_literals;

template <class T> std::string refusal_key(const std::expected<T, NotSaved>& result) {
    if (result) return {};
    return result.error().refusal ? result.error().refusal->key : "problems";
}
std::string refusal_key(const std::expected<void, Refusal>& result) {
    return result ? std::string() : result.error().key;
}

class ApprovalsTest : public SmallRecordTest {
  protected:
    [[nodiscard]] Office office() const {
        return {*database_, clock_, {languages::german, languages::polish, languages::english}};
    }

    /// An account with a role for its organisation, made when it is first named: "editor@rvr", "publisher2@rvr".
    Actor somebody(const std::string& name) {
        const auto at = name.find('@');
        const std::string organisation = name.substr(at + 1);
        auto found = people_.find(name);
        if (found == people_.end()) {
            const Id<Account> id(Uuid::make(clock_));
            database_->write([&](db::Connection& connection) {
                accounts::store::add(connection, {.id = id,
                                                  .organisation = organisations_.at(organisation),
                                                  .name = name,
                                                  .language = languages::german,
                                                  .made_at = timestamp(clock_.now())});
                const std::string role = name.substr(0, name.find_first_of("0123456789@"));
                accounts::store::add_grant(
                    connection, id,
                    {Uuid::make(clock_), *enum_named<Role>(role), Scope(organisations_.at(organisation))},
                    timestamp(clock_.now()));
            });
            found = people_.emplace(name, id).first;
        }
        return Actor(*account(name, found->second));
    }
    std::optional<Account> account(const std::string&, Id<Account> id) {
        return accounts::find_for(*database_->read(), accounts::By::operator_of_server(), id);
    }
    void suspend(const std::string& name) {
        database_->write([&](db::Connection& connection) {
            auto changed = *accounts::store::find(connection, people_.at(name));
            changed.state = accounts::AccountState::suspended;
            accounts::store::change(connection, changed, {});
        });
    }
    void end_roles(const std::string& name) {
        database_->write([&](db::Connection& connection) {
            const auto found = accounts::store::find(connection, people_.at(name));
            for (const auto& grant : found->grants)
                accounts::store::end_grant(connection, grant.id, timestamp(clock_.now()));
        });
    }

    void rule(const Scope& scope, Switch to = Switch::on) {
        const Actor boss = somebody("administrator@rvr");
        ASSERT_TRUE(database_->write(
            [&](db::Connection& connection) { return set_rule(connection, {boss, "192.0.2.1"}, scope, to, clock_); }));
    }
    Scope of(const std::string& organisation) { return organisations_.at(organisation); }

    template <class Work> SaveResult change(const Actor& actor, const Work& work) {
        const db::Viewer viewer = accounts::viewer_of(*database_->read(), actor);
        const db::Reader seen = database_->read_as(viewer);
        return database_->write([&](db::Connection& connection) -> SaveResult {
            EditContext context{connection, *seen, viewer, actor, languages::german, clock_, office().spoken};
            return work(context);
        });
    }

    FilledIn form(const Actor& actor, RecordKind kind, const Uuid& id, const Sheet::Fields& fields) {
        const db::Reader seen = database_->read_as(accounts::viewer_of(*database_->read(), actor));
        RecordNames names(*seen, languages::german);
        FilledIn form{.kind = kind, .id = id, .version = version_of(*seen, id)};
        form.sheet = open_sheet(*seen, names, languages::german, kind, id).value();
        for (const auto& [name, value] : fields) form.sheet.set(name, value);
        return form;
    }
    SaveResult save(const Actor& actor, const Uuid& id, const Sheet::Fields& fields) {
        const FilledIn filled_in = form(actor, RecordKind::activity, id, fields);
        return change(actor, [&](EditContext& context) { return save_form(context, filled_in); });
    }
    /// A new activity of the partnership, which only the organisation of the actor sees unless said otherwise.
    Uuid draft(const Actor& actor, std::optional<Scope> scope = {}) {
        const Sheet sheet({{"title.de", "Treffen"},
                           {"kind", "forum"},
                           {"status", "planned"},
                           {"date", "2030"},
                           {"form", "online"},
                           {"partnerships." + partnership_.text(), "0"}});
        const auto saved = change(actor, [&](EditContext& context) {
            return save_form(context, {.kind = RecordKind::activity,
                                       .sheet = sheet,
                                       .draft_for = scope ? scope : Scope(*actor.organisation())});
        });
        EXPECT_TRUE(saved);
        return saved ? saved->id : Uuid();
    }
    SaveResult publish_alone(const Actor& actor, const Uuid& id) {
        return change(actor, [&](EditContext& context) { return publish_at_once(context, RecordKind::activity, id); });
    }
    std::int64_t to_agree(RequestKind what, const Uuid& id) {
        return version_to_agree(*database_->read(), what, RecordKind::activity, id);
    }
    Answered<Outcome> ask_to_publish(const Actor& actor, const Uuid& id, std::optional<Clock::Time> due = {}) {
        return ask(office(), actor,
                   {.kind = RecordKind::activity,
                    .record = id,
                    .note = "Bitte",
                    .due_at = due,
                    .version = to_agree(RequestKind::publish, id),
                    .language = languages::german});
    }
    Answered<Outcome> propose(const Actor& actor, const Sheet::Fields& fields, std::optional<Clock::Time> due = {}) {
        return ask(office(), actor,
                   {.kind = RecordKind::activity,
                    .record = visit_,
                    .due_at = due,
                    .form = form(actor, RecordKind::activity, visit_, fields),
                    .language = languages::german});
    }
    /// The open request of a record as somebody sees it.
    std::optional<ShownRequest> shown(const Actor& actor, const Uuid& id) {
        const db::Reader all = database_->read();
        const db::Viewer viewer = accounts::viewer_of(*all, actor);
        const db::Reader seen = database_->read_as(viewer);
        RecordNames names(*seen, languages::german);
        return open_request(office(), {*all, *seen, viewer, names, *Catalogue::find(languages::german)}, actor,
                            RecordKind::activity, id);
    }
    Answered<Outcome> agree_as_shown(const Actor& actor, const Uuid& id) {
        const auto request = shown(actor, id);
        EXPECT_TRUE(request);
        return agree(office(), actor, request->request.id, request->version);
    }
    Activity activity(const Uuid& id) { return *find(*database_->read(), Id<Activity>(id)); }
    bool is_public(const Uuid& id) { return activity(id).visible_to.is_public(); }
    std::string own_states(const Actor& actor) {
        const db::Reader seen = database_->read_as(accounts::viewer_of(*database_->read(), actor));
        RecordNames names(*seen, languages::german);
        std::string states;
        for (const ListedRequest& one : own_requests(*seen, names, actor, clock_))
            states.append(states.empty() ? "" : " ")
                .append(name_of(one.request.state))
                .append(one.request.reason ? ":" + one.request.reason->key : "");
        return states;
    }
    std::size_t to_agree_of(const Actor& actor) {
        const db::Reader all = database_->read();
        const db::Reader seen = database_->read_as(accounts::viewer_of(*all, actor));
        RecordNames names(*seen, languages::german);
        return waiting_for(*all, *seen, names, actor).size();
    }
    /// What became of what is due, as words.
    std::string carry_out_due() {
        std::string words;
        for (const Carried& one : publish_due(office(), [] { return false; }))
            words.append(words.empty() ? "" : " ")
                .append(name_of(one.state))
                .append(one.reason.empty() ? "" : ":" + one.reason);
        return words;
    }

    std::map<std::string, Id<Account>> people_;
};

TEST_F(ApprovalsTest, WithoutRulesAPublisherNeedsNobody) {
    const Actor publisher = somebody("publisher@rvr");
    const Uuid id = draft(publisher);
    EXPECT_TRUE(publish_alone(publisher, id));
    EXPECT_TRUE(save(publisher, id, {{"title.de", "Forum"}}));
    EXPECT_EQ(activity(id).title.find(languages::german)->body, "Forum");
}

TEST_F(ApprovalsTest, NobodyPublishesWhatTheyChangedLast) {
    rule(of("rvr"));
    const Actor publisher = somebody("publisher@rvr");
    const Uuid own = draft(publisher);
    EXPECT_EQ(refusal_key(publish_alone(publisher, own)), "refusal.editing.not_alone");
    EXPECT_FALSE(is_public(own));
    EXPECT_TRUE(publish_alone(somebody("publisher2@rvr"), own));
    const Uuid other = draft(somebody("editor@rvr"));
    EXPECT_TRUE(publish_alone(publisher, other));
    // What is public nobody changes alone, by whatever door; taking it back needs nobody.
    EXPECT_EQ(refusal_key(save(publisher, own, {{"title.de", "Anders"}})), "refusal.editing.not_alone");
    EXPECT_TRUE(save(publisher, own, {})) << "saving what is stored changes nothing";
    EXPECT_EQ(refusal_key(change(publisher,
                                 [&](EditContext& context) {
                                     const auto version = version_of(context.connection, visit_);
                                     return restore(context, RecordKind::activity, visit_, version, version);
                                 })),
              "")
        << "so does restoring what is there";
    EXPECT_TRUE(change(publisher,
                       [&](EditContext& context) { return withdraw(context, RecordKind::activity, own, of("rvr")); }));
    rule(of("rvr"), Switch::off);
    EXPECT_TRUE(publish_alone(publisher, own));
}

TEST_F(ApprovalsTest, WhatIsPublishedAlongNeedsASecondPersonToo) {
    rule(of("rvr"));
    const Actor publisher = somebody("publisher@rvr");
    const auto place = change(publisher, [&](EditContext& context) {
        return save_form(context, {.kind = RecordKind::place,
                                   .sheet = Sheet({{"name.de", "Halle"}, {"country", "DE"}}),
                                   .draft_for = of("rvr")});
    });
    ASSERT_TRUE(place);
    const Actor editor = somebody("editor@rvr");
    const Uuid id = draft(editor);
    FilledIn filled_in = form(editor, RecordKind::activity, id, {});
    filled_in.sheet.add_row("places");
    filled_in.sheet.set("places[0]", "Halle");
    ASSERT_TRUE(change(editor, [&](EditContext& context) { return save_form(context, filled_in); }));
    EXPECT_EQ(refusal_key(publish_alone(publisher, id)), "refusal.editing.not_alone");
    EXPECT_FALSE(is_public(id));
    EXPECT_FALSE(missing_alone(*database_->read(), publisher, RequestKind::publish, RecordKind::activity, id).none());
    EXPECT_TRUE(publish_alone(somebody("publisher2@rvr"), id));
}

TEST_F(ApprovalsTest, AnEditorAsksAndAPublisherAgreesOnce) {
    const Actor editor = somebody("editor@rvr");
    const Actor publisher = somebody("publisher@rvr");
    const Uuid id = draft(editor);
    ASSERT_EQ(ask_to_publish(editor, id), Outcome::asked);
    EXPECT_EQ(to_agree_of(publisher), 1U);
    EXPECT_EQ(to_agree_of(editor), 0U);
    EXPECT_EQ(to_agree_of(somebody("publisher@gzm")), 0U) << "they do not see the draft";
    EXPECT_FALSE(shown(somebody("publisher@gzm"), id));
    EXPECT_FALSE(shown(somebody("reader@rvr"), id)) << "requests are for those who may propose";
    const auto request = shown(publisher, id);
    ASSERT_TRUE(request);
    EXPECT_EQ(request->asked_by, "editor@rvr");
    EXPECT_EQ(request->request.note, "Bitte");
    EXPECT_TRUE(request->missing.publisher);
    EXPECT_EQ(refusal_key(agree(office(), editor, request->request.id, request->version)),
              "refusal.editing.not_allowed");
    EXPECT_EQ(refusal_key(agree(office(), somebody("publisher@gzm"), request->request.id, request->version)),
              "refusal.request.unknown");
    EXPECT_EQ(agree(office(), publisher, request->request.id, request->version), Outcome::published);
    EXPECT_TRUE(is_public(id));
    EXPECT_EQ(refusal_key(agree(office(), publisher, request->request.id, request->version)), "refusal.request.closed");
    EXPECT_FALSE(shown(publisher, id));
    const auto agreed = agreed_entries(*database_->read(), id);
    ASSERT_EQ(agreed.size(), 1U);
    EXPECT_EQ(agreed[0].last, version_of(*database_->read(), id));
    EXPECT_EQ(agreed[0].asked_by, "editor@rvr");
    EXPECT_EQ(agreed[0].agreed, std::vector<std::string>{"publisher@rvr"});
}

TEST_F(ApprovalsTest, AnAgreementIsForTheVersionThatWasShown) {
    const Actor editor = somebody("editor@rvr");
    const Actor publisher = somebody("publisher@rvr");
    const Uuid id = draft(editor);
    ASSERT_TRUE(ask_to_publish(editor, id));
    const auto before = shown(publisher, id);
    ASSERT_TRUE(save(editor, id, {{"title.de", "Etwas anderes"}}));
    EXPECT_EQ(refusal_key(agree(office(), publisher, before->request.id, before->version)),
              "refusal.request.changed_since");
    for (const std::int64_t forged : {std::int64_t{0}, std::int64_t{-1}, before->version + 1000})
        EXPECT_EQ(refusal_key(agree(office(), publisher, before->request.id, forged)), "refusal.request.changed_since");
    EXPECT_FALSE(is_public(id));
    EXPECT_EQ(agree_as_shown(publisher, id), Outcome::published);
}

TEST_F(ApprovalsTest, AllPartnersAgreeAndSeeTheDraftOnceTheyAreAsked) {
    rule(partnership_);
    const Actor ruhr = somebody("publisher@rvr");
    const Actor silesia = somebody("publisher@gzm");
    const Uuid id = draft(ruhr);
    EXPECT_EQ(refusal_key(publish_alone(ruhr, id)), "refusal.editing.not_alone");
    EXPECT_EQ(ask_to_publish(ruhr, id), Outcome::asked);
    const auto request = shown(silesia, id);
    ASSERT_TRUE(request) << "it is shown to the partnership";
    EXPECT_EQ(request->missing.parties, std::vector{organisations_.at("gzm")});
    ASSERT_EQ(request->agreements.size(), 1U) << "who may publish agrees by asking";
    EXPECT_EQ(refusal_key(agree(office(), ruhr, request->request.id, request->version)),
              "refusal.request.agreed_already");
    // What changes afterwards voids both.
    ASSERT_TRUE(save(somebody("editor@gzm"), id, {{"title.pl", "Spotkanie"}}));
    const auto changed = shown(silesia, id);
    EXPECT_TRUE(changed->changed_since);
    EXPECT_FALSE(changed->agreements[0].counts);
    EXPECT_EQ(changed->missing.parties.size(), 2U);
    EXPECT_EQ(agree_as_shown(silesia, id), Outcome::agreed);
    EXPECT_FALSE(is_public(id));
    EXPECT_EQ(agree_as_shown(ruhr, id), Outcome::published);
    EXPECT_TRUE(is_public(id));
}

TEST_F(ApprovalsTest, NothingIsTakenOutOfAPartnershipByWithdrawingItFirst) {
    rule(partnership_);
    const Actor ruhr = somebody("publisher@rvr");
    const auto bochum = *id_of_key<Organisation>(*database_->read(), "bochum");
    const auto other = change(ruhr, [&](EditContext& context) {
        return save_form(context, {.kind = RecordKind::partnership,
                                   .sheet = Sheet({{"kind", "contact"},
                                                   {"name.de", "Ruhr und Bochum"},
                                                   {"parties[0]", "RVR"},
                                                   {"parties[0].id", organisations_.at("rvr").text()},
                                                   {"parties[1]", "Bochum"},
                                                   {"parties[1].id", bochum.text()}}),
                                   .draft_for = Scope(organisations_.at("rvr"))});
    });
    ASSERT_TRUE(other);
    const Uuid id = draft(ruhr);
    ASSERT_EQ(ask_to_publish(ruhr, id), Outcome::asked);
    ASSERT_EQ(agree_as_shown(somebody("publisher@gzm"), id), Outcome::published);
    ASSERT_TRUE(change(ruhr, [&](EditContext& context) {
        return withdraw(context, RecordKind::activity, id, Scope(organisations_.at("rvr")));
    }));
    FilledIn moved = form(ruhr, RecordKind::activity, id, {{"partnerships." + other->id.text(), "0"}});
    Sheet::Fields fields = moved.sheet.fields();
    fields.erase("partnerships." + partnership_.text());
    moved.sheet = Sheet(fields);
    ASSERT_TRUE(change(ruhr, [&](EditContext& context) { return save_form(context, moved); }));
    EXPECT_EQ(refusal_key(publish_alone(ruhr, id)), "refusal.editing.not_alone");
    EXPECT_FALSE(is_public(id));
}

TEST_F(ApprovalsTest, WhatComesToNothingIsADraftOfItsAuthorAgain) {
    rule(partnership_);
    const Actor ruhr = somebody("publisher@rvr");
    const Actor silesia = somebody("publisher@gzm");
    const FilledIn proposed = form(ruhr, RecordKind::activity, visit_, {{"title.de", "Neuer Titel"}});
    const auto ask_again = [&] {
        return ask(office(), ruhr,
                   {.kind = RecordKind::activity, .record = visit_, .form = proposed, .language = languages::german});
    };
    const auto kept = [&] { return draft_of(*database_->read(), *ruhr.account(), visit_); };
    ASSERT_EQ(ask_again(), Outcome::asked);
    EXPECT_FALSE(kept());
    ASSERT_TRUE(decline(office(), silesia, shown(silesia, visit_)->request.id, "Noch nicht"));
    ASSERT_TRUE(kept());
    EXPECT_EQ(kept()->form.sheet, proposed.sheet);
    EXPECT_EQ(kept()->form.version, proposed.version);
    // What they have begun since stays.
    ASSERT_EQ(ask_again(), Outcome::asked);
    const Uuid draft_id = kept()->id;
    ASSERT_TRUE(take_back(office(), ruhr, shown(ruhr, visit_)->request.id));
    EXPECT_EQ(kept()->id, draft_id);
}

TEST_F(ApprovalsTest, AProposedChangeIsMergedInTheNameOfWhoProposedIt) {
    const Actor editor = somebody("editor@rvr");
    const Actor publisher = somebody("publisher@rvr");
    ASSERT_EQ(propose(editor, {{"edition", "9"}}), Outcome::asked);
    EXPECT_NE(activity(visit_).edition, 9);
    const auto request = shown(publisher, visit_);
    ASSERT_TRUE(request);
    ASSERT_EQ(request->changes.size(), 1U);
    EXPECT_EQ(request->changes[0].line.key + request->changes[0].before + request->changes[0].after,
              "activity.edition29");
    // Somebody else changes another field meanwhile.
    ASSERT_TRUE(save(somebody("publisher@gzm"), visit_, {{"title.pl", "Delegacja"}}));
    EXPECT_EQ(refusal_key(agree(office(), publisher, request->request.id, request->version)),
              "refusal.request.changed_since");
    EXPECT_TRUE(shown(publisher, visit_)->changed_since);
    EXPECT_EQ(agree_as_shown(publisher, visit_), Outcome::saved);
    EXPECT_EQ(activity(visit_).edition, 9);
    EXPECT_EQ(activity(visit_).title.find(languages::polish)->body, "Delegacja");
    EXPECT_EQ(last_author_of(*database_->read(), visit_), "editor@rvr");
}

TEST_F(ApprovalsTest, WhatCollidesIsNotTakenOver) {
    const Actor publisher = somebody("publisher@rvr");
    ASSERT_TRUE(propose(somebody("editor@rvr"), {{"edition", "9"}}));
    ASSERT_TRUE(save(publisher, visit_, {{"edition", "5"}}));
    EXPECT_EQ(refusal_key(agree_as_shown(publisher, visit_)), "refusal.request.collides");
    EXPECT_EQ(activity(visit_).edition, 5);
    EXPECT_TRUE(shown(publisher, visit_)->agreements.empty());
}

TEST_F(ApprovalsTest, AProposalIsCheckedWhenItIsMade) {
    const Actor editor = somebody("editor@rvr");
    EXPECT_EQ(refusal_key(propose(editor, {{"date", "neulich"}})), "problems");
    EXPECT_EQ(refusal_key(propose(editor, {})), "refusal.request.nothing");
    EXPECT_EQ(refusal_key(propose(somebody("reader@rvr"), {{"edition", "9"}})), "refusal.editing.not_allowed");
    EXPECT_EQ(refusal_key(propose(editor, {{"edition", "9"}}, clock_.now())), "refusal.moment.past");
    EXPECT_EQ(refusal_key(ask_to_publish(editor, visit_)), "refusal.editing.changed_since") << "it is public";
    EXPECT_EQ(count("publication_requests"), 0);
}

TEST_F(ApprovalsTest, ARecordHasOneOpenRequest) {
    const Actor editor = somebody("editor@rvr");
    const Actor publisher = somebody("publisher@rvr");
    ASSERT_TRUE(propose(editor, {{"edition", "9"}}));
    const auto first = shown(publisher, visit_);
    EXPECT_EQ(refusal_key(propose(somebody("editor2@rvr"), {{"edition", "8"}})), "refusal.request.other_open");
    ASSERT_TRUE(propose(editor, {{"edition", "7"}}));
    EXPECT_EQ(refusal_key(agree(office(), publisher, first->request.id, first->version)), "refusal.request.closed");
    EXPECT_EQ(refusal_key(take_back(office(), publisher, shown(publisher, visit_)->request.id)),
              "refusal.editing.not_allowed");
    const Uuid second = shown(publisher, visit_)->request.id;
    EXPECT_EQ(refusal_key(decline(office(), publisher, second, "  ")), "refusal.request.why");
    EXPECT_EQ(refusal_key(decline(office(), editor, second, "Nein")), "refusal.editing.not_allowed");
    EXPECT_EQ(refusal_key(decline(office(), publisher, second, "Die Zahl stimmt nicht")), "");
    EXPECT_EQ(own_states(editor), "declined");
    ASSERT_TRUE(propose(somebody("editor2@rvr"), {{"edition", "8"}}));
    EXPECT_EQ(refusal_key(take_back(office(), somebody("editor2@rvr"), shown(publisher, visit_)->request.id)), "");
    EXPECT_EQ(own_states(somebody("editor2@rvr")), "");
}

TEST_F(ApprovalsTest, ASuspendedAccountNeitherAsksNorAgreesNorCounts) {
    rule(partnership_);
    const Actor ruhr = somebody("publisher@rvr");
    const Actor silesia = somebody("publisher@gzm");
    const Uuid id = draft(ruhr, Scope(partnership_));
    ASSERT_EQ(ask_to_publish(ruhr, id), Outcome::asked);
    suspend("publisher@rvr");
    const auto request = shown(silesia, id);
    EXPECT_FALSE(request->agreements[0].counts);
    EXPECT_EQ(agree(office(), silesia, request->request.id, request->version), Outcome::agreed);
    EXPECT_FALSE(is_public(id));
    EXPECT_EQ(refusal_key(agree(office(), ruhr, request->request.id, request->version)), "refusal.editing.not_allowed");
    // Nor is what they asked for done when somebody else of theirs agrees.
    EXPECT_EQ(refusal_key(agree_as_shown(somebody("publisher2@rvr"), id)), "refusal.request.asker_gone");
    EXPECT_FALSE(is_public(id));
}

TEST_F(ApprovalsTest, TwoWhoAgreeAtTheSameMomentPublishOnce) {
    rule(partnership_);
    const Uuid id = draft(somebody("editor@rvr"), Scope(partnership_));
    ASSERT_EQ(ask_to_publish(somebody("editor@rvr"), id), Outcome::asked);
    const std::vector<Actor> people{somebody("publisher@rvr"), somebody("publisher@gzm"), somebody("publisher2@rvr"),
                                    somebody("publisher2@gzm")};
    const auto request = shown(people[0], id);
    const auto entries = count("journal");
    std::atomic<int> published = 0;
    {
        std::vector<std::jthread> threads;
        for (const Actor& actor : people)
            threads.emplace_back([&] {
                const auto outcome = agree(office(), actor, request->request.id, request->version);
                if (outcome == Outcome::published) ++published;
            });
    }
    EXPECT_EQ(published, 1);
    EXPECT_TRUE(is_public(id));
    EXPECT_EQ(count("journal"), entries + 1);
}

// ---- at a set time

TEST_F(ApprovalsTest, WhatIsAgreedToWaitsForItsTimeAndIsPublishedOnce) {
    const Actor publisher = somebody("publisher@rvr");
    const Uuid id = draft(publisher);
    ASSERT_EQ(ask_to_publish(publisher, id, clock_.now() + 1h), Outcome::waiting);
    ASSERT_EQ(propose(publisher, {{"edition", "9"}}, clock_.now() + 2h), Outcome::waiting);
    EXPECT_EQ(carry_out_due(), "");
    clock_.set(clock_.now() + 1h - 1ms);
    EXPECT_EQ(carry_out_due(), "");
    clock_.set(clock_.now() + 1ms);
    EXPECT_EQ(carry_out_due(), "published");
    EXPECT_TRUE(is_public(id));
    EXPECT_EQ(last_author_of(*database_->read(), id), "publisher@rvr");
    const auto entries = count("journal");
    EXPECT_EQ(carry_out_due(), "");
    EXPECT_EQ(count("journal"), entries);
    clock_.set(clock_.now() + 48h); // the program did not run meanwhile
    EXPECT_EQ(carry_out_due(), "published");
    EXPECT_EQ(activity(visit_).edition, 9);
}

TEST_F(ApprovalsTest, WhatNobodyHasAgreedToYetWaitsBeyondItsTime) {
    const Uuid id = draft(somebody("editor@rvr"));
    ASSERT_EQ(ask_to_publish(somebody("editor@rvr"), id, clock_.now() + 1h), Outcome::asked);
    clock_.set(clock_.now() + 2h);
    EXPECT_EQ(carry_out_due(), "");
    EXPECT_EQ(agree_as_shown(somebody("publisher@rvr"), id), Outcome::published);
}

TEST_F(ApprovalsTest, WhatMayNotBeAnyMoreFailsWithItsReason) {
    const struct {
        const char* expected;
        std::function<void(const Uuid&)> meanwhile;
    } cases[] = {
        {"refusal.request.not_active", [&](const Uuid&) { suspend("publisher@rvr"); }},
        {"refusal.request.role_ended", [&](const Uuid&) { end_roles("publisher2@rvr"); }},
        {"refusal.request.changed_meanwhile",
         [&](const Uuid& id) { ASSERT_TRUE(save(somebody("editor@rvr"), id, {{"title.de", "Anders"}})); }},
        {"refusal.request.rules_changed", [&](const Uuid&) { rule(partnership_); }},
    };
    const char* publishers[] = {"publisher@rvr", "publisher2@rvr", "publisher3@rvr", "publisher4@rvr"};
    const char* editors[] = {"editor1@rvr", "editor2@rvr", "editor3@rvr", "editor4@rvr"};
    for (std::size_t i = 0; i < std::size(cases); ++i) {
        const Actor asker = somebody(editors[i]);
        const Uuid id = draft(asker);
        ASSERT_EQ(ask_to_publish(asker, id, clock_.now() + 1h), Outcome::asked);
        ASSERT_EQ(agree_as_shown(somebody(publishers[i]), id), Outcome::waiting) << cases[i].expected;
        cases[i].meanwhile(id);
        clock_.set(clock_.now() + 2h);
        EXPECT_EQ(carry_out_due(), std::string("failed:") + cases[i].expected);
        EXPECT_FALSE(is_public(id));
        EXPECT_EQ(own_states(asker), std::string("failed:") + cases[i].expected);
        EXPECT_EQ(carry_out_due(), "") << "it is tried once";
    }
    EXPECT_EQ(own_states(somebody("publisher4@rvr")), "failed:refusal.request.rules_changed")
        << "who agreed is told, too";
}

TEST_F(ApprovalsTest, WhatIsRemovedMeanwhileFailsAndIsInNoList) {
    const Actor editor = somebody("editor@rvr");
    const Uuid id = draft(editor);
    ASSERT_EQ(ask_to_publish(editor, id, clock_.now() + 1h), Outcome::asked);
    ASSERT_EQ(agree_as_shown(somebody("publisher@rvr"), id), Outcome::waiting);
    const auto request = shown(editor, id);
    database_->write([&](db::Connection& connection) {
        ChangeContext change{connection, clock_, "import", {languages::german}};
        remove(change, Id<Activity>(id));
    });
    EXPECT_EQ(to_agree_of(somebody("publisher2@rvr")), 0U);
    EXPECT_EQ(refusal_key(agree(office(), somebody("publisher2@rvr"), request->request.id, request->version)),
              "refusal.request.unknown");
    clock_.set(clock_.now() + 2h);
    EXPECT_EQ(carry_out_due(), "failed:refusal.request.gone");
    EXPECT_EQ(own_states(editor), "");
}

TEST_F(ApprovalsTest, PublishingAtOnceSettlesWhatWasAskedFor) {
    const Uuid id = draft(somebody("editor@rvr"));
    ASSERT_TRUE(ask_to_publish(somebody("editor@rvr"), id));
    ASSERT_TRUE(publish_alone(somebody("publisher@rvr"), id));
    EXPECT_FALSE(shown(somebody("publisher@rvr"), id));
    EXPECT_EQ(own_states(somebody("editor@rvr")), "");
}

TEST_F(ApprovalsTest, OnlyAdministratorsOfAPartySwitchRules) {
    for (const char* name : {"publisher@rvr", "editor@gzm"}) {
        const Actor actor = somebody(name);
        EXPECT_TRUE(rules_for(*database_->read(), actor).empty());
        EXPECT_EQ(refusal_key(database_->write([&](db::Connection& connection) {
                      return set_rule(connection, {actor, {}}, partnership_, Switch::on, clock_);
                  })),
                  "refusal.account.not_allowed");
    }
    const Actor boss = somebody("administrator@gzm");
    EXPECT_EQ(rules_for(*database_->read(), boss).size(), 2U);
    EXPECT_EQ(refusal_key(database_->write([&](db::Connection& connection) {
                  return set_rule(connection, {boss, {}}, of("rvr"), Switch::on, clock_);
              })),
              "refusal.account.not_allowed");
    rule(partnership_);
    const auto events = count("account_events");
    rule(partnership_); // it is on already
    EXPECT_EQ(count("account_events"), events);
}

} // namespace
} // namespace interregio::editing
