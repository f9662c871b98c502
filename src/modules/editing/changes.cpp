#include "modules/editing/changes.h"

#include "modules/editing/confirmed_translations.h"
#include "modules/editing/edit_reader.h"
#include "modules/editing/new_key.h"
#include "modules/editing/rights.h"
#include "modules/editing/unseen_parts.h"
#include "modules/kinds/visibility_rules.h"
#include "modules/partnerships/partnerships.h"
#include "modules/record/journal_reader.h"
#include "modules/record/record_changes.h"
#include "modules/record/record_tree.h"

namespace interregio::editing {
namespace {

using accounts::Role;

/// References by id, of texts the words: what forms say and what is merged.
const TreeStyle& words_style() {
    static const TreeStyle style = [] {
        TreeStyle words = journal_style();
        words.texts = TreeStyle::Texts::words_only;
        return words;
    }();
    return style;
}

/// Without what a form says nothing of.
template <Record T> Tree contents_of(const T& record) {
    Tree tree = tree_of(record, words_style());
    for (const char* head : {"id", "key", "slugs", "visible_to"}) tree.erase(head);
    return tree;
}

std::unexpected<NotSaved> refuse(std::string_view key, Refusal::Arguments arguments = {}) {
    return std::unexpected(NotSaved{.refusal = Refusal{std::string(key), std::move(arguments)}});
}

/// A record out of a tree of its contents, and what is wrong with it.
template <Record T>
T read_contents(db::Connection& connection, Tree tree, const std::string& key, SheetProblems& problems) {
    tree["key"] = key;
    EditReader context(connection, problems);
    return read_record<T>(context, node_of(tree), {});
}

template <Record T> void check(const EditContext& context, const T& record, SheetProblems& problems) {
    EditReader reports(context.connection, problems);
    const auto day = std::chrono::floor<std::chrono::days>(context.clock.now());
    check_rules(record, {.today = std::chrono::year_month_day(day),
                         .spoken = context.spoken,
                         .report = [&](const std::string& path, Refusal refusal) {
                             reports.report(path, std::move(refusal));
                         }});
}

/// What a record is called, for its key.
template <Record T> std::pair<std::string, Language> name_for_key(const T& record) {
    if constexpr (std::is_same_v<T, Person>) {
        return {record.full_name(), record.name_language.value_or(Language())};
    } else {
        const LocalizedText* text = nullptr;
        if constexpr (requires { record.title; })
            text = &record.title;
        else if constexpr (requires { record.name; })
            text = &record.name;
        else
            text = &record.alt;
        return {text->original_version()->body, text->original};
    }
}

std::optional<Refusal> seen_too_widely_now(db::Connection& connection) {
    const auto wide = seen_too_widely(connection);
    if (wide.empty()) return std::nullopt;
    return Refusal{"refusal.editing.not_public_enough",
                   {{"found", wide.front().needed_key}, {"needed_by", wide.front().key}}};
}

/// Saves, and sees to it that nothing is shown to more people than what it needs.
template <Record T> SaveResult save_record(EditContext& context, T record) {
    ChangeContext change{context.connection, context.clock, context.actor.name(), site_languages(context.connection)};
    const auto saved = save(change, record);
    if (!saved) return std::unexpected(NotSaved{.refusal = saved.error()});
    if (*saved != Change::unchanged)
        if (auto refusal = seen_too_widely_now(context.connection))
            return std::unexpected(NotSaved{.refusal = std::move(refusal)});
    return Saved{record.id.uuid(), version_of(context.connection, record.id.uuid()), *saved};
}

template <Record T>
SaveResult save_new(EditContext& context, const FilledIn& form, const Tree& mine, SheetProblems problems) {
    T record = read_contents<T>(context.connection, mine, "new", problems);
    if (problems.empty()) check(context, record, problems);
    if (!problems.empty()) return std::unexpected(NotSaved{.problems = std::move(problems)});
    if (form.draft_for) record.visible_to.only = form.draft_for;
    if (!may(context.actor, role_to_change(record.visible_to), belonging_of(context.connection, record)))
        return refuse("refusal.editing.not_allowed");
    const auto [name, language] = name_for_key(record);
    record.key = new_key(context.connection, T::kind, name, language);
    return save_record(context, std::move(record));
}

/// What somebody who sees `seen` of a record has changed of it, carried out on the record as it is.
template <Record T>
SaveResult save_changed(EditContext& context, const T& stored, const Tree& base, const Tree& mine,
                        const FilledIn& form) {
    const std::int64_t version = version_of(context.connection, stored.id.uuid());
    static const Choices none;
    Merged merged = merge(base, contents_of(stored), mine, form.collided == version ? form.choices : none);
    if (!merged.collisions.empty())
        return std::unexpected(NotSaved{.collisions = std::move(merged.collisions), .version = version});
    SheetProblems problems;
    T record = read_contents<T>(context.connection, std::move(merged.tree), stored.key, problems);
    if (problems.empty()) check(context, record, problems);
    if (!problems.empty()) return std::unexpected(NotSaved{.problems = std::move(problems)});
    record.id = stored.id;
    record.visible_to = stored.visible_to;
    confirm_translations(form.sheet, stored, record);
    // It may have been given away: to another partnership, say.
    if (!may(context.actor, role_to_change(record.visible_to), belonging_of(context.connection, record)))
        return refuse("refusal.editing.not_allowed");
    return save_record(context, std::move(record));
}

/// The record, when it is there for the one who edits, and may be changed by them.
template <Record T> std::expected<T, NotSaved> find_to_change(EditContext& context, const Uuid& id, Role need) {
    auto stored = find(context.connection, Id<T>(id));
    if (!stored || !key_of_id(context.seen, T::kind, id)) return refuse("refusal.editing.not_there");
    if (!may(context.actor, std::max(need, role_to_change(stored->visible_to)),
             belonging_of(context.connection, *stored)))
        return refuse("refusal.editing.not_allowed");
    return std::move(*stored);
}

template <Record T> SaveResult save_form_of(EditContext& context, const FilledIn& form) {
    SheetProblems problems;
    RecordNames names(context.seen, context.reader);
    const Tree said = tree_of<T>(form.sheet, names, context.reader, problems);
    if (form.id.nil()) return save_new<T>(context, form, said, std::move(problems));
    const auto stored = find_to_change<T>(context, form.id, Role::editor);
    if (!stored) return std::unexpected(stored.error());
    const auto base = record_at(context.connection, stored->id, form.version);
    if (!base) return refuse("refusal.editing.not_there");
    // Read and written again, so that all three trees are written alike.
    const T mine = read_contents<T>(context.connection, said, stored->key, problems);
    if (!problems.empty()) return std::unexpected(NotSaved{.problems = std::move(problems)});
    return save_changed(context, *stored, contents_of(without_unseen(*base, context.seen, context.viewer)),
                        contents_of(mine), form);
}

template <Record T>
SaveResult restore_of(EditContext& context, const Uuid& id, std::int64_t sequence, std::int64_t version) {
    const auto stored = find_to_change<T>(context, id, Role::editor);
    if (!stored) return std::unexpected(stored.error());
    if (version_of(context.connection, id) != version) return refuse("refusal.editing.changed_since");
    const auto earlier = record_at(context.connection, stored->id, sequence);
    if (!earlier) return refuse("refusal.editing.not_there");
    const auto seen_of = [&](const T& record) {
        return contents_of(without_unseen(record, context.seen, context.viewer));
    };
    auto restored = save_changed(context, *stored, seen_of(*stored), seen_of(*earlier), {.kind = T::kind, .id = id});
    const auto is_gone = [](const SheetProblem& problem) {
        return problem.refusal.key == "refusal.editing.reference_gone";
    };
    if (!restored && std::ranges::any_of(restored.error().problems, is_gone))
        return refuse("refusal.editing.state_gone");
    return restored;
}

template <Record T> SaveResult show_to_of(EditContext& context, const Uuid& id, const Visibility& visibility) {
    auto stored = find_to_change<T>(context, id, Role::publisher);
    if (!stored) return std::unexpected(stored.error());
    stored->visible_to = visibility;
    if (!may(context.actor, Role::publisher, belonging_of(context.connection, *stored)))
        return refuse("refusal.editing.not_allowed");
    return save_record(context, std::move(*stored));
}

/// Calls work.operator()<T>() for the kind that is asked for.
template <class Result, class Work> Result for_kind(RecordKind kind, Work&& work) {
    std::optional<Result> result;
    for_each_kind([&]<class T> {
        if (T::kind == kind) result.emplace(work.template operator()<T>());
    });
    return std::move(*result);
}

} // namespace

SaveResult save_form(EditContext& context, const FilledIn& form) {
    return for_kind<SaveResult>(form.kind, [&]<class T> { return save_form_of<T>(context, form); });
}

SaveResult restore(EditContext& context, RecordKind kind, const Uuid& id, std::int64_t sequence, std::int64_t version) {
    return for_kind<SaveResult>(kind, [&]<class T> { return restore_of<T>(context, id, sequence, version); });
}

SaveResult show_to(EditContext& context, RecordKind kind, const Uuid& id, const Visibility& visibility) {
    return for_kind<SaveResult>(kind, [&]<class T> { return show_to_of<T>(context, id, visibility); });
}

Permission permission(db::Connection& connection, const accounts::Actor& actor, RecordKind kind, const Uuid& id) {
    return for_kind<Permission>(kind, [&]<class T> {
        const auto record = find(connection, Id<T>(id));
        if (!record) return Permission{};
        const Belonging belonging = belonging_of(connection, *record);
        return Permission{may(actor, role_to_change(record->visible_to), belonging),
                          may(actor, Role::publisher, belonging)};
    });
}

std::optional<Sheet> open_sheet(db::Connection& seen, RecordNames& names, Language reader, RecordKind kind,
                                const Uuid& id) {
    return for_kind<std::optional<Sheet>>(kind, [&]<class T>() -> std::optional<Sheet> {
        const auto record = find(seen, Id<T>(id));
        return record ? std::optional(sheet_of(*record, names, reader)) : std::nullopt;
    });
}

} // namespace interregio::editing
