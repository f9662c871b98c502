#include "modules/portal/web/portal.h"

#include "modules/partnerships/partnerships.h"
#include "modules/portal/web/bare_document.h"
#include "modules/portal/web/security_headers.h"
#include "modules/portal/web/site_pages_view.h"

#include <algorithm>

namespace interregio::portal::web {
namespace {

/// Languages that the site wants and the program speaks; in an empty record those it speaks.
std::vector<Language> offered_languages(db::Connection& connection) {
    std::vector<Language> offered;
    for (const Language language : site_languages(connection))
        if (Catalogue::find(language) != nullptr) offered.push_back(language);
    return offered.empty() ? Catalogue::spoken() : offered;
}

http::Response fresh(http::Response response) { return std::move(response).with("Cache-Control", "no-cache"); }

} // namespace

Portal::Portal(db::Database& database, const Clock& clock, std::span<const EmbeddedFile> assets, PortalOptions options)
    : database_(database), clock_(clock), assets_(assets), options_(std::move(options)),
      answers_(database, clock, {options_.cache_bytes, [this](http::Response& response) { protect(response); }}) {}

http::Response Portal::page(const Catalogue& words, const MakePage& make, const http::Request& request,
                            const http::PathParameters& parameters) {
    return answers_.answer(request, [&](db::Connection& connection) -> AnswerCache::Made {
        const Reading reading{connection, words.language()};
        const auto site = site_frame(reading);
        if (!site) {
            if (request.path != Paths(words).home()) return not_found(request);
            return fresh(http::Response::html(200, empty_site_document(words, assets_)));
        }
        if (std::ranges::find(site->languages, words.language()) == site->languages.end()) return not_found(request);
        View view{words, *site, assets_};
        view.base_url = options_.base_url;
        const auto answer = make(reading, view, request, parameters);
        switch (answer.outcome) {
        case PageAnswer::Outcome::not_found:
            return not_found(request);
        case PageAnswer::Outcome::moved:
            return fresh(http::Response::redirect(301, answer.location));
        case PageAnswer::Outcome::page:
            break;
        }
        Publication published{"text/html; charset=utf-8", document(view, answer.parts, options_.base_url)};
        if (answer.parts.frames == PageParts::Frames::own_site)
            published.headers.push_back({"Content-Security-Policy", page_policy("frame-src 'self'")});
        return published;
    });
}

void Portal::make_ready(const http::Router& router) const {
    for (const Language language : Catalogue::spoken()) {
        const Paths paths(*Catalogue::find(language));
        std::vector<std::string> pages{paths.home(), paths.timeline()};
        if (const auto site = site_frame({*database_.read_as(db::Viewer::anyone()), language}))
            for (const PageLink& partnership : site->partnerships)
                pages.push_back(paths.record(partnership.kind, partnership.slug));
        for (std::string& page : pages) {
            http::Request request;
            request.path = std::move(page);
            (void)router.answer(request);
        }
    }
}

const Catalogue& Portal::words_for(const http::Request& request) const {
    const auto path = std::string_view(request.path).substr(std::min<std::size_t>(1, request.path.size()));
    if (const auto language = Language::parse(path.substr(0, path.find('/'))))
        if (const auto* words = Catalogue::find(*language)) return *words;
    const auto accepted = request.header("Accept-Language").value_or("");
    return Catalogue::nearest(http::negotiate_language(accepted, Catalogue::spoken()));
}

http::Response Portal::not_found(const http::Request& request) {
    const auto reader = database_.read_as(db::Viewer::anyone());
    const Catalogue* words = &words_for(request);
    auto site = site_frame({*reader, words->language()});
    if (!site) return fresh(http::Response::html(404, bare_not_found_document(*words, assets_)));
    const auto offered = offered_languages(*reader);
    if (std::ranges::find(offered, words->language()) == offered.end()) {
        // A language that the program speaks but this site does not.
        words = &Catalogue::nearest(http::negotiate_language(request.header("Accept-Language").value_or(""), offered));
        site = site_frame({*reader, words->language()});
    }
    View view{*words, *site, assets_};
    for (const Language language : offered) view.alternates[language] = Paths(*Catalogue::find(language)).home();
    auto response = http::Response::html(404, document(view, not_found_view(view), options_.base_url));
    return fresh(std::move(response)).with("Vary", "Accept-Language");
}

http::Response Portal::choose_language(const http::Request& request) {
    const auto reader = database_.read_as(db::Viewer::anyone());
    const auto language =
        http::negotiate_language(request.header("Accept-Language").value_or(""), offered_languages(*reader));
    return fresh(http::Response::redirect(302, Paths(Catalogue::nearest(language)).home()))
        .with("Vary", "Accept-Language");
}

http::Response Portal::failed(const http::Request& request, std::string_view reference) const {
    return std::move(http::Response::html(500, failure_document(words_for(request), assets_, reference)))
        .with("Cache-Control", "no-store");
}

void Portal::protect(http::Response& response) const {
    if (!response.prepared) add_security_headers(response, options_.base_url);
}

std::string Portal::origin(const http::Request& request) const {
    if (!options_.base_url.empty()) return options_.base_url;
    return "http://" + std::string(request.header("Host").value_or("localhost"));
}

} // namespace interregio::portal::web
