#include "modules/exchange/node_at.h"

#include <charconv>

namespace interregio {

yaml::Mark mark_at(const yaml::Node& root, std::string_view path) {
    const yaml::Node* node = &root;
    while (!path.empty()) {
        if (path.front() == '[') {
            std::size_t index = 0;
            std::from_chars(path.data() + 1, path.data() + path.size(), index);
            if (index >= node->items.size()) break;
            node = &node->items[index];
            path.remove_prefix(path.find(']') + 1);
        } else {
            if (path.front() == '.') path.remove_prefix(1);
            const std::string_view name = path.substr(0, path.find_first_of(".["));
            const yaml::Member* member = node->find(name);
            if (member == nullptr) break;
            node = &member->value;
            path.remove_prefix(name.size());
        }
    }
    return node->mark;
}

} // namespace interregio
