#include "modules/open_data/collections.h"

#include "modules/open_data/json_writer.h"
#include "modules/open_data/published_activities.h"
#include "modules/open_data/published_library.h"
#include "modules/open_data/published_organisations.h"
#include "modules/open_data/published_partnerships.h"
#include "modules/open_data/term_collector.h"
#include "modules/record/records.h"

#include <algorithm>

namespace interregio::open_data {
namespace {

template <Record T> std::optional<Tree> one(Context& context, const Uuid& id) {
    const auto record = find(context.connection(), Id<T>(id));
    if (!record) return std::nullopt;
    JsonWriter writer(context);
    writer.head(T::kind, id, record->key, record->slugs);
    publish(writer, *record);
    return writer.take();
}

template <Record T> Tree schema_of(const Explain& explain, bool has_pages) {
    SchemaWriter writer(explain);
    writer.head(has_pages);
    publish(writer, T{});
    return writer.take();
}

template <Record T> void add_terms(Tree& terms) {
    TermCollector collector(terms);
    publish(collector, T{});
}

template <Record T> constexpr Collection collection(std::string_view schema) {
    return {T::kind, schema, one<T>, schema_of<T>, add_terms<T>};
}

constexpr Collection the_site_collection = collection<Site>("Site");
constexpr std::array all_collections{
    collection<Partnership>("Partnership"),
    collection<Organisation>("Organisation"),
    collection<Agreement>("Agreement"),
    collection<Activity>("Activity"),
    collection<Series>("Series"),
    collection<FieldOfAction>("FieldOfAction"),
    collection<Person>("Person"),
    collection<Place>("Place"),
    collection<Image>("Image"),
    collection<Document>("Document"),
    collection<Source>("Source"),
};

} // namespace

std::span<const Collection> collections() { return all_collections; }
const Collection& site_collection() { return the_site_collection; }

const Collection* collection_of(RecordKind kind) {
    const auto found = std::ranges::find(all_collections, kind, &Collection::kind);
    return found == all_collections.end() ? nullptr : &*found;
}

Tree linked_data_context(const std::string& vocabulary) {
    Tree terms = {{"@version", 1.1},
                  {"schema", "https://schema.org/"},
                  {"interregio", vocabulary},
                  {"identifier", "schema:identifier"},
                  {"dateModified", "schema:dateModified"},
                  {"key", "interregio:key"},
                  {"pages", {{"@id", "schema:url"}, {"@type", "@id"}, {"@container", "@index"}}},
                  {"ItemList", "schema:ItemList"},
                  {"itemListElement", {{"@id", "schema:itemListElement"}, {"@container", "@list"}}},
                  {"next", {{"@id", "interregio:next"}, {"@type", "@id"}}},
                  {"translations", nullptr},
                  {"edtf", "interregio:edtf"},
                  {"earliest", "interregio:earliest"},
                  {"latest", "interregio:latest"},
                  {"daysKnown", "interregio:daysKnown"},
                  {"words", {{"@id", "interregio:words"}, {"@container", "@language"}}}};
    the_site_collection.add_terms(terms);
    for (const Collection& each : all_collections) each.add_terms(terms);
    return {{"@context", std::move(terms)}};
}

} // namespace interregio::open_data
