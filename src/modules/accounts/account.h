#pragma once
// An account: somebody of a partner organisation who may sign in, and as what. Values and their rules.

#include "base/clock.h"
#include "base/id.h"
#include "base/language.h"
#include "base/refusal.h"
#include "base/visibility.h"
#include "modules/organisations/organisation.h"
#include "modules/partnerships/partnership.h"

#include <array>
#include <chrono>
#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace interregio::accounts {

/// `closed` is for ever.
enum class AccountState { active, suspended, closed };
constexpr auto enum_names(AccountState) { return std::array<std::string_view, 3>{"active", "suspended", "closed"}; }

/// Whether somebody has to have a second factor, because an administrator says so.
enum class SecondFactor { allowed, demanded };
constexpr auto enum_names(SecondFactor) { return std::array<std::string_view, 2>{"allowed", "demanded"}; }

/// Each of reader, editor and publisher may do what those before may. An administrator looks after accounts and may
/// read, but changes no record: who gives out rights does not by that get them (OWASP ASVS 4.0.3, 1.4.3).
enum class Role { reader, editor, publisher, administrator };
constexpr auto enum_names(Role) {
    return std::array<std::string_view, 4>{"reader", "editor", "publisher", "administrator"};
}
inline constexpr std::array all_roles{Role::reader, Role::editor, Role::publisher, Role::administrator};

/// Whether somebody with `role` may do what needs `need`.
[[nodiscard]] bool covers(Role role, Role need);

struct Grant {
    Uuid id;
    Role role = Role::reader;
    Scope scope; ///< an organisation and what belongs to it, or a partnership and what its parties share
    /// Key of the provider of sign-on that has given it and may end it; none where an administrator has.
    std::optional<std::string> provider{};
    friend bool operator==(const Grant&, const Grant&) = default;
};

/// That a person of a provider of sign-on is this account.
struct SignOnBinding {
    std::string provider; ///< its key
    std::string issuer;
    std::string subject; ///< what the provider calls the person
    std::string bound_at;
    friend bool operator==(const SignOnBinding&, const SignOnBinding&) = default;
};

struct Account {
    Id<Account> id;
    std::optional<Id<Person>> person; ///< none when closed: the record may then lose the person
    Id<Organisation> organisation;
    std::string name;                 ///< of the person, as it was when the account was last changed
    std::optional<std::string> email; ///< what is typed to sign in; none when closed
    Language language;                ///< that of letters and of the first page after signing in
    AccountState state = AccountState::active;
    SecondFactor second_factor = SecondFactor::allowed;
    bool has_password = false;
    bool has_totp = false;
    std::int64_t passkeys = 0; ///< how many
    std::string made_at;
    std::optional<Id<Account>> successor; ///< who has taken over when it was closed
    std::vector<Grant> grants;            ///< those that have not ended
    std::vector<SignOnBinding> sign_ons;  ///< one a provider at most

    [[nodiscard]] bool has_second_factor() const { return has_totp || passkeys > 0; }
    /// Whether there is something to sign in with.
    [[nodiscard]] bool has_way_in() const { return has_password || !sign_ons.empty(); }
};

/// Who does something: the argument of whatever may be refused. Nobody signed in is anyone().
class Actor {
  public:
    [[nodiscard]] static Actor anyone() { return {}; }
    /// Somebody whose account is active.
    explicit Actor(const Account& account)
        : account_(account.id), organisation_(account.organisation), name_(account.name), grants_(account.grants) {}

    [[nodiscard]] bool signed_in() const { return account_.has_value(); }
    [[nodiscard]] const std::optional<Id<Account>>& account() const { return account_; }
    [[nodiscard]] const std::optional<Id<Organisation>>& organisation() const { return organisation_; }
    [[nodiscard]] const std::string& name() const { return name_; } ///< for the journal
    [[nodiscard]] const std::vector<Grant>& grants() const { return grants_; }

    /// Whether a role that covers `need` was given for that scope, or for anything.
    [[nodiscard]] bool may(Role need, const Scope& scope) const;
    [[nodiscard]] bool may_anywhere(Role need) const;

  private:
    Actor() = default;
    std::optional<Id<Account>> account_;
    std::optional<Id<Organisation>> organisation_;
    std::string name_;
    std::vector<Grant> grants_;
};

inline constexpr std::size_t longest_email = 254; ///< RFC 5321, 4.5.3.1.3, without the brackets

/// An address as it is stored and compared: trimmed, small letters. Refused with refusal.account.email {found} when it
/// has not the form name@host of RFC 5321 without comments and quotes. Whether it exists, only a letter would show.
[[nodiscard]] std::expected<std::string, Refusal> read_email(std::string_view typed);

// How long things last.
/// 12 hours, or 30 minutes without a request: ASVS 4.0.3, 3.3.2, level 2; NIST SP 800-63B, 4.2.3.
inline constexpr std::chrono::hours longest_session{12};
inline constexpr std::chrono::minutes longest_silence{30};
/// After the password, for the second factor.
inline constexpr std::chrono::minutes longest_half_session{10};
/// Before what is dangerous, who somebody is must have been shown that recently (ASVS 4.0.3, 3.7.1).
inline constexpr std::chrono::minutes fresh_proof{10};
/// For a link that an administrator hands over, by telephone, letter or mail (ASVS 4.0.3, 2.3.1).
inline constexpr std::chrono::days link_lifetime{3};
inline constexpr std::chrono::days device_lifetime{180};

} // namespace interregio::accounts
