#pragma once
#include "modules/portal/organisation_facts.h"
#include "modules/portal/web/view.h"

namespace interregio::portal::web {

/// Where there is little room, a source is named by its publisher alone; its title is on the organisation's own page.
enum class SourceDetail { title, publisher };

/// What is said of an organisation, each statement with its date and source; disagreement is named.
[[nodiscard]] html::Node facts_list(const View& view, const std::vector<FactGroup>& groups,
                                    SourceDetail detail = SourceDetail::title);

/// The value of one statement: a number with its unit, a date, or words.
[[nodiscard]] html::Node fact_value(const View& view, const FactStatement& statement);

} // namespace interregio::portal::web
