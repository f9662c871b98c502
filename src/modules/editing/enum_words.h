#pragma once
// Under which keys the catalogues have the words for the values of an enum of the record.

#include "modules/kinds/kinds.h"

namespace interregio::editing {

[[nodiscard]] constexpr std::string_view words_of(ActivityKind) { return "activity.kind."; }
[[nodiscard]] constexpr std::string_view words_of(ActivityStatus) { return "activity.status."; }
[[nodiscard]] constexpr std::string_view words_of(Form) { return "activity.form."; }
[[nodiscard]] constexpr std::string_view words_of(Audience) { return "activity.audience."; }
[[nodiscard]] constexpr std::string_view words_of(DateStatementKind) { return "date_statement.kind."; }
[[nodiscard]] constexpr std::string_view words_of(OrganisationRole) { return "organisation.role."; }
[[nodiscard]] constexpr std::string_view words_of(PersonRole) { return "person.role."; }
[[nodiscard]] constexpr std::string_view words_of(HeadCount) { return "group.head_count."; }
[[nodiscard]] constexpr std::string_view words_of(OutcomeKind) { return "outcome.kind."; }
[[nodiscard]] constexpr std::string_view words_of(OutcomeState) { return "outcome.state."; }
[[nodiscard]] constexpr std::string_view words_of(OrganisationKind) { return "organisation.kind."; }
[[nodiscard]] constexpr std::string_view words_of(Measure) { return "measure."; }
[[nodiscard]] constexpr std::string_view words_of(Exactness) { return "fact.exactness."; }
[[nodiscard]] constexpr std::string_view words_of(Preference) { return "fact.preference."; }
[[nodiscard]] constexpr std::string_view words_of(PartnershipKind) { return "partnership.kind."; }
[[nodiscard]] constexpr std::string_view words_of(AgreementKind) { return "agreement.kind."; }

} // namespace interregio::editing
