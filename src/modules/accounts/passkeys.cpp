#include "modules/accounts/passkeys.h"

#include "modules/accounts/account_store.h"
#include "modules/accounts/passkey_store.h"
#include "platform/passkeys/assertion.h"
#include "platform/passkeys/registration.h"
#include "platform/secrets/encodings.h"

#include <algorithm>

namespace interregio::accounts {

using passkeys::Bytes;
using passkeys::Problem;

/// A passkey whose signature was right, of who it should be.
struct Passkeys::Shown {
    Uuid passkey;
    Bytes credential;
    std::uint32_t counter = 0;
};

namespace {

/// Told to nobody outside: for them it is refusal.passkey.wrong.
constexpr std::string_view counter_refusal = "counter_went_back";

std::unexpected<Refusal> refuse_passkey(std::string_view what) {
    return std::unexpected(Refusal{"refusal.passkey." + std::string(what), {}});
}

/// Empty for what is no base64url, which then is nothing that can be right.
Bytes decoded(std::string_view text) {
    const auto bytes = secrets::read_base64url(text);
    return bytes ? Bytes(bytes->bytes().begin(), bytes->bytes().end()) : Bytes();
}

/// WebAuthn, 7.2, step 6. Where it is not known who it should be, the handle must say it.
bool is_of_who_it_should_be(Id<Account> account, const PasskeyAnswer& answer, const Visit* visit) {
    if (visit != nullptr && visit->account.id != account) return false;
    if (visit != nullptr && answer.user_handle.empty()) return true;
    return answer.user_handle == Passkeys::user_handle(account);
}

} // namespace

Passkeys::Passkeys(db::Database& database, const Clock& clock, SignIn& sign_in,
                   std::optional<passkeys::RelyingParty> party)
    : database_(database), clock_(clock), sign_in_(sign_in), party_(std::move(party)), challenges_(clock),
      attempts_(clock) {}

std::string Passkeys::challenge(Ceremony ceremony, std::string_view reader) const {
    return challenges_.give(ceremony, reader);
}

std::vector<Passkey> Passkeys::of(Id<Account> account) {
    std::vector<Passkey> list;
    for (auto& stored : store::passkeys_of(*database_.read(), account)) list.push_back(std::move(stored.passkey));
    return list;
}

std::vector<std::string> Passkeys::credentials_of(Id<Account> account) {
    std::vector<std::string> list;
    for (const auto& stored : store::passkeys_of(*database_.read(), account))
        list.push_back(secrets::base64url(stored.credential));
    return list;
}

std::string Passkeys::user_handle(Id<Account> account) {
    const std::string text = account.text();
    return secrets::base64url(std::as_bytes(std::span(text)));
}

std::expected<Begun, Refusal> Passkeys::add(const Visit& visit, std::string_view reader, const NewPasskeyAnswer& answer,
                                            const From& from) {
    if (!party_) return refuse_passkey("unavailable");
    if (visit.session.stage == Stage::second_factor) return std::unexpected(Refusal{"refusal.sign_in.session", {}});
    const auto label = read_label(answer.label);
    if (!label) return std::unexpected(label.error());
    std::string challenge;
    const auto made = passkeys::check_registration(
        *party_, {decoded(answer.client_data), decoded(answer.attestation)}, [&](std::string_view given) {
            challenge = given;
            return challenges_.is_good(Ceremony::registration, reader, given);
        });
    if (!made) return refuse_passkey(made.error() == Problem::wrong_challenge ? "stale" : "not_made");
    if (!challenges_.use_up(challenge)) return refuse_passkey("stale");
    return database_.write([&](db::Connection& connection) -> std::expected<Begun, Refusal> {
        if (!SignIn::still_good(connection, visit)) return std::unexpected(Refusal{"refusal.sign_in.session", {}});
        // 7.1, step 22, whosever it is.
        if (store::find_passkey(connection, made->id)) return refuse_passkey("registered");
        const auto id = visit.account.id;
        if (store::passkeys_of(connection, id).size() >= most_passkeys) return refuse_passkey("too_many");
        store::add_passkey(connection, {{Uuid::make(clock_), id, *label, timestamp(clock_.now()), std::nullopt},
                                        made->id,
                                        made->key,
                                        made->count});
        sign_in_.note(connection, Event::passkey_added, id, id, from);
        Session session = visit.session;
        if (session.stage == Stage::enrolment) {
            // Others that have shown no more than the password must not set up theirs.
            store::remove_sessions(connection, id);
            sign_in_.note(connection, Event::signed_in, id, id, from);
            session.stage = Stage::whole;
        }
        return sign_in_.begin(connection, visit.account, session, from);
    });
}

std::expected<Begun, Refusal> Passkeys::sign_in(std::string_view reader, const PasskeyAnswer& answer, const From& from,
                                                const std::optional<secrets::Token>& half) {
    return use(Ceremony::sign_in, reader, answer, from, nullptr, half);
}

std::expected<Begun, Refusal> Passkeys::prove(const Visit& visit, std::string_view reader, const PasskeyAnswer& answer,
                                              const From& from) {
    return use(Ceremony::proof, reader, answer, from, &visit, std::nullopt);
}

std::expected<Begun, Refusal> Passkeys::use(Ceremony ceremony, std::string_view reader, const PasskeyAnswer& answer,
                                            const From& from, const Visit* visit,
                                            const std::optional<secrets::Token>& half) {
    if (!party_) return refuse_passkey("unavailable");
    // Nothing can be guessed here; but each attempt costs a signature and a line in the log of events.
    const Attempt attempt{"passkey:" + answer.credential, from.address, false};
    if (auto begun = SignIn::begin_attempt(attempts_, attempt); !begun) return std::unexpected(begun.error());
    const auto shown = check(ceremony, reader, answer, visit);
    auto begun =
        shown
            ? database_.write([&](db::Connection& connection) { return accept(connection, *shown, from, visit, half); })
            : std::expected<Begun, Refusal>(std::unexpected(shown.error()));
    if (begun) {
        attempts_.succeeded(attempt);
        return begun;
    }
    attempts_.failed(attempt);
    note_failure(answer, begun.error(), from);
    if (begun.error().key == counter_refusal) return refuse_passkey("wrong");
    return begun;
}

/// 7.2, steps 5 to 20, and the challenge is used up.
std::expected<Passkeys::Shown, Refusal> Passkeys::check(Ceremony ceremony, std::string_view reader,
                                                        const PasskeyAnswer& answer, const Visit* visit) {
    const Bytes credential = decoded(answer.credential);
    const auto stored = store::find_passkey(*database_.read(), credential);
    // With a key that is none where the passkey is unknown: whether the challenge is good is said just so.
    const auto key = stored ? stored->key : passkeys::PublicKey{};
    std::string challenge;
    const auto counter = passkeys::check_assertion(
        *party_, {decoded(answer.client_data), decoded(answer.authenticator), decoded(answer.signature)}, key,
        [&](std::string_view given) {
            challenge = given;
            return challenges_.is_good(ceremony, reader, given);
        });
    if (!counter) return refuse_passkey(counter.error() == Problem::wrong_challenge ? "stale" : "wrong");
    if (!stored || !is_of_who_it_should_be(stored->passkey.account, answer, visit)) return refuse_passkey("wrong");
    if (!challenges_.use_up(challenge)) return refuse_passkey("stale");
    return Shown{stored->passkey.id, credential, *counter};
}

/// What may have changed since, and 7.2, step 21, in the transaction that begins the session.
std::expected<Begun, Refusal> Passkeys::accept(db::Connection& connection, const Shown& shown, const From& from,
                                               const Visit* visit, const std::optional<secrets::Token>& half) const {
    const auto stored = store::find_passkey(connection, shown.credential);
    if (!stored || stored->passkey.id != shown.passkey) return refuse_passkey("wrong");
    const auto account = store::find(connection, stored->passkey.account);
    if (!account || account->state != AccountState::active) return refuse_passkey("wrong");
    if (!passkeys::counter_may_follow(stored->counter, shown.counter))
        return std::unexpected(Refusal{std::string(counter_refusal), {}});
    store::use_passkey(connection, stored->passkey.id, shown.counter, timestamp(clock_.now()));
    if (visit != nullptr) {
        if (visit->session.stage != Stage::whole || !SignIn::still_good(connection, *visit))
            return std::unexpected(Refusal{"refusal.sign_in.session", {}});
        return sign_in_.begin(connection, *account, visit->session, from);
    }
    if (half)
        if (const auto session = store::find_session(connection, half->hash(secrets::TokenPurpose::session)))
            store::remove_session(connection, session->id);
    Session session;
    session.id = Uuid::make(clock_);
    session.account = account->id;
    session.began_at = clock_.now();
    sign_in_.note(connection, Event::signed_in_with_passkey, account->id, account->id, from);
    return sign_in_.begin(connection, *account, session, from);
}

void Passkeys::note_failure(const PasskeyAnswer& answer, const Refusal& refusal, const From& from) {
    database_.write([&](db::Connection& connection) {
        const auto stored = store::find_passkey(connection, decoded(answer.credential));
        const auto event = refusal.key == counter_refusal ? Event::passkey_counter_went_back : Event::sign_in_failed;
        sign_in_.note(connection, event, stored ? std::optional(stored->passkey.account) : std::nullopt, std::nullopt,
                      from);
    });
}

std::expected<void, Refusal> Passkeys::remove(const Visit& visit, const Uuid& passkey, const From& from) {
    return database_.write([&](db::Connection& connection) -> std::expected<void, Refusal> {
        const auto account = store::find(connection, visit.account.id);
        const auto own = store::passkeys_of(connection, visit.account.id);
        const auto is_it = [&](const store::StoredPasskey& one) { return one.passkey.id == passkey; };
        if (!account || std::ranges::none_of(own, is_it)) return {};
        if (account->second_factor == SecondFactor::demanded && !account->has_totp && own.size() == 1)
            return std::unexpected(Refusal{"refusal.account.second_factor_demanded", {}});
        store::remove_passkey(connection, passkey);
        store::remove_sessions(connection, account->id, visit.session.id);
        sign_in_.note(connection, Event::passkey_removed, account->id, account->id, from);
        return {};
    });
}

} // namespace interregio::accounts
