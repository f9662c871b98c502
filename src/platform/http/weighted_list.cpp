#include "platform/http/weighted_list.h"

#include <algorithm>
#include <cstddef>

namespace interregio::http {
namespace {

std::string_view trim(std::string_view text) {
    constexpr std::string_view space = " \t";
    const std::size_t first = text.find_first_not_of(space);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(space) - first + 1);
}

/// A qvalue (RFC 9110, 12.4.2) in thousandths: 0 or 1 with at most three decimals, at most 1.
std::optional<int> parse_weight(std::string_view text) {
    if (text.empty() || (text[0] != '0' && text[0] != '1')) return std::nullopt;
    int weight = (text[0] - '0') * 1000;
    if (text.size() == 1) return weight;
    if (text[1] != '.' || text.size() > 5) return std::nullopt;
    int place = 100;
    for (const char c : text.substr(2)) {
        if (c < '0' || c > '9') return std::nullopt;
        weight += (c - '0') * place;
        place /= 10;
    }
    if (weight > 1000) return std::nullopt;
    return weight;
}

} // namespace

std::string_view cut(std::string_view& text, char separator) {
    const std::size_t end = std::min(text.find(separator), text.size());
    const std::string_view part = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return part;
}

std::optional<std::vector<Weighted>> parse_weighted_list(std::string_view header, bool (*is_valid)(std::string_view)) {
    std::vector<Weighted> list;
    while (!header.empty()) {
        std::string_view element = trim(cut(header, ','));
        if (element.empty()) continue; // empty elements are ignored (RFC 9110, 5.6.1.2)
        const bool weighted = element.find(';') != std::string_view::npos;
        Weighted one{trim(cut(element, ';'))};
        if (!is_valid(one.text)) return std::nullopt;
        if (weighted) {
            element = trim(element);
            if (!element.starts_with("q=") && !element.starts_with("Q=")) return std::nullopt;
            const auto weight = parse_weight(element.substr(2));
            if (!weight) return std::nullopt;
            one.weight = *weight;
        }
        list.push_back(one);
    }
    return list;
}

} // namespace interregio::http
