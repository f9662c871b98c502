#include "modules/editing/record_names.h"

#include "modules/editing/record_names_store.h"
#include "platform/language/edit_distance.h"
#include "platform/language/words.h"

#include <algorithm>
#include <set>

namespace interregio::editing {
namespace {

NamedRecord named(const StoredName& stored, Language reader) {
    if (const TextVersion* text = stored.text.for_reader(reader)) return {stored.id, text->body, text->language};
    return {stored.id, stored.other.empty() ? stored.key : stored.other};
}

std::string with_key(const std::string& shown, const std::string& key) { return shown + " (" + key + ")"; }

/// 0 for a name that begins like that, 1 for one that holds it, more for one that is misspelt, nothing for others.
std::optional<std::size_t> distance(std::string_view name, std::string_view typed) {
    if (name.starts_with(typed)) return 0;
    if (name.contains(typed)) return 1;
    const std::size_t most = 2 * (1 + static_cast<std::size_t>(std::ranges::count(typed, ' ')));
    const std::size_t letters = language::edit_distance(name, typed, most);
    if (letters > most || typed.size() < 2 * letters) return std::nullopt;
    return 1 + letters;
}

} // namespace

std::string folded_name(std::string_view name) {
    std::string folded_words;
    language::for_each_word(name, [&](std::string_view word, std::size_t) {
        if (!folded_words.empty()) folded_words += ' ';
        folded_words += language::folded(language::lower(word), Language());
    });
    return folded_words;
}

RecordNames::Known& RecordNames::known(RecordKind kind) {
    if (const auto found = kinds_.find(kind); found != kinds_.end()) return found->second;
    Known& known = kinds_[kind];
    const auto stored = names_of_kind(connection_, kind);
    std::map<std::string, int> times;
    for (const StoredName& name : stored) ++times[named(name, reader_).name];
    for (const StoredName& name : stored) {
        NamedRecord shown = named(name, reader_);
        if (times[shown.name] > 1) shown.name = with_key(shown.name, name.key);
        std::set<std::string> all{folded_name(shown.name), folded_name(name.other)};
        for (const TextVersion& version : name.text.versions) all.insert(folded_name(version.body));
        for (const std::string& one : all)
            if (!one.empty()) known.folded.emplace(one, name.id);
        known.place.emplace(name.id, known.records.size());
        known.records.push_back(std::move(shown));
    }
    return known;
}

std::optional<NamedRecord> RecordNames::title(RecordKind kind, const Uuid& id) {
    const auto stored = stored_name(connection_, kind, id);
    return stored ? std::optional(named(*stored, reader_)) : std::nullopt;
}

bool RecordNames::is_called(RecordKind kind, const Uuid& id, std::string_view typed) {
    const auto stored = stored_name(connection_, kind, id);
    if (!stored) return false;
    const std::string shown = named(*stored, reader_).name;
    return typed == shown || typed == with_key(shown, stored->key);
}

std::string RecordNames::name(RecordKind kind, const Uuid& id) {
    const Known& names = known(kind);
    const auto found = names.place.find(id);
    return found == names.place.end() ? std::string() : names.records[found->second].name;
}

const std::vector<NamedRecord>& RecordNames::all(RecordKind kind) { return known(kind).records; }

std::vector<Uuid> RecordNames::called(RecordKind kind, std::string_view typed) {
    std::vector<Uuid> found;
    const auto [begin, end] = known(kind).folded.equal_range(folded_name(typed));
    for (auto entry = begin; entry != end; ++entry) found.push_back(entry->second);
    return found;
}

std::vector<NamedRecord> RecordNames::like(RecordKind kind, std::string_view typed, std::size_t most) {
    Known& names = known(kind);
    const std::string wanted = folded_name(typed);
    if (wanted.empty()) return {};
    std::map<Uuid, std::size_t> best;
    for (const auto& [name, id] : names.folded) {
        const auto far = distance(name, wanted);
        if (!far) continue;
        const auto [entry, is_new] = best.emplace(id, *far);
        if (!is_new) entry->second = std::min(entry->second, *far);
    }
    std::vector<std::pair<std::size_t, NamedRecord>> order;
    order.reserve(best.size());
    for (const auto& [id, far] : best) order.emplace_back(far, names.records[names.place.at(id)]);
    std::ranges::sort(order, [](const auto& one, const auto& other) {
        return std::tie(one.first, one.second.name) < std::tie(other.first, other.second.name);
    });
    std::vector<NamedRecord> list;
    for (std::size_t i = 0; i < std::min(most, order.size()); ++i) list.push_back(std::move(order[i].second));
    return list;
}

} // namespace interregio::editing
