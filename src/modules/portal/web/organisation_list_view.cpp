#include "modules/portal/web/organisation_names.h"
#include "modules/portal/web/organisation_view.h"
#include "modules/portal/web/parts.h"

#include <algorithm>

namespace interregio::portal::web {

using namespace html;

std::vector<OrganisationLink> by_name(const View& view, std::vector<OrganisationLink> list) {
    std::ranges::sort(list, [&](const OrganisationLink& a_link, const OrganisationLink& b_link) {
        return view.words.sorts_before(a_link.page.name.body, b_link.page.name.body);
    });
    return list;
}

Node members_list(const View& view, const std::vector<OrganisationLink>& list) {
    return ul(cls("members"), each(by_name(view, list), [&](const OrganisationLink& link_to) {
                  return li(a(href(view.paths.to(link_to)), line(view, link_to.page.name)));
              }));
}

PageParts organisation_list_view(const View& view, const std::vector<OrganisationEntry>& entries) {
    PageParts parts;
    parts.title = view.text("nav.organisations");
    parts.description = view.text("organisations.lead");
    parts.current = NavigationItem::organisations;
    parts.breadcrumb = {{text(parts.title), std::nullopt}};
    Node sections;
    std::vector<OrganisationLink> parties;
    for (const auto& party : view.site.parties) parties.push_back(party.organisation);
    if (!parties.empty())
        sections += section_of_page(
            "parties", view.text("organisations.parties"),
            ul(cls("tiles"), each(parties, [&](const OrganisationLink& link_to) {
                   return li(party_cls(view, "tile", link_to.page.id),
                             a(href(view.paths.to(link_to)), line(view, link_to.page.name)),
                             when(link_to.short_name, [](const std::string& words) { return p(words); }));
               })));
    constexpr auto kinds = enum_names(OrganisationKind{});
    for (std::size_t i = 0; i < kinds.size(); ++i) {
        const auto kind = static_cast<OrganisationKind>(i);
        std::vector<OrganisationLink> of_kind;
        for (const auto& entry : entries)
            if (entry.kind == kind && !view.site.party(entry.organisation.page.id))
                of_kind.push_back(entry.organisation);
        if (of_kind.empty()) continue;
        std::string section_id = "kind-" + std::string(kinds[i]);
        std::ranges::replace(section_id, '_', '-');
        sections +=
            section_of_page(section_id, view.named(kind, "organisation.kind.plural."), members_list(view, of_kind));
    }
    parts.contents = group(div(cls("wrap"), header(cls("page-head"), h1(cls("kern-heading-x-large"), parts.title),
                                                   div(cls("lead"), p(view.text("organisations.lead"))))),
                           sections);
    return parts;
}

} // namespace interregio::portal::web
