// Accounts, from the invitation to the end: who may do what, and what signing in takes.

#include "fixture.h"
#include "modules/accounts/account_store.h"
#include "modules/accounts/accounts.h"
#include "modules/accounts/sign_in.h"
#include "modules/record/records.h"
#include "platform/secrets/totp.h"

#include <algorithm>

namespace interregio::accounts {
namespace {

constexpr std::string_view good_password = "wierzba pod oknem 7";
constexpr std::string_view other_password = "Zechenturm im Nebel";

class AccountsTest : public RecordTest {
  protected:
    void SetUp() override {
        RecordTest::SetUp();
        made_.emplace(*database_, clock_, key_);
        ASSERT_TRUE(import(INTERREGIO_DEMO));
        const db::Reader reader = database_->read();
        people_ = all_ids<Person>(*reader);
        rvr_ = id_of_key<Organisation>(*reader, "rvr").value();
        gzm_ = id_of_key<Organisation>(*reader, "gzm").value();
        partnership_ = all_ids<Partnership>(*reader).front();
        ASSERT_GE(people_.size(), 4U);
    }

    SignIn& sign_in() { return *made_; }
    template <class Work> auto write(const Work& work) { return database_->write(work); }

    std::expected<Invited, Refusal> invited(const By& by, std::size_t person, Id<Organisation> organisation,
                                            const std::string& email, std::vector<std::pair<Role, Scope>> roles = {},
                                            SecondFactor second_factor = SecondFactor::allowed) {
        return write([&](db::Connection& connection) {
            return invite(connection, by,
                          {people_[person], organisation, email, languages::german, second_factor, std::move(roles)},
                          clock_);
        });
    }

    /// Somebody who has followed the link.
    Id<Account> member(std::size_t person, Id<Organisation> organisation, const std::string& email,
                       std::vector<std::pair<Role, Scope>> roles = {},
                       SecondFactor second_factor = SecondFactor::allowed) {
        const auto made =
            invited(By::operator_of_server(), person, organisation, email, std::move(roles), second_factor);
        EXPECT_TRUE(made) << made.error().key;
        EXPECT_TRUE(sign_in().set_password(made->link, good_password, good_password, here_));
        return made->account;
    }
    By as(Id<Account> id) {
        const db::Reader reader = database_->read();
        return {Actor(store::find(*reader, id).value()), "192.0.2.1"};
    }
    Account account(Id<Account> id) { return store::find(*database_->read(), id).value(); }

    Visit visit_of(const Begun& begun) {
        auto visit = sign_in().visit(begun.session);
        EXPECT_TRUE(visit);
        return visit.value();
    }
    Begun signed_in(const std::string& email) {
        auto begun = sign_in().with_password(email, good_password, here_);
        EXPECT_TRUE(begun) << begun.error().key;
        return std::move(begun.value());
    }
    /// The key of the refusal, or "" for none.
    template <class Result> static std::string refusal(const Result& result) {
        return result ? std::string() : result.error().key;
    }
    void later(std::chrono::milliseconds time) { clock_.set(clock_.now() + time); }
    std::string code_of(const SignIn::Enrolment& enrolment, std::int64_t steps_later = 0) {
        // What an app does with the secret that is typed into it.
        std::string bits;
        for (const char c : enrolment.secret) {
            const int value = c >= 'A' ? c - 'A' : c - '2' + 26;
            for (int bit = 4; bit >= 0; --bit) bits += static_cast<char>('0' + (value >> bit & 1));
        }
        std::vector<std::byte> secret;
        for (std::size_t i = 0; i + 8 <= bits.size(); i += 8)
            secret.push_back(static_cast<std::byte>(std::stoi(bits.substr(i, 8), nullptr, 2)));
        const auto step = secrets::time_step(clock_.now());
        return secrets::totp_code(secret, {step.number + steps_later});
    }
    SignIn::Enrolment enrolled(const Visit& visit) {
        auto enrolment = sign_in().begin_totp(visit.account, "Site");
        EXPECT_TRUE(sign_in().set_totp(visit, enrolment.sealed, code_of(enrolment), here_));
        return enrolment;
    }
    std::vector<Event> events(Id<Account> id) {
        std::vector<Event> list;
        for (const auto& event : store::events_of_account(*database_->read(), id, 100)) list.push_back(event.event);
        std::ranges::reverse(list);
        return list;
    }

    std::vector<Id<Person>> people_;
    Id<Organisation> rvr_, gzm_;
    Id<Partnership> partnership_;
    From here_{"192.0.2.1", "Browser 1.0", std::nullopt};
    secrets::SealingKey key_ = secrets::SealingKey::random();
    std::optional<SignIn> made_;
};

TEST_F(AccountsTest, BeginWithALinkThatWorksOnce) {
    const auto made = invited(By::operator_of_server(), 0, rvr_, " Anna@RVR.example ", {{Role::editor, rvr_}});
    ASSERT_TRUE(made);
    EXPECT_EQ(account(made->account).email, "anna@rvr.example");
    EXPECT_FALSE(account(made->account).has_password);
    EXPECT_EQ(refusal(sign_in().with_password("anna@rvr.example", good_password, here_)), "refusal.sign_in.wrong");
    ASSERT_TRUE(sign_in().account_of_link(made->link));
    EXPECT_EQ(refusal(sign_in().set_password(made->link, good_password, "wierzba pod oknem 8", here_)),
              "refusal.password.repeated");
    EXPECT_EQ(refusal(sign_in().set_password(made->link, "short", "short", here_)), "refusal.password.too_short");
    const std::string own_name = account(made->account).name + " 12";
    EXPECT_EQ(refusal(sign_in().set_password(made->link, own_name, own_name, here_)), "refusal.password.context");
    EXPECT_EQ(refusal(sign_in().set_password(made->link, good_password, good_password, here_)), "");
    EXPECT_FALSE(sign_in().account_of_link(made->link));
    EXPECT_EQ(refusal(sign_in().set_password(made->link, other_password, other_password, here_)),
              "refusal.account.link");

    const auto begun = sign_in().with_password("ANNA@rvr.example", good_password, here_);
    ASSERT_TRUE(begun);
    EXPECT_EQ(begun->stage, Stage::whole);
    const auto visit = visit_of(*begun);
    EXPECT_EQ(visit.account.id, made->account);
    EXPECT_TRUE(Actor(visit.account).may(Role::reader, rvr_));
    EXPECT_FALSE(Actor(visit.account).may(Role::publisher, rvr_));
    EXPECT_FALSE(Actor(visit.account).may(Role::reader, gzm_));
    EXPECT_EQ(events(made->account), (std::vector{Event::invited, Event::role_granted, Event::sign_in_failed,
                                                  Event::password_set, Event::signed_in}));
}

TEST_F(AccountsTest, HaveLinksThatEndAndGiveWay) {
    const auto made = invited(By::operator_of_server(), 0, rvr_, "a@rvr.example");
    ASSERT_TRUE(made);
    const auto next = write([&](db::Connection& connection) {
        return renew_link(connection, By::operator_of_server(), made->account, clock_);
    });
    ASSERT_TRUE(next);
    EXPECT_FALSE(sign_in().account_of_link(made->link)) << "the newer one counts";
    EXPECT_TRUE(sign_in().account_of_link(*next));
    later(link_lifetime - std::chrono::seconds(1));
    EXPECT_TRUE(sign_in().account_of_link(*next));
    later(std::chrono::seconds(1));
    EXPECT_FALSE(sign_in().account_of_link(*next));
    EXPECT_EQ(refusal(sign_in().set_password(*next, good_password, good_password, here_)), "refusal.account.link");
}

TEST_F(AccountsTest, AreNotTwiceTheSame) {
    member(0, rvr_, "a@rvr.example");
    EXPECT_EQ(refusal(invited(By::operator_of_server(), 1, rvr_, "A@rvr.example")), "refusal.account.email_taken");
    EXPECT_EQ(refusal(invited(By::operator_of_server(), 0, rvr_, "b@rvr.example")), "refusal.account.exists");
    EXPECT_EQ(refusal(invited(By::operator_of_server(), 0, gzm_, "b@gzm.example")), "") << "another function";
    for (const char* wrong : {"", "a", "@b.example", "a@", "a@b", "a b@c.example", "a@b..example", "a@-b.example"})
        EXPECT_EQ(refusal(invited(By::operator_of_server(), 2, rvr_, wrong)), "refusal.account.email") << wrong;
}

TEST_F(AccountsTest, SayNothingToStrangers) {
    const auto suspended = member(0, rvr_, "s@rvr.example");
    ASSERT_TRUE(write(
        [&](db::Connection& connection) { return suspend(connection, By::operator_of_server(), suspended, clock_); }));
    member(1, rvr_, "a@rvr.example");
    EXPECT_EQ(refusal(sign_in().with_password("a@rvr.example", other_password, here_)), "refusal.sign_in.wrong");
    EXPECT_EQ(refusal(sign_in().with_password("nobody@rvr.example", other_password, here_)), "refusal.sign_in.wrong");
    EXPECT_EQ(refusal(sign_in().with_password("no address", other_password, here_)), "refusal.sign_in.wrong");
    EXPECT_EQ(refusal(sign_in().with_password("s@rvr.example", good_password, here_)), "refusal.sign_in.wrong");
}

TEST_F(AccountsTest, AreSlowedDownForStrangersAndNotForTheirOwners) {
    member(0, rvr_, "a@rvr.example");
    const From home{here_.address, here_.browser, std::move(signed_in("a@rvr.example").device)};
    const From stranger{"198.51.100.7", "", std::nullopt};
    std::string last;
    for (int i = 0; i < 8 && last != "refusal.sign_in.wait"; ++i)
        last = refusal(sign_in().with_password("a@rvr.example", other_password, stranger));
    EXPECT_EQ(last, "refusal.sign_in.wait");
    EXPECT_EQ(refusal(sign_in().with_password("a@rvr.example", good_password, home)), "");
    // A name that nobody has is slowed down just so.
    last.clear();
    for (int i = 0; i < 8 && last != "refusal.sign_in.wait"; ++i)
        last = refusal(sign_in().with_password("nobody@rvr.example", other_password, stranger));
    EXPECT_EQ(last, "refusal.sign_in.wait");
}

TEST_F(AccountsTest, AskForTheSecondFactorAndTakeEachCodeOnce) {
    const auto id = member(0, rvr_, "a@rvr.example");
    const auto first = visit_of(signed_in("a@rvr.example"));
    const auto enrolment = sign_in().begin_totp(first.account, "Site");
    EXPECT_EQ(sign_in().continue_totp(first.account, "Site", enrolment.sealed)->secret, enrolment.secret);
    EXPECT_EQ(refusal(sign_in().set_totp(first, enrolment.sealed, "000000", here_)), "refusal.sign_in.wrong_code");
    EXPECT_EQ(refusal(sign_in().set_totp(first, "AAAA", code_of(enrolment), here_)), "refusal.sign_in.session");
    const auto set = sign_in().set_totp(first, enrolment.sealed, code_of(enrolment), here_);
    ASSERT_TRUE(set);
    EXPECT_EQ(set->recovery_codes.size(), 10U);

    const auto half = signed_in("a@rvr.example");
    EXPECT_EQ(half.stage, Stage::second_factor);
    EXPECT_FALSE(half.device) << "only who has shown both";
    EXPECT_EQ(refusal(sign_in().with_code(half.session, code_of(enrolment), here_)), "refusal.sign_in.wrong_code")
        << "the code that set it up has been used";
    later(std::chrono::seconds(30));
    const auto code = code_of(enrolment);
    const auto whole = sign_in().with_code(half.session, code, here_);
    ASSERT_TRUE(whole);
    EXPECT_FALSE(sign_in().visit(half.session)) << "a rise of rights gives a new token";
    EXPECT_EQ(visit_of(*whole).session.stage, Stage::whole);
    EXPECT_EQ(refusal(sign_in().with_code(half.session, code, here_)), "refusal.sign_in.session");
    const auto again = signed_in("a@rvr.example");
    EXPECT_EQ(refusal(sign_in().with_code(again.session, code, here_)), "refusal.sign_in.wrong_code") << "replayed";

    // A recovery code, however it is typed, and once.
    std::string typed = set->recovery_codes[3];
    std::ranges::transform(typed, typed.begin(),
                           [](char c) { return c == '-' ? ' ' : static_cast<char>(std::toupper(c)); });
    ASSERT_TRUE(sign_in().with_code(again.session, typed, here_));
    EXPECT_EQ(sign_in().recovery_codes_left(id), 9U);
    const auto third = signed_in("a@rvr.example");
    EXPECT_EQ(refusal(sign_in().with_code(third.session, typed, here_)), "refusal.sign_in.wrong_code");
}

TEST_F(AccountsTest, HaveFewAttemptsAtCodes) {
    member(0, rvr_, "a@rvr.example");
    enrolled(visit_of(signed_in("a@rvr.example")));
    const auto half = signed_in("a@rvr.example");
    std::string last;
    int attempts = 0;
    for (; attempts < 30 && last != "refusal.sign_in.wait"; ++attempts)
        last = refusal(sign_in().with_code(half.session, "123456", here_));
    EXPECT_EQ(last, "refusal.sign_in.wait");
    EXPECT_LE(attempts, 11);
    // The password once more does not begin it anew.
    const auto next = signed_in("a@rvr.example");
    EXPECT_EQ(refusal(sign_in().with_code(next.session, "123456", here_)), "refusal.sign_in.wait");
}

TEST_F(AccountsTest, DoNotWaitForTheFailuresOfOthersAtCodes) {
    for (std::size_t i = 0; i < 4; ++i) {
        const std::string email = std::to_string(i) + "@rvr.example";
        member(i, rvr_, email);
        enrolled(visit_of(signed_in(email)));
    }
    std::size_t failures = 0;
    for (std::size_t i = 0; i < 3; ++i) {
        const auto half = signed_in(std::to_string(i) + "@rvr.example");
        for (int attempt = 0; attempt < 30; ++attempt, later(std::chrono::seconds(20)))
            if (refusal(sign_in().with_code(half.session, "123456", here_)) == "refusal.sign_in.wrong_code") ++failures;
    }
    EXPECT_GT(failures, 20U);
    const auto half = signed_in("3@rvr.example");
    EXPECT_EQ(refusal(sign_in().with_code(half.session, "123456", here_)), "refusal.sign_in.wrong_code");
}

TEST_F(AccountsTest, MayBeMadeToHaveASecondFactor) {
    member(0, rvr_, "a@rvr.example", {}, SecondFactor::demanded);
    const auto begun = signed_in("a@rvr.example");
    EXPECT_EQ(begun.stage, Stage::enrolment);
    const auto visit = visit_of(begun);
    enrolled(visit);
    later(std::chrono::minutes(1));
    EXPECT_EQ(signed_in("a@rvr.example").stage, Stage::second_factor);
    EXPECT_EQ(refusal(sign_in().remove_totp(visit, here_)), "refusal.account.second_factor_demanded");
}

TEST_F(AccountsTest, HaveSessionsThatEnd) {
    const auto id = member(0, rvr_, "a@rvr.example");
    const auto silent = signed_in("a@rvr.example");
    later(longest_silence);
    EXPECT_TRUE(sign_in().visit(silent.session));
    later(longest_silence + std::chrono::seconds(1));
    EXPECT_FALSE(sign_in().visit(silent.session));

    const auto busy = signed_in("a@rvr.example");
    const auto began = clock_.now();
    while (clock_.now() - began < longest_session) {
        ASSERT_TRUE(sign_in().visit(busy.session));
        later(std::chrono::minutes(20));
    }
    later(std::chrono::seconds(1));
    EXPECT_FALSE(sign_in().visit(busy.session)) << "also one that is used all the time";

    const auto here = signed_in("a@rvr.example");
    const auto there = signed_in("a@rvr.example");
    EXPECT_EQ(sign_in().sessions_of(id).size(), 2U);
    sign_in().end_other_sessions(visit_of(here), here_);
    EXPECT_TRUE(sign_in().visit(here.session));
    EXPECT_FALSE(sign_in().visit(there.session));
    sign_in().sign_out(here.session, here_);
    EXPECT_FALSE(sign_in().visit(here.session));
}

TEST_F(AccountsTest, EndNobodyElsesSessions) {
    member(0, rvr_, "a@rvr.example");
    member(1, rvr_, "b@rvr.example");
    const auto one = signed_in("a@rvr.example");
    const auto other = signed_in("b@rvr.example");
    sign_in().end_session(visit_of(one), visit_of(other).session.id, here_);
    EXPECT_TRUE(sign_in().visit(other.session));
    sign_in().end_session(visit_of(other), visit_of(other).session.id, here_);
    EXPECT_FALSE(sign_in().visit(other.session));
}

TEST_F(AccountsTest, ChangeTheirPasswordAndEndWhatWasOpen) {
    member(0, rvr_, "a@rvr.example");
    const auto begun = signed_in("a@rvr.example");
    const auto there = signed_in("a@rvr.example");
    const auto visit = visit_of(begun);
    EXPECT_EQ(refusal(sign_in().change_password(visit, other_password, other_password, other_password, here_)),
              "refusal.sign_in.wrong_password");
    const auto changed = sign_in().change_password(visit, good_password, other_password, other_password, here_);
    ASSERT_TRUE(changed);
    EXPECT_FALSE(sign_in().visit(begun.session)) << "a new token";
    EXPECT_FALSE(sign_in().visit(there.session));
    EXPECT_TRUE(sign_in().visit(changed->session));
    EXPECT_EQ(refusal(sign_in().with_password("a@rvr.example", good_password, here_)), "refusal.sign_in.wrong");
    EXPECT_EQ(refusal(sign_in().with_password("a@rvr.example", other_password, here_)), "");
}

TEST_F(AccountsTest, AreLookedAfterByAdministratorsOfTheirOrganisation) {
    const auto boss = member(0, rvr_, "boss@rvr.example", {{Role::administrator, rvr_}});
    const auto editor = member(1, rvr_, "e@rvr.example", {{Role::editor, rvr_}});
    const auto foreign = member(2, gzm_, "boss@gzm.example", {{Role::administrator, gzm_}});
    const By by = as(boss);
    write([&](db::Connection& connection) {
        EXPECT_TRUE(find_for(connection, by, editor));
        EXPECT_FALSE(find_for(connection, by, foreign)) << "of another organisation";
        EXPECT_TRUE(find_for(connection, as(editor), editor)) << "one's own";
        EXPECT_FALSE(find_for(connection, as(editor), boss));
        EXPECT_FALSE(find_for(connection, {}, editor)) << "strangers";
        EXPECT_EQ(accounts_for(connection, by).size(), 2U);
        EXPECT_TRUE(accounts_for(connection, as(editor)).empty());
        EXPECT_TRUE(events_for(connection, as(editor), 0, 100).empty());
        const auto seen = events_for(connection, by, 0, 100);
        EXPECT_FALSE(seen.empty());
        EXPECT_TRUE(std::ranges::none_of(seen, [&](const auto& event) { return event.account == foreign; }));

        EXPECT_EQ(refusal(suspend(connection, by, foreign, clock_)), "refusal.account.unknown");
        EXPECT_EQ(refusal(suspend(connection, as(editor), boss, clock_)), "refusal.account.unknown");
        EXPECT_EQ(refusal(close(connection, by, boss, clock_)), "refusal.account.own");
        EXPECT_EQ(refusal(renew_link(connection, by, boss, clock_)), "refusal.account.own")
            << "a password without the one before";
        EXPECT_EQ(refusal(demand_second_factor(connection, by, boss, SecondFactor::allowed, clock_)),
                  "refusal.account.own");
        EXPECT_EQ(refusal(renew_link(connection, as(editor), boss, clock_)), "refusal.account.unknown");
        EXPECT_EQ(refusal(invite(connection, as(editor), {people_[3], rvr_, "n@rvr.example", languages::german, {}, {}},
                                 clock_)),
                  "refusal.account.not_allowed");
        EXPECT_EQ(
            refusal(invite(connection, by, {people_[3], gzm_, "n@gzm.example", languages::german, {}, {}}, clock_)),
            "refusal.account.not_allowed");
        EXPECT_EQ(
            refusal(invite(connection, by,
                           {people_[3], rvr_, "n@rvr.example", languages::german, {}, {{Role::editor, gzm_}}}, clock_)),
            "refusal.account.scope");
        EXPECT_EQ(refusal(grant(connection, by, editor, Role::publisher, gzm_, clock_)), "refusal.account.scope");
        EXPECT_EQ(refusal(grant(connection, by, editor, Role::editor, rvr_, clock_)), "refusal.account.granted");
        EXPECT_EQ(refusal(grant(connection, by, boss, Role::editor, rvr_, clock_)), "refusal.account.own");
        EXPECT_EQ(refusal(grant(connection, by, editor, Role::publisher, partnership_, clock_)), "");
    });
    EXPECT_TRUE(Actor(account(editor)).may(Role::editor, partnership_)) << "a publisher may edit";
    const Uuid first = account(editor).grants.front().id;
    ASSERT_TRUE(write([&](db::Connection& connection) { return end_grant(connection, by, editor, first, clock_); }));
    EXPECT_FALSE(Actor(account(editor)).may(Role::reader, rvr_));
}

TEST_F(AccountsTest, DoNotLeaveAnOrganisationWithoutAdministrator) {
    const auto one = member(0, rvr_, "one@rvr.example", {{Role::administrator, rvr_}});
    const auto two = member(1, rvr_, "two@rvr.example", {{Role::administrator, rvr_}});
    ASSERT_TRUE(write([&](db::Connection& connection) { return suspend(connection, as(one), two, clock_); }));
    // `two` may no longer act, but a page of theirs may still be open.
    write([&](db::Connection& connection) {
        EXPECT_EQ(refusal(suspend(connection, as(two), one, clock_)), "refusal.account.last_administrator");
        EXPECT_EQ(refusal(close(connection, as(two), one, clock_)), "refusal.account.last_administrator");
        EXPECT_EQ(refusal(end_grant(connection, as(two), one, account(one).grants.front().id, clock_)),
                  "refusal.account.last_administrator");
    });
}

TEST_F(AccountsTest, LoseWhatIsPersonalWhenTheyAreClosed) {
    const auto id = member(0, rvr_, "a@rvr.example", {{Role::editor, rvr_}});
    const auto begun = signed_in("a@rvr.example");
    enrolled(visit_of(begun));
    const std::string name = account(id).name;
    ASSERT_TRUE(
        write([&](db::Connection& connection) { return close(connection, By::operator_of_server(), id, clock_); }));
    const Account closed = account(id);
    EXPECT_EQ(closed.state, AccountState::closed);
    EXPECT_EQ(closed.name, name);
    EXPECT_FALSE(closed.email || closed.person || closed.has_password || closed.has_totp);
    EXPECT_TRUE(closed.grants.empty());
    EXPECT_FALSE(sign_in().visit(begun.session));
    EXPECT_EQ(sign_in().recovery_codes_left(id), 0U);
    EXPECT_EQ(count("account_sessions") + count("account_devices") + count("account_links"), 0);
    EXPECT_EQ(refusal(write([&](db::Connection& connection) {
                  return resume(connection, By::operator_of_server(), id, clock_);
              })),
              "refusal.account.not_active");
    EXPECT_EQ(refusal(invited(By::operator_of_server(), 0, rvr_, "a@rvr.example")), "") << "somebody may come back";
}

TEST_F(AccountsTest, AreHandedOverWithTheirRoles) {
    const auto from = member(0, rvr_, "from@rvr.example", {{Role::publisher, partnership_}, {Role::editor, rvr_}});
    const auto to = member(1, rvr_, "to@rvr.example", {{Role::editor, rvr_}});
    const auto foreign = member(2, gzm_, "x@gzm.example");
    const auto hand = [&](Id<Account> successor) {
        return write([&](db::Connection& connection) {
            return hand_over(connection, By::operator_of_server(), from, successor, clock_);
        });
    };
    EXPECT_EQ(refusal(hand(foreign)), "refusal.account.successor");
    EXPECT_EQ(refusal(hand(from)), "refusal.account.successor");
    ASSERT_TRUE(hand(to));
    EXPECT_EQ(account(from).state, AccountState::closed);
    EXPECT_EQ(account(from).successor, to);
    EXPECT_EQ(account(to).grants.size(), 2U) << "what both had counts once";
    EXPECT_TRUE(Actor(account(to)).may(Role::publisher, partnership_));
}

TEST_F(AccountsTest, KeepTheirPersonAndOrganisationInTheRecord) {
    const auto id = member(0, rvr_, "a@rvr.example");
    TemporaryFolder folder;
    ASSERT_TRUE(export_to(folder.path() / "all"));
    folder.write("nobody/record.yaml", "format: interregio-record/1\n");
    const auto refused = import(folder.path() / "nobody", Missing::remove);
    ASSERT_FALSE(refused);
    EXPECT_EQ(std::ranges::count(refused.error(), std::string("refusal.record.has_account"),
                                 [](const Problem& problem) { return problem.refusal.key; }),
              2)
        << words(refused.error());
    EXPECT_TRUE(find(*database_->read(), rvr_)) << "nothing was removed";
    ASSERT_TRUE(
        write([&](db::Connection& connection) { return close(connection, By::operator_of_server(), id, clock_); }));
    EXPECT_FALSE(account(id).person);
}

TEST_F(AccountsTest, ForgetWhatIsOver) {
    const auto id = member(0, rvr_, "a@rvr.example");
    (void)invited(By::operator_of_server(), 1, rvr_, "never@rvr.example");
    (void)signed_in("a@rvr.example");
    (void)sign_in().with_password("nobody@rvr.example", other_password, here_);
    const auto with_address = [&] {
        return std::ranges::count_if(store::events_of_account(*database_->read(), id, 100),
                                     [](const AccountEvent& event) { return !event.address.empty(); });
    };
    EXPECT_GT(with_address(), 0);
    later(std::chrono::days(181));
    (void)signed_in("a@rvr.example");
    EXPECT_EQ(count("account_sessions"), 1);
    EXPECT_EQ(count("account_devices"), 1);
    EXPECT_EQ(count("account_links"), 0);
    EXPECT_EQ(count("account_events WHERE account IS NULL"), 0);
    EXPECT_EQ(with_address(), 1) << "that of the sign-in just now";
}

TEST_F(AccountsTest, KeepSecretsThatOnlyTheKeyOpens) {
    const auto id = member(0, rvr_, "a@rvr.example");
    const auto stored = store::password(*database_->read(), id).value();
    const std::string_view text(reinterpret_cast<const char*>(stored.data()), stored.size());
    EXPECT_FALSE(text.contains("argon2"));
    const auto other_key = secrets::SealingKey::random();
    SignIn elsewhere(*database_, clock_, other_key);
    EXPECT_EQ(refusal(elsewhere.with_password("a@rvr.example", good_password, here_)), "refusal.sign_in.wrong");
}

TEST(Roles, CoverWhatTheyShould) {
    using enum Role;
    EXPECT_TRUE(covers(reader, reader) && covers(editor, reader) && covers(publisher, editor));
    EXPECT_FALSE(covers(reader, editor) || covers(editor, publisher) || covers(publisher, administrator));
    EXPECT_TRUE(covers(administrator, administrator) && covers(administrator, reader));
    EXPECT_FALSE(covers(administrator, editor)) << "who gives out rights does not get them by that";
}

} // namespace
} // namespace interregio::accounts
