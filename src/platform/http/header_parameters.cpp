#include "platform/http/header_parameters.h"

#include "platform/http/plain_text.h"

#include <algorithm>
#include <cstddef>

namespace interregio::http {
namespace {

constexpr std::string_view blanks = " \t";

void skip_blanks(std::string_view& text) { text.remove_prefix(std::min(text.find_first_not_of(blanks), text.size())); }

std::string small_letters(std::string_view text) {
    std::string small(text);
    for (char& c : small)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return small;
}

/// Takes the token that the text begins with; empty when it begins with none.
std::string_view cut_token(std::string_view& text) {
    const auto end = std::ranges::find_if_not(text, is_token_character);
    const std::string_view token = text.substr(0, static_cast<std::size_t>(end - text.begin()));
    text.remove_prefix(token.size());
    return token;
}

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == '\x7F'; }

/// Takes a quoted string with its quotes; nothing when it does not end or holds a control character.
std::optional<std::string> cut_quoted(std::string_view& text) {
    std::string content;
    for (std::size_t index = 1; index < text.size(); ++index) {
        char c = text[index];
        if (c == '"') {
            text.remove_prefix(index + 1);
            return content;
        }
        const bool escape = c == '\\' && index + 1 < text.size() && (text[index + 1] == '"' || text[index + 1] == '\\');
        if (escape) c = text[++index];
        if (is_control(c)) return std::nullopt;
        content += c;
    }
    return std::nullopt;
}

std::optional<std::string> cut_value(std::string_view& text) {
    if (text.starts_with('"')) return cut_quoted(text);
    const std::string_view token = cut_token(text);
    if (token.empty()) return std::nullopt;
    return std::string(token);
}

/// type/subtype, or a token alone.
std::string_view cut_main_value(std::string_view& text) {
    const auto end = std::ranges::find_if_not(text, [](char c) { return c == '/' || is_token_character(c); });
    const std::string_view value = text.substr(0, static_cast<std::size_t>(end - text.begin()));
    text.remove_prefix(value.size());
    return value;
}

} // namespace

std::optional<std::string_view> ParameterizedValue::find(std::string_view name) const {
    const auto found =
        std::ranges::find(parameters, name, [](const auto& each) { return std::string_view(each.first); });
    if (found == parameters.end()) return std::nullopt;
    return found->second;
}

std::optional<ParameterizedValue> parse_parameters(std::string_view text) {
    ParameterizedValue parsed;
    skip_blanks(text);
    parsed.value = small_letters(cut_main_value(text));
    if (parsed.value.empty()) return std::nullopt;
    for (;;) {
        skip_blanks(text);
        if (text.empty()) return parsed;
        if (!text.starts_with(';')) return std::nullopt;
        text.remove_prefix(1);
        skip_blanks(text);
        if (text.empty() || text.starts_with(';')) continue; // an empty parameter
        const std::string name = small_letters(cut_token(text));
        if (name.empty() || !text.starts_with('=') || parsed.find(name)) return std::nullopt;
        text.remove_prefix(1);
        auto value = cut_value(text);
        if (!value) return std::nullopt;
        parsed.parameters.emplace_back(name, std::move(*value));
    }
}

} // namespace interregio::http
