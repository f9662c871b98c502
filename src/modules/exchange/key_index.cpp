#include "modules/exchange/key_index.h"

#include "modules/record/records.h"

namespace interregio {

void KeyIndex::load(db::Connection& connection) {
    for (const RecordKind kind : all_record_kinds) {
        Index& index = indexes_[static_cast<std::size_t>(kind)];
        for_each_key(connection, kind, [&](const Uuid& id, std::string_view key) {
            index.by_key[std::string(key)] = {id, true, false};
            index.key_by_id[id] = key;
        });
    }
}

std::expected<Uuid, Refusal> KeyIndex::add(RecordKind kind, const std::string& key, std::optional<Uuid> id,
                                           const Clock& clock) {
    Index& index = indexes_[static_cast<std::size_t>(kind)];
    const auto stored = index.by_key.find(key);
    if (stored != index.by_key.end()) {
        if (stored->second.in_files) return std::unexpected(Refusal{"refusal.key.twice", {{"found", key}}});
        if (id && stored->second.id != *id)
            return std::unexpected(Refusal{"refusal.key.other_id", {{"found", key}, {"id", stored->second.id.text()}}});
        stored->second.in_files = true;
        return stored->second.id;
    }
    const Uuid new_id = id ? *id : Uuid::make(clock);
    Known known{new_id, false, true};
    if (const auto renamed = index.key_by_id.find(new_id); renamed != index.key_by_id.end()) {
        const auto old = index.by_key.find(renamed->second);
        if (old->second.in_files) return std::unexpected(Refusal{"refusal.key.twice", {{"found", new_id.text()}}});
        known.stored = old->second.stored;
        index.by_key.erase(old); // the record has a new key; the old one leads nowhere any more
    }
    index.by_key[key] = known;
    index.key_by_id[new_id] = key;
    return new_id;
}

std::optional<Uuid> KeyIndex::find(RecordKind kind, std::string_view key) const {
    const auto& by_key = indexes_[static_cast<std::size_t>(kind)].by_key;
    const auto found = by_key.find(key);
    if (found == by_key.end() || (only_in_files_ && !found->second.in_files)) return std::nullopt;
    return found->second.id;
}

void KeyIndex::for_each(RecordKind kind, const std::function<void(const std::string&, const Known&)>& action) const {
    for (const auto& [key, known] : indexes_[static_cast<std::size_t>(kind)].by_key) action(key, known);
}

} // namespace interregio
