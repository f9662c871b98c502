#include "modules/editing/new_key.h"

#include "base/slug.h"

namespace interregio::editing {

std::string new_key(db::Connection& connection, RecordKind kind, std::string_view name, Language language) {
    constexpr std::size_t longest = 80; // room for the number
    std::string wanted = slug_from(name, language).substr(0, longest);
    while (wanted.ends_with('-')) wanted.pop_back();
    if (wanted.empty()) wanted = "record";
    const auto numbered = [&](int number) { return number == 1 ? wanted : wanted + "-" + std::to_string(number); };
    const auto taken = [&](int number) { return id_of_key(connection, kind, numbered(number)).has_value(); };
    // By doubling and halving, as addresses are: thousands may be called the same.
    if (!taken(1)) return wanted;
    int last_taken = 1;
    int free = 2;
    while (taken(free)) {
        last_taken = free;
        free *= 2;
    }
    while (free - last_taken > 1) {
        const int middle = (free + last_taken) / 2;
        (taken(middle) ? last_taken : free) = middle;
    }
    return numbered(free);
}

} // namespace interregio::editing
