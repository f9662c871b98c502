#include "modules/portal/field_page.h"

#include "modules/partnerships/partnerships.h"
#include "modules/portal/portal_store.h"
#include "modules/record/records.h"

namespace interregio::portal {

namespace {
constexpr std::size_t activities_shown = 9;
}

std::optional<FieldPage> field_page(const Reading& reading, Id<FieldOfAction> id) {
    const auto field = find(reading.connection, id);
    if (!field) return std::nullopt;
    ActivityFilter in_field;
    in_field.field = id;
    return FieldPage{page_link(reading, id),
                     shown(field->description, reading.language),
                     page_links(reading, partnerships_on(reading.connection, id)),
                     activity_cards(reading, list_activities(reading.connection, in_field,
                                                             {activities_shown, std::nullopt, std::nullopt})),
                     count_activities(reading.connection, {.field = id}),
                     agreement_cards(reading, agreements_on(reading.connection, id)),
                     charts_of(reading, id)};
}

} // namespace interregio::portal
