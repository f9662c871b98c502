#include "modules/journal/tree.h"

namespace interregio {
namespace {

void compare(const std::string& path, const Tree& from, const Tree& to, Tree& changes) {
    if (from == to) return;
    const bool objects = (from.is_object() || from.is_null()) && (to.is_object() || to.is_null());
    if (!objects) {
        changes[path] = Tree::array({from, to});
        return;
    }
    const auto below = [&](const std::string& name) { return path.empty() ? name : path + '/' + name; };
    static const Tree nothing;
    if (from.is_object())
        for (const auto& [name, value] : from.items())
            compare(below(name), value, to.is_object() && to.contains(name) ? to.at(name) : nothing, changes);
    if (to.is_object())
        for (const auto& [name, value] : to.items())
            if (!from.is_object() || !from.contains(name)) compare(below(name), nothing, value, changes);
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

Tree difference(const Tree& from, const Tree& to) {
    Tree changes = Tree::object();
    compare({}, from, to, changes);
    return changes;
}

void apply(Tree& tree, const Tree& difference) {
    if (tree.is_null()) tree = Tree::object();
    for (const auto& [path, change] : difference.items()) put(tree, path, change.at(1));
}

} // namespace interregio
