#include "modules/portal/web/organisation_view.h"

#include "modules/portal/web/activity_cards_view.h"
#include "modules/portal/web/facts_view.h"
#include "modules/portal/web/map_view.h"
#include "modules/portal/web/organisation_names.h"
#include "modules/portal/web/parts.h"

namespace interregio::portal::web {

using namespace html;

namespace {

Node websites(const std::vector<Website>& list) {
    return p(each(list, " · ", [](const Website& website) {
        const auto url = Url::parse(website.url);
        const auto words = std::string_view(website.url).substr(website.url.find("://") + 3);
        Node shown_address = text(words.ends_with('/') ? words.substr(0, words.size() - 1) : words);
        if (!url) return shown_address;
        return a(href(*url), when(website.language, [](Language language) { return hreflang(language); }),
                 shown_address);
    }));
}

Node page_head(const View& view, const OrganisationPage& page) {
    const auto& name_shown = page.organisation.page.name;
    const auto party = party_class(view, page.organisation.page.id);
    return div(
        cls("wrap"),
        header(cls(party.empty() ? "page-head" : "page-head page-head--party " + party),
               p(cls("kern-preline"), span(view.named(page.kind, "organisation.kind.")),
                 when(page.seat, [&](const PlaceName& seat) { return group(" ", span(place(view, seat))); }),
                 when(!page.seat && page.country,
                      [&] { return group(" ", span(view.words.country_name(*page.country))); })),
               page_heading(view, name_shown),
               when(page.official_name,
                    [&](const ShownText& official) { return p(cls("lead"), lang_of(view, official), official.body); }),
               when(page.organisation.short_name, [&](const std::string& short_name) { return p(short_name); }),
               when(page.description, [&](const ShownText& words) { return lead(view, words); }),
               when(page.address, [&](const std::string& where) { return address(where); }),
               when(!page.websites.empty(), [&] { return websites(page.websites); })));
}

Node name_list(const View& view, const std::vector<OrganisationLink>& list) {
    return ul(cls("tags"), each(list, [&](const OrganisationLink& link_to) {
                  return li(a(cls("tag"), href(view.paths.to(link_to)), line(view, link_to.page.name)));
              }));
}

Node belonging(const View& view, const OrganisationPage& page) {
    const auto part = [&](std::string_view name, std::string_view key, const std::vector<OrganisationLink>& list) {
        return when(!list.empty(), [&] { return section_beside(name, view.text(key), name_list(view, list)); });
    };
    return group(part("parent", "organisation.parent",
                      page.parent ? std::vector{*page.parent} : std::vector<OrganisationLink>{}),
                 part("subsidiaries", "organisation.subsidiaries", page.subsidiaries),
                 part("member-of", "organisation.member_of", page.member_of));
}

} // namespace

PageParts organisation_view(const View& view, const OrganisationPage& page) {
    PageParts parts;
    parts.title = page.organisation.page.name.body;
    if (page.description) parts.description = teaser(*page.description, 160);
    parts.current = NavigationItem::organisations;
    parts.breadcrumb = {{text(view.text("nav.organisations")), Url::path(view.paths.organisations())},
                        {organisation_name(view, page.organisation), std::nullopt}};
    TimelineRequest of_organisation;
    of_organisation.organisation = page.organisation.page.slug;
    parts.contents = group(
        page_head(view, page),
        when(!page.facts.empty(),
             [&] { return section_beside("facts", view.text("organisation.facts"), facts_list(view, page.facts)); }),
        when(!page.members.empty(),
             [&] {
                 return section_beside(
                     "members",
                     view.words.count("organisation.members", static_cast<std::int64_t>(page.members.size())),
                     members_list(view, page.members));
             }),
        belonging(view, page),
        when(!page.partnerships.empty(),
             [&] {
                 return section_beside("partnerships", view.text("nav.partnerships"), tags(view, page.partnerships));
             }),
        map_section(view, page.map),
        when(!page.contacts.empty(),
             [&] {
                 return section_beside("contacts", view.text("partnership.contacts"),
                                       contact_list(view, page.contacts, 3));
             }),
        when(!page.activities.empty(), [&] {
            return section_with_link("activities", view.text("organisation.activities"),
                                     Url::path(view.paths.timeline(of_organisation)), view.text("timeline.all"),
                                     activity_cards(view, page.activities));
        }));
    return parts;
}

} // namespace interregio::portal::web
