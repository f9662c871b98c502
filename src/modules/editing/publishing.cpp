#include "modules/editing/publishing.h"

#include "modules/kinds/kinds.h"
#include "modules/partnerships/partnerships.h"
#include "modules/record/record_parts.h"
#include "modules/record/records.h"

#include <algorithm>
#include <set>

namespace interregio::editing {
namespace {

/// Depth first, so that what is needed comes before what needs it.
void collect(db::Connection& connection, const Reference& from, std::set<Reference>& visited,
             std::vector<Reference>& found) {
    if (!visited.insert(from).second) return;
    for_each_kind([&]<class T> {
        if (T::kind != from.kind) return;
        const auto record = find(connection, Id<T>(from.id));
        if (!record || record->visible_to.is_public()) return;
        for (const Reference& next : references_of(*record)) collect(connection, next, visited, found);
        found.push_back(from);
    });
}

/// The texts of a record with the keys of their labels.
class TextCollector {
  public:
    explicit TextCollector(std::string key) : key_(std::move(key)) {}
    std::vector<std::pair<std::string, const LocalizedText*>> texts;

    template <class T, class... Limits> void operator()(std::string_view, T&, const Limits&...) {}
    void operator()(std::string_view name, LocalizedText& text, const TextLimits&) {
        if (!text.empty()) texts.emplace_back(key_ + "." + std::string(name), &text);
    }
    template <NestedRow T> void operator()(std::string_view name, std::vector<T>& list, const ListLimits& = {}) {
        for (T& row : list) {
            TextCollector inner(key_ + "." + std::string(name));
            describe(inner, row);
            texts.insert(texts.end(), inner.texts.begin(), inner.texts.end());
        }
    }

  private:
    std::string key_;
};

template <Record T> std::vector<Gap> gaps_of_record(T record, const std::vector<Language>& languages) {
    std::vector<Gap> gaps;
    TextCollector collector{std::string(name_of(T::kind))};
    describe(collector, record);
    // What is called by its own name everywhere need not be translated.
    const LocalizedText* own_name = nullptr;
    if constexpr (std::is_same_v<T, Place> || std::is_same_v<T, Organisation>) own_name = &record.name;
    for (const auto& [key, text] : collector.texts)
        for (const Language language : languages) {
            const TranslationState state = text->state(language);
            const bool missing = state == TranslationState::missing && text != own_name;
            if (!missing && state != TranslationState::behind) continue;
            const Gap gap{missing ? Gap::Kind::translation_missing : Gap::Kind::translation_behind, key, language};
            if (std::ranges::find(gaps, gap) == gaps.end()) gaps.push_back(gap);
        }
    if constexpr (std::is_same_v<T, Activity>) {
        if (record.summary.empty()) gaps.push_back({Gap::Kind::summary});
        if (record.sources.empty()) gaps.push_back({Gap::Kind::source});
    }
    return gaps;
}

} // namespace

std::vector<Reference> not_public_yet(db::Connection& connection, RecordKind kind, const Uuid& id) {
    std::set<Reference> visited;
    std::vector<Reference> found;
    collect(connection, {kind, id}, visited, found);
    std::erase(found, Reference{kind, id});
    return found;
}

namespace {

/// What others keep to themselves is left out of what is published, and stays what it is.
std::vector<Reference> seen_and_not_public(EditContext& context, RecordKind kind, const Uuid& id) {
    std::vector<Reference> found = not_public_yet(context.connection, kind, id);
    std::erase_if(found, [&](const Reference& one) { return !key_of_id(context.seen, one.kind, one.id); });
    return found;
}

} // namespace

SaveResult publish(EditContext& context, RecordKind kind, const Uuid& id) {
    for (const Reference& needed : seen_and_not_public(context, kind, id))
        if (auto shown = show_to(context, needed.kind, needed.id, {}); !shown) return shown;
    return show_to(context, kind, id, {});
}

SaveResult save_for_preview(EditContext& own, const FilledIn& form) {
    EditContext context = own;
    context.rights = EditContext::Rights::of_editors;
    auto saved = save_form(context, form);
    if (!saved) return saved;
    ChangeContext change{context.connection, context.clock, context.actor.name(), site_languages(context.connection)};
    std::vector<Reference> shown = seen_and_not_public(context, form.kind, saved->id);
    shown.push_back({form.kind, saved->id});
    for (const Reference& one : shown)
        for_each_kind([&]<class T> {
            if (T::kind != one.kind) return;
            auto record = find(context.connection, Id<T>(one.id));
            record->visible_to = {};
            (void)save(change, *record);
        });
    return saved;
}

SaveResult withdraw(EditContext& context, RecordKind kind, const Uuid& id, const Scope& scope) {
    return show_to(context, kind, id, {scope});
}

std::vector<Gap> gaps_of(db::Connection& seen, RecordKind kind, const Uuid& id,
                         const std::vector<Language>& languages) {
    std::vector<Gap> gaps;
    for_each_kind([&]<class T> {
        if (T::kind != kind) return;
        if (auto record = find(seen, Id<T>(id))) gaps = gaps_of_record(std::move(*record), languages);
    });
    return gaps;
}

} // namespace interregio::editing
