#include "modules/open_data/web/open_data.h"

#include "modules/open_data/open_data_store.h"
#include "modules/open_data/web/data_page_view.h"
#include "modules/open_data/web/openapi.h"
#include "modules/open_data/web/sharing.h"
#include "modules/partnerships/partnerships.h"
#include "modules/record/records.h"

namespace interregio::open_data::web {
namespace {

constexpr const char* json = "application/json";

Publication json_answer(const Tree& tree, std::vector<http::Header> headers = {}) {
    auto all = sharing_headers();
    for (auto& header : headers) all.push_back(std::move(header));
    return {json, tree.dump() + "\n", std::move(all)};
}

std::string page_path(RecordKind kind, Language language, std::string_view slug) {
    const bool has_pages =
        std::ranges::find(portal::web::kinds_with_pages, kind) != portal::web::kinds_with_pages.end();
    const Catalogue* words = Catalogue::find(language);
    return has_pages && words != nullptr ? portal::web::Paths(*words).record(kind, slug) : std::string{};
}

Tree with_context(const Context& context, Tree record) {
    Tree whole = {{"@context", context.absolute("/api/v1/context.jsonld")}};
    for (auto& [name, value] : record.items()) whole[name] = std::move(value);
    return whole;
}

/// The same address with another cursor.
std::string next_address(const Context& context, const Collection& collection, const http::Request& request,
                         const std::string& after) {
    std::string address = context.absolute(collection_path(collection.kind)) + "?";
    for (const auto& [name, value] : request.query.pairs())
        if (name != "after") address += http::encode_query(name) + "=" + http::encode_query(value) + "&";
    return address + "after=" + http::encode_query(after);
}

struct Item {
    Uuid id;
    std::string key;
};

/// One more than asked for, to know whether there is a next page.
std::vector<Item> items_of(db::Connection& connection, const Collection& collection, const ListRequest& request) {
    std::vector<Item> items;
    const auto limit = static_cast<std::size_t>(request.limit) + 1;
    if (collection.kind == RecordKind::activity) {
        ActivitySlice slice{limit, std::nullopt, std::nullopt};
        if (!request.after.empty()) slice.older_than = request.after;
        for (const auto& row : list_activities(connection, request.filter, slice))
            items.push_back({row.id.uuid(), row.key});
        return items;
    }
    for (const auto& id : store::ids_after(connection, collection.kind, request.after, limit))
        items.push_back({id, key_of_id(connection, collection.kind, id).value_or("")});
    return items;
}

} // namespace

OpenData::OpenData(portal::web::Portal& portal, std::string base_url)
    : portal_(portal), base_url_(std::move(base_url)) {}

std::string OpenData::origin(const http::Request& request) const {
    if (!base_url_.empty()) return base_url_;
    return "http://" + std::string(request.header("Host").value_or("localhost"));
}

http::Response OpenData::answer(const http::Request& request, const http::PathParameters& parameters,
                                const Make& make) {
    const auto base = origin(request);
    return portal_.answers().answer(
        request,
        [&](db::Connection& connection) {
            Context context(connection, base, site_languages(connection), page_path);
            return make(context, request, parameters);
        },
        base_url_.empty() ? std::string_view(base) : std::string_view());
}

void OpenData::add(http::Router& router, const std::string& pattern, Make make) {
    router.get(pattern, http::Access::anyone(),
               [this, make = std::move(make)](const http::Request& request, const http::PathParameters& parameters) {
                   return answer(request, parameters, make);
               });
    router.options(pattern, http::Access::anyone(),
                   [](const http::Request&, const http::PathParameters&) { return preflight(); });
}

OpenData::Made OpenData::list(Context& context, const Collection& collection, const http::Request& request) const {
    const auto asked = read_list_request(context.connection(), collection, request.query);
    if (!asked) return response_of(asked.error(), request, context.base_url());
    auto items = items_of(context.connection(), collection, *asked);
    const bool more = items.size() > static_cast<std::size_t>(asked->limit);
    if (more) items.pop_back();
    Tree records = Tree::array();
    for (const auto& item : items)
        if (auto record = collection.one(context, item.id)) records.push_back(std::move(*record));
    Tree whole = {{"@context", context.absolute("/api/v1/context.jsonld")},
                  {"@id", context.absolute(collection_path(collection.kind))},
                  {"@type", "ItemList"},
                  {"itemListElement", std::move(records)}};
    if (!more) return json_answer(whole);
    const auto next = next_address(context, collection, request, items.back().key);
    whole["next"] = next;
    return json_answer(whole, {{"Link", "<" + next + ">; rel=\"next\""}});
}

void OpenData::add_collection(http::Router& router, const Collection& collection) {
    const auto path = collection_path(collection.kind);
    add(router, path, [this, &collection](Context& context, const http::Request& request, const auto&) {
        return list(context, collection, request);
    });
    add(router, path + "/{id}",
        [&collection](Context& context, const http::Request& request, const http::PathParameters& parameters) -> Made {
            const auto refuse = [&](const Problem& problem) {
                return response_of(problem, request, context.base_url());
            };
            if (!request.query.pairs().empty())
                return refuse(unknown_parameter(request.query.pairs().front().first, "–"));
            const auto id = find_record(context.connection(), collection.kind, parameters.at("id"));
            if (!id) return refuse(nothing_there(request.path));
            auto record = collection.one(context, *id);
            if (!record) return refuse(nothing_there(request.path));
            return json_answer(with_context(context, std::move(*record)));
        });
}

void OpenData::add_descriptions(http::Router& router) {
    add(router, "/api/v1", [](Context& context, const auto&, const auto&) -> Made {
        Tree lists = Tree::object();
        for (const Collection& collection : collections())
            lists[std::string(plural_of(collection.kind))] = context.absolute(collection_path(collection.kind));
        Tree pages = Tree::object();
        for (const Language language : context.languages())
            if (const auto* words = Catalogue::find(language))
                pages[std::string(language.tag())] = context.absolute(portal::web::Paths(*words).data());
        return json_answer({{"site", context.absolute("/api/v1/site")},
                            {"collections", std::move(lists)},
                            {"openapi", context.absolute("/api/v1/openapi.json")},
                            {"context", context.absolute("/api/v1/context.jsonld")},
                            {"documentation", std::move(pages)}});
    });
    add(router, "/api/v1/site", [](Context& context, const http::Request& request, const auto&) -> Made {
        const auto id = the_site(context.connection());
        if (!id) return response_of(nothing_there(request.path), request, context.base_url());
        return json_answer(with_context(context, *site_collection().one(context, id->uuid())));
    });
    add(router, "/api/v1/openapi.json", [](Context& context, const auto&, const auto&) -> Made {
        const auto& words = Catalogue::nearest(Language()); // a document for programs: in one language
        const auto site = portal::site_frame({context.connection(), words.language()});
        return json_answer(openapi_document(words, context.base_url(), site ? site->name.body : std::string("–")));
    });
    add(router, "/api/v1/context.jsonld", [](Context& context, const auto&, const auto&) -> Made {
        auto answer = json_answer(linked_data_context(context.absolute("/api/v1/terms#")));
        answer.content_type = "application/ld+json";
        return answer;
    });
}

/// Addresses that name something rather than hold it lead to the page that explains it; all others are refused in the
/// form that programs expect.
void OpenData::add_refusals(http::Router& router) {
    const auto explain = [](const http::Request& request, const http::PathParameters&) {
        const auto language =
            http::negotiate_language(request.header("Accept-Language").value_or(""), Catalogue::spoken());
        return http::Response::redirect(303, portal::web::Paths(Catalogue::nearest(language)).data())
            .with("Vary", "Accept-Language");
    };
    router.get("/api/v1/terms", http::Access::anyone(), explain);
    router.get("/api/v1/problems/{name}", http::Access::anyone(), explain);
    const auto refuse = [](Context& context, const http::Request& request, const auto&) -> Made {
        return response_of(nothing_there(request.path), request, context.base_url());
    };
    add(router, "/api/{a}", refuse);
    add(router, "/api/{a}/{b}", refuse);
    add(router, "/api/{a}/{b}/{c}", refuse);
}

void OpenData::add_pages(http::Router& router) {
    for (const Language spoken : Catalogue::spoken()) {
        const Catalogue& words = *Catalogue::find(spoken);
        portal_.add_page(router, words, portal::web::Paths(words).data(),
                         [](const auto&, portal::web::View& view, const auto&, const auto&) {
                             for (const Language language : view.site.languages)
                                 if (const auto* other = Catalogue::find(language))
                                     view.alternates[language] = portal::web::Paths(*other).data();
                             return portal::web::PageAnswer{
                                 portal::web::PageAnswer::Outcome::page,
                                 data_page_view(view, openapi_document(view.words, {}, view.site.name.body)),
                                 {}};
                         });
    }
}

void OpenData::add_routes(http::Router& router) {
    add_descriptions(router);
    for (const Collection& collection : collections()) add_collection(router, collection);
    add_refusals(router);
    add_pages(router);
    add_embedding(router);
    for (const Language spoken : Catalogue::spoken()) {
        add_timeline_files(router, *Catalogue::find(spoken));
        add_activity_calendar(router, *Catalogue::find(spoken));
    }
}

} // namespace interregio::open_data::web
