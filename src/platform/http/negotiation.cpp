// Accept-Language (RFC 9110, 12.5.4) against the languages a site speaks.

#include "base/assert.h"
#include "platform/http/message.h"
#include "platform/http/plain_text.h"
#include "platform/http/weighted_list.h"

#include <algorithm>
#include <cstddef>

namespace interregio::http {
namespace {

constexpr bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// A basic language range (RFC 4647, 2.1).
bool is_range(std::string_view text) {
    if (text == "*") return true;
    if (text.empty() || text.ends_with('-')) return false;
    bool primary = true;
    while (!text.empty()) {
        const std::string_view subtag = cut(text, '-');
        if (subtag.empty() || subtag.size() > 8) return false;
        if (!std::ranges::all_of(subtag, [primary](char c) { return is_letter(c) || (!primary && is_digit(c)); }))
            return false;
        primary = false;
    }
    return true;
}

} // namespace

Language negotiate_language(std::string_view accept_language, const std::vector<Language>& offered) {
    INTERREGIO_ASSERT(!offered.empty(), "a site speaks at least one language");
    auto ranges = parse_weighted_list(accept_language, is_range);
    if (!ranges) return offered.front();
    std::ranges::stable_sort(*ranges, std::ranges::greater{}, &Weighted::weight);

    const auto names = [](const Weighted& range, Language language) {
        return equal_without_case(range.text, language.tag());
    };
    const auto refused = [&](Language language) {
        return std::ranges::any_of(*ranges,
                                   [&](const Weighted& range) { return range.weight == 0 && names(range, language); });
    };
    // "*" stands for the languages that no other range of the header names (RFC 9110, 12.5.4).
    const auto named = [&](Language language) {
        return std::ranges::any_of(*ranges, [&](const Weighted& range) { return names(range, language); });
    };
    for (const Weighted& range : *ranges) {
        if (range.weight == 0) break;
        // Lookup cuts subtags off the end of the range until it fits (RFC 4647, 3.4); what we offer has one subtag.
        const Weighted primary{range.text.substr(0, range.text.find('-'))};
        for (const Language language : offered) {
            if (range.text == "*" ? !named(language) : names(primary, language) && !refused(language)) return language;
        }
    }
    return offered.front();
}

} // namespace interregio::http
