#include "modules/editing/merge.h"

#include <algorithm>

namespace interregio::editing {
namespace {

const Tree nothing;

std::string below(const std::string& path, const std::string& name) {
    return path.empty() ? name : std::string(path).append("/").append(name);
}

bool is_rows(const Tree& tree) {
    return tree.is_array() && !tree.empty() && tree.front().is_object() && tree.front().contains("id");
}

std::string row_id(const Tree& row) { return row.value("id", std::string()); }

const Tree& row_with(const Tree& rows, const std::string& id) {
    if (id.empty() || !rows.is_array()) return nothing;
    const auto found = std::ranges::find_if(rows, [&](const Tree& row) { return row_id(row) == id; });
    return found == rows.end() ? nothing : *found;
}

bool holds_value(const Tree& list, const Tree& value) {
    return list.is_array() && std::ranges::find(list, value) != list.end();
}

class Merger {
  public:
    Merger(const Choices& choices, Anew anew) : choices_(choices), anew_(anew) {}

    Tree merge_at(const std::string& path, const Tree& base, const Tree& theirs, const Tree& mine) {
        if (mine == base || mine == theirs) return theirs;
        if (theirs == base) return mine;
        const bool objects = theirs.is_object() && mine.is_object() && (anew_ == Anew::by_member || !base.is_null());
        if (objects) return merge_members(path, base, theirs, mine);
        if (is_rows(theirs) || is_rows(mine) || is_rows(base)) return merge_rows(path, base, theirs, mine);
        const auto is_list = [](const Tree& tree) { return tree.is_array() || tree.is_null(); };
        if (is_list(base) && is_list(theirs) && is_list(mine)) return merge_values(base, theirs, mine);
        return collide(path, base, theirs, mine);
    }

    std::vector<Collision> take_collisions() { return std::move(collisions_); }

  private:
    static const Tree& member(const Tree& tree, const std::string& name) {
        if (!tree.is_object()) return nothing;
        const auto found = tree.find(name);
        return found == tree.end() ? nothing : *found;
    }

    Tree merge_members(const std::string& path, const Tree& base, const Tree& theirs, const Tree& mine) {
        Tree merged = Tree::object();
        const auto take = [&](const std::string& name) {
            if (merged.contains(name)) return;
            Tree value = merge_at(below(path, name), member(base, name), member(theirs, name), member(mine, name));
            if (!value.is_null()) merged[name] = std::move(value);
        };
        for (const auto& [name, value] : mine.items()) take(name);
        for (const auto& [name, value] : theirs.items()) take(name);
        return merged;
    }

    Tree merge_rows(const std::string& path, const Tree& base, const Tree& theirs, const Tree& mine) {
        Tree merged = Tree::array();
        for (const Tree& row : mine) {
            const std::string id = row_id(row);
            if (id.empty()) {
                merged.push_back(row);
                continue;
            }
            Tree one = merge_at(below(path, id), row_with(base, id), row_with(theirs, id), row);
            if (!one.is_null()) merged.push_back(std::move(one));
        }
        for (const Tree& row : theirs) {
            const std::string id = row_id(row);
            if (!row_with(mine, id).is_null()) continue;
            Tree one = merge_at(below(path, id), row_with(base, id), row, nothing);
            if (!one.is_null()) merged.push_back(std::move(one));
        }
        return merged.empty() ? nothing : merged;
    }

    static Tree merge_values(const Tree& base, const Tree& theirs, const Tree& mine) {
        Tree merged = Tree::array();
        for (const Tree& value : mine)
            if (holds_value(theirs, value) || !holds_value(base, value)) merged.push_back(value);
        for (const Tree& value : theirs)
            if (!holds_value(mine, value) && !holds_value(base, value)) merged.push_back(value);
        return merged.empty() ? nothing : merged;
    }

    Tree collide(const std::string& path, const Tree& base, const Tree& theirs, const Tree& mine) {
        if (const auto chosen = choices_.find(path); chosen != choices_.end())
            return chosen->second == Side::mine ? mine : theirs;
        collisions_.push_back({path, base, theirs, mine});
        return theirs;
    }

    const Choices& choices_;
    Anew anew_;
    std::vector<Collision> collisions_;
};

} // namespace

Merged merge(const Tree& base, const Tree& theirs, const Tree& mine, const Choices& choices, Anew anew) {
    Merger merger(choices, anew);
    Merged merged{merger.merge_at({}, base, theirs, mine), {}};
    merged.collisions = merger.take_collisions();
    return merged;
}

} // namespace interregio::editing
