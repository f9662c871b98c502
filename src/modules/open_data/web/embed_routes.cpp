// The addresses of embed.h: declared in open_data.h.
#include "modules/open_data/web/embed.h"
#include "modules/open_data/web/embedding_page_view.h"
#include "modules/open_data/web/open_data.h"
#include "modules/open_data/web/sharing.h"

#include <charconv>

namespace interregio::open_data::web {
namespace {

constexpr std::int64_t usual_width = 640;
constexpr std::int64_t usual_height = 600;

/// The least of what is usual and what the other side has room for (oEmbed, 2.2).
std::expected<std::int64_t, Problem> extent(const http::Query& query, const std::string& name, std::int64_t usual) {
    const auto value = query.find(name);
    if (!value) return usual;
    std::int64_t most = 0;
    const auto [end, error] = std::from_chars(value->data(), value->data() + value->size(), most);
    if (error != std::errc{} || end != value->data() + value->size() || most < 1)
        return std::unexpected(value_not_allowed(name, *value, std::to_string(usual)));
    return std::min(usual, most);
}

/// The members of the answer, in both forms alike.
Tree oembed_of(const Context& context, const Embeddable& found, const portal::SiteFrame& site, std::int64_t width,
               std::int64_t height) {
    return {{"version", "1.0"},
            {"type", "rich"},
            {"title", found.title},
            {"provider_name", site.name.body},
            {"provider_url", context.absolute(portal::web::Paths(*found.words).home())},
            {"cache_age", 86400},
            {"width", width},
            {"height", height},
            {"html", frame_markup(context.absolute(found.address), found.title, width, height)}};
}

std::string xml_of(const Tree& tree) {
    std::string xml = "<?xml version=\"1.0\" encoding=\"utf-8\" standalone=\"yes\"?>\n<oembed>\n";
    for (const auto& [name, value] : tree.items()) {
        xml += "<" + name + ">";
        html::append_escaped(xml, value.is_string() ? value.get<std::string>() : value.dump());
        xml += "</" + name + ">\n";
    }
    return xml + "</oembed>\n";
}

AnswerCache::Made oembed(Context& context, const http::Request& request) {
    const auto refuse = [&](const Problem& problem) { return response_of(problem, request, context.base_url()); };
    const auto& query = request.query;
    const auto url = query.find("url");
    if (!url) return refuse(value_not_allowed("url", "", context.absolute("/")));
    const auto width = extent(query, "maxwidth", usual_width);
    if (!width) return refuse(width.error());
    const auto height = extent(query, "maxheight", usual_height);
    if (!height) return refuse(height.error());
    const auto format = query.find("format").value_or("json");
    if (format != "json" && format != "xml") {
        auto problem = value_not_allowed("format", format, "json, xml");
        problem.status = 501; // as the standard wants it
        return refuse(problem);
    }
    const auto found = embeddable(context, *url);
    const auto site = found ? portal::site_frame({context.connection(), found->words->language()}) : std::nullopt;
    if (!site) return refuse(nothing_there(std::string(*url)));
    const auto answer = oembed_of(context, *found, *site, *width, *height);
    if (format == "xml") return Publication{"text/xml; charset=utf-8", xml_of(answer), sharing_headers()};
    return Publication{"application/json", answer.dump() + "\n", sharing_headers()};
}

} // namespace

void OpenData::add_embedding(http::Router& router) {
    add(router, "/oembed",
        [](Context& context, const http::Request& request, const auto&) { return oembed(context, request); });
    for (const Language spoken : Catalogue::spoken()) {
        const Catalogue& words = *Catalogue::find(spoken);
        const portal::web::Paths paths(words);
        add_file(router, words, paths.timeline_embed(),
                 [this, &words](Context& context, const http::Request& request, const auto&) -> Made {
                     const auto asked = read_embed_request(context.connection(), request.query);
                     if (!asked) return response_of(asked.error(), request, context.base_url());
                     const FileContext file{{context.connection(), words.language()}, words, context.base_url()};
                     return Publication{"text/html; charset=utf-8", embed_document(file, portal_.assets(), *asked),
                                        embed_headers()};
                 });
        add_embedding_page(router, words);
    }
    add_component(router);
}

void OpenData::add_embedding_page(http::Router& router, const Catalogue& words) {
    portal_.add_page(router, words, portal::web::Paths(words).embedding(),
                     [](const auto&, portal::web::View& view, const auto&, const auto&) {
                         for (const Language language : view.site.languages)
                             if (const auto* other = Catalogue::find(language))
                                 view.alternates[language] = portal::web::Paths(*other).embedding();
                         return portal::web::PageAnswer{
                             portal::web::PageAnswer::Outcome::page, embedding_page_view(view), {}};
                     });
}

/// At an address that stays, as it stands in pages of others: it may change, so it is not kept for long.
void OpenData::add_component(http::Router& router) {
    constexpr std::string_view name = "embed/interregio-timeline.js";
    const auto& files = portal_.assets().files();
    const auto found = files.find(name);
    if (found == files.end()) return;
    add(router, "/" + std::string(name), [script = found->second](Context&, const auto&, const auto&) -> Made {
        return Publication{"text/javascript; charset=utf-8", std::string(script), sharing_headers(),
                           "public, max-age=3600"};
    });
}

} // namespace interregio::open_data::web
