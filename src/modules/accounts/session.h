#pragma once
// Sessions, links and events of accounts. Values.

#include "modules/accounts/account.h"
#include "platform/secrets/token.h"

namespace interregio::accounts {

/// How far somebody has come.
enum class Stage {
    second_factor, ///< the password was right, the second factor is still to be shown
    enrolment,     ///< a second factor is demanded and none is set up: that is all that may be done
    whole
};
constexpr auto enum_names(Stage) { return std::array<std::string_view, 3>{"second_factor", "enrolment", "whole"}; }

struct Session {
    Uuid id;
    Id<Account> account;
    Stage stage = Stage::whole;
    std::string browser;                  ///< as it calls itself, at most longest_browser bytes
    Clock::Time began_at;                 ///< of the sign-in; stays when the token is changed
    Clock::Time seen_at;                  ///< of the last request, to the minute
    Clock::Time proved_at;                ///< when who it is was last shown by password, code or passkey
    std::optional<std::string> through{}; ///< key of the provider of sign-on through which it began

    /// Whether it is still good: by its age, and by how long nothing was heard of it.
    [[nodiscard]] bool valid(Clock::Time now) const;
    [[nodiscard]] bool freshly_proved(Clock::Time now) const { return now - proved_at <= fresh_proof; }
};
inline constexpr std::size_t longest_browser = 200;

enum class Event {
    signed_in,
    sign_in_failed,
    signed_out,
    sessions_ended,
    invited,
    link_renewed,
    password_set,
    second_factor_set,
    second_factor_removed,
    second_factor_demanded,
    second_factor_allowed,
    recovery_codes_made,
    recovery_code_used,
    suspended,
    resumed,
    closed,
    handed_over,
    role_granted,
    role_ended,
    language_changed,
    email_changed,
    passkey_added,
    passkey_removed,
    signed_in_with_passkey,
    passkey_counter_went_back,
    signed_in_through, ///< this and those below: by a provider of sign-on
    sign_on_bound,
    sign_on_removed,
    role_granted_through,
    role_ended_through,
    publishing_rule_set, ///< this and the next: a rule for publishing, see editing/publishing_rules.h
    publishing_rule_ended,
};
constexpr auto enum_names(Event) {
    return std::array<std::string_view, 32>{"signed_in",
                                            "sign_in_failed",
                                            "signed_out",
                                            "sessions_ended",
                                            "invited",
                                            "link_renewed",
                                            "password_set",
                                            "second_factor_set",
                                            "second_factor_removed",
                                            "second_factor_demanded",
                                            "second_factor_allowed",
                                            "recovery_codes_made",
                                            "recovery_code_used",
                                            "suspended",
                                            "resumed",
                                            "closed",
                                            "handed_over",
                                            "role_granted",
                                            "role_ended",
                                            "language_changed",
                                            "email_changed",
                                            "passkey_added",
                                            "passkey_removed",
                                            "signed_in_with_passkey",
                                            "passkey_counter_went_back",
                                            "signed_in_through",
                                            "sign_on_bound",
                                            "sign_on_removed",
                                            "role_granted_through",
                                            "role_ended_through",
                                            "publishing_rule_set",
                                            "publishing_rule_ended"};
}

/// What happened to an account, for the audit view.
struct AccountEvent {
    std::int64_t sequence = 0; ///< counts from 1; not read when one is added
    std::string at;
    Event event = Event::signed_in;
    std::optional<Id<Account>> account; ///< none for a failed sign-in with a name that nobody has
    std::optional<Id<Account>> actor;   ///< none for the operator at the command line, and for strangers
    std::optional<Role> role{};
    std::optional<Scope> scope{};
    std::string address{};                 ///< of the client; empty at the command line
    std::optional<std::string> provider{}; ///< key of the provider of sign-on that it is about
};

} // namespace interregio::accounts
