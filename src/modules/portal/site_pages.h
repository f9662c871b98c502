#pragma once
// The pages about the site itself: contact, imprint, privacy, accessibility. Their texts are in the record.

#include "modules/portal/pieces.h"

#include <chrono>

namespace interregio::portal {

struct ContactGroup {
    OrganisationLink organisation;
    std::vector<ContactCard> contacts; ///< none: nobody has been named yet
    std::vector<std::string> websites; ///< where to go instead
};

struct ContactPage {
    std::optional<ShownText> words;
    std::vector<ContactGroup> groups; ///< one for each party, in the record's order; then other organisations
    std::optional<std::string> email;
};
[[nodiscard]] ContactPage contact_page(const Reading& reading, std::chrono::year_month_day today);

enum class LegalPageKind { imprint, privacy, accessibility };
constexpr auto enum_names(LegalPageKind) {
    return std::array<std::string_view, 3>{"imprint", "privacy", "accessibility"};
}

struct LegalPage {
    LegalPageKind kind = LegalPageKind::imprint;
    ShownText text;
};
/// Nothing when the record is empty.
[[nodiscard]] std::optional<LegalPage> legal_page(const Reading& reading, LegalPageKind kind);

} // namespace interregio::portal
