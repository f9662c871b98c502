#pragma once
// Rules by which more than one person publishes. Off unless somebody has switched them on:
//   of an organisation, nobody publishes alone: who made the last change of a record, and who changes what is public,
//   is not the only one who agrees to its being public; another publisher does, too; of a partnership, each party
//   agrees: what belongs to it becomes public, and is changed once it is, when a publisher of each party has agreed.
// Withdrawing needs nobody else. Which people may publish at all, rights.h says. That the rules are kept, changes.h
// sees to, whatever is changed from where.

#include "modules/accounts/accounts.h"
#include "modules/kinds/kinds.h"
#include "platform/db/database.h"

#include <expected>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace interregio::editing {

using accounts::Account;

struct PublishingRules {
    std::set<Id<Organisation>> nobody_alone;
    std::set<Id<Partnership>> parties_agree;
    [[nodiscard]] bool none() const { return nobody_alone.empty() && parties_agree.empty(); }
};
[[nodiscard]] PublishingRules publishing_rules(db::Connection& connection);

/// Somebody who may publish and says yes.
struct Consenting {
    Id<Account> account;
    Id<Organisation> organisation;
    std::string name; ///< as it stands in the history
};
/// Nothing for those who have not signed in.
[[nodiscard]] std::optional<Consenting> consenting(const accounts::Actor& actor);

/// What the rules ask of something that is to become public, or is and is to be changed.
struct Publication {
    std::vector<std::string> made_by; ///< of each of its records, who changed it last
    std::vector<std::pair<Id<Partnership>, std::vector<Id<Organisation>>>> partnerships; ///< with their parties
};

/// What is still missing before something may be public.
struct MissingConsent {
    bool publisher = false;                  ///< nobody who may publish has agreed
    bool second_person = false;              ///< somebody besides those who made it
    std::vector<Id<Organisation>> parties{}; ///< somebody of each of these, each named once
    [[nodiscard]] bool none() const { return !publisher && !second_person && parties.empty(); }
    friend bool operator==(const MissingConsent&, const MissingConsent&) = default;
};
/// `people` may publish it; an organisation counts as agreeing when one of them is of it.
[[nodiscard]] MissingConsent missing_consent(const PublishingRules& rules, const Publication& publication,
                                             const std::vector<Consenting>& people);
/// By the rules that are on. Only then is `weighed()` asked, which gives the Publication: that takes histories.
template <class Weighed>
[[nodiscard]] MissingConsent missing_consent(db::Connection& connection, const std::vector<Consenting>& people,
                                             const Weighed& weighed) {
    const PublishingRules rules = publishing_rules(connection);
    return missing_consent(rules, rules.none() ? Publication{} : weighed(), people);
}

/// Adds the partnerships to which a record belongs when it is public; of one that is not, also those to which it
/// belonged when it was the last time, so that nothing is taken out of a partnership by withdrawing it first.
template <Record T> void weigh(db::Connection& connection, const T& record, Publication& publication);

/// Who made the last change of a record: the name in its history. Empty when there is none.
[[nodiscard]] std::string last_author_of(db::Connection& connection, const Uuid& id);

/// A rule that somebody may switch.
struct RuleLine {
    Scope scope; ///< of an organisation, or of a partnership
    bool is_on = false;
    std::string since{}; ///< timestamp; like `set_by` empty when it is off
    std::string set_by{};
};
/// Of the organisations that somebody administers, and of the partnerships that these are parties to.
[[nodiscard]] std::vector<RuleLine> rules_for(db::Connection& connection, const accounts::Actor& actor);

enum class Switch { on, off };
/// With an event in the protocol of the one who does it. refusal.account.not_allowed for what is not in rules_for().
[[nodiscard]] std::expected<void, Refusal> set_rule(db::Connection& connection, const accounts::By& by,
                                                    const Scope& scope, Switch to, const Clock& clock);

namespace store {
void put_rule(db::Connection& connection, const Scope& scope, Id<Account> by, std::string_view at);
void remove_rule(db::Connection& connection, const Scope& scope);
/// Those that are on, with the name of who switched them on.
[[nodiscard]] std::vector<RuleLine> rules(db::Connection& connection);
} // namespace store

} // namespace interregio::editing
