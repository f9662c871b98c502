#include "modules/open_data/context.h"

#include "modules/organisations/organisation.h"
#include "modules/record/records.h"
#include "modules/texts/texts.h"

namespace interregio::open_data {
namespace {

/// The field that names a record of that kind; empty where none does.
std::string_view naming_field(RecordKind kind) {
    switch (kind) {
    case RecordKind::activity:
    case RecordKind::agreement:
    case RecordKind::series:
    case RecordKind::source:
    case RecordKind::document:
        return "title";
    case RecordKind::image:
    case RecordKind::person:
        return {};
    default:
        return "name";
    }
}

} // namespace

std::string collection_path(RecordKind kind) {
    std::string path = "/api/v1/" + std::string(plural_of(kind));
    for (char& c : path)
        if (c == '_') c = '-';
    return path;
}

std::string record_path(RecordKind kind, const Uuid& id) {
    if (kind == RecordKind::site) return "/api/v1/site"; // there is one
    return collection_path(kind) + "/" + id.text();
}

std::map<std::string, std::string> by_language(const LocalizedText& text) {
    std::map<std::string, std::string> list;
    for (const auto& version : text.versions) list.emplace(version.language.tag(), version.body);
    return list;
}

std::map<std::string, std::string> Context::pages(RecordKind kind, const SlugHistory& slugs,
                                                  const std::string& key) const {
    std::map<std::string, std::string> list;
    for (const Language language : languages_) {
        const auto slug = slugs.current(language);
        const auto path = page_path_(kind, language, slug.empty() ? std::string_view(key) : slug);
        if (!path.empty()) list.emplace(language.tag(), absolute(path));
    }
    return list;
}

const Named& Context::named(RecordKind kind, const Uuid& id) {
    const auto known = named_.find(id);
    if (known != named_.end()) return known->second;
    Named& named = named_[id];
    named.key = key_of_id(connection_, kind, id).value_or("");
    if (const auto field = naming_field(kind); !field.empty())
        named.name = by_language(find_text(connection_, id, field));
    if (kind == RecordKind::person)
        if (const auto person = find(connection_, Id<Person>(id)))
            named.name.emplace(person->name_language.value_or(Language()).tag(), person->full_name());
    return named;
}

} // namespace interregio::open_data
