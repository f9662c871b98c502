#include "modules/portal/addresses.h"

#include "modules/portal/portal_store.h"
#include "modules/record/records.h"

namespace interregio::portal {
namespace {

std::string slug_or_key(db::Connection& connection, RecordKind kind, const Uuid& id, Language language) {
    auto slug = current_slug(connection, id, language);
    return slug.empty() ? store::key_of(connection, kind, id) : slug;
}

} // namespace

std::optional<FoundAddress> find_page(const Reading& reading, RecordKind kind, std::string_view slug,
                                      const std::vector<Language>& languages) {
    if (const auto own = find_address(reading.connection, kind, reading.language, slug))
        return FoundAddress{own->id, own->current_slug};
    std::optional<Uuid> id;
    for (const Language language : languages) {
        if (language == reading.language) continue;
        const auto other = find_address(reading.connection, kind, language, slug);
        if (other) {
            id = other->id;
            break;
        }
    }
    if (!id) id = id_of_key(reading.connection, kind, slug);
    if (!id) return std::nullopt;
    return FoundAddress{*id, slug_or_key(reading.connection, kind, *id, reading.language)};
}

std::map<Language, std::string> slugs_of(const Reading& reading, RecordKind kind, const Uuid& id,
                                         const std::vector<Language>& languages) {
    std::map<Language, std::string> slugs;
    for (const Language language : languages) slugs[language] = slug_or_key(reading.connection, kind, id, language);
    return slugs;
}

} // namespace interregio::portal
