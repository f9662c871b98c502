#include "modules/open_data/schema_writer.h"

namespace interregio::open_data {

void SchemaWriter::add(std::string_view name, Tree schema, Presence presence) {
    // A description beside $ref is allowed since JSON Schema 2019-09, on which OpenAPI 3.1 stands.
    schema["description"] = explain_(name);
    properties_[std::string(name)] = std::move(schema);
    if (presence == Presence::required) required_.emplace_back(name);
}

void SchemaWriter::head(bool has_pages) {
    add("@id", {{"type", "string"}, {"format", "uri"}}, Presence::required);
    add("identifier", {{"type", "string"}, {"format", "uuid"}}, Presence::required);
    add("key", {{"type", "string"}}, Presence::required);
    if (has_pages) add("pages", component("Addresses"), Presence::required);
    add("dateModified", {{"type", "string"}, {"format", "date-time"}}, Presence::required);
}

void SchemaWriter::type(std::string_view, std::initializer_list<std::string_view> possible) {
    Tree names = Tree::array();
    for (const auto name : possible) names.push_back(std::string(name));
    add("@type", {{"type", "string"}, {"enum", std::move(names)}}, Presence::required);
}

void SchemaWriter::operator()(Term term, const LocalizedText&, Presence presence) {
    add(term.name, component("Text"), presence);
    translations_[std::string(term.name)] = component("Standing");
}

Tree SchemaWriter::take() {
    if (!translations_.empty())
        add("translations",
            {{"type", "object"}, {"properties", std::move(translations_)}, {"additionalProperties", false}},
            Presence::optional);
    Tree schema = {{"type", "object"}, {"properties", std::move(properties_)}};
    if (!required_.empty()) schema["required"] = required_;
    schema["additionalProperties"] = false;
    return schema;
}

namespace {

constexpr const char* language_pattern = "^[a-z]{2,3}$";

/// An object with a member for each language.
Tree language_map(Tree value, std::string description) {
    return {{"type", "object"},
            {"description", std::move(description)},
            {"propertyNames", {{"pattern", language_pattern}}},
            {"additionalProperties", std::move(value)},
            {"minProperties", 1}};
}

Tree text_with_pattern(const char* pattern) { return {{"type", "string"}, {"pattern", pattern}}; }

Tree partial_date(const Explain& explain) {
    constexpr const char* day = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";
    const auto explained = [&](Tree schema, std::string_view term) {
        schema["description"] = explain(term);
        return schema;
    };
    return {{"type", "object"},
            {"description", explain("PartialDate")},
            {"properties",
             {{"edtf", explained({{"type", "string"}, {"minLength", 4}}, "edtf")},
              {"earliest", explained(text_with_pattern(day), "earliest")},
              {"latest", explained(text_with_pattern(day), "latest")},
              {"daysKnown", explained({{"type", "boolean"}}, "daysKnown")},
              {"words", explained({{"$ref", "#/components/schemas/Text"}}, "words")}}},
            {"required", {"edtf", "daysKnown", "words"}},
            {"additionalProperties", false}};
}

Tree reference(const Explain& explain) {
    return {{"type", "object"},
            {"description", explain("Reference")},
            {"properties",
             {{"@id", {{"type", "string"}, {"format", "uri"}}},
              {"@type", {{"type", "string"}}},
              {"key", {{"type", "string"}}},
              {"name", {{"$ref", "#/components/schemas/Text"}}}}},
            {"required", {"@id", "@type", "key"}},
            {"additionalProperties", false}};
}

Tree problem(const Explain& explain) {
    return {{"type", "object"},
            {"description", explain("Problem")},
            {"properties",
             {{"type", {{"type", "string"}, {"format", "uri"}}},
              {"title", {{"type", "string"}}},
              {"status", {{"type", "integer"}}},
              {"detail", {{"type", "string"}}},
              {"where", {{"type", "string"}, {"description", explain("where")}}},
              {"how", {{"type", "string"}, {"description", explain("how")}}}}},
            {"required", {"type", "title", "status", "detail", "how"}},
            {"additionalProperties", false}};
}

} // namespace

Tree common_schemas(const Explain& explain) {
    Tree standing = language_map({{"type", "string"}, {"enum", {"original", "up_to_date", "behind", "missing"}}},
                                 explain("standings"));
    return {{"Text", language_map({{"type", "string"}}, explain("languageMap"))},
            {"Addresses", language_map({{"type", "string"}, {"format", "uri"}}, explain("pages"))},
            {"Language", text_with_pattern(language_pattern)},
            {"Standing",
             {{"type", "object"},
              {"description", explain("Standing")},
              {"properties",
               {{"original", {{"$ref", "#/components/schemas/Language"}}}, {"standing", std::move(standing)}}},
              {"required", {"original", "standing"}},
              {"additionalProperties", false}}},
            {"PartialDate", partial_date(explain)},
            {"Reference", reference(explain)},
            {"Problem", problem(explain)}};
}

} // namespace interregio::open_data
