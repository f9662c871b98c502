#include "modules/exchange/json_schema.h"

#include "modules/exchange/record_files.h"
#include "modules/journal/tree.h"
#include "modules/kinds/kinds.h"

namespace interregio {
namespace {

Tree definition(std::string_view name) { return {{"$ref", "#/$defs/" + std::string(name)}}; }

Tree reference_to(RecordKind kind) {
    Tree schema = definition("key");
    schema["description"] = "key of one of the " + std::string(plural_of(kind));
    return schema;
}

std::string_view pattern_of(StringForm form) {
    switch (form) {
    case StringForm::line:
        return "^[^\\n]*$";
    case StringForm::key:
        return "^[a-z0-9]([a-z0-9-]*[a-z0-9])?$";
    case StringForm::url:
        return "^https?://[^\\s]+$";
    case StringForm::email:
        return "^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$";
    case StringForm::telephone:
        return "^\\+[0-9 -]+[0-9]$";
    case StringForm::country:
        return "^[A-Z]{2}$";
    case StringForm::time_of_day:
        return "^([01][0-9]|2[0-3]):[0-5][0-9]$";
    }
    return "";
}

/// The visitor that writes down what a description allows.
class SchemaWriter {
  public:
    template <class T, class... Limits> void operator()(std::string_view name, T&, const Limits&... limits) {
        add(name, schema_of(static_cast<const T*>(nullptr), limits...), Presence::required);
    }
    template <class T, class... Limits>
    void operator()(std::string_view name, std::optional<T>&, const Limits&... limits) {
        add(name, schema_of(static_cast<const T*>(nullptr), limits...), Presence::optional);
    }
    void operator()(std::string_view name, LocalizedText&, const TextLimits& limits) {
        add(name, definition(limits.markup == Markup::plain ? "text" : "commonmark"), limits.presence);
    }
    void operator()(std::string_view name, std::string&, const LineOrFromFile& limits) {
        Tree schema = schema_of(static_cast<const std::string*>(nullptr), limits);
        schema["description"] = "may be left out where the metadata of the file says it";
        add(name, std::move(schema), Presence::optional);
    }
    void operator()(std::string_view name, FileContent&, FileKind kind) {
        const char* folder = kind == FileKind::image ? "images" : "documents";
        add(name,
            {{"type", "string"},
             {"description", std::string("path of a file in the folder, usually in ") + folder + "/"}},
            Presence::required);
    }
    template <class T> void operator()(std::string_view name, std::vector<T>&, const ListLimits& limits = {}) {
        Tree schema = {{"type", "array"}, {"items", schema_of(static_cast<const T*>(nullptr))}};
        if (limits.least > 0) schema["minItems"] = limits.least;
        schema["maxItems"] = limits.most;
        add(name, std::move(schema), limits.least > 0 ? Presence::required : Presence::optional);
    }

    void add(std::string_view name, Tree schema, Presence presence) {
        properties_[std::string(name)] = std::move(schema);
        if (presence == Presence::required) required_.push_back(std::string(name));
    }

    [[nodiscard]] Tree take() {
        Tree schema = {{"type", "object"}, {"properties", properties_}};
        if (!required_.empty()) schema["required"] = required_;
        schema["additionalProperties"] = false;
        return schema;
    }

  private:
    static Tree schema_of(const std::string*, const StringLimits& limits) {
        return {
            {"type", "string"}, {"pattern", std::string(pattern_of(limits.form))}, {"maxLength", limits.max_length}};
    }
    static Tree schema_of(const double*, const NumberLimits& limits) { return number("number", limits); }
    static Tree schema_of(const std::int64_t*, const NumberLimits& limits) { return number("integer", limits); }
    static Tree schema_of(const PartialDate*) { return definition("date"); }
    static Tree schema_of(const Language*) { return definition("language"); }
    template <NamedEnum E> static Tree schema_of(const E*) {
        Tree names = Tree::array();
        for (const std::string_view name : enum_names(E{})) names.push_back(std::string(name));
        return {{"enum", names}};
    }
    template <class T> static Tree schema_of(const Id<T>*) { return reference_to(T::kind); }
    template <NestedRow T> static Tree schema_of(const T*) {
        SchemaWriter writer;
        writer.add("id", definition("uuid"), Presence::optional);
        T row;
        describe(writer, row);
        return writer.take();
    }
    static Tree number(const char* type, const NumberLimits& limits) {
        Tree schema = {{"type", type}};
        if (limits.least > NumberLimits{}.least) schema["minimum"] = limits.least;
        if (limits.most < NumberLimits{}.most) schema["maximum"] = limits.most;
        return schema;
    }

    Tree properties_ = Tree::object();
    std::vector<std::string> required_;
};

template <Record T> Tree record_schema() {
    SchemaWriter writer;
    writer.add("id", definition("uuid"), Presence::optional);
    writer.add("key", definition("key"), Presence::required);
    writer.add("slugs", definition("slugs"), Presence::optional);
    writer.add("visible_to", definition("visible_to"), Presence::optional);
    T record;
    describe(writer, record);
    return writer.take();
}

Tree text_schema(std::string description) {
    Tree version = {
        {"type", "object"},
        {"properties",
         {{"text", {{"type", "string"}, {"minLength", 1}}},
          {"revision", {{"type", "integer"}, {"minimum", 1}}},
          {"of", {{"type", "integer"}, {"minimum", 1}, {"description", "revision of the original it was made from"}}},
          {"at", definition("timestamp")},
          {"by", {{"type", "string"}}},
          {"earlier", {{"type", "array"}, {"items", {{"type", "object"}}}}}}},
        {"required", {"text"}},
        {"additionalProperties", false}};
    return {{"type", "object"},
            {"description", std::move(description)},
            {"properties", {{"original", definition("language")}, {"visible_to", definition("visible_to")}}},
            {"patternProperties",
             {{"^[a-z]{2,3}$", {{"anyOf", Tree::array({{{"type", "string"}, {"minLength", 1}}, version})}}}}},
            {"minProperties", 1},
            {"additionalProperties", false}};
}

Tree common_definitions() {
    return {
        {"uuid", {{"type", "string"}, {"pattern", "^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$"}}},
        {"key", {{"type", "string"}, {"pattern", std::string(pattern_of(StringForm::key))}, {"maxLength", 100}}},
        {"language",
         {{"type", "string"}, {"pattern", "^[a-z]{2,3}$"}, {"description", "primary language subtag, BCP 47"}}},
        {"timestamp", {{"type", "string"}, {"pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$"}}},
        {"date",
         {{"type", {"string", "integer"}},
          {"description",
           "Extended Date/Time Format (ISO 8601-2), level 0 and from level 1 seasons, ? ~ % and open intervals"}}},
        {"slugs",
         {{"type", "object"},
          {"description", "public addresses by language, the current one last"},
          {"additionalProperties", {{"type", "array"}, {"items", definition("key")}, {"minItems", 1}}}}},
        {"visible_to",
         {{"type", "object"},
          {"description", "who may see it: one organisation (internal) or the parties of a partnership (shared); "
                          "without it, everybody"},
          {"properties",
           {{"organisation", reference_to(RecordKind::organisation)},
            {"partnership", reference_to(RecordKind::partnership)}}},
          {"minProperties", 1},
          {"maxProperties", 1},
          {"additionalProperties", false}}},
        {"text",
         text_schema(
             "one paragraph in each language; the first language is the original unless `original` says otherwise")},
        {"commonmark",
         text_schema(
             "CommonMark in each language; the first language is the original unless `original` says otherwise")},
    };
}

} // namespace

std::string json_schema() {
    Tree schema = {{"$schema", "https://json-schema.org/draft/2020-12/schema"},
                   {"title", "Interregio record"},
                   {"description", "A YAML file of a record folder. record.yaml names the format and the other files."},
                   {"type", "object"}};
    Tree& properties = schema["properties"];
    properties["format"] = {{"const", std::string(record_format)}};
    properties["include"] = {{"type", "array"}, {"items", {{"type", "string"}}}};
    Tree definitions = common_definitions();
    for_each_kind([&]<class T> {
        const std::string name(name_of(T::kind));
        properties[std::string(plural_of(T::kind))] = {{"type", "array"}, {"items", definition(name)}};
        definitions[name] = record_schema<T>();
    });
    schema["additionalProperties"] = false;
    schema["$defs"] = std::move(definitions);
    return schema.dump(2) + "\n";
}

} // namespace interregio
