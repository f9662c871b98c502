#include "modules/open_data/web/data_page_view.h"

#include "modules/open_data/web/timeline_files.h"
#include "modules/portal/web/parts.h"

#include <algorithm>

namespace interregio::open_data::web {

using namespace html;
using portal::web::PageParts;
using portal::web::View;

namespace {

std::string text_of(const Tree& tree, const char* name) { return tree.value(name, std::string{}); }

/// "#/components/schemas/Text" -> "Text"
std::string last_part(const std::string& reference) { return reference.substr(reference.rfind('/') + 1); }

/// "schema-activity-list": ids are lower-case.
std::string id_of_schema(const std::string& name) {
    std::string made = "schema";
    for (const char c : name) {
        if (c >= 'A' && c <= 'Z') made += '-';
        made += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return made;
}

Node link_to_schema(const std::string& name) { return a(href(*Url::parse("#" + id_of_schema(name))), code(name)); }

Node type_words(const View& view, const Tree& schema) {
    if (schema.contains("$ref")) return link_to_schema(last_part(text_of(schema, "$ref")));
    if (schema.contains("enum")) {
        const auto& values = schema["enum"];
        return fill(view.text("api.one_of"),
                    {{"values", each(values, ", ", [](const Tree& value) { return code(value.get<std::string>()); })}});
    }
    if (schema.contains("const")) return code(text_of(schema, "const"));
    const auto type = text_of(schema, "type");
    if (type == "array") return fill(view.text("api.list_of"), {{"type", type_words(view, schema["items"])}});
    const auto format = text_of(schema, "format");
    return code(format.empty() ? type : type + " (" + format + ")");
}

Node head_row(const View& view) {
    return thead(tr(th(scope("col"), view.text("api.column.name")), th(scope("col"), view.text("api.column.type")),
                    th(scope("col"), view.text("api.column.meaning"))));
}

/// The properties of an object, those of objects in it under their name.
Node property_rows(const View& view, const Tree& schema, const std::string& prefix) {
    Node rows;
    const auto required = schema.value("required", Tree::array());
    for (const auto& [name, property] : schema["properties"].items()) {
        const bool always = std::ranges::find(required, Tree(name)) != required.end();
        const bool list = text_of(property, "type") == "array";
        const Tree& inner = list ? property["items"] : property;
        const bool nested = inner.contains("properties") && name != "translations";
        rows += tr(td(code(prefix + name)), td(nested ? code(list ? "[ ]" : "{ }") : type_words(view, property)),
                   td(text_of(property, "description"),
                      when(always, [&] { return group(" ", small(view.text("api.always"))); })));
        if (nested) rows += property_rows(view, inner, prefix + name + (list ? "[]." : "."));
    }
    return rows;
}

Node schema_section(const View& view, const std::string& name, const Tree& schema) {
    const bool is_object = schema.contains("properties");
    return section(cls("data-part"), h3(cls("kern-heading-small"), id(id_of_schema(name)), code(name)),
                   when(schema.contains("description"), [&] { return p(text_of(schema, "description")); }),
                   is_object ? table(cls("data-table"), head_row(view), tbody(property_rows(view, schema, {})))
                             : p(type_words(view, schema)));
}

Node parameter_rows(const View& view, const Tree& parameters) {
    return each(parameters, [&](const Tree& parameter) {
        return tr(td(code(text_of(parameter, "name"))), td(type_words(view, parameter["schema"])),
                  td(text_of(parameter, "description")));
    });
}

Node address_section(const View& view, const std::string& path, const Tree& operation) {
    const auto& answer = operation["responses"]["200"]["content"]["application/json"]["schema"];
    const bool whole = path.find('{') == std::string::npos;
    return section(
        cls("data-part"), h3(cls("kern-heading-small"), whole ? a(href(Url::path(path)), code(path)) : code(path)),
        p(text_of(operation, "summary"), " → ", type_words(view, answer)), when(operation.contains("parameters"), [&] {
            return table(cls("data-table"), caption(cls("sr-only"), view.text("api.parameters", {{"address", path}})),
                         head_row(view), tbody(parameter_rows(view, operation["parameters"])));
        }));
}

Node link_item(const View& view, std::string_view message, std::string_view name, const std::string& path) {
    return li(fill(view.text(message), {{name, a(href(Url::path(path)), code(path))}}));
}

Node beginning(const View& view) {
    return ul(link_item(view, "api.begin.entry", "entry", "/api/v1"),
              link_item(view, "api.begin.openapi", "openapi", "/api/v1/openapi.json"),
              link_item(view, "api.begin.context", "context", "/api/v1/context.jsonld"),
              li(fill(view.text("api.begin.csv"),
                      {{"csv", a(href(Url::path(view.paths.timeline_table())), code(view.paths.timeline_table()))},
                       {"count", text(view.words.number(most_table_rows))}})));
}

Node rules(const View& view) {
    return ul(li(view.text("api.rules.texts")), li(view.text("api.rules.dates")), li(view.text("api.rules.paging")),
              li(view.text("api.rules.etag")), li(view.text("api.rules.cors")), li(view.text("api.rules.problems")),
              li(view.text("api.rules.credit")));
}

} // namespace

PageParts data_page_view(const View& view, const Tree& document) {
    PageParts parts;
    parts.title = view.text("api.heading");
    parts.description = view.text("api.lead");
    parts.breadcrumb = {{text(parts.title), std::nullopt}};
    Node addresses;
    for (const auto& [path, operations] : document["paths"].items())
        addresses += address_section(view, path, operations["get"]);
    Node schemas;
    for (const auto& [name, schema] : document["components"]["schemas"].items())
        schemas += schema_section(view, name, schema);
    parts.contents =
        group(div(cls("wrap"), header(cls("page-head"), h1(cls("kern-heading-x-large"), parts.title),
                                      div(cls("lead"), p(view.text("api.lead"))))),
              portal::web::section_of_page("begin", view.text("api.begin"), div(cls("prose"), beginning(view))),
              portal::web::section_of_page("rules", view.text("api.rules"), div(cls("prose"), rules(view))),
              portal::web::section_of_page("addresses", view.text("api.addresses"), addresses),
              portal::web::section_of_page("schemas", view.text("api.schemas"), schemas));
    return parts;
}

} // namespace interregio::open_data::web
