#include "modules/editing/new_key.h"

#include "base/free_name.h"
#include "base/slug.h"

namespace interregio::editing {

std::string new_key(db::Connection& connection, RecordKind kind, std::string_view name, Language language) {
    constexpr std::size_t longest = 80; // room for the number
    std::string wanted = slug_from(name, language).substr(0, longest);
    while (wanted.ends_with('-')) wanted.pop_back();
    if (wanted.empty()) wanted = "record";
    return free_name(wanted, [&](const std::string& key) { return id_of_key(connection, kind, key).has_value(); });
}

} // namespace interregio::editing
