// What is dangerous asks again who it is, once that was not shown for a while; and what is not asked for over HTTP, as
// it takes a clock that can be set: how long half a session lasts.

#include "fixture.h"
#include "modules/accounts/accounts.h"
#include "modules/record/records.h"
#include "modules/workspace/web/account_pages.h"
#include "modules/workspace/web/record_parts.h"
#include "modules/workspace/web/workspace.h"

namespace interregio::workspace::web {
namespace {

constexpr std::string_view password = "wierzba pod oknem 7";

class WorkspaceTest : public RecordTest {
  protected:
    void SetUp() override {
        RecordTest::SetUp();
        sign_in_.emplace(*database_, clock_, key_);
        portal_.emplace(*database_, clock_, std::span<const EmbeddedFile>(), portal::web::PortalOptions{});
        sign_on_.emplace(std::vector<accounts::SignOnProvider>{}, *sign_in_, nobody_, clock_, key_,
                         accounts::SignOn::Options{});
        workspace_.emplace(*database_, clock_, *sign_in_, *sign_on_, *portal_, Workspace::Options{});
        ASSERT_TRUE(import(INTERREGIO_DEMO));
        const auto rvr = id_of_key<Organisation>(*database_->read(), "rvr").value();
        boss_ = member("garrelt-duin", {{accounts::Role::administrator, rvr}}, accounts::SecondFactor::allowed);
        member("andrea-hoeber", {{accounts::Role::reader, rvr}}, accounts::SecondFactor::demanded);
        router_.guard([this](const auto& request, const auto& access) { return workspace_->guard(request, access); });
        add_desk_pages(*workspace_, router_, std::make_shared<editing::ActivityTables>(*database_));
        add_profile_pages(*workspace_, router_);
        add_second_factor_pages(*workspace_, router_);
        add_passkey_pages(*workspace_, router_);
        add_administration_pages(*workspace_, router_);
    }

    Id<accounts::Account> member(const std::string& key, std::vector<std::pair<accounts::Role, Scope>> roles,
                                 accounts::SecondFactor second_factor) {
        const auto invited = database_->write([&](db::Connection& connection) {
            return accounts::invite(connection, accounts::By::operator_of_server(),
                                    {id_of_key<Person>(connection, key).value(),
                                     id_of_key<Organisation>(connection, "rvr").value(), key + "@rvr.example",
                                     languages::german, second_factor, std::move(roles)},
                                    clock_);
        });
        EXPECT_TRUE(invited);
        EXPECT_TRUE(sign_in_->set_password(invited->link, password, password, {}));
        return invited->account;
    }

    http::Response send(http::Method method, const std::string& path, const secrets::Token& session,
                        const std::string& fields = {}) {
        http::Request request;
        request.method = method;
        request.path = path;
        request.headers = {{"Host", "localhost"},
                           {"Origin", "http://localhost"},
                           {"Cookie", "__Host-session=" + session.text()},
                           {"Content-Type", "application/x-www-form-urlencoded"}};
        request.body = "form_token=" + form_token_of(session) + fields;
        http::Response response = router_.answer(request);
        return response.work ? response.work() : response;
    }
    static std::string location(const http::Response& response) {
        for (const auto& header : response.headers)
            if (header.name == "Location") return header.value;
        return {};
    }

    secrets::SealingKey key_ = secrets::SealingKey::random();
    std::optional<accounts::SignIn> sign_in_;
    const fetch::NoFetcher nobody_;
    std::optional<accounts::SignOn> sign_on_;
    std::optional<portal::web::Portal> portal_;
    std::optional<Workspace> workspace_;
    http::Router router_;
    Id<accounts::Account> boss_;
};

TEST_F(WorkspaceTest, AsksAgainBeforeWhatIsDangerous) {
    const WorkspacePaths paths(*Catalogue::find(languages::german));
    auto begun = sign_in_->with_password("garrelt-duin@rvr.example", password, {});
    ASSERT_TRUE(begun);
    const std::vector<std::pair<std::string, std::string>> dangerous{
        {paths.new_account(), "&person=x"},
        {paths.account(boss_.text()), "&do=suspend"},
        {paths.profile(), "&do=remove_second_factor"},
        {paths.second_factor(), "&code=000000&sealed=x"},
        {paths.recovery_codes(), ""},
    };
    const auto asks = [&](const http::Response& response) {
        return response.status == 303 && location(response).starts_with(paths.confirm());
    };
    const auto get = [&](const std::string& path) { return send(http::Method::get, path, begun->session); };
    const auto post = [&](const std::string& path, const std::string& fields) {
        return send(http::Method::post, path, begun->session, fields);
    };
    for (const auto& [path, fields] : dangerous) EXPECT_FALSE(asks(post(path, fields))) << path << " at once";
    EXPECT_FALSE(asks(get(paths.own_data())));
    EXPECT_FALSE(asks(get(paths.second_factor())));

    clock_.set(clock_.now() + accounts::fresh_proof + std::chrono::seconds(1));
    for (const auto& [path, fields] : dangerous) EXPECT_TRUE(asks(post(path, fields))) << path << " later";
    EXPECT_TRUE(asks(get(paths.own_data())));
    EXPECT_TRUE(asks(get(paths.second_factor())));
    EXPECT_FALSE(asks(get(paths.accounts()))) << "looking is not dangerous";

    const auto visit = sign_in_->visit(begun->session);
    ASSERT_TRUE(visit);
    begun = sign_in_->prove(*visit, password, {});
    ASSERT_TRUE(begun);
    EXPECT_FALSE(asks(get(paths.own_data())));
    // Showing it again does not make the session longer.
    for (int i = 0; i < 30; ++i) {
        clock_.set(clock_.now() + std::chrono::minutes(25));
        (void)sign_in_->visit(begun->session);
    }
    EXPECT_TRUE(location(get(paths.desk())).starts_with(paths.sign_in()));
}

TEST_F(WorkspaceTest, LetsHalfASessionDoNothingElseAndNotForLong) {
    const WorkspacePaths paths(*Catalogue::find(languages::german));
    const auto begun = sign_in_->with_password("andrea-hoeber@rvr.example", password, {});
    ASSERT_TRUE(begun);
    ASSERT_EQ(begun->stage, accounts::Stage::enrolment);
    EXPECT_EQ(location(send(http::Method::get, paths.desk(), begun->session)), paths.second_factor());
    EXPECT_EQ(location(send(http::Method::post, paths.profile(), begun->session, "&do=language&language=pl")),
              paths.second_factor());
    EXPECT_EQ(send(http::Method::get, paths.second_factor(), begun->session).status, 200);
    clock_.set(clock_.now() + accounts::longest_half_session + std::chrono::seconds(1));
    EXPECT_TRUE(location(send(http::Method::get, paths.second_factor(), begun->session)).starts_with(paths.sign_in()));
}

TEST(PathForLog, ShowsNoToken) {
    EXPECT_EQ(path_for_log("/de/passwort-festlegen/secret"), "/de/passwort-festlegen/…");
    EXPECT_EQ(path_for_log("/en/passwort-festlegen/secret/more"), "/en/passwort-festlegen/…");
    EXPECT_EQ(path_for_log("/de/chronik"), "/de/chronik");
}

} // namespace
} // namespace interregio::workspace::web
