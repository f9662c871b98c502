#pragma once
// What is said of an organisation: statements of the same thing stand together, the preferred one first.

#include "modules/organisations/organisation.h"
#include "modules/portal/pieces.h"

namespace interregio::portal {

struct FactStatement {
    std::optional<double> number;
    Exactness exactness = Exactness::exact;
    std::optional<std::string> unit;
    std::optional<PartialDate> date;
    std::optional<ShownText> note;
    std::optional<PartialDate> as_of;
    SourceNote source;
    std::optional<OrganisationLink> stated_by; ///< where it is not the publisher of the source
    Preference preference = Preference::stated;
};

enum class Agreeing { same, different };

struct FactGroup {
    Measure measure = Measure::other;
    std::optional<ShownText> label; ///< for `other`
    std::vector<FactStatement> statements;
    Agreeing agreeing = Agreeing::same; ///< whether all statements give the same value
};

/// In the order in which the record first speaks of each.
[[nodiscard]] std::vector<FactGroup> fact_groups(const Reading& reading, const std::vector<Fact>& facts);

} // namespace interregio::portal
