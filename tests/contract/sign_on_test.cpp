// What comes of somebody whom a provider of sign-on has named: which account, which roles, and what ends it.

#include "fixture.h"
#include "modules/accounts/account_store.h"
#include "modules/accounts/accounts.h"
#include "modules/accounts/sign_in.h"
#include "modules/record/records.h"

#include <algorithm>

namespace interregio::accounts {
namespace {

class SignOnTest : public RecordTest {
  protected:
    void SetUp() override {
        RecordTest::SetUp();
        sign_in_.emplace(*database_, clock_, key_);
        ASSERT_TRUE(import(INTERREGIO_DEMO));
        const db::Reader reader = database_->read();
        office_.key = "office";
        office_.issuer = "https://login.example";
        office_.organisation = id_of_key<Organisation>(*reader, "rvr").value();
        anna_ = invited("garrelt-duin", "anna@rvr.example");
        identity_.subject = "4711";
        identity_.email = "anna@rvr.example";
    }
    Id<Account> invited(const std::string& person, const std::string& email) {
        return database_
            ->write([&](db::Connection& connection) {
                return invite(connection, By::operator_of_server(),
                              {id_of_key<Person>(connection, person).value(),
                               office_.organisation,
                               email,
                               languages::german,
                               SecondFactor::allowed,
                               {}},
                              clock_);
            })
            .value()
            .account;
    }
    Account account(Id<Account> id) { return store::find(*database_->read(), id).value(); }
    std::vector<Role> roles() {
        std::vector<Role> list;
        for (const Grant& grant : account(anna_).grants) list.push_back(grant.role);
        std::ranges::sort(list);
        return list;
    }
    auto through_office() { return sign_in_->with_identity(office_, identity_, {}); }
    template <class Change> void change(const Change& what) {
        EXPECT_TRUE(database_->write([&](db::Connection& connection) { return what(connection); }));
    }

    secrets::SealingKey key_ = secrets::SealingKey::random();
    std::optional<SignIn> sign_in_;
    SignOnProvider office_;
    Identity identity_;
    Id<Account> anna_;
    By operator_ = By::operator_of_server();
};

} // namespace

TEST_F(SignOnTest, FindsByAddressOnceAndByPersonFromThenOn) {
    ASSERT_TRUE(through_office());
    EXPECT_EQ(account(anna_).sign_ons.front().subject, "4711");
    EXPECT_TRUE(account(anna_).has_way_in());
    identity_.email = "other@rvr.example";
    EXPECT_TRUE(through_office()) << "the address does not matter any more";
    identity_.subject = "4712";
    identity_.email = "anna@rvr.example";
    EXPECT_FALSE(through_office()) << "somebody else with the address";
    identity_.subject = "4711";
    office_.account_claim = "oid";
    EXPECT_FALSE(through_office()) << "the same value of another claim";
}

TEST_F(SignOnTest, GivesAndEndsItsOwnRolesOnly) {
    change([&](db::Connection& connection) {
        return grant(connection, operator_, anna_, Role::reader, office_.organisation, clock_);
    });
    identity_.roles = {Role::editor, Role::reader};
    ASSERT_TRUE(through_office());
    EXPECT_EQ(roles(), (std::vector{Role::reader, Role::editor}));
    const auto before = through_office();
    ASSERT_TRUE(before);
    EXPECT_TRUE(sign_in_->visit(before->session));
    identity_.roles = {Role::publisher};
    ASSERT_TRUE(through_office());
    EXPECT_EQ(roles(), (std::vector{Role::reader, Role::publisher}));
    EXPECT_FALSE(sign_in_->visit(before->session)) << "with the roles of before";
    identity_.roles.clear();
    ASSERT_TRUE(through_office());
    EXPECT_EQ(roles(), std::vector{Role::reader});
}

TEST_F(SignOnTest, EndsWithTheAccount) {
    identity_.roles = {Role::editor};
    ASSERT_TRUE(through_office());
    change([&](db::Connection& connection) { return suspend(connection, operator_, anna_, clock_); });
    EXPECT_FALSE(through_office());
    change([&](db::Connection& connection) { return close(connection, operator_, anna_, clock_); });
    EXPECT_EQ(count("account_sign_ons"), 0);
    EXPECT_FALSE(through_office());
    // Whoever has the address now is another account, which can be bound.
    const auto successor = invited("andrea-hoeber", "anna@rvr.example");
    ASSERT_TRUE(through_office());
    EXPECT_EQ(account(successor).sign_ons.size(), 1U);
}

TEST_F(SignOnTest, IsNotHandedOver) {
    ASSERT_TRUE(through_office());
    const auto successor = invited("andrea-hoeber", "next@rvr.example");
    change([&](db::Connection& connection) { return hand_over(connection, operator_, anna_, successor, clock_); });
    EXPECT_FALSE(through_office());
    EXPECT_TRUE(account(successor).sign_ons.empty());
}

TEST_F(SignOnTest, EndsWithItsRolesWhenAnAdministratorRemovesIt) {
    identity_.roles = {Role::editor};
    const auto begun = through_office();
    ASSERT_TRUE(begun);
    change([&](db::Connection& connection) {
        return remove_sign_on(connection, operator_, anna_, office_.issuer, clock_);
    });
    EXPECT_TRUE(roles().empty());
    EXPECT_TRUE(account(anna_).sign_ons.empty());
    EXPECT_FALSE(sign_in_->visit(begun->session));
}

TEST_F(SignOnTest, ShowsNothingAboutWhoSitsThereUnlessTheOfficeHasAsked) {
    const auto silent = through_office();
    ASSERT_TRUE(silent);
    EXPECT_FALSE(sign_in_->visit(silent->session)->session.freshly_proved(clock_.now()));
    identity_.shown_at = clock_.now();
    const auto asked = through_office();
    EXPECT_TRUE(sign_in_->visit(asked->session)->session.freshly_proved(clock_.now()));
    // Proving is for the same person.
    const auto visit = sign_in_->visit(silent->session).value();
    EXPECT_TRUE(sign_in_->prove_through(visit, office_, identity_, {}));
    const auto again = sign_in_->visit(asked->session).value();
    identity_.subject = "4712";
    EXPECT_FALSE(sign_in_->prove_through(again, office_, identity_, {}));
}

} // namespace interregio::accounts
