#include "modules/journal/tree.h"

namespace interregio {
namespace {

/// Adds without looking whether the path is there already: each comes up once. Growing copies what is there (the names
/// of a json object are const), so callers make room.
void note(Tree& changes, const std::string& path, const Tree& from, Tree to) {
    Tree change = Tree::array();
    auto& pair = change.get_ref<Tree::array_t&>();
    pair.reserve(2);
    pair.push_back(from);
    pair.push_back(std::move(to));
    changes.get_ref<Tree::object_t&>().emplace_back(path, std::move(change));
}

std::string below(const std::string& path, const std::string& name) { return path.empty() ? name : path + '/' + name; }

/// Moves what it notes out of `to`.
void compare(const std::string& path, const Tree& from, Tree& to, Tree& changes) {
    if (from == to) return;
    const bool objects = (from.is_object() || from.is_null()) && (to.is_object() || to.is_null());
    if (!objects) return note(changes, path, from, std::move(to));
    static const Tree nothing;
    if (from.is_object())
        for (const auto& [name, value] : from.items()) {
            Tree none;
            compare(below(path, name), value, to.is_object() && to.contains(name) ? to.at(name) : none, changes);
        }
    if (to.is_object())
        for (auto& [name, value] : to.get_ref<Tree::object_t&>())
            if (!from.is_object() || !from.contains(name)) compare(below(path, name), nothing, value, changes);
}

/// Sets the value at a path; null removes it, and objects that become empty by that.
void put(Tree& tree, std::string_view path, const Tree& value) {
    const auto slash = path.find('/');
    const std::string name(path.substr(0, slash));
    if (slash == std::string_view::npos) {
        if (value.is_null()) {
            tree.erase(name);
        } else {
            tree[name] = value;
        }
        return;
    }
    put(tree[name], path.substr(slash + 1), value);
    if (tree[name].is_null() || tree[name].empty()) tree.erase(name);
}

} // namespace

Tree difference(const Tree& from, Tree to) {
    Tree changes = Tree::object();
    changes.get_ref<Tree::object_t&>().reserve(64);
    compare({}, from, to, changes);
    return changes;
}

void apply_difference(Tree& tree, const Tree& difference) {
    if (tree.is_null()) tree = Tree::object();
    for (const auto& [path, change] : difference.items()) put(tree, path, change.at(1));
}

} // namespace interregio
