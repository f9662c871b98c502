#pragma once
// Writes down what is published of a kind as JSON Schema (2020-12): a visitor of publish(). The schema is that of what
// JsonWriter writes; both follow from the types of the values.

#include "modules/journal/tree.h"
#include "modules/open_data/published.h"

#include <functional>

namespace interregio::open_data {

/// What a term means, for readers of the schema.
using Explain = std::function<std::string(std::string_view term)>;

class SchemaWriter {
  public:
    explicit SchemaWriter(const Explain& explain) : explain_(explain) {}

    void head(bool has_pages);
    void type(std::string_view, std::initializer_list<std::string_view> possible);

    template <class T> void operator()(Term term, const T&, Presence = Presence::optional) {
        add(term.name, schema_of(static_cast<const T*>(nullptr)), Presence::required);
    }
    template <class T> void operator()(Term term, const std::optional<T>&, Presence = Presence::optional) {
        add(term.name, schema_of(static_cast<const T*>(nullptr)), Presence::optional);
    }
    template <class T> void operator()(Term term, const std::vector<T>&, Presence = Presence::optional) {
        add(term.name, {{"type", "array"}, {"items", schema_of(static_cast<const T*>(nullptr))}}, Presence::required);
    }
    void operator()(Term term, const LocalizedText&, Presence presence = Presence::optional);

    [[nodiscard]] Tree take();

  private:
    static Tree component(std::string_view name) { return {{"$ref", "#/components/schemas/" + std::string(name)}}; }
    static Tree schema_of(const std::string*) { return {{"type", "string"}}; }
    static Tree schema_of(const bool*) { return {{"type", "boolean"}}; }
    static Tree schema_of(const std::int64_t*) { return {{"type", "integer"}}; }
    static Tree schema_of(const double*) { return {{"type", "number"}}; }
    static Tree schema_of(const WebAddress*) { return {{"type", "string"}, {"format", "uri"}}; }
    static Tree schema_of(const SitePath*) { return {{"type", "string"}, {"format", "uri"}}; }
    static Tree schema_of(const PartialDate*) { return component("PartialDate"); }
    static Tree schema_of(const Language*) { return component("Language"); }
    static Tree schema_of(const Words*) { return component("Text"); }
    static Tree schema_of(const PersonalName*) { return component("Text"); }
    template <NamedEnum E> static Tree schema_of(const E*) {
        Tree names = Tree::array();
        for (const std::string_view name : enum_names(E{})) names.push_back(std::string(name));
        return {{"type", "string"}, {"enum", names}};
    }
    template <class T> static Tree schema_of(const Id<T>*) { return component("Reference"); }
    template <NestedRow T> [[nodiscard]] Tree schema_of(const T*) {
        SchemaWriter writer(explain_);
        publish(writer, T{});
        return writer.take();
    }
    void add(std::string_view name, Tree schema, Presence presence);

    const Explain& explain_;
    Tree properties_ = Tree::object();
    Tree translations_ = Tree::object();
    std::vector<std::string> required_;
};

/// The schemas that the others refer to: Text, Standing, PartialDate, Language, Reference, Problem.
[[nodiscard]] Tree common_schemas(const Explain& explain);

} // namespace interregio::open_data
