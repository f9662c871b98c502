// Accept-Language (RFC 9110, 12.5.4) against the languages a site speaks.

#include "base/assert.h"
#include "platform/http/message.h"
#include "platform/http/plain_text.h"

#include <algorithm>
#include <cstddef>

namespace interregio::http {
namespace {

struct Range {
    std::string_view text; ///< "de", "de-CH" or "*"
    int weight = 1000;     ///< in thousandths
};

std::string_view trim(std::string_view text) {
    constexpr std::string_view space = " \t";
    const std::size_t first = text.find_first_not_of(space);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(space) - first + 1);
}

/// Cuts the part before `separator` off `text`, which keeps what follows it.
std::string_view cut(std::string_view& text, char separator) {
    const std::size_t end = std::min(text.find(separator), text.size());
    const std::string_view part = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return part;
}

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

/// A qvalue (RFC 9110, 12.4.2) in thousandths: 0 or 1 with at most three decimals, at most 1.
std::optional<int> parse_weight(std::string_view text) {
    if (text.empty() || (text[0] != '0' && text[0] != '1')) return std::nullopt;
    int weight = (text[0] - '0') * 1000;
    if (text.size() == 1) return weight;
    if (text[1] != '.' || text.size() > 5) return std::nullopt;
    int place = 100;
    for (const char c : text.substr(2)) {
        if (!is_digit(c)) return std::nullopt;
        weight += (c - '0') * place;
        place /= 10;
    }
    if (weight > 1000) return std::nullopt;
    return weight;
}

/// The ranges in the header's order; nothing when it cannot be read.
std::optional<std::vector<Range>> parse_ranges(std::string_view header) {
    std::vector<Range> ranges;
    while (!header.empty()) {
        std::string_view element = trim(cut(header, ','));
        if (element.empty()) continue; // empty elements are ignored (RFC 9110, 5.6.1.2)
        const bool weighted = element.find(';') != std::string_view::npos;
        Range range{trim(cut(element, ';'))};
        if (!is_range(range.text)) return std::nullopt;
        if (weighted) {
            element = trim(element);
            if (!element.starts_with("q=") && !element.starts_with("Q=")) return std::nullopt;
            const auto weight = parse_weight(element.substr(2));
            if (!weight) return std::nullopt;
            range.weight = *weight;
        }
        ranges.push_back(range);
    }
    return ranges;
}

} // namespace

Language negotiate_language(std::string_view accept_language, const std::vector<Language>& offered) {
    INTERREGIO_ASSERT(!offered.empty(), "a site speaks at least one language");
    auto ranges = parse_ranges(accept_language);
    if (!ranges) return offered.front();
    std::ranges::stable_sort(*ranges, std::ranges::greater{}, &Range::weight);

    const auto names = [](const Range& range, Language language) {
        return equal_without_case(range.text, language.tag());
    };
    const auto refused = [&](Language language) {
        return std::ranges::any_of(*ranges,
                                   [&](const Range& range) { return range.weight == 0 && names(range, language); });
    };
    // "*" stands for the languages that no other range of the header names (RFC 9110, 12.5.4).
    const auto named = [&](Language language) {
        return std::ranges::any_of(*ranges, [&](const Range& range) { return names(range, language); });
    };
    for (const Range& range : *ranges) {
        if (range.weight == 0) break;
        // Lookup cuts subtags off the end of the range until it fits (RFC 4647, 3.4); what we offer has one subtag.
        const Range primary{range.text.substr(0, range.text.find('-'))};
        for (const Language language : offered) {
            if (range.text == "*" ? !named(language) : names(primary, language) && !refused(language)) return language;
        }
    }
    return offered.front();
}

} // namespace interregio::http
