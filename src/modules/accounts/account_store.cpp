#include "modules/accounts/account_store.h"

#include "modules/record/stored_enum.h"

namespace interregio::accounts::store {
namespace {

constexpr std::string_view account_columns =
    "a.id, a.person, a.organisation, a.name, a.email, a.language, a.state, a.second_factor, a.password IS NOT NULL, "
    "a.totp IS NOT NULL, a.made_at, a.successor, "
    "(SELECT COUNT(*) FROM account_passkeys p WHERE p.account = a.id)";

std::int64_t milliseconds(Clock::Time time) { return time.time_since_epoch().count(); }

std::vector<Grant> grants_of(db::Connection& connection, Id<Account> id) {
    auto rows = connection.query("SELECT id, role, organisation, partnership, provider FROM account_roles "
                                 "WHERE account = :account AND ended_at IS NULL ORDER BY granted_at, id",
                                 {{"account", id.text()}});
    std::vector<Grant> grants;
    while (rows.next())
        grants.push_back({db::stored_uuid(rows.text(0)), stored_enum<Role>(rows.text(1)),
                          rows.null(2) ? Scope(db::stored_id<Partnership>(rows.text(3)))
                                       : Scope(db::stored_id<Organisation>(rows.text(2))),
                          rows.get<std::optional<std::string>>(4)});
    return grants;
}

std::vector<SignOnBinding> sign_ons_of(db::Connection& connection, Id<Account> id) {
    auto rows =
        connection.query("SELECT provider, issuer, subject, bound_at FROM account_sign_ons WHERE account = :account "
                         "ORDER BY bound_at, issuer",
                         {{"account", id.text()}});
    std::vector<SignOnBinding> list;
    while (rows.next())
        list.push_back(
            {rows.get<std::string>(0), rows.get<std::string>(1), rows.get<std::string>(2), rows.get<std::string>(3)});
    return list;
}

Account account_of(const db::Rows& rows) {
    Account account;
    account.id = db::stored_id<Account>(rows.text(0));
    if (!rows.null(1)) account.person = db::stored_id<Person>(rows.text(1));
    account.organisation = db::stored_id<Organisation>(rows.text(2));
    account.name = rows.get<std::string>(3);
    account.email = rows.get<std::optional<std::string>>(4);
    account.language = db::stored_language(rows.text(5));
    account.state = stored_enum<AccountState>(rows.text(6));
    account.second_factor = stored_enum<SecondFactor>(rows.text(7));
    account.has_password = rows.get<int>(8) != 0;
    account.has_totp = rows.get<int>(9) != 0;
    account.made_at = rows.get<std::string>(10);
    if (!rows.null(11)) account.successor = db::stored_id<Account>(rows.text(11));
    account.passkeys = rows.get<std::int64_t>(12);
    return account;
}

std::vector<Account> accounts_where(db::Connection& connection, std::string_view condition, const Uuid& id) {
    std::vector<Account> accounts;
    {
        auto rows = connection.query("SELECT " + std::string(account_columns) + " FROM accounts a WHERE " +
                                         std::string(condition) + " ORDER BY a.closed_at IS NOT NULL, a.name, a.id",
                                     {{"id", id.text()}});
        while (rows.next()) accounts.push_back(account_of(rows));
    }
    for (Account& account : accounts) {
        account.grants = grants_of(connection, account.id);
        account.sign_ons = sign_ons_of(connection, account.id);
    }
    return accounts;
}

template <class T> std::optional<std::string> text_of(const std::optional<Id<T>>& id) {
    return id ? std::optional(id->text()) : std::nullopt;
}
template <class T> std::optional<std::string> text_if(const Scope& scope) {
    const auto* id = std::get_if<Id<T>>(&scope);
    return id != nullptr ? std::optional(id->text()) : std::nullopt;
}

std::optional<Bytes> blob(db::Connection& connection, std::string_view column, Id<Account> id) {
    auto rows =
        connection.query("SELECT " + std::string(column) + " FROM accounts WHERE id = :id", {{"id", id.text()}});
    return rows.next() ? rows.get<std::optional<Bytes>>(0) : std::nullopt;
}

std::optional<db::Value::Bytes> span_of(const std::optional<Bytes>& bytes) {
    return bytes ? std::optional(db::Value::Bytes(*bytes)) : std::nullopt;
}

} // namespace

std::optional<Account> find(db::Connection& connection, Id<Account> id) {
    auto accounts = accounts_where(connection, "a.id = :id", id.uuid());
    return accounts.empty() ? std::nullopt : std::optional(std::move(accounts.front()));
}

std::optional<Account> find_by_email(db::Connection& connection, std::string_view email) {
    auto rows = connection.query("SELECT id FROM accounts WHERE email = :email", {{"email", email}});
    return rows.next() ? find(connection, db::stored_id<Account>(rows.text(0))) : std::nullopt;
}

std::vector<Account> of_organisation(db::Connection& connection, Id<Organisation> organisation) {
    return accounts_where(connection, "a.organisation = :id", organisation.uuid());
}

std::vector<Account> of_person(db::Connection& connection, Id<Person> person) {
    return accounts_where(connection, "a.person = :id", person.uuid());
}

bool any_sealed(db::Connection& connection) {
    return connection.query("SELECT 1 FROM accounts WHERE password IS NOT NULL OR totp IS NOT NULL LIMIT 1").next();
}

void add(db::Connection& connection, const Account& account) {
    connection.execute("INSERT INTO accounts (id, person, organisation, name, email, language, state, second_factor, "
                       "made_at) VALUES (:id, :person, :organisation, :name, :email, :language, :state, "
                       ":second_factor, :made_at)",
                       {{"id", account.id.text()},
                        {"person", text_of(account.person)},
                        {"organisation", account.organisation.text()},
                        {"name", account.name},
                        {"email", account.email},
                        {"language", account.language.tag()},
                        {"state", name_of(account.state)},
                        {"second_factor", name_of(account.second_factor)},
                        {"made_at", account.made_at}});
}

void change(db::Connection& connection, const Account& account, std::string_view closed_at) {
    connection.execute(
        "UPDATE accounts SET person = :person, name = :name, email = :email, language = :language, state = :state, "
        "second_factor = :second_factor, closed_at = :closed_at, successor = :successor WHERE id = :id",
        {{"id", account.id.text()},
         {"person", text_of(account.person)},
         {"name", account.name},
         {"email", account.email},
         {"language", account.language.tag()},
         {"state", name_of(account.state)},
         {"second_factor", name_of(account.second_factor)},
         {"closed_at", closed_at.empty() ? std::nullopt : std::optional(closed_at)},
         {"successor", text_of(account.successor)}});
}

std::optional<Bytes> password(db::Connection& connection, Id<Account> id) { return blob(connection, "password", id); }

void set_password(db::Connection& connection, Id<Account> id, const std::optional<Bytes>& sealed) {
    connection.execute("UPDATE accounts SET password = :password WHERE id = :id",
                       {{"id", id.text()}, {"password", span_of(sealed)}});
}

std::optional<Totp> totp(db::Connection& connection, Id<Account> id) {
    auto rows = connection.query("SELECT totp, totp_step FROM accounts WHERE id = :id AND totp IS NOT NULL",
                                 {{"id", id.text()}});
    if (!rows.next()) return std::nullopt;
    return Totp{rows.get<Bytes>(0), rows.get<std::optional<std::int64_t>>(1)};
}

void set_totp(db::Connection& connection, Id<Account> id, const std::optional<Totp>& totp) {
    connection.execute("UPDATE accounts SET totp = :totp, totp_step = :step WHERE id = :id",
                       {{"id", id.text()},
                        {"totp", span_of(totp ? std::optional(totp->sealed) : std::nullopt)},
                        {"step", totp ? totp->last_step : std::nullopt}});
}

std::vector<std::string> recovery_codes(db::Connection& connection, Id<Account> id) {
    auto rows = connection.query("SELECT code FROM account_recovery_codes WHERE account = :account ORDER BY position",
                                 {{"account", id.text()}});
    std::vector<std::string> hashes;
    while (rows.next()) hashes.push_back(rows.get<std::string>(0));
    return hashes;
}

void set_recovery_codes(db::Connection& connection, Id<Account> id, const std::vector<std::string>& hashes) {
    connection.execute("DELETE FROM account_recovery_codes WHERE account = :account", {{"account", id.text()}});
    for (std::size_t i = 0; i < hashes.size(); ++i)
        connection.execute("INSERT INTO account_recovery_codes (account, position, code) "
                           "VALUES (:account, :position, :code)",
                           {{"account", id.text()}, {"position", i}, {"code", hashes[i]}});
}

void add_grant(db::Connection& connection, Id<Account> id, const Grant& grant, std::string_view at) {
    connection.execute("INSERT INTO account_roles (id, account, role, organisation, partnership, provider, "
                       "granted_at) VALUES (:id, :account, :role, :organisation, :partnership, :provider, :at)",
                       {{"id", grant.id.text()},
                        {"account", id.text()},
                        {"role", name_of(grant.role)},
                        {"organisation", text_if<Organisation>(grant.scope)},
                        {"partnership", text_if<Partnership>(grant.scope)},
                        {"provider", grant.provider},
                        {"at", at}});
}

void end_grant(db::Connection& connection, const Uuid& grant, std::string_view at) {
    connection.execute("UPDATE account_roles SET ended_at = :at WHERE id = :id AND ended_at IS NULL",
                       {{"id", grant.text()}, {"at", at}});
}

bool any_grant_for(db::Connection& connection, Id<Organisation> organisation) {
    auto rows =
        connection.query("SELECT 1 FROM account_roles WHERE organisation = :organisation AND ended_at IS NULL LIMIT 1",
                         {{"organisation", organisation.text()}});
    return rows.next();
}

std::optional<Id<Account>> bound_account(db::Connection& connection, const OutsidePerson& person) {
    auto rows = connection.query(
        "SELECT account FROM account_sign_ons WHERE issuer = :issuer AND claim = :claim AND subject = :subject",
        {{"issuer", person.issuer}, {"claim", person.claim}, {"subject", person.subject}});
    return rows.next() ? std::optional(db::stored_id<Account>(rows.text(0))) : std::nullopt;
}

void bind(db::Connection& connection, Id<Account> id, const OutsidePerson& person, const SignOnBinding& binding) {
    connection.execute("INSERT INTO account_sign_ons (issuer, claim, subject, account, provider, bound_at) "
                       "VALUES (:issuer, :claim, :subject, :account, :provider, :bound_at)",
                       {{"issuer", person.issuer},
                        {"claim", person.claim},
                        {"subject", person.subject},
                        {"account", id.text()},
                        {"provider", binding.provider},
                        {"bound_at", binding.bound_at}});
}

void unbind(db::Connection& connection, Id<Account> id, std::string_view issuer) {
    connection.execute("DELETE FROM account_sign_ons WHERE account = :account AND issuer = :issuer",
                       {{"account", id.text()}, {"issuer", issuer}});
}

void unbind_all(db::Connection& connection, Id<Account> id) {
    connection.execute("DELETE FROM account_sign_ons WHERE account = :account", {{"account", id.text()}});
}

std::optional<Link> find_link(db::Connection& connection, const secrets::TokenHash& token) {
    auto rows = connection.query("SELECT account, expires_at FROM account_links WHERE token = :token",
                                 {{"token", db::Value::Bytes(token.bytes())}});
    if (!rows.next()) return std::nullopt;
    return Link{db::stored_id<Account>(rows.text(0)), rows.get<std::string>(1)};
}

void put_link(db::Connection& connection, Id<Account> id, const secrets::TokenHash& token, std::string_view made_at,
              std::string_view expires_at) {
    remove_link(connection, id);
    connection.execute("INSERT INTO account_links (account, token, made_at, expires_at) "
                       "VALUES (:account, :token, :made_at, :expires_at)",
                       {{"account", id.text()},
                        {"token", db::Value::Bytes(token.bytes())},
                        {"made_at", made_at},
                        {"expires_at", expires_at}});
}

void remove_link(db::Connection& connection, Id<Account> id) {
    connection.execute("DELETE FROM account_links WHERE account = :account", {{"account", id.text()}});
}

namespace {

constexpr std::string_view session_columns = "id, account, stage, browser, began_at, seen_at, proved_at, provider";

Clock::Time stored_time(const db::Rows& rows, int column) {
    return Clock::Time(std::chrono::milliseconds(rows.get<std::int64_t>(column)));
}

Session session_of(const db::Rows& rows) {
    return {db::stored_uuid(rows.text(0)),
            db::stored_id<Account>(rows.text(1)),
            stored_enum<Stage>(rows.text(2)),
            rows.get<std::string>(3),
            stored_time(rows, 4),
            stored_time(rows, 5),
            stored_time(rows, 6),
            rows.get<std::optional<std::string>>(7)};
}

} // namespace

std::optional<Session> find_session(db::Connection& connection, const secrets::TokenHash& token) {
    auto rows =
        connection.query("SELECT " + std::string(session_columns) + " FROM account_sessions WHERE token = :token",
                         {{"token", db::Value::Bytes(token.bytes())}});
    return rows.next() ? std::optional(session_of(rows)) : std::nullopt;
}

std::vector<Session> sessions_of(db::Connection& connection, Id<Account> id) {
    auto rows = connection.query("SELECT " + std::string(session_columns) +
                                     " FROM account_sessions WHERE account = :account ORDER BY seen_at DESC, id",
                                 {{"account", id.text()}});
    std::vector<Session> sessions;
    while (rows.next()) sessions.push_back(session_of(rows));
    return sessions;
}

void put_session(db::Connection& connection, const Session& session, const secrets::TokenHash& token) {
    remove_session(connection, session.id);
    connection.execute(
        "INSERT INTO account_sessions (id, token, account, stage, browser, began_at, seen_at, proved_at, provider) "
        "VALUES (:id, :token, :account, :stage, :browser, :began_at, :seen_at, :proved_at, :provider)",
        {{"id", session.id.text()},
         {"token", db::Value::Bytes(token.bytes())},
         {"account", session.account.text()},
         {"stage", name_of(session.stage)},
         {"browser", session.browser},
         {"began_at", milliseconds(session.began_at)},
         {"seen_at", milliseconds(session.seen_at)},
         {"proved_at", milliseconds(session.proved_at)},
         {"provider", session.through}});
}

void touch_session(db::Connection& connection, const Uuid& session, Clock::Time seen_at) {
    connection.execute("UPDATE account_sessions SET seen_at = :seen_at WHERE id = :id",
                       {{"id", session.text()}, {"seen_at", milliseconds(seen_at)}});
}

void remove_session(db::Connection& connection, const Uuid& session) {
    connection.execute("DELETE FROM account_sessions WHERE id = :id", {{"id", session.text()}});
}

void remove_sessions(db::Connection& connection, Id<Account> id, const std::optional<Uuid>& but) {
    connection.execute("DELETE FROM account_sessions WHERE account = :account AND id <> :but",
                       {{"account", id.text()}, {"but", but ? but->text() : std::string()}});
}

void forget_what_is_over(db::Connection& connection, Clock::Time now, std::string_view old) {
    connection.execute("DELETE FROM account_sessions WHERE began_at < :time",
                       {{"time", milliseconds(now - longest_session)}});
    connection.execute("DELETE FROM account_devices WHERE seen_at < :time",
                       {{"time", milliseconds(now - device_lifetime)}});
    connection.execute("DELETE FROM account_links WHERE expires_at <= :now", {{"now", timestamp(now)}});
    connection.execute("DELETE FROM account_events WHERE account IS NULL AND at < :old", {{"old", old}});
    connection.execute("UPDATE account_events SET address = NULL WHERE at < :old AND address IS NOT NULL",
                       {{"old", old}});
}

void remove_drafts(db::Connection& connection, Id<Account> id) {
    connection.execute("DELETE FROM account_drafts WHERE account = :account", {{"account", id.text()}});
}

bool knows_device(db::Connection& connection, Id<Account> id, const secrets::TokenHash& token, Clock::Time since) {
    auto rows = connection.query(
        "SELECT 1 FROM account_devices WHERE token = :token AND account = :account "
        "AND seen_at >= :since",
        {{"token", db::Value::Bytes(token.bytes())}, {"account", id.text()}, {"since", milliseconds(since)}});
    return rows.next();
}

void put_device(db::Connection& connection, Id<Account> id, const secrets::TokenHash& token, Clock::Time seen_at) {
    connection.execute("DELETE FROM account_devices WHERE token = :token",
                       {{"token", db::Value::Bytes(token.bytes())}});
    connection.execute(
        "INSERT INTO account_devices (token, account, seen_at) VALUES (:token, :account, :seen_at)",
        {{"token", db::Value::Bytes(token.bytes())}, {"account", id.text()}, {"seen_at", milliseconds(seen_at)}});
    // Nobody has more browsers than that.
    connection.execute("DELETE FROM account_devices WHERE account = :account AND token NOT IN "
                       "(SELECT token FROM account_devices WHERE account = :account ORDER BY seen_at DESC LIMIT 20)",
                       {{"account", id.text()}});
}

void remove_devices(db::Connection& connection, Id<Account> id) {
    connection.execute("DELETE FROM account_devices WHERE account = :account", {{"account", id.text()}});
}

void append(db::Connection& connection, const AccountEvent& event) {
    connection.execute(
        "INSERT INTO account_events (sequence, at, event, account, actor, role, organisation, partnership, address, "
        "provider) VALUES ((SELECT COALESCE(MAX(sequence), 0) + 1 FROM account_events), :at, :event, :account, :actor, "
        ":role, :organisation, :partnership, :address, :provider)",
        {{"at", event.at},
         {"event", name_of(event.event)},
         {"account", text_of(event.account)},
         {"actor", text_of(event.actor)},
         {"role", event.role ? std::optional(name_of(*event.role)) : std::nullopt},
         {"organisation", event.scope ? text_if<Organisation>(*event.scope) : std::nullopt},
         {"partnership", event.scope ? text_if<Partnership>(*event.scope) : std::nullopt},
         {"address", event.address.empty() ? std::nullopt : std::optional(event.address)},
         {"provider", event.provider}});
}

namespace {

constexpr std::string_view event_columns =
    "e.sequence, e.at, e.event, e.account, e.actor, e.role, e.organisation, e.partnership, e.address, "
    "e.provider";

std::vector<AccountEvent> events(db::Rows rows) {
    std::vector<AccountEvent> list;
    while (rows.next()) {
        AccountEvent event;
        event.sequence = rows.get<std::int64_t>(0);
        event.at = rows.get<std::string>(1);
        event.event = stored_enum<Event>(rows.text(2));
        if (!rows.null(3)) event.account = db::stored_id<Account>(rows.text(3));
        if (!rows.null(4)) event.actor = db::stored_id<Account>(rows.text(4));
        if (!rows.null(5)) event.role = stored_enum<Role>(rows.text(5));
        if (!rows.null(6)) event.scope = db::stored_id<Organisation>(rows.text(6));
        if (!rows.null(7)) event.scope = db::stored_id<Partnership>(rows.text(7));
        event.address = rows.get<std::optional<std::string>>(8).value_or("");
        event.provider = rows.get<std::optional<std::string>>(9);
        list.push_back(std::move(event));
    }
    return list;
}

} // namespace

std::vector<AccountEvent> events_of_organisation(db::Connection& connection, Id<Organisation> organisation,
                                                 std::int64_t before, std::int64_t limit) {
    return events(connection.query("SELECT " + std::string(event_columns) +
                                       " FROM account_events e JOIN accounts a ON a.id = e.account "
                                       "WHERE a.organisation = :organisation AND e.sequence < :before "
                                       "ORDER BY e.sequence DESC LIMIT :limit",
                                   {{"organisation", organisation.text()}, {"before", before}, {"limit", limit}}));
}

std::vector<AccountEvent> events_of_account(db::Connection& connection, Id<Account> id, std::int64_t limit) {
    return events(connection.query("SELECT " + std::string(event_columns) +
                                       " FROM account_events e WHERE e.account = :account "
                                       "ORDER BY e.sequence DESC LIMIT :limit",
                                   {{"account", id.text()}, {"limit", limit}}));
}

std::string last_visit(db::Connection& connection, Id<Account> id, std::string_view before) {
    auto rows = connection.query("SELECT at FROM account_events WHERE account = :account AND at < :before AND event IN "
                                 "('signed_in', 'signed_in_with_passkey', 'signed_in_through', 'signed_out') "
                                 "ORDER BY sequence DESC LIMIT 1",
                                 {{"account", id.text()}, {"before", before}});
    return rows.next() ? rows.get<std::string>(0) : std::string();
}

} // namespace interregio::accounts::store
