// The search page and its suggestions. They are not kept in memory: there are more queries than memory, and each answer
// is quick.
#include "modules/portal/web/portal.h"
#include "modules/portal/web/search_view.h"
#include "platform/http/conditional.h"

#include <algorithm>
#include <set>

namespace interregio::portal::web {
namespace {

SearchRequest search_request(const http::Request& request) {
    return {request.query.text("q"),     request.query.text("kind"),
            request.query.text("field"), request.query.text("organisation"),
            request.query.text("year"),  request.query.text("page")};
}

bool speaks(const SiteFrame& site, Language language) {
    return std::ranges::find(site.languages, language) != site.languages.end();
}

} // namespace

http::Response Portal::search(const Catalogue& words, const http::Request& request) {
    const auto reader = database_.read_as(db::Viewer::anyone());
    const Reading reading{*reader, words.language()};
    const auto site = site_frame(reading);
    if (!site || !speaks(*site, words.language())) return not_found(request);
    View view{words, *site, assets_};
    const auto page = search_page(reading, options_.search, search_request(request));
    SearchRequest same_words;
    same_words.text = page.chosen.text;
    for (const Language language : site->languages)
        if (const auto* other = Catalogue::find(language)) view.alternates[language] = Paths(*other).search(same_words);
    const bool preparing = page.state == SearchPage::State::preparing;
    auto response =
        http::Response::html(preparing ? 503 : 200, document(view, search_view(view, page), options_.base_url));
    response.with("Cache-Control", "no-cache");
    if (preparing) return std::move(response).with("Retry-After", "5");
    const auto etag = http::etag_of(*response.body);
    return http::with_etag(request, std::move(response), etag);
}

http::Response Portal::search_suggestions(const Catalogue& words, const http::Request& request) {
    const auto reader = database_.read_as(db::Viewer::anyone());
    const auto made = suggestions({*reader, words.language()}, options_.search, request.query.text("q"));
    http::Response response;
    response.content_type = "application/json";
    response.body = std::make_shared<const std::string>(suggestions_json(Paths(words), words.language(), made));
    return std::move(response).with("Cache-Control", "public, max-age=60").with("X-Robots-Tag", "noindex");
}

void Portal::add_search(http::Router& router, const Catalogue& words) {
    const Paths paths(words);
    router.get(paths.search(), http::Access::anyone(),
               [this, &words](const auto& request, const auto&) { return search(words, request); });
    router.get(paths.search_suggestions(), http::Access::anyone(),
               [this, &words](const auto& request, const auto&) { return search_suggestions(words, request); });
    const auto redirect = [location = paths.search()](const auto&, const auto&) {
        return http::Response::redirect(301, location);
    };
    router.get(paths.search() + "/", http::Access::anyone(), redirect);
    // The word of another language under this one: somebody changed the language in the address by hand.
    std::set<std::string> taken{paths.search()};
    for (const Language language : Catalogue::spoken()) {
        const Paths other(*Catalogue::find(language));
        const auto here = paths.home() + other.search().substr(other.home().size());
        if (taken.insert(here).second) router.get(here, http::Access::anyone(), redirect);
    }
}

} // namespace interregio::portal::web
