// Everything of the portal that is no page: styles, pictures, documents, and what machines ask for.
#include "modules/library/made_pictures.h"
#include "modules/partnerships/partnerships.h"
#include "modules/portal/portal_store.h"
#include "modules/portal/web/file_headers.h"
#include "modules/portal/web/portal.h"
#include "modules/portal/web/sitemap.h"
#include "modules/record/records.h"
#include "platform/http/conditional.h"

#include <algorithm>

namespace interregio::portal::web {
namespace {

constexpr const char* for_ever = "public, max-age=31536000, immutable";

} // namespace

http::Response Portal::media(const http::Request& request, const http::PathParameters& parameters) {
    const auto& hash = parameters.at("hash");
    const auto& file_name = parameters.at("name");
    const auto reader = database_.read_as(db::Viewer::anyone());
    const auto found = store::find_media(*reader, hash, file_name);
    if (!found) return not_found(request);
    if (found->kind == RecordKind::image) return picture(request, hash, file_name);
    http::Response response;
    response.content_type = found->media_type;
    response.with("Cache-Control", for_ever);
    response.with("Content-Security-Policy", harmless_policy);
    response.with("Content-Disposition", content_disposition(file_name));
    response = with_etag(request, std::move(response), '"' + hash + '"');
    if (response.status == 304) return response;
    auto content = find_blob(*reader, hash);
    if (!content) return not_found(request);
    response.body = std::make_shared<const std::string>(std::move(*content));
    return response;
}

/// The original itself is never given: what it says besides its pixels may be private.
http::Response Portal::picture(const http::Request& request, const std::string& hash, const std::string& file_name) {
    return answers_.answer(request, [&](db::Connection& connection) -> AnswerCache::Made {
        const auto source = find_picture_source(connection, hash, file_name);
        auto jpeg = source ? stand_in(connection, *source) : std::nullopt;
        if (!jpeg) return not_found(request);
        return Publication{std::string(media_type_of(RenditionFormat::jpeg)),
                           std::move(*jpeg),
                           {{"Content-Security-Policy", harmless_policy}}};
    });
}

http::Response Portal::rendition(const http::Request& request, const http::PathParameters& parameters) {
    const auto& name = parameters.at("name");
    const auto format = std::ranges::find_if(all_rendition_formats, [&](RenditionFormat each) {
        return name.ends_with("." + std::string(ending_of(each)));
    });
    if (format == all_rendition_formats.end()) return not_found(request);
    return answers_.answer(request, [&](db::Connection& connection) -> AnswerCache::Made {
        auto bytes_found = find_rendition(connection, parameters.at("mark"), name);
        if (!bytes_found) return not_found(request);
        return Publication{std::string(media_type_of(*format)),
                           std::move(*bytes_found),
                           {{"Content-Security-Policy", harmless_policy}},
                           for_ever};
    });
}

http::Response Portal::sitemap_file(const http::Request& request, std::string_view part) {
    const auto base = origin(request);
    const auto make = [&](db::Connection& connection) -> AnswerCache::Made {
        const auto languages = site_languages(connection);
        const SitemapContext context{connection, languages, base};
        auto xml = part.empty() ? std::optional(sitemap(context)) : sitemap_part(context, part);
        if (!xml) return not_found(request);
        return Publication{"application/xml; charset=utf-8", std::move(*xml)};
    };
    return answers_.answer(request, make, base);
}

void Portal::add_assets(http::Router& router) {
    const auto finish = [this](http::Response& response) { protect(response); };
    for (const auto& [name, contents] : assets_.files()) {
        auto kept = std::make_shared<const KeptAnswer>(Publication{std::string(Assets::media_type(name)),
                                                                   std::string(contents),
                                                                   {},
                                                                   for_ever,
                                                                   std::string(assets_.brotli_of(name))},
                                                       db::ReadSet{}, finish);
        router.get(
            assets_.url(name).text(), http::Access::anyone(),
            [kept = std::move(kept)](const http::Request& request, const auto&) { return kept->response(request); });
    }
    if (assets_.has("icons/favicon.svg"))
        router.get("/favicon.ico", http::Access::anyone(),
                   [location = assets_.url("icons/favicon.svg").text()](const auto&, const auto&) {
                       return http::Response::redirect(302, location);
                   });
}

void Portal::add_site_files(http::Router& router) {
    router.get("/media/{hash}/{name}", http::Access::anyone(),
               [this](const auto& request, const auto& parameters) { return media(request, parameters); });
    router.get("/pictures/{mark}/{name}", http::Access::anyone(),
               [this](const auto& request, const auto& parameters) { return rendition(request, parameters); });
    router.get("/sitemap.xml", http::Access::anyone(),
               [this](const auto& request, const auto&) { return sitemap_file(request, {}); });
    router.get("/sitemap/{part}", http::Access::anyone(), [this](const auto& request, const auto& parameters) {
        return sitemap_file(request, parameters.at("part"));
    });
    router.get("/robots.txt", http::Access::anyone(), [this](const auto& request, const auto&) {
        return http::Response::text(200, "User-agent: *\nDisallow:\n\nSitemap: " + origin(request) + "/sitemap.xml\n");
    });
}

} // namespace interregio::portal::web
