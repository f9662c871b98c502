#include "modules/accounts/sign_on_file.h"

#include <cstdlib>
#include <fstream>
#include <gtest/gtest.h>

namespace interregio::accounts {
namespace {

const std::string least = R"(providers:
  - key: office
    name: Office
    issuer: https://login.example
    client_id: interregio
    client_secret_file: secret
    organisation: rvr
)";

class SignOnFile : public testing::Test {
  protected:
    SignOnFile() {
        std::string pattern = (std::filesystem::temp_directory_path() / "sign-on-XXXXXX").string();
        folder_ = mkdtemp(pattern.data());
        secret("secret", "not to be guessed\n", std::filesystem::perms::owner_read);
    }
    ~SignOnFile() override { std::filesystem::remove_all(folder_); }
    void secret(const std::string& name, std::string_view text, std::filesystem::perms mode) const {
        std::ofstream(folder_ / name) << text;
        std::filesystem::permissions(folder_ / name, mode);
    }
    auto read(const std::string& text) const {
        return read_sign_on_text(text, "sign-on.yaml", folder_, [](std::string_view key) {
            return key == "rvr" ? std::optional(Id<Organisation>(Uuid())) : std::nullopt;
        });
    }
    /// "line path key" of each problem.
    std::vector<std::string> problems(const std::string& text) const {
        std::vector<std::string> list;
        const auto got = read(text);
        if (!got)
            for (const Problem& problem : got.error())
                list.push_back(std::to_string(problem.mark.line) + ' ' + problem.path + ' ' + problem.refusal.key);
        return list;
    }
    std::vector<std::string> problems_with(std::string_view from, const std::string& to) const {
        std::string text = least;
        text.replace(text.find(from), from.size(), to);
        return problems(text);
    }
    using List = std::vector<std::string>;

    std::filesystem::path folder_;
};

} // namespace

TEST_F(SignOnFile, NeedsLittle) {
    const auto providers = read(least);
    ASSERT_TRUE(providers);
    ASSERT_EQ(providers->size(), 1U);
    const auto& provider = providers->front();
    EXPECT_EQ(provider.client_secret.text(), "not to be guessed");
    EXPECT_EQ(provider.name(languages::polish), "Office");
    EXPECT_EQ(provider.account_claim, "sub");
    EXPECT_EQ(provider.email, EmailProof::verified);
    EXPECT_EQ(provider.transport, fetch::Transport::https);
    EXPECT_TRUE(provider.roles.empty());
}

TEST_F(SignOnFile, SaysAllThatItCan) {
    const auto providers = read(least + R"(    scopes: [email, groups]
    account_claim: oid
    email_addresses: trusted
    second_factor:
      acr: [gold]
      amr: [mfa]
    roles:
      claim: groups
      administrator: allowed
      values:
        - { value: heads, role: administrator }
        - { value: writers, role: editor }
)");
    ASSERT_TRUE(providers);
    const auto& provider = providers->front();
    EXPECT_EQ(provider.scopes, (std::vector<std::string>{"email", "groups"}));
    EXPECT_EQ(provider.account_claim, "oid");
    EXPECT_EQ(provider.email, EmailProof::trusted);
    EXPECT_EQ(provider.second_factor_amr, std::vector<std::string>{"mfa"});
    EXPECT_EQ(provider.roles.front(), std::pair(std::string("heads"), Role::administrator));
}

TEST_F(SignOnFile, SaysWhereItIsWrong) {
    EXPECT_EQ(problems_with("https://login.example", "http://login.example"),
              List{"4 providers[0].issuer refusal.sign_on_file.issuer"});
    EXPECT_EQ(problems_with("https://login.example", "https://login.example?a=b"),
              List{"4 providers[0].issuer refusal.sign_on_file.issuer"});
    EXPECT_EQ(problems_with("organisation: rvr", "organisation: nobody").size(), 1U);
    EXPECT_EQ(problems(least + "    account_claim: email\n"),
              List{"8 providers[0].account_claim refusal.sign_on_file.account_claim"});
    EXPECT_EQ(problems(least + "    roles: { claim: groups, values: [{ value: heads, role: administrator }] }\n"),
              List{"8 providers[0].roles.values[0].role refusal.sign_on_file.administrator"});
    EXPECT_EQ(problems(least + "    colour: red\n").size(), 1U);
    EXPECT_EQ(problems("providers: []\n").size(), 1U);
    EXPECT_EQ(problems("").size(), 1U);
    EXPECT_EQ(problems("providers: [\n").size(), 1U);
    const std::string second = least.substr(least.find('\n') + 1);
    EXPECT_EQ(problems(least + second), (List{"8 providers[1].key refusal.sign_on_file.twice",
                                              "8 providers[1].issuer refusal.sign_on_file.twice"}));
}

TEST_F(SignOnFile, NamesASecretThatNobodyElseMayRead) {
    const auto with = [&](const std::string& name) {
        return problems_with("client_secret_file: secret", "client_secret_file: " + name);
    };
    using std::filesystem::perms;
    secret("open", "x", perms::owner_read | perms::others_read);
    secret("empty", "\n", perms::owner_read);
    secret("long", std::string(1001, 'x'), perms::owner_read);
    secret("two", "one\ntwo\n", perms::owner_read);
    EXPECT_EQ(with("none"), List{"6 providers[0].client_secret_file refusal.sign_on_file.no_secret"});
    EXPECT_EQ(with("open"), List{"6 providers[0].client_secret_file refusal.sign_on_file.open_secret"});
    for (const auto* name : {"empty", "long", "two"})
        EXPECT_EQ(with(name), List{"6 providers[0].client_secret_file refusal.sign_on_file.secret"}) << name;
}

} // namespace interregio::accounts
