// Accounts from the command line, for the person who runs the server: the first one, and a way back in when nobody who
// looks after accounts can sign in any more.
#include "app/commands/account_link.h"
#include "app/commands/commands.h"
#include "modules/accounts/accounts.h"
#include "modules/partnerships/partnerships.h"
#include "modules/record/records.h"
#include "modules/workspace/web/workspace_paths.h"

#include <functional>
#include <nlohmann/json.hpp>

namespace interregio {
namespace {

using namespace accounts;

/// Where the link leads to set a password.
std::string address_of(const secrets::Token& link, Language language, std::string_view base_url) {
    const Catalogue* words = Catalogue::find(language);
    if (words == nullptr) words = Catalogue::find(Catalogue::spoken().front());
    return std::string(base_url) + workspace::web::WorkspacePaths(*words).link(link.text());
}

template <class T> std::expected<Id<T>, Refusal> record_with_key(db::Connection& connection, const std::string& key) {
    if (const auto id = id_of_key<T>(connection, key)) return *id;
    return std::unexpected(
        Refusal{"refusal.user.no_record", {{"kind", std::string(name_of(T::kind))}, {"found", key}}});
}

std::expected<Account, Refusal> account_of(db::Database& database, const std::string& typed) {
    const auto email = read_email(typed);
    for (Account& account : accounts_for(*database.read(), By::operator_of_server()))
        if (email && account.email == *email) return std::move(account);
    return std::unexpected(Refusal{"refusal.user.unknown", {{"found", typed}}});
}

std::expected<Invited, Refusal> add(db::Connection& connection, const UserAddCommand& command, const Clock& clock) {
    const auto person = record_with_key<Person>(connection, command.person);
    if (!person) return std::unexpected(person.error());
    const auto organisation = record_with_key<Organisation>(connection, command.organisation);
    if (!organisation) return std::unexpected(organisation.error());
    const auto offered = site_languages(connection);
    const bool first_offered = command.language.empty() && !offered.empty();
    const auto language = spoken_language(first_offered ? offered.front().tag() : command.language);
    if (!language) return std::unexpected(language.error());
    Invitation invitation{*person,
                          *organisation,
                          command.email,
                          *language,
                          command.second_factor ? SecondFactor::demanded : SecondFactor::allowed,
                          {}};
    for (const std::string& name : command.roles)
        if (const auto role = enum_named<Role>(name)) invitation.roles.emplace_back(*role, *organisation);
    return invite(connection, By::operator_of_server(), invitation, clock);
}

/// Does `work` with the account that somebody signs in to with that address.
ExitCode with_account(const CommandContext& context, const std::string& email,
                      const std::function<ExitCode(db::Database&, const Account&)>& work) {
    const auto database = open_database(context, Absent::refuse);
    if (!database) {
        context.terminal.refuse(database.error());
        return ExitCode::refused;
    }
    const auto account = account_of(**database, email);
    if (!account) {
        context.terminal.refuse(account.error());
        return ExitCode::refused;
    }
    return work(**database, *account);
}

} // namespace

ExitCode show_account_link(Terminal& terminal, const accounts::Account& account, const secrets::Token& link,
                           std::string_view base_url) {
    const std::string address = address_of(link, account.language, base_url);
    terminal.say("cli.user.link", {{"name", account.name},
                                   {"email", account.email.value_or("")},
                                   {"days", std::to_string(link_lifetime.count())},
                                   {"address", address}});
    terminal.print_json(nlohmann::ordered_json{{"account", account.id.text()}, {"link", address}}.dump());
    return ExitCode::success;
}

std::expected<Language, Refusal> spoken_language(std::string_view tag) {
    const auto language = Language::parse(tag);
    if (language && Catalogue::find(*language) != nullptr) return *language;
    return std::unexpected(Refusal{"refusal.user.language", {{"found", std::string(tag)}}});
}

ExitCode run(const CommandContext& context, const UserAddCommand& command) {
    const auto database = open_database(context, Absent::refuse);
    if (!database) {
        context.terminal.refuse(database.error());
        return ExitCode::refused;
    }
    const auto invited =
        (*database)->write([&](db::Connection& connection) { return add(connection, command, context.clock); });
    if (!invited) {
        context.terminal.refuse(invited.error());
        return ExitCode::refused;
    }
    const auto account = find_for(*(*database)->read(), By::operator_of_server(), invited->account);
    return show_account_link(context.terminal, account.value(), invited->link, command.base_url);
}

ExitCode run(const CommandContext& context, const UserEmailCommand& command) {
    return with_account(context, command.email, [&](db::Database& database, const Account& account) {
        const auto changed = database.write([&](db::Connection& connection) {
            return change_email(connection, By::operator_of_server(), account.id, command.new_email, context.clock);
        });
        if (!changed) {
            context.terminal.refuse(changed.error());
            return ExitCode::refused;
        }
        const auto now = find_for(*database.read(), By::operator_of_server(), account.id);
        const std::string email = now.value().email.value_or("");
        context.terminal.say("cli.user.email", {{"name", account.name}, {"email", email}});
        context.terminal.print_json(nlohmann::ordered_json{{"account", account.id.text()}, {"email", email}}.dump());
        return ExitCode::success;
    });
}

ExitCode run(const CommandContext& context, const UserLinkCommand& command) {
    return with_account(context, command.email, [&](db::Database& database, const Account& account) {
        const auto link = database.write([&](db::Connection& connection) {
            return renew_link(connection, By::operator_of_server(), account.id, context.clock);
        });
        if (!link) {
            context.terminal.refuse(link.error());
            return ExitCode::refused;
        }
        return show_account_link(context.terminal, account, *link, command.base_url);
    });
}

ExitCode run(const CommandContext& context, const UserListCommand&) {
    const auto database = open_database(context, Absent::refuse, Version::newest, Unwritable::read);
    if (!database) {
        context.terminal.refuse(database.error());
        return ExitCode::refused;
    }
    const auto reader = (*database)->read();
    auto list = nlohmann::ordered_json::array();
    for (const Account& account : accounts_for(*reader, By::operator_of_server())) {
        const auto organisation =
            key_of_id(*reader, RecordKind::organisation, account.organisation.uuid()).value_or("");
        std::string roles;
        for (const Grant& grant : account.grants) roles.append(roles.empty() ? "" : ", ").append(name_of(grant.role));
        context.terminal.say("cli.user.line", {{"email", account.email.value_or("–")},
                                               {"name", account.name},
                                               {"organisation", organisation},
                                               {"state", std::string(name_of(account.state))},
                                               {"roles", roles.empty() ? "–" : roles}});
        list.push_back({{"email", account.email.value_or("")},
                        {"name", account.name},
                        {"organisation", organisation},
                        {"state", name_of(account.state)},
                        {"roles", roles}});
    }
    context.terminal.print_json(list.dump());
    return ExitCode::success;
}

} // namespace interregio
