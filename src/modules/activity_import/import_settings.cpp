#include "modules/activity_import/import_settings.h"

#include <nlohmann/json.hpp>

namespace interregio::activity_import {
namespace {

using Json = nlohmann::json;

std::string text_in(const Json& json, const char* name) {
    const auto found = json.find(name);
    return found != json.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::optional<std::size_t> number_in_settings(const Json& json, const char* name) {
    const auto found = json.find(name);
    return found != json.end() && found->is_number_unsigned() ? std::optional(found->get<std::size_t>()) : std::nullopt;
}

template <class E> void read_enum(const Json& json, const char* name, E& value) {
    if (const auto named = enum_named<E>(text_in(json, name))) value = *named;
}

Json stored_mapping(const Mapping& mapping) {
    Json list = Json::array();
    for (const auto& target : mapping) list.push_back(target ? target->text() : std::string());
    return list;
}

Mapping read_mapping(const Json& list) {
    Mapping mapping;
    for (const Json& target : list)
        mapping.push_back(target.is_string() ? Target::parse(target.get<std::string>()) : std::nullopt);
    return mapping;
}

} // namespace

std::string stored_settings(const ImportSettings& settings) {
    Json json = Json::object();
    if (settings.file.encoding) json["encoding"] = encoding_name(*settings.file.encoding);
    if (settings.file.sheet) json["sheet"] = *settings.file.sheet;
    if (settings.file.heading_row) json["heading_row"] = *settings.file.heading_row;
    if (settings.mapping) json["mapping"] = stored_mapping(*settings.mapping);
    json["language"] = settings.language.tag();
    json["kind"] = name_of(settings.kind);
    json["status"] = name_of(settings.status);
    json["form"] = name_of(settings.form);
    if (settings.partnership) json["partnership"] = settings.partnership->text();
    if (settings.draft_for) json["draft_for"] = scope_text(*settings.draft_for);
    json["meanings"] = settings.meanings;
    json["alike"] = settings.alike == Alike::take ? "take" : "leave_out";
    return json.dump();
}

ImportSettings read_settings(std::string_view stored) {
    ImportSettings settings;
    const Json json = Json::parse(stored, nullptr, false);
    if (!json.is_object()) return settings;
    settings.file.encoding = encoding_named(text_in(json, "encoding"));
    settings.file.sheet = number_in_settings(json, "sheet");
    settings.file.heading_row = number_in_settings(json, "heading_row");
    if (const auto list = json.find("mapping"); list != json.end() && list->is_array())
        settings.mapping = read_mapping(*list);
    settings.language = Language::parse(text_in(json, "language")).value_or(Language());
    read_enum(json, "kind", settings.kind);
    read_enum(json, "status", settings.status);
    read_enum(json, "form", settings.form);
    if (const auto id = Uuid::parse(text_in(json, "partnership"))) settings.partnership = Id<Partnership>(*id);
    settings.draft_for = parse_scope(text_in(json, "draft_for"));
    if (const auto meanings = json.find("meanings"); meanings != json.end() && meanings->is_object())
        for (const auto& [word, meaning] : meanings->items())
            if (meaning.is_string()) settings.meanings[word] = meaning.get<std::string>();
    if (text_in(json, "alike") == "take") settings.alike = Alike::take;
    return settings;
}

} // namespace interregio::activity_import
