#pragma once
// The definitions of what records.h and record_changes.h declare, for all kinds alike. Included only by the
// *_records.cpp of each module, which instantiates them for its kinds with INTERREGIO_INSTANTIATE_RECORD.

#include "modules/journal/journal.h"
#include "modules/record/journal_reader.h"
#include "modules/record/record_changes.h"
#include "modules/record/record_parts.h"
#include "modules/record/record_tree.h"
#include "modules/record/row_loader.h"
#include "modules/record/row_saver.h"
#include "modules/record/slug_store.h"
#include "modules/record/visibility_store.h"
#include "modules/texts/texts.h"
#include "platform/db/stored_values.h"

#include <set>

namespace interregio {

/// The text from which the addresses of a record are made; kinds without public pages have none.
template <Record T> const LocalizedText* title_of(const T& record) {
    if constexpr (requires { record.public_title(); }) {
        return &record.public_title();
    } else {
        return nullptr;
    }
}

template <Record T> std::optional<T> find(db::Connection& connection, Id<T> id) {
    connection.reads(id.uuid());
    const std::string record_id = id.text();
    static const std::string sql =
        "SELECT key" + column_names_of<T>() + " FROM " + std::string(plural_of(T::kind)) + " WHERE id = :id";
    auto rows = connection.query(sql, {{"id", record_id}});
    if (!rows.next()) return std::nullopt;
    T record;
    record.id = id;
    record.key = rows.template get<std::string>(0);
    record.slugs = load_slugs(connection, record_id);
    record.visible_to = load_visibility(connection, record_id);
    TextsByOwner texts = load_texts(connection, record_id);
    RowLoader loader(connection, rows, 1, texts, record_id, std::string(name_of(T::kind)));
    describe(loader, record);
    return record;
}

template <Record T> std::vector<Id<T>> all_ids(db::Connection& connection) {
    connection.reads_list(T::kind);
    return db::stored_ids<T>(connection.query("SELECT id FROM " + std::string(plural_of(T::kind)) + " ORDER BY key"));
}

/// Gives the rows of `record` that have no id the ids of the stored rows at the same place, or new ones.
template <Record T> void adopt_row_ids(const Clock& clock, T* stored, T& record) {
    Uuid owner;
    const RecordParts parts = parts_of(record, owner);
    std::set<Uuid> used;
    for (const RowPart& row : parts.rows) used.insert(*row.id);
    std::map<std::string, Uuid> known;
    if (stored != nullptr)
        for (const RowPart& row : parts_of(*stored, owner).rows) known.emplace(row.path, *row.id);
    for (const RowPart& row : parts.rows) {
        if (!row.id->nil()) continue;
        const auto found = known.find(row.path);
        *row.id = found != known.end() && !used.contains(found->second) ? found->second : Uuid::make(clock);
        used.insert(*row.id);
    }
}

template <Record T> void merge_texts(T* stored, T& record, const Edit& edit) {
    Uuid owner = record.id.uuid();
    std::map<std::pair<Uuid, std::string_view>, const LocalizedText*> known;
    if (stored != nullptr)
        for (const TextPart& part : parts_of(*stored, owner).texts)
            known.emplace(std::pair(*part.owner, part.field), part.text);
    static const LocalizedText none;
    for (const TextPart& part : parts_of(record, owner).texts) {
        const auto found = known.find({*part.owner, part.field});
        *part.text = merge(found == known.end() ? none : *found->second, std::move(*part.text), edit);
    }
}

template <Record T> void remove_rows(db::Connection& connection, const std::string& record_id) {
    // Inner lists first: they refer to the rows of the outer ones.
    const auto& tables = list_tables_of<T>();
    for (int depth = 2; depth > 0; --depth)
        for (const auto& table : tables)
            if (table.depth == depth)
                connection.execute("DELETE FROM " + table.name + " WHERE " + (depth == 1 ? "owner_id" : "record_id") +
                                       " = :record",
                                   {{"record", record_id}});
}

template <Record T> void write_rows(db::Connection& connection, T& record, bool replaces) {
    const std::string record_id = record.id.text();
    if (replaces) {
        remove_rows<T>(connection, record_id);
        remove_texts(connection, record_id);
    }
    RowSaver saver(connection, record_id, std::string(name_of(T::kind)));
    saver.column("id", record_id);
    saver.column("key", record.key);
    describe(saver, record);
    saver.insert_or_update(std::string(plural_of(T::kind)));
    saver.save_lists(record_id);
    Uuid owner = record.id.uuid();
    for (const TextPart& part : parts_of(record, owner).texts)
        add_text(connection, record_id, part.owner->text(), part.field, *part.text);
}

/// Tables that are worked out from records of a kind are kept by `keep_derived(connection, before, after)` of its
/// module, found by the arguments; nullptr stands for no record.
/// They are of what is public: for them, a record that is not is none.
template <Record T> void keep_derived_of(db::Connection& connection, const T* before, const T* after) {
    const auto if_public = [](const T* record) {
        return record != nullptr && record->visible_to.is_public() ? record : nullptr;
    };
    if constexpr (requires { keep_derived(connection, before, after); })
        keep_derived(connection, if_public(before), if_public(after));
}

template <Record T> std::expected<Change, Refusal> save(ChangeContext& context, T& record) {
    db::Connection& connection = context.connection;
    std::optional<T> stored;
    if (record.id.nil()) {
        record.id = Id<T>(Uuid::make(context.clock));
    } else {
        stored = find(connection, record.id);
    }
    T* const before = stored ? &*stored : nullptr;
    const std::string record_id = record.id.text();
    const std::string now = timestamp(context.clock.now());

    adopt_row_ids(context.clock, before, record);
    const Tree from = before != nullptr ? tree_of(*before, journal_style()) : Tree();
    const Visibility seen_before = before != nullptr ? before->visible_to : Visibility{};
    merge_texts(before, record, {now, context.actor});
    static const SlugHistory no_slugs;
    const SlugHistory& stored_slugs = before != nullptr ? before->slugs : no_slugs;
    auto slugs = next_slugs(connection, T::kind, record_id, record.key, stored_slugs, record.slugs, title_of(record),
                            context.site_languages);
    if (!slugs) return std::unexpected(slugs.error());
    record.slugs = std::move(*slugs);

    Tree to = tree_of(record, journal_style());
    const RestrictedPaths restricted = restricted_paths(to);
    Tree change = difference(from, std::move(to));
    if (change.empty()) return Change::unchanged;
    write_rows(connection, record, before != nullptr);
    keep_derived_of<T>(connection, before, &record);
    replace_slugs(connection, T::kind, record_id, stored_slugs, record.slugs);
    if (record.visible_to != seen_before) store_visibility(connection, record_id, record.visible_to);
    const RestrictedPaths restricted_before = restricted_paths(from);
    const JournalEntry entry{.at = now,
                             .actor = context.actor,
                             .kind = T::kind,
                             .record = record.id.uuid(),
                             .operation = before != nullptr ? JournalOperation::changed : JournalOperation::created,
                             .change = std::move(change)};
    const auto sequence = append(connection, entry);
    restrict_entry(connection, sequence, entry.change, restricted_before, restricted, false);
    return before != nullptr ? Change::changed : Change::created;
}

template <Record T> void remove(ChangeContext& context, Id<T> id) {
    db::Connection& connection = context.connection;
    auto stored = find(connection, id);
    if (!stored) return;
    const std::string record_id = id.text();
    keep_derived_of<T>(connection, &*stored, nullptr);
    remove_rows<T>(connection, record_id);
    remove_texts(connection, record_id);
    replace_slugs(connection, T::kind, record_id, stored->slugs, {});
    connection.execute("DELETE FROM " + std::string(plural_of(T::kind)) + " WHERE id = :id", {{"id", record_id}});
    store_visibility(connection, record_id, {});
    const Tree from = tree_of(*stored, journal_style());
    const JournalEntry entry{.at = timestamp(context.clock.now()),
                             .actor = context.actor,
                             .kind = T::kind,
                             .record = id.uuid(),
                             .operation = JournalOperation::removed,
                             .change = difference(from, Tree())};
    restrict_entry(connection, append(connection, entry), entry.change, restricted_paths(from), {}, true);
}

template <Record T> std::optional<T> record_at(db::Connection& connection, Id<T> id, std::int64_t sequence) {
    const auto tree = tree_at(connection, id.uuid(), sequence);
    if (!tree) return std::nullopt;
    JournalReader context(connection);
    const yaml::Node node = node_of(*tree);
    return read_record<T>(context, node, {});
}

#define INTERREGIO_INSTANTIATE_RECORD(T)                                                                               \
    template std::optional<T> find(db::Connection&, Id<T>);                                                            \
    template std::vector<Id<T>> all_ids(db::Connection&);                                                              \
    template std::expected<Change, Refusal> save(ChangeContext&, T&);                                                  \
    template void remove(ChangeContext&, Id<T>);                                                                       \
    template std::optional<T> record_at(db::Connection&, Id<T>, std::int64_t);                                         \
    template T read_record(ReadContext&, const yaml::Node&, std::string);                                              \
    template Tree tree_of(const T&, const TreeStyle&);                                                                 \
    static_assert(true)

} // namespace interregio
