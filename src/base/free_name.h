#pragma once
// A name that nobody has: the wanted one, or with a number behind it.

#include <string>

namespace interregio {

/// `wanted`, or "wanted-2" and so on with the lowest number that is free, where those taken make a run. Asks
/// `taken(name)` a number of times that grows with the length of that number: a thousand may want the same.
template <class Taken> [[nodiscard]] std::string free_name(const std::string& wanted, const Taken& taken) {
    const auto numbered = [&](int number) { return number == 1 ? wanted : wanted + "-" + std::to_string(number); };
    if (!taken(wanted)) return wanted;
    int last_taken = 1;
    int free = 2;
    while (taken(numbered(free))) {
        last_taken = free;
        free *= 2;
    }
    while (free - last_taken > 1) {
        const int middle = (free + last_taken) / 2;
        (taken(numbered(middle)) ? last_taken : free) = middle;
    }
    return numbered(free);
}

} // namespace interregio
