#pragma once
// The beginning of a record on an empty server: as much as somebody needs to sign in and go on in the browser; and how
// far they have come there.

#include "base/clock.h"
#include "modules/accounts/accounts.h"

#include <array>
#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace interregio::editing {

/// Whose server it is, and who begins. Texts as somebody types them.
struct Beginning {
    std::string organisation; ///< its official name
    std::string given_name;
    std::string family_name;
    std::string email;               ///< to sign in with, and of the site
    Language language;               ///< of the name of the organisation, of the account and of the site's first pages
    std::vector<Language> languages; ///< of the site, `language` among them; each spoken by the program
};

/// Makes the organisation (public, as the site names it as its publisher), the site with texts to start from (imprint,
/// privacy, accessibility), the person (seen by the organisation alone), and an account that may do all for the
/// organisation. Gives the link to set a password. In the write transaction, which is abandoned when it is refused:
/// refusal.begin.not_empty where there is an organisation or a site, refusal.begin.name_missing and those of
/// read_string() for names, of the account as in accounts::invite().
[[nodiscard]] std::expected<accounts::Invited, Refusal> begin(db::Connection& connection, const Beginning& beginning,
                                                              const Clock& clock);

enum class FirstStep { organisation, partner, partnership, activity, publish, done };
constexpr auto enum_names(FirstStep) {
    return std::array<std::string_view, 6>{"organisation", "partner", "partnership", "activity", "publish", "done"};
}
inline constexpr std::array first_steps_to_take{FirstStep::organisation, FirstStep::partner, FirstStep::partnership,
                                                FirstStep::activity, FirstStep::publish};

/// What is there of a record that was begun, as the connection sees it.
struct FirstSteps {
    bool organisation = false; ///< one's own is described: its country is known
    std::optional<Uuid> partner;
    std::optional<Uuid> partnership;
    std::optional<Uuid> activity;
    bool published = false; ///< a partnership and an activity are

    /// Whether that step has been taken; false of `done`.
    [[nodiscard]] bool has(FirstStep step) const;
    /// The first that has not; `done` when all have.
    [[nodiscard]] FirstStep next() const;
};
[[nodiscard]] FirstSteps first_steps(db::Connection& connection, Id<Organisation> own);

} // namespace interregio::editing
