#include "modules/open_data/web/openapi.h"

#include "modules/open_data/collections.h"
#include "modules/open_data/web/list_request.h"
#include "modules/portal/web/paths.h"

#include <algorithm>

namespace interregio::open_data::web {
namespace {

Tree component(std::string_view name) { return {{"$ref", "#/components/schemas/" + std::string(name)}}; }
Tree json_of(Tree schema) { return {{"application/json", {{"schema", std::move(schema)}}}}; }

class DocumentWriter {
  public:
    explicit DocumentWriter(const Catalogue& words) : words_(words) {}

    Tree paths() {
        Tree paths = {
            {"/api/v1", operation("entry", words_.text("api.operation.entry"), {}, json_of(component("Entry")))},
            {"/api/v1/site", operation("site", words_.text("api.operation.site"), {}, json_of(component("Site")))}};
        for (const Collection& collection : collections()) add(paths, collection);
        return paths;
    }

    Tree schemas() {
        const Explain explain = [this](std::string_view term) { return words_.text(message_of_term(term)); };
        Tree schemas = common_schemas(explain);
        schemas["Entry"] = entry_schema(explain);
        schemas["Site"] = with_context(site_collection().schema_of(explain, false));
        for (const Collection& collection : collections()) {
            const bool has_pages = std::ranges::find(portal::web::kinds_with_pages, collection.kind) !=
                                   portal::web::kinds_with_pages.end();
            schemas[std::string(collection.schema)] = with_context(collection.schema_of(explain, has_pages));
            schemas[std::string(collection.schema) + "List"] = list_schema(collection, explain);
        }
        return schemas;
    }

    Tree responses() {
        const auto problem = [&](std::string_view message) {
            return Tree{{"description", words_.text(message)},
                        {"content", {{"application/problem+json", {{"schema", component("Problem")}}}}}};
        };
        return {{"BadRequest", problem("api.response.bad_request")}, {"NotFound", problem("api.response.not_found")}};
    }

  private:
    void add(Tree& paths, const Collection& collection) {
        const auto path = collection_path(collection.kind);
        const auto things = collection_name(words_, collection.kind);
        const std::string schema(collection.schema);
        Tree parameters = Tree::array();
        for (const auto& parameter : parameters_of(collection))
            parameters.push_back({{"name", std::string(parameter.name)},
                                  {"in", "query"},
                                  {"description", words_.text(parameter.message)},
                                  {"schema", parameter.schema}});
        paths[path] = operation("list" + schema, words_.text("api.operation.list", {{"things", things}}), parameters,
                                json_of(component(schema + "List")));
        const Tree id = {{"name", "id"},
                         {"in", "path"},
                         {"required", true},
                         {"description", words_.text("api.parameter.id")},
                         {"schema", {{"type", "string"}, {"minLength", 1}}}};
        paths[path + "/{id}"] = operation("get" + schema, words_.text("api.operation.one", {{"things", things}}),
                                          Tree::array({id}), json_of(component(schema)));
    }

    Tree operation(const std::string& id, const std::string& summary, const Tree& parameters, Tree content) const {
        Tree get = {{"operationId", id}, {"summary", summary}};
        if (!parameters.empty()) get["parameters"] = parameters;
        get["responses"] = {
            {"200", {{"description", words_.text("api.response.found")}, {"content", std::move(content)}}},
            {"304", {{"description", words_.text("api.response.unchanged")}}},
            {"400", {{"$ref", "#/components/responses/BadRequest"}}},
            {"404", {{"$ref", "#/components/responses/NotFound"}}}};
        return {{"get", std::move(get)}};
    }

    /// What stands alone names its context; in a list, the list does.
    static Tree with_context(Tree schema) {
        schema["properties"]["@context"] = {{"type", "string"}, {"format", "uri"}};
        return schema;
    }

    static Tree list_schema(const Collection& collection, const Explain& explain) {
        const Tree address = {{"type", "string"}, {"format", "uri"}};
        Tree next = address;
        next["description"] = explain("next");
        Tree items = {{"type", "array"}, {"items", component(collection.schema)}, {"maxItems", most_limit}};
        return {{"type", "object"},
                {"properties",
                 {{"@context", address},
                  {"@id", address},
                  {"@type", {{"type", "string"}, {"const", "ItemList"}}},
                  {"itemListElement", std::move(items)},
                  {"next", std::move(next)}}},
                {"required", {"@context", "@id", "@type", "itemListElement"}},
                {"additionalProperties", false}};
    }

    static Tree entry_schema(const Explain& explain) {
        const Tree address = {{"type", "string"}, {"format", "uri"}};
        Tree lists = {{"type", "object"}, {"description", explain("collections")}, {"additionalProperties", address}};
        return {{"type", "object"},
                {"properties",
                 {{"site", address},
                  {"collections", std::move(lists)},
                  {"openapi", address},
                  {"context", address},
                  {"documentation", component("Addresses")}}},
                {"required", {"site", "collections", "openapi", "context", "documentation"}},
                {"additionalProperties", false}};
    }

    const Catalogue& words_;
};

} // namespace

std::string collection_name(const Catalogue& words, RecordKind kind) {
    switch (kind) {
    case RecordKind::site:
        return words.text("api.collection.site");
    case RecordKind::place:
        return words.text("api.collection.place");
    case RecordKind::source:
        return words.text("api.collection.source");
    case RecordKind::organisation:
        return words.text("api.collection.organisation");
    case RecordKind::person:
        return words.text("api.collection.person");
    case RecordKind::image:
        return words.text("api.collection.image");
    case RecordKind::document:
        return words.text("api.collection.document");
    case RecordKind::field_of_action:
        return words.text("api.collection.field_of_action");
    case RecordKind::partnership:
        return words.text("api.collection.partnership");
    case RecordKind::series:
        return words.text("api.collection.series");
    case RecordKind::agreement:
        return words.text("api.collection.agreement");
    case RecordKind::activity:
        return words.text("api.collection.activity");
    }
    return {};
}

Tree openapi_document(const Catalogue& words, const std::string& base_url, const std::string& site_name) {
    DocumentWriter writer(words);
    Tree document = {{"openapi", "3.1.0"},
                     {"info",
                      {{"title", words.text("api.title", {{"site", site_name}})},
                       {"version", "1.0.0"},
                       {"description", words.text("api.lead")}}},
                     {"jsonSchemaDialect", "https://json-schema.org/draft/2020-12/schema"},
                     {"servers", Tree::array({{{"url", base_url.empty() ? "/" : base_url}}})},
                     {"security", Tree::array()},
                     {"paths", writer.paths()}};
    document["components"] = {{"schemas", writer.schemas()}, {"responses", writer.responses()}};
    return document;
}

} // namespace interregio::open_data::web
