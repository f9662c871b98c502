// Which address leads to which page. The words in the addresses come from the catalogues, so that a further language
// needs no code.
#include "modules/portal/addresses.h"
#include "modules/portal/web/activity_view.h"
#include "modules/portal/web/agreement_view.h"
#include "modules/portal/web/field_view.h"
#include "modules/portal/web/home_view.h"
#include "modules/portal/web/linked_data.h"
#include "modules/portal/web/organisation_view.h"
#include "modules/portal/web/partnership_view.h"
#include "modules/portal/web/portal.h"
#include "modules/portal/web/series_view.h"
#include "modules/portal/web/sharing_links.h"
#include "modules/portal/web/site_pages_view.h"
#include "modules/portal/web/timeline_view.h"

#include <set>

namespace interregio::portal::web {
namespace {

/// The same page in every language of the site.
template <class MakePath> void set_alternates(View& view, const MakePath& make_path) {
    for (const Language language : view.site.languages)
        if (const auto* words = Catalogue::find(language))
            view.alternates[language] = make_path(Paths(*words), language);
}

PageAnswer found(PageParts parts) { return {PageAnswer::Outcome::page, std::move(parts), {}}; }

template <class Page, class Draw>
PageAnswer found_or_not(const View& view, const std::optional<Page>& page, const Draw& draw) {
    if (!page) return {};
    PageParts parts = draw(view, *page);
    add_linked_data(view, *page, parts);
    return found(std::move(parts));
}

TimelineRequest timeline_request(const http::Request& request) {
    return {request.query.text("partnership"),  request.query.text("kind"),   request.query.text("field"),
            request.query.text("organisation"), request.query.text("series"), request.query.text("status"),
            request.query.text("year"),         request.query.text("before"), request.query.text("after")};
}

/// The pages of one record, by its kind.
PageAnswer record_page(const Reading& reading, const View& view, RecordKind kind, const Uuid& id,
                       std::chrono::year_month_day today) {
    switch (kind) {
    case RecordKind::partnership:
        return found_or_not(view, partnership_page(reading, Id<Partnership>(id), today), partnership_view);
    case RecordKind::activity:
        return found_or_not(view, activity_page(reading, Id<Activity>(id)), activity_view);
    case RecordKind::field_of_action:
        return found_or_not(view, field_page(reading, Id<FieldOfAction>(id)), field_view);
    case RecordKind::series:
        return found_or_not(view, series_page(reading, Id<Series>(id)), series_view);
    case RecordKind::agreement:
        return found_or_not(view, agreement_page(reading, Id<Agreement>(id)), agreement_view);
    case RecordKind::organisation:
        return found_or_not(view, organisation_page(reading, Id<Organisation>(id), today), organisation_view);
    default:
        return {};
    }
}

http::Handler redirect_to(std::string location, int status) {
    return [location = std::move(location), status](const http::Request&, const http::PathParameters&) {
        return http::Response::redirect(status, location);
    };
}

} // namespace

std::optional<std::string> Portal::preview(const Reading& reading, const Catalogue& words, RecordKind kind,
                                           const Uuid& id,
                                           std::function<std::string(RecordKind, const Uuid&)> member_files) const {
    const auto site = site_frame(reading);
    if (!site) return std::nullopt;
    View view{words, *site, assets_};
    view.base_url = options_.base_url;
    view.member_files = std::move(member_files);
    const PageAnswer answer = record_page(reading, view, kind, id, day_of(clock_.now()));
    if (answer.outcome != PageAnswer::Outcome::page) return std::nullopt;
    return document(view, answer.parts, options_.base_url);
}

void Portal::add_page(http::Router& router, const Catalogue& words, const std::string& pattern, MakePage make) {
    router.get(
        pattern, http::Access::anyone(),
        [this, &words, make = std::move(make)](const http::Request& request, const http::PathParameters& parameters) {
            return page(words, make, request, parameters);
        });
}

void Portal::add_record_page(http::Router& router, const Catalogue& words, RecordKind kind) {
    const Paths paths(words);
    add_page(
        router, words, paths.section(kind) + "/{slug}",
        [this, kind](const Reading& reading, View& view, const http::Request&, const http::PathParameters& parameters) {
            const auto& slug = parameters.at("slug");
            const auto address = find_page(reading, kind, slug, view.site.languages);
            if (!address) return PageAnswer{};
            if (address->slug != slug)
                return PageAnswer{PageAnswer::Outcome::moved, {}, view.paths.record(kind, address->slug)};
            const auto slugs = slugs_of(reading, kind, address->id, view.site.languages);
            set_alternates(
                view, [&](const Paths& other, Language language) { return other.record(kind, slugs.at(language)); });
            return record_page(reading, view, kind, address->id, day_of(clock_.now()));
        });
    router.get(paths.section(kind) + "/{slug}/", http::Access::anyone(),
               [paths, kind](const http::Request&, const http::PathParameters& parameters) {
                   return http::Response::redirect(301, paths.record(kind, parameters.at("slug")));
               });
}

void Portal::add_redirects(http::Router& router, const Catalogue& words) {
    const Paths paths(words);
    std::set<std::string> taken;
    const auto redirect = [&](const std::string& from, const std::string& to, int status) {
        if (from != to && taken.insert(from).second) router.get(from, http::Access::anyone(), redirect_to(to, status));
    };
    taken = {paths.timeline(), paths.contact(), paths.organisations(), paths.data(), paths.embedding()};
    for (const auto kind : {LegalPageKind::imprint, LegalPageKind::privacy, LegalPageKind::accessibility})
        taken.insert(paths.legal(kind));
    for (const auto& path : std::set<std::string>(taken)) redirect(path + "/", path, 301);
    redirect("/" + std::string(words.language().tag()), paths.home(), 301);
    // Part of an address is a good guess at the list it stands for.
    for (const RecordKind kind : kinds_with_pages) {
        const auto list = kind == RecordKind::activity ? paths.timeline() : paths.home();
        redirect(paths.section(kind), list, 302);
        redirect(paths.section(kind) + "/", list, 302);
    }
    // The words of another language under this one: somebody changed the language in the address by hand.
    for (const Language language : Catalogue::spoken()) {
        const Paths other(*Catalogue::find(language));
        const auto here = [&](const std::string& path) { return paths.home() + path.substr(other.home().size()); };
        redirect(here(other.timeline()), paths.timeline(), 301);
        redirect(here(other.contact()), paths.contact(), 301);
        redirect(here(other.organisations()), paths.organisations(), 301);
        redirect(here(other.data()), paths.data(), 301);
        redirect(here(other.embedding()), paths.embedding(), 301);
        for (const auto kind : {LegalPageKind::imprint, LegalPageKind::privacy, LegalPageKind::accessibility})
            redirect(here(other.legal(kind)), paths.legal(kind), 301);
        for (const RecordKind kind : kinds_with_pages) {
            const auto pattern = here(other.section(kind)) + "/{slug}";
            if (other.section(kind) == paths.section(kind) || here(other.section(kind)) == paths.section(kind) ||
                !taken.insert(pattern).second)
                continue;
            router.get(pattern, http::Access::anyone(),
                       [paths, kind](const http::Request&, const http::PathParameters& parameters) {
                           return http::Response::redirect(301, paths.record(kind, parameters.at("slug")));
                       });
        }
    }
}

void Portal::add_routes(http::Router& router) {
    router.get("/", http::Access::anyone(),
               [this](const auto& request, const auto&) { return choose_language(request); });
    for (const Language spoken : Catalogue::spoken()) {
        const Catalogue& words = *Catalogue::find(spoken);
        const Paths paths(words);
        add_page(router, words, paths.home(), [this](const Reading& reading, View& view, const auto&, const auto&) {
            set_alternates(view, [](const Paths& other, Language) { return other.home(); });
            const auto page = home_page(reading, day_of(clock_.now()));
            auto parts = home_view(view, page);
            add_linked_data(view, page, parts);
            return found(std::move(parts));
        });
        add_page(router, words, paths.timeline(),
                 [this](const Reading& reading, View& view, const auto& request, const auto&) {
                     set_alternates(view, [](const Paths& other, Language) { return other.timeline(); });
                     const auto page = timeline_page(reading, timeline_request(request), day_of(clock_.now()));
                     auto parts = timeline_view(view, page);
                     parts.contents += subscribe_links(view, page);
                     parts.embedding = PageParts::Embedding::timeline;
                     return found(std::move(parts));
                 });
        add_page(router, words, paths.organisations(),
                 [](const Reading& reading, View& view, const auto&, const auto&) {
                     set_alternates(view, [](const Paths& other, Language) { return other.organisations(); });
                     return found(organisation_list_view(view, organisation_list(reading)));
                 });
        add_page(router, words, paths.contact(), [this](const Reading& reading, View& view, const auto&, const auto&) {
            set_alternates(view, [](const Paths& other, Language) { return other.contact(); });
            return found(contact_view(view, contact_page(reading, day_of(clock_.now()))));
        });
        for (const auto kind : {LegalPageKind::imprint, LegalPageKind::privacy, LegalPageKind::accessibility})
            add_page(router, words, paths.legal(kind),
                     [kind](const Reading& reading, View& view, const auto&, const auto&) {
                         set_alternates(view, [kind](const Paths& other, Language) { return other.legal(kind); });
                         return found_or_not(view, legal_page(reading, kind), legal_view);
                     });
        for (const RecordKind kind : kinds_with_pages) add_record_page(router, words, kind);
        add_search(router, words);
        add_redirects(router, words);
    }
    add_site_files(router);
    add_assets(router);
    router.not_found([this](const http::Request& request) { return not_found(request); });
}

} // namespace interregio::portal::web
