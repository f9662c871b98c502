#pragma once
// What pages say to programs about what they show: JSON-LD in the words of schema.org, in the language of the page.
// Only what the page itself says, and only what is true: an idea is no scheduled event. (The whole record is open
// data.)

#include "modules/portal/activity_page.h"
#include "modules/portal/home_page.h"
#include "modules/portal/organisation_page.h"
#include "modules/portal/partnership_page.h"
#include "modules/portal/series_page.h"
#include "modules/portal/web/shell.h"

namespace interregio::portal::web {

/// Adds data about the page, its share picture, and whether it can be embedded. Nothing for pages of other kinds.
void add_linked_data(const View& view, const ActivityPage& page, PageParts& parts);
void add_linked_data(const View& view, const OrganisationPage& page, PageParts& parts);
void add_linked_data(const View& view, const PartnershipPage& page, PageParts& parts);
void add_linked_data(const View& view, const SeriesPage& page, PageParts& parts);
void add_linked_data(const View& view, const HomePage& page, PageParts& parts);
template <class Page> void add_linked_data(const View&, const Page&, PageParts&) {}

/// BreadcrumbList: the way to the page; empty where there is none.
[[nodiscard]] std::string breadcrumb_data(const View& view, const PageParts& parts);

} // namespace interregio::portal::web
