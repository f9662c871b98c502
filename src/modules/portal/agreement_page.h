#pragma once
// An agreement: when it was signed according to whom, by whom, on what; and its documents.

#include "modules/partnerships/partnership.h"
#include "modules/portal/pieces.h"

namespace interregio::portal {

/// When and where it was signed, as one source has it.
struct SigningStatement {
    PartialDate date;
    std::optional<PlaceName> place;
    SourceNote source;
    Preference preference = Preference::stated;
};

struct SignatoryLine {
    PersonName person;
    OrganisationLink organisation;
    std::optional<ShownText> function; ///< held that day
    std::vector<SourceNote> sources;   ///< who names them
};

struct AgreedFieldLine {
    PageLink field;
    std::vector<SourceNote> sources;
};

struct AgreementCard {
    PageLink page;
    AgreementKind kind = AgreementKind::other;
    PartialDate signed_on; ///< as the preferred source has it
    std::optional<ShownText> summary;
};

struct AgreementPage {
    PageLink page;
    AgreementKind kind = AgreementKind::other;
    PageLink partnership;
    std::vector<OrganisationLink> parties;
    std::optional<ShownText> summary;
    std::vector<SigningStatement> signings; ///< the preferred one first
    std::vector<SignatoryLine> signatories;
    std::vector<AgreedFieldLine> fields;
    std::vector<Download> documents;
    std::optional<Picture> picture;
    std::vector<SourceNote> sources; ///< all that are named above, each once
};

/// Nothing when there is none with that id.
[[nodiscard]] std::optional<AgreementPage> agreement_page(const Reading& reading, Id<Agreement> id);
[[nodiscard]] std::vector<AgreementCard> agreement_cards(const Reading& reading, const std::vector<Id<Agreement>>& ids);

} // namespace interregio::portal
