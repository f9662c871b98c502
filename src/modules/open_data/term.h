#pragma once
// What a property of the public data is called, and who defined what it means.

#include <string>
#include <string_view>

namespace interregio::open_data {

enum class Vocabulary {
    schema_org, ///< https://schema.org/NAME
    own         ///< explained on the page about the interface
};

struct Term {
    std::string_view name;
    Vocabulary vocabulary = Vocabulary::own;
};

constexpr Term schema_org(std::string_view name) { return {name, Vocabulary::schema_org}; }
constexpr Term own(std::string_view name) { return {name, Vocabulary::own}; }

/// The message that says what a term means: "api.term.start_date" for "startDate", "api.term.id" for "@id".
[[nodiscard]] inline std::string message_of_term(std::string_view name) {
    std::string key = "api.term.";
    if (name.starts_with('@')) name.remove_prefix(1);
    for (std::size_t i = 0; i < name.size(); ++i) {
        const bool upper = name[i] >= 'A' && name[i] <= 'Z';
        if (upper && i > 0) key += '_';
        key += upper ? static_cast<char>(name[i] - 'A' + 'a') : name[i];
    }
    return key;
}

} // namespace interregio::open_data
