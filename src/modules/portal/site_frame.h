#pragma once
// What stands round every page: the site, its languages, its partnerships and the partners.

#include "modules/portal/pieces.h"

namespace interregio::portal {

/// A partner, and its place in the order of its partnership: 0, 1 … Views give the first two a colour each.
struct PartyName {
    Id<Organisation> id;
    OrganisationLink organisation;
    std::optional<ShownText> town;
};

struct SiteFrame {
    ShownText name;
    std::optional<ShownText> tagline;
    std::vector<Language> languages;
    std::vector<PageLink> partnerships;
    std::vector<PartyName> parties; ///< of the only partnership; empty when there are several
    std::optional<std::string> email;

    /// The place of an organisation among the parties; nothing when it is none of them.
    [[nodiscard]] std::optional<std::size_t> party(const Uuid& organisation) const;
};

/// Nothing when the record is empty.
[[nodiscard]] std::optional<SiteFrame> site_frame(const Reading& reading);

} // namespace interregio::portal
