#include "modules/record/visibility_store.h"

#include "base/record_kind.h"
#include "modules/texts/stored_scope.h"

#include <algorithm>
#include <set>

namespace interregio {
namespace {

void collect(const Tree& tree, const std::string& path, RestrictedPaths& found) {
    if (tree.is_array()) {
        for (const Tree& item : tree) collect(item, path, found); // the journal compares lists as a whole
    } else if (tree.is_object()) {
        for (const auto& [name, value] : tree.items()) {
            if (name == "visible_to") {
                found.emplace_back(path, value.begin().value().get<std::string>());
            } else if (value.is_structured()) {
                std::string below = path;
                if (!below.empty()) below += '/';
                collect(value, below += name, found);
            }
        }
    }
}

bool lies_in(std::string_view path, std::string_view outer) {
    return outer.empty() || path == outer || (path.starts_with(outer) && path[outer.size()] == '/');
}

void add(db::Connection& connection, std::int64_t sequence, std::string_view covers, const std::string& scope) {
    connection.execute("INSERT INTO journal_restrictions (sequence, covers, scope) VALUES (:sequence, :covers, :scope)",
                       {{"sequence", sequence}, {"covers", covers}, {"scope", scope}});
}

} // namespace

Visibility load_visibility(db::Connection& connection, std::string_view record_id) {
    auto rows = connection.query("SELECT scope_kind, scope FROM record_restrictions WHERE record_id = :record",
                                 {{"record", record_id}});
    return rows.next() ? stored_scope(rows.text(0), rows.text(1)) : Visibility{};
}

void store_visibility(db::Connection& connection, std::string_view record_id, const Visibility& visibility) {
    connection.execute("DELETE FROM record_restrictions WHERE record_id = :record", {{"record", record_id}});
    if (visibility.is_public()) return;
    connection.execute(
        "INSERT INTO record_restrictions (record_id, scope_kind, scope) VALUES (:record, :kind, :scope)",
        {{"record", record_id}, {"kind", kind_of_scope(*visibility.only)}, {"scope", id_of_scope(*visibility.only)}});
}

RestrictedPaths restricted_paths(const Tree& record) {
    RestrictedPaths found;
    collect(record, {}, found);
    return found;
}

void restrict_entry(db::Connection& connection, std::int64_t sequence, const Tree& change,
                    const RestrictedPaths& before, const RestrictedPaths& after, bool removed) {
    std::set<std::string> scopes;
    for (const auto* side : {&before, &after})
        for (const auto& [path, scope] : *side)
            if (std::ranges::any_of(change.items(), [&](const auto& item) {
                    return lies_in(item.key(), path) || lies_in(path, item.key());
                }))
                scopes.insert(scope);
    for (const std::string& scope : scopes) add(connection, sequence, "change", scope);
    for (const auto& [path, scope] : removed ? before : after)
        if (path.empty()) add(connection, sequence, "entry", scope);
}

} // namespace interregio
