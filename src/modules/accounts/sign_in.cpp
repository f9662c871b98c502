#include "modules/accounts/sign_in.h"

#include "base/utf8.h"
#include "modules/accounts/account_store.h"
#include "modules/record/records.h"
#include "platform/secrets/encodings.h"
#include "platform/secrets/password.h"
#include "platform/secrets/recovery_code.h"
#include "platform/secrets/totp.h"

#include <algorithm>

namespace interregio::accounts {

using secrets::Token;
using secrets::TokenPurpose;

namespace {

constexpr std::chrono::minutes noted_once_a{1};
constexpr std::chrono::days addresses_kept{180};

std::unexpected<Refusal> refuse(std::string key, Refusal::Arguments arguments = {}) {
    return std::unexpected(Refusal{std::move(key), std::move(arguments)});
}

std::string password_place(Id<Account> account) { return "password:" + account.text(); }
std::string totp_place(Id<Account> account) { return "totp:" + account.text(); }
std::string enrolment_place(Id<Account> account) { return "enrolment:" + account.text(); }

/// What a browser calls itself, for a list that its owner reads.
std::string shown_browser(std::string_view browser) {
    std::string shown;
    for (const char c : browser.substr(0, longest_browser))
        if (c >= ' ' && c <= '~') shown += c;
    return shown;
}

std::vector<std::string> hashes_of(const std::vector<std::string>& codes) {
    std::vector<std::string> hashes;
    for (const std::string& code : codes) hashes.push_back(secrets::recovery_code_hash(code));
    return hashes;
}

bool looks_like_app_code(std::string_view typed) {
    return std::ranges::none_of(typed, [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
}

} // namespace

SignIn::SignIn(db::Database& database, const Clock& clock, const secrets::SealingKey& key)
    : database_(database), clock_(clock), key_(key), passwords_(clock), codes_(clock) {}

/// Who has a passkey and nothing else may go on with the first factor alone, as before, unless more is demanded: a
/// passkey may be on a device that is not at hand.
Stage SignIn::stage_after_first_factor(const Account& account) {
    const bool demanded = account.second_factor == SecondFactor::demanded;
    if (account.has_totp || (demanded && account.passkeys > 0)) return Stage::second_factor;
    return demanded ? Stage::enrolment : Stage::whole;
}

bool SignIn::still_good(db::Connection& connection, const Visit& visit) {
    const auto sessions = store::sessions_of(connection, visit.account.id);
    const auto account = store::find(connection, visit.account.id);
    return account && account->state == AccountState::active &&
           std::ranges::find(sessions, visit.session.id, &Session::id) != sessions.end();
}

std::expected<void, Refusal> SignIn::begin_attempt(SignInThrottle& throttle, const Attempt& attempt) {
    if (const auto wait = throttle.begin(attempt))
        return refuse("refusal.sign_in.wait", {{"seconds", std::to_string(wait->count())}});
    return {};
}

void SignIn::note(db::Connection& connection, Event event, std::optional<Id<Account>> account,
                  std::optional<Id<Account>> actor, const From& from) const {
    store::append(
        connection,
        {.at = timestamp(clock_.now()), .event = event, .account = account, .actor = actor, .address = from.address});
}

/// Without an account or without a password the same work is done.
bool SignIn::password_is_right(const std::optional<Account>& account, std::string_view typed) {
    std::optional<secrets::SecretBytes> stored;
    if (account && account->state == AccountState::active)
        if (const auto sealed = store::password(*database_.read(), account->id))
            stored = secrets::open_sealed(key_, *sealed, password_place(account->id));
    const auto hash = stored ? std::optional(stored->text()) : std::nullopt;
    {
        const std::scoped_lock one_at_a_time(hashing_);
        if (secrets::verify_password(hash, typed) == secrets::Verdict::wrong) return false;
    }
    if (secrets::needs_rehash(*hash) == secrets::Rehash::needed)
        if (const auto password = secrets::Password::typed(typed)) {
            const auto sealed = sealed_password(*account, *password);
            database_.write([&](db::Connection& connection) { store::set_password(connection, account->id, sealed); });
        }
    return true;
}

std::vector<std::byte> SignIn::sealed_password(const Account& account, const secrets::Password& password) {
    std::string hash;
    {
        const std::scoped_lock one_at_a_time(hashing_);
        hash = secrets::hash_password(password);
    }
    return secrets::seal(key_, std::as_bytes(std::span(hash)), password_place(account.id));
}

Begun SignIn::begin(db::Connection& connection, const Account& account, Session session, const From& from,
                    std::optional<Clock::Time> proved_at) {
    const auto now = clock_.now();
    {
        const std::scoped_lock lock(seen_mutex_);
        std::erase_if(seen_, [&](const auto& one) { return now - one.second > longest_silence; });
    }
    session.browser = shown_browser(from.browser);
    session.seen_at = now;
    session.proved_at = proved_at.value_or(now);
    Begun begun{Token::random(), std::nullopt, session.stage, account.language};
    store::put_session(connection, session, begun.session.hash(TokenPurpose::session));
    store::forget_what_is_over(connection, now, timestamp(now - addresses_kept));
    if (session.stage != Stage::whole) return begun;
    begun.device = Token::random();
    store::put_device(connection, account.id, begun.device->hash(TokenPurpose::device), now);
    return begun;
}

std::expected<Begun, Refusal> SignIn::with_password(std::string_view email, std::string_view password,
                                                    const From& from) {
    const auto address = read_email(email);
    std::optional<Account> account;
    Attempt attempt{address ? *address : std::string("-"), from.address, false};
    {
        const auto reader = database_.read();
        if (address) account = store::find_by_email(*reader, *address);
        attempt.known_device = account && from.device &&
                               store::knows_device(*reader, account->id, from.device->hash(TokenPurpose::device),
                                                   clock_.now() - device_lifetime);
    }
    if (const auto begun = begin_attempt(passwords_, attempt); !begun) return std::unexpected(begun.error());
    if (!password_is_right(account, password)) {
        passwords_.failed(attempt);
        database_.write([&](db::Connection& connection) {
            note(connection, Event::sign_in_failed, account ? std::optional(account->id) : std::nullopt, std::nullopt,
                 from);
        });
        return refuse("refusal.sign_in.wrong");
    }
    passwords_.succeeded(attempt);
    Session session;
    session.id = Uuid::make(clock_);
    session.account = account->id;
    session.began_at = clock_.now();
    session.stage = stage_after_first_factor(*account);
    return database_.write([&](db::Connection& connection) {
        if (session.stage == Stage::whole) note(connection, Event::signed_in, account->id, account->id, from);
        return begin(connection, *account, session, from);
    });
}

std::expected<Begun, Refusal> SignIn::with_code(const Token& token, std::string_view typed, const From& from) {
    const auto half = visit(token);
    if (!half || half->session.stage != Stage::second_factor) return refuse("refusal.sign_in.session");
    const Account& account = half->account;
    // By account alone, which stands for the address, too: whoever comes here knows the password, so that no stranger
    // can use up the attempts, and nobody those of others.
    const Attempt attempt{"code:" + account.id.text(), account.id.text(), false};
    if (const auto begun = begin_attempt(codes_, attempt); !begun) return std::unexpected(begun.error());

    std::string used; // hash of the recovery code that was typed
    if (!looks_like_app_code(typed)) {
        const auto hashes = store::recovery_codes(*database_.read(), account.id);
        if (const auto place = secrets::matching_recovery_code(hashes, typed)) used = hashes[*place];
    }
    auto begun = database_.write([&](db::Connection& connection) -> std::expected<Begun, Refusal> {
        if (!still_good(connection, *half)) return refuse("refusal.sign_in.session");
        if (!used.empty()) {
            auto hashes = store::recovery_codes(connection, account.id);
            if (std::erase(hashes, used) == 0) return refuse("refusal.sign_in.wrong_code");
            store::set_recovery_codes(connection, account.id, hashes);
            note(connection, Event::recovery_code_used, account.id, account.id, from);
        } else {
            auto totp = store::totp(connection, account.id);
            const auto secret = totp ? secrets::open_sealed(key_, totp->sealed, totp_place(account.id)) : std::nullopt;
            const auto last =
                totp && totp->last_step ? std::optional(secrets::TimeStep{*totp->last_step}) : std::nullopt;
            const auto step = secret ? secrets::accept_totp(secret->bytes(), typed, clock_.now(), last) : std::nullopt;
            if (!step) return refuse("refusal.sign_in.wrong_code");
            totp->last_step = step->number;
            store::set_totp(connection, account.id, totp);
        }
        Session session = half->session;
        session.stage = Stage::whole;
        note(connection, Event::signed_in, account.id, account.id, from);
        return begin(connection, account, session, from);
    });
    if (begun) {
        codes_.succeeded(attempt);
    } else {
        codes_.failed(attempt);
        database_.write([&](db::Connection& connection) {
            note(connection, Event::sign_in_failed, account.id, std::nullopt, from);
        });
    }
    return begun;
}

/// When a session was used is kept in memory between writes, so that reading a page never waits for the writer.
Clock::Time SignIn::seen(const Session& session) {
    const std::scoped_lock lock(seen_mutex_);
    const auto found = seen_.find(session.id);
    return found == seen_.end() ? session.seen_at : std::max(found->second, session.seen_at);
}

void SignIn::note_seen(const Session& session, Clock::Time now) {
    const std::scoped_lock lock(seen_mutex_);
    seen_[session.id] = now;
}

std::optional<Visit> SignIn::visit(const Token& token, Noting noting) {
    std::optional<Visit> found;
    const auto now = clock_.now();
    Clock::Time stored;
    {
        const auto reader = database_.read();
        auto session = store::find_session(*reader, token.hash(TokenPurpose::session));
        if (!session) return std::nullopt;
        stored = session->seen_at;
        session->seen_at = seen(*session);
        if (!session->valid(now)) return std::nullopt;
        auto account = store::find(*reader, session->account);
        if (!account || account->state != AccountState::active) return std::nullopt;
        found = Visit{*session, std::move(*account)};
    }
    note_seen(found->session, now);
    if (noting == Noting::database && now - stored >= noted_once_a)
        database_.write([&](db::Connection& connection) { store::touch_session(connection, found->session.id, now); });
    return found;
}

void SignIn::sign_out(const Token& token, const From& from) {
    database_.write([&](db::Connection& connection) {
        const auto session = store::find_session(connection, token.hash(TokenPurpose::session));
        if (!session) return;
        store::remove_session(connection, session->id);
        note(connection, Event::signed_out, session->account, session->account, from);
    });
}

std::vector<Session> SignIn::sessions_of(Id<Account> account) {
    auto sessions = store::sessions_of(*database_.read(), account);
    for (Session& session : sessions) session.seen_at = seen(session);
    std::erase_if(sessions, [&](const Session& session) { return !session.valid(clock_.now()); });
    return sessions;
}

void SignIn::end_session(const Visit& visit, const Uuid& session, const From& from) {
    database_.write([&](db::Connection& connection) {
        const auto own = store::sessions_of(connection, visit.account.id);
        if (std::ranges::find(own, session, &Session::id) == own.end()) return;
        store::remove_session(connection, session);
        note(connection, Event::sessions_ended, visit.account.id, visit.account.id, from);
    });
}

void SignIn::end_other_sessions(const Visit& visit, const From& from) {
    database_.write([&](db::Connection& connection) {
        store::remove_sessions(connection, visit.account.id, visit.session.id);
        note(connection, Event::sessions_ended, visit.account.id, visit.account.id, from);
    });
}

std::expected<Begun, Refusal> SignIn::prove(const Visit& visit, std::string_view password, const From& from) {
    // Whoever holds the session may be a stranger at somebody's desk: as many attempts as anywhere.
    const Attempt attempt{"proof:" + visit.account.id.text(), visit.account.id.text(), false};
    if (const auto begun = begin_attempt(passwords_, attempt); !begun) return std::unexpected(begun.error());
    if (!password_is_right(visit.account, password)) {
        passwords_.failed(attempt);
        database_.write([&](db::Connection& connection) {
            note(connection, Event::sign_in_failed, visit.account.id, std::nullopt, from);
        });
        return refuse("refusal.sign_in.wrong_password");
    }
    passwords_.succeeded(attempt);
    return database_.write([&](db::Connection& connection) -> std::expected<Begun, Refusal> {
        if (!still_good(connection, visit)) return refuse("refusal.sign_in.session");
        return begin(connection, visit.account, visit.session, from);
    });
}

std::optional<Account> SignIn::account_of_link(const Token& link) {
    const auto reader = database_.read();
    const auto found = store::find_link(*reader, link.hash(TokenPurpose::one_time_link));
    if (!found || found->expires_at <= timestamp(clock_.now())) return std::nullopt;
    auto account = store::find(*reader, found->account);
    return account && account->state == AccountState::active ? account : std::nullopt;
}

/// What somebody would try for this account: names of the person, the organisation and the site.
std::vector<std::string> SignIn::words_of(db::Connection& connection, const Account& account) const {
    std::vector<std::string> words{account.name};
    if (account.email) words.push_back(*account.email);
    if (const auto person = account.person ? interregio::find(connection, *account.person) : std::nullopt) {
        words.push_back(person->given_name);
        words.push_back(person->family_name);
    }
    if (const auto organisation = interregio::find(connection, account.organisation)) {
        if (organisation->short_name) words.push_back(*organisation->short_name);
        for (const auto& version : organisation->name.versions) words.push_back(version.body);
    }
    for (const auto& id : all_ids<Site>(connection))
        if (const auto site = interregio::find(connection, id))
            for (const auto& version : site->name.versions) words.push_back(version.body);
    return words;
}

std::expected<void, Refusal> SignIn::set_password(const Token& link, std::string_view password,
                                                  std::string_view repeated, const From& from) {
    const auto account = account_of_link(link);
    if (!account) return refuse("refusal.account.link");
    const auto words = words_of(*database_.read(), *account);
    const auto chosen = secrets::Password::choose(password, words);
    if (!chosen) return std::unexpected(chosen.error());
    if (password != repeated) return refuse("refusal.password.repeated");
    const auto sealed = sealed_password(*account, *chosen);
    return database_.write([&](db::Connection& connection) -> std::expected<void, Refusal> {
        // Two who use the link at the same time: the second comes too late.
        const auto found = store::find_link(connection, link.hash(TokenPurpose::one_time_link));
        if (!found || found->account != account->id) return refuse("refusal.account.link");
        store::remove_link(connection, account->id);
        store::set_password(connection, account->id, sealed);
        store::remove_sessions(connection, account->id);
        store::remove_devices(connection, account->id);
        note(connection, Event::password_set, account->id, account->id, from);
        return {};
    });
}

std::expected<Begun, Refusal> SignIn::change_password(const Visit& visit, std::string_view current,
                                                      std::string_view password, std::string_view repeated,
                                                      const From& from) {
    const auto words = words_of(*database_.read(), visit.account);
    const auto chosen = secrets::Password::choose(password, words);
    if (!chosen) return std::unexpected(chosen.error());
    if (password != repeated) return refuse("refusal.password.repeated");
    if (auto proved = prove(visit, current, from); !proved) return proved;
    const auto sealed = sealed_password(visit.account, *chosen);
    return database_.write([&](db::Connection& connection) -> std::expected<Begun, Refusal> {
        if (!still_good(connection, visit)) return refuse("refusal.sign_in.session");
        store::set_password(connection, visit.account.id, sealed);
        store::remove_link(connection, visit.account.id);
        store::remove_sessions(connection, visit.account.id);
        store::remove_devices(connection, visit.account.id);
        note(connection, Event::password_set, visit.account.id, visit.account.id, from);
        return begin(connection, visit.account, visit.session, from);
    });
}

SignIn::Enrolment SignIn::begin_totp(const Account& account, std::string_view site) const {
    const auto secret = secrets::new_totp_secret();
    return {secrets::base32(secret.bytes()),
            secrets::otpauth_address(site, account.email.value_or(account.name), secret.bytes()),
            secrets::base64url(secrets::seal(key_, secret.bytes(), enrolment_place(account.id)))};
}

std::optional<SignIn::Enrolment> SignIn::continue_totp(const Account& account, std::string_view site,
                                                       std::string_view sealed) const {
    const auto bytes = secrets::read_base64url(sealed);
    const auto secret = bytes ? secrets::open_sealed(key_, bytes->bytes(), enrolment_place(account.id)) : std::nullopt;
    if (!secret) return std::nullopt;
    return Enrolment{secrets::base32(secret->bytes()),
                     secrets::otpauth_address(site, account.email.value_or(account.name), secret->bytes()),
                     std::string(sealed)};
}

std::expected<SignIn::Enrolled, Refusal> SignIn::set_totp(const Visit& visit, std::string_view sealed,
                                                          std::string_view typed, const From& from) {
    const Account& account = visit.account;
    const auto bytes = secrets::read_base64url(sealed);
    const auto secret = bytes ? secrets::open_sealed(key_, bytes->bytes(), enrolment_place(account.id)) : std::nullopt;
    if (!secret || visit.session.stage == Stage::second_factor) return refuse("refusal.sign_in.session");
    const auto step = secrets::accept_totp(secret->bytes(), typed, clock_.now(), std::nullopt);
    if (!step) return refuse("refusal.sign_in.wrong_code");
    auto codes = secrets::new_recovery_codes();
    const auto hashes = hashes_of(codes);
    const store::Totp totp{secrets::seal(key_, secret->bytes(), totp_place(account.id)), step->number};
    auto begun = database_.write([&](db::Connection& connection) -> std::expected<Begun, Refusal> {
        if (!still_good(connection, visit)) return refuse("refusal.sign_in.session");
        store::set_totp(connection, account.id, totp);
        store::set_recovery_codes(connection, account.id, hashes);
        store::remove_sessions(connection, account.id);
        note(connection, Event::second_factor_set, account.id, account.id, from);
        if (visit.session.stage == Stage::enrolment) note(connection, Event::signed_in, account.id, account.id, from);
        Session session = visit.session;
        session.stage = Stage::whole;
        return begin(connection, account, session, from);
    });
    if (!begun) return std::unexpected(begun.error());
    return Enrolled{std::move(*begun), std::move(codes)};
}

std::vector<std::string> SignIn::new_recovery_codes(const Visit& visit, const From& from) {
    auto codes = secrets::new_recovery_codes();
    const auto hashes = hashes_of(codes);
    database_.write([&](db::Connection& connection) {
        store::set_recovery_codes(connection, visit.account.id, hashes);
        note(connection, Event::recovery_codes_made, visit.account.id, visit.account.id, from);
    });
    return codes;
}

std::expected<void, Refusal> SignIn::remove_totp(const Visit& visit, const From& from) {
    return database_.write([&](db::Connection& connection) -> std::expected<void, Refusal> {
        const auto account = store::find(connection, visit.account.id);
        if (!account || (account->second_factor == SecondFactor::demanded && account->passkeys == 0))
            return refuse("refusal.account.second_factor_demanded");
        store::set_totp(connection, account->id, std::nullopt);
        store::set_recovery_codes(connection, account->id, {});
        store::remove_sessions(connection, account->id, visit.session.id);
        note(connection, Event::second_factor_removed, account->id, account->id, from);
        return {};
    });
}

std::size_t SignIn::recovery_codes_left(Id<Account> account) {
    return store::recovery_codes(*database_.read(), account).size();
}

void SignIn::set_language(const Visit& visit, Language language, const From& from) {
    database_.write([&](db::Connection& connection) {
        auto account = store::find(connection, visit.account.id);
        if (!account || account->language == language) return;
        account->language = language;
        store::change(connection, *account, {});
        note(connection, Event::language_changed, account->id, account->id, from);
    });
}

} // namespace interregio::accounts
