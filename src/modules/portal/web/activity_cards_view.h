#pragma once
// Activities and agreements as cards, and the parts they share with the timeline.

#include "modules/portal/agreement_page.h"
#include "modules/portal/home_page.h"
#include "modules/portal/web/view.h"

namespace interregio::portal::web {

[[nodiscard]] html::Node activity_card(const View& view, const ActivityCard& card);
/// The large one that stands before the others.
[[nodiscard]] html::Node lead_card(const View& view, const ActivityCard& card);
[[nodiscard]] html::Node activity_cards(const View& view, const std::vector<ActivityCard>& cards);
/// "What is coming"; nothing where nothing is.
[[nodiscard]] html::Node coming_section(const View& view, const std::vector<ActivityCard>& cards);
/// The first large, the others as cards.
[[nodiscard]] html::Node lead_and_cards(const View& view, const std::vector<ActivityCard>& cards);
[[nodiscard]] html::Node agreement_cards(const View& view, const std::vector<AgreementCard>& cards);
[[nodiscard]] html::Node partnership_cards(const View& view, const std::vector<PartnershipCard>& cards);
[[nodiscard]] html::Node field_tiles(const View& view, const std::vector<FieldTile>& tiles);

} // namespace interregio::portal::web
