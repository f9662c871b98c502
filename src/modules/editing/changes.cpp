#include "modules/editing/changes.h"

#include "modules/editing/confirmed_translations.h"
#include "modules/editing/new_key.h"
#include "modules/editing/rights.h"
#include "modules/editing/saving.h"
#include "modules/editing/unseen_parts.h"
#include "modules/kinds/visibility_rules.h"
#include "modules/partnerships/partnerships.h"
#include "modules/record/record_changes.h"
#include "modules/record/record_parts.h"
#include "modules/record/record_tree.h"

#include <algorithm>
#include <set>

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

/// Rows that are not stored yet have no id.
void drop_nil_ids(Tree& tree) {
    if (tree.is_object() && tree.value("id", std::string()) == Uuid().text()) tree.erase("id");
    if (tree.is_structured())
        for (Tree& part : tree) drop_nil_ids(part);
}

/// Without what a form says nothing of.
template <Record T> Tree contents_of(const T& record) {
    Tree tree = tree_of(record, words_style());
    for (const char* head : {"id", "key", "slugs", "visible_to"}) tree.erase(head);
    drop_nil_ids(tree);
    return tree;
}

/// Ids of rows that are none of the record's: whoever sends them may not say which ids rows get.
template <Record T> void forget_foreign_rows(T& record, std::initializer_list<const T*> states) {
    Uuid owner;
    std::set<Uuid> own;
    for (const T* state : states) {
        T copy = *state;
        for (const RowPart& row : parts_of(copy, owner).rows) own.insert(*row.id);
    }
    std::set<Uuid> used;
    for (const RowPart& row : parts_of(record, owner).rows)
        if (!own.contains(*row.id) || !used.insert(*row.id).second) *row.id = {};
}

Role needed_role(const EditContext& context, Role need) {
    return context.rights == EditContext::Rights::of_editors ? std::min(need, Role::editor) : need;
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

/// Whether those who agree may make public what becomes of `before`, by the rules for more than one person.
template <Record T> bool is_agreed(const EditContext& context, const T& before, const T& after) {
    if (!after.visible_to.is_public() || context.rights == EditContext::Rights::of_editors) return true;
    std::vector<Consenting> people = context.consenting;
    if (people.empty())
        if (const auto alone = consenting(context.actor)) people.push_back(*alone);
    return missing_consent(context.connection, people,
                           [&] {
                               Publication publication;
                               weigh(context.connection, before, publication);
                               weigh(context.connection, after, publication);
                               publication.made_by.push_back(
                                   before.visible_to.is_public()
                                       ? context.author()
                                       : last_author_of(context.connection, before.id.uuid()));
                               return publication;
                           })
        .none();
}

/// Saves, and sees to it that nothing is shown to more people than what it needs. `agreed` only counts where something
/// changes: saving what is stored needs nobody.
enum class Agreed { yes, no };
template <Record T> SaveResult save_record(EditContext& context, T record, Agreed agreed) {
    ChangeContext change{context.connection, context.clock, context.author(), site_languages(context.connection)};
    const auto saved = save(change, record);
    if (!saved) return std::unexpected(NotSaved{.refusal = saved.error()});
    if (*saved != Change::unchanged) {
        if (agreed == Agreed::no) return not_saved("refusal.editing.not_alone");
        if (auto refusal = seen_too_widely_now(context, {record.id.uuid()}))
            return std::unexpected(NotSaved{.refusal = std::move(refusal)});
    }
    return Saved{record.id.uuid(), version_of(context.connection, record.id.uuid()), *saved};
}

template <Record T>
SaveResult save_new(EditContext& context, const FilledIn& form, const Tree& mine, SheetProblems problems) {
    T record = read_contents<T>(context.connection, mine, "new", problems);
    forget_foreign_rows<T>(record, {});
    if (problems.empty()) check(context, record, problems);
    if (!problems.empty()) return std::unexpected(NotSaved{.problems = std::move(problems)});
    if (form.draft_for) record.visible_to.only = form.draft_for;
    if (!may(context.actor, role_to_change(record.visible_to), belonging_of(context.connection, record)))
        return not_saved("refusal.editing.not_allowed");
    const auto [name, language] = name_for_key(record);
    record.key = new_key(context.connection, T::kind, name, language);
    return save_record(context, std::move(record), Agreed::yes); // visible to some alone: nobody has to agree
}

/// All that is said at a path of a collision, in words.
std::string words_at(const std::vector<FieldLine>& lines, const std::string& path) {
    std::string words;
    for (const FieldLine& line : lines)
        if (line.place == path || line.place.starts_with(path + "/"))
            words.append(words.empty() ? "" : "; ").append(line.words);
    return words;
}

/// What collided, in the words of the one who edits. The three states are as they see them.
template <Record T>
NotSaved collided(EditContext& context, const std::vector<Collision>& collisions, const T& base, const T& theirs,
                  const T& mine) {
    RecordNames names(context.seen, context.reader);
    const Catalogue& catalogue = Catalogue::nearest(context.reader);
    const auto before_lines = lines_of(base, names, catalogue);
    const auto their_lines = lines_of(theirs, names, catalogue);
    const auto my_lines = lines_of(mine, names, catalogue);
    NotSaved told{.version = version_of(context.connection, theirs.id.uuid())};
    for (const Collision& collision : collisions) {
        CollidingField field{collision.path,
                             {},
                             words_at(before_lines, collision.path),
                             words_at(their_lines, collision.path),
                             words_at(my_lines, collision.path)};
        for (const auto* lines : {&my_lines, &their_lines, &before_lines})
            for (const FieldLine& line : *lines) {
                const bool whole = line.place.starts_with(collision.path + "/");
                if (!field.line.place.empty() || (line.place != collision.path && !whole)) continue;
                field.line = line;
                if (whole && !line.row.empty()) field.line.key.clear();
            }
        told.collisions.push_back(std::move(field));
    }
    return told;
}

/// The field of a form that stands for a path of a tree: "programme/<id>/place" -> "programme[0].place".
std::string field_at(const Sheet& sheet, const std::string& path) {
    std::string field;
    std::size_t begin = 0;
    while (begin <= path.size()) {
        const auto end = std::min(path.find('/', begin), path.size());
        const std::string step = path.substr(begin, end - begin);
        begin = end + 1;
        if (!Uuid::parse(step)) {
            field.append(field.empty() ? "" : ".").append(step);
            continue;
        }
        std::size_t row = 0;
        while (row < sheet.rows(field) && sheet.at(row_name(field, row) + ".id") != step) ++row;
        field = row_name(field, row);
    }
    return field;
}

/// The states that a save is made from: before the one who edits began, and what they have made of it.
template <Record T> struct Edited {
    T base;
    T mine;
};

/// What somebody has changed of what they see of a record, carried out on the record as it is.
template <Record T>
SaveResult save_changed(EditContext& context, const T& stored, const Edited<T>& edited, const FilledIn& form) {
    const std::int64_t version = version_of(context.connection, stored.id.uuid());
    static const Choices none;
    const Choices& choices = form.collided == version ? form.choices : none;
    const T seen = without_unseen(stored, context.seen, context.viewer);
    const Tree seen_contents = contents_of(seen);
    // First with what they see of others' changes; then with the rest, which nobody is shown.
    Merged merged = merge(contents_of(edited.base), seen_contents, contents_of(edited.mine), choices);
    if (!merged.collisions.empty())
        return std::unexpected(collided(context, merged.collisions, edited.base, seen, edited.mine));
    merged = merge(seen_contents, contents_of(stored), merged.tree, none, Anew::as_one);
    SheetProblems problems;
    for (const Collision& collision : merged.collisions)
        problems.push_back({field_at(form.sheet, collision.path), {"refusal.editing.taken_unseen", {}}});
    if (!problems.empty()) return std::unexpected(NotSaved{.problems = std::move(problems)});
    T record = read_contents<T>(context.connection, std::move(merged.tree), stored.key, problems);
    if (problems.empty()) check(context, record, problems);
    if (!problems.empty()) return std::unexpected(NotSaved{.problems = std::move(problems)});
    record.id = stored.id;
    record.visible_to = stored.visible_to;
    confirm_translations(form.sheet, stored, record);
    // It may have been given away: to another partnership, say.
    if (!may(context.actor, needed_role(context, role_to_change(record.visible_to)),
             belonging_of(context.connection, record)))
        return not_saved("refusal.editing.not_allowed");
    const Agreed agreed = is_agreed(context, stored, record) ? Agreed::yes : Agreed::no;
    return save_record(context, std::move(record), agreed);
}

/// The record, when it is there for the one who edits, and may be changed by them.
template <Record T> std::expected<T, NotSaved> find_to_change(EditContext& context, const Uuid& id, Role need) {
    auto stored = find(context.connection, Id<T>(id));
    if (!stored || !key_of_id(context.seen, T::kind, id)) return not_saved("refusal.editing.not_there");
    if (!may(context.actor, needed_role(context, std::max(need, role_to_change(stored->visible_to))),
             belonging_of(context.connection, *stored)))
        return not_saved("refusal.editing.not_allowed");
    return std::move(*stored);
}

template <Record T> SaveResult save_form_of(EditContext& context, const FilledIn& form) {
    SheetProblems problems;
    RecordNames names(context.seen, context.reader);
    const Tree said = tree_of<T>(form.sheet, names, context.reader, problems);
    if (form.id.nil()) return save_new<T>(context, form, said, std::move(problems));
    const auto stored = find_to_change<T>(context, form.id, Role::editor);
    if (!stored) return std::unexpected(stored.error());
    if (form.version > version_of(context.connection, form.id)) return not_saved("refusal.editing.changed_since");
    const auto base = record_at(context.connection, stored->id, form.version);
    if (!base) return not_saved("refusal.editing.not_there");
    // Read and written again, so that all three trees are written alike.
    T mine = read_contents<T>(context.connection, said, stored->key, problems);
    if (!problems.empty()) return std::unexpected(NotSaved{.problems = std::move(problems)});
    forget_foreign_rows(mine, {&*base, &*stored});
    return save_changed<T>(context, *stored, {without_unseen(*base, context.seen, context.viewer), std::move(mine)},
                           form);
}

template <Record T>
SaveResult restore_of(EditContext& context, const Uuid& id, std::int64_t sequence, std::int64_t version) {
    const auto stored = find_to_change<T>(context, id, Role::editor);
    if (!stored) return std::unexpected(stored.error());
    if (version_of(context.connection, id) != version) return not_saved("refusal.editing.changed_since");
    const auto earlier = record_at(context.connection, stored->id, sequence);
    if (!earlier) return not_saved("refusal.editing.not_there");
    const auto seen_of = [&](const T& record) { return without_unseen(record, context.seen, context.viewer); };
    auto restored =
        save_changed<T>(context, *stored, {seen_of(*stored), seen_of(*earlier)}, {.kind = T::kind, .id = id});
    const auto is_gone = [](const SheetProblem& problem) {
        return problem.refusal.key == "refusal.editing.reference_gone";
    };
    if (!restored && std::ranges::any_of(restored.error().problems, is_gone))
        return not_saved("refusal.editing.state_gone");
    return restored;
}

template <Record T> SaveResult show_to_of(EditContext& context, const Uuid& id, const Visibility& visibility) {
    auto stored = find_to_change<T>(context, id, Role::publisher);
    if (!stored) return std::unexpected(stored.error());
    const T before = *stored;
    stored->visible_to = visibility;
    SheetProblems problems;
    check(context, *stored, problems);
    if (!problems.empty()) return std::unexpected(NotSaved{.refusal = problems.front().refusal});
    if (!may(context.actor, needed_role(context, Role::publisher), belonging_of(context.connection, *stored)))
        return not_saved("refusal.editing.not_allowed");
    const Agreed agreed = is_agreed(context, before, *stored) ? Agreed::yes : Agreed::no;
    return save_record(context, std::move(*stored), agreed);
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

std::optional<Refusal> seen_too_widely_now(EditContext& context, const std::vector<Uuid>& saved) {
    const auto wide = seen_too_widely(context.connection);
    if (wide.empty()) return std::nullopt;
    const auto named = std::ranges::find_if(wide, [&](const SeenTooWidely& one) {
        return std::ranges::find(saved, one.id) != saved.end() || key_of_id(context.seen, one.kind, one.id);
    });
    if (named == wide.end()) return Refusal{"refusal.editing.needed_unseen", {}};
    return Refusal{"refusal.editing.not_public_enough", {{"found", named->needed_key}, {"needed_by", named->key}}};
}

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
                          may(actor, Role::publisher, belonging), may(actor, Role::editor, belonging)};
    });
}

std::optional<Visibility> visibility_of(db::Connection& connection, RecordKind kind, const Uuid& id) {
    return for_kind<std::optional<Visibility>>(kind, [&]<class T> {
        const auto record = find(connection, Id<T>(id));
        return record ? std::optional(record->visible_to) : std::nullopt;
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
