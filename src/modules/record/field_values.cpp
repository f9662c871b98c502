#include "modules/record/field_values.h"

#include "base/utf8.h"

#include <algorithm>
#include <charconv>

namespace interregio {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_letter(char c) { return is_lower(c) || is_upper(c); }

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\n");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\n") - first + 1);
}

bool is_key(std::string_view text) {
    return !text.empty() && text.size() <= 100 && text.front() != '-' && text.back() != '-' &&
           std::ranges::all_of(text, [](char c) { return is_lower(c) || is_digit(c) || c == '-'; });
}

/// RFC 3986 characters only, with a host; the path is not looked at further.
bool is_url(std::string_view text) {
    for (const std::string_view scheme : {"https://", "http://"}) {
        if (!text.starts_with(scheme)) continue;
        const std::string_view rest = text.substr(scheme.size());
        const std::string_view host = rest.substr(0, rest.find_first_of("/?#:"));
        return host.find('.') != std::string_view::npos && host.front() != '.' && host.back() != '.' &&
               std::ranges::all_of(rest, [](char c) {
                   return is_letter(c) || is_digit(c) || std::string_view("-._~:/?#[]@!$&'()*+,;=%").contains(c);
               });
    }
    return false;
}

bool is_email(std::string_view text) {
    const auto at = text.find('@');
    if (at == 0 || at == std::string_view::npos || text.find('@', at + 1) != std::string_view::npos) return false;
    const std::string_view local = text.substr(0, at);
    const std::string_view domain = text.substr(at + 1);
    if (local.size() > 64 || domain.find('.') == std::string_view::npos) return false;
    if (domain.front() == '.' || domain.back() == '.' || domain.contains("..") || domain.front() == '-') return false;
    return std::ranges::all_of(local,
                               [](char c) {
                                   return is_letter(c) || is_digit(c) ||
                                          std::string_view(".!#$%&'*+/=?^_`{|}~-").contains(c);
                               }) &&
           std::ranges::all_of(domain, [](char c) { return is_letter(c) || is_digit(c) || c == '.' || c == '-'; });
}

bool is_telephone(std::string_view text) {
    return text.size() >= 6 && text.front() == '+' && is_digit(text.back()) &&
           std::ranges::all_of(text.substr(1), [](char c) { return is_digit(c) || c == ' ' || c == '-'; });
}

bool is_time_of_day(std::string_view text) {
    if (text.size() != 5 || text[2] != ':') return false;
    if (!is_digit(text[0]) || !is_digit(text[1]) || !is_digit(text[3]) || !is_digit(text[4])) return false;
    return (text[0] - '0') * 10 + text[1] - '0' < 24 && text[3] < '6';
}

/// The key of the refusal for a text that has not the form, or empty.
std::string_view wrong_form(StringForm form, std::string_view text) {
    switch (form) {
    case StringForm::line:
        return {};
    case StringForm::key:
        return is_key(text) ? "" : "refusal.value.key";
    case StringForm::url:
        return is_url(text) ? "" : "refusal.value.url";
    case StringForm::email:
        return is_email(text) ? "" : "refusal.value.email";
    case StringForm::telephone:
        return is_telephone(text) ? "" : "refusal.value.telephone";
    case StringForm::country:
        return text.size() == 2 && is_upper(text[0]) && is_upper(text[1]) ? "" : "refusal.value.country";
    case StringForm::time_of_day:
        return is_time_of_day(text) ? "" : "refusal.value.time_of_day";
    }
    return {};
}

/// A number as it is named in a message: "120" rather than "120.000000".
std::string shown(double number) {
    char text[32];
    const auto result = std::to_chars(text, text + sizeof text, number);
    return {text, result.ptr};
}

Refusal out_of_range(std::string_view text, const NumberLimits& limits) {
    return {"refusal.value.range",
            {{"found", std::string(text)}, {"least", shown(limits.least)}, {"most", shown(limits.most)}}};
}

/// The beginning of what was found: a message is not the place for a whole book.
std::string excerpt(std::string_view text) {
    constexpr std::size_t longest = 80;
    if (text.size() <= longest) return std::string(text);
    return std::string(beginning_of(text, longest)) + "…";
}

} // namespace

std::expected<std::string, Refusal> read_string(std::string_view text, const StringLimits& limits) {
    std::string value = to_nfc(trimmed(text));
    if (value.empty()) return std::unexpected(Refusal{"refusal.value.empty", {}});
    if (value.size() > limits.max_length)
        return std::unexpected(Refusal{"refusal.value.too_long",
                                       {{"found", excerpt(value)}, {"limit", std::to_string(limits.max_length)}}});
    if (has_control_characters(value, ControlCharacters::none))
        return std::unexpected(Refusal{"refusal.value.one_line", {{"found", excerpt(value)}}});
    if (const auto key = wrong_form(limits.form, value); !key.empty())
        return std::unexpected(Refusal{std::string(key), {{"found", excerpt(value)}}});
    return value;
}

std::expected<double, Refusal> read_real(std::string_view text, const NumberLimits& limits) {
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number, std::chars_format::fixed);
    if (error != std::errc{} || end != text.data() + text.size() || text.empty())
        return std::unexpected(Refusal{"refusal.value.number", {{"found", excerpt(text)}}});
    if (!(number >= limits.least && number <= limits.most)) return std::unexpected(out_of_range(text, limits));
    return number;
}

std::expected<std::int64_t, Refusal> read_integer(std::string_view text, const NumberLimits& limits) {
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error == std::errc::result_out_of_range) return std::unexpected(out_of_range(excerpt(text), limits));
    if (error != std::errc{} || end != text.data() + text.size())
        return std::unexpected(Refusal{"refusal.value.whole_number", {{"found", excerpt(text)}}});
    if (static_cast<double>(number) < limits.least || static_cast<double>(number) > limits.most)
        return std::unexpected(out_of_range(text, limits));
    return number;
}

std::expected<std::string, Refusal> read_body(std::string_view text, const TextLimits& limits) {
    std::string body = to_nfc(trimmed(text));
    if (body.empty()) return std::unexpected(Refusal{"refusal.value.empty", {}});
    if (body.size() > limits.max_length)
        return std::unexpected(Refusal{"refusal.value.too_long",
                                       {{"found", excerpt(body)}, {"limit", std::to_string(limits.max_length)}}});
    if (limits.markup == Markup::plain && body.contains('\n'))
        return std::unexpected(
            Refusal{"refusal.value.one_paragraph", {{"found", excerpt(body.substr(0, body.find('\n')))}}});
    return body;
}

std::expected<std::size_t, Refusal> read_choice(std::string_view text, std::span<const std::string_view> names) {
    const auto found = std::ranges::find(names, text);
    if (found == names.end())
        return std::unexpected(Refusal{"refusal.value.choice", {{"found", excerpt(text)}, {"allowed", joined(names)}}});
    return static_cast<std::size_t>(found - names.begin());
}

std::expected<std::string, Refusal> read_timestamp(std::string_view text) {
    const bool form = text.size() == 20 && parse_iso_day(text.substr(0, 10)) && text[10] == 'T' &&
                      is_time_of_day(text.substr(11, 5)) && text[16] == ':' && text[17] >= '0' && text[17] <= '5' &&
                      is_digit(text[18]) && text[19] == 'Z';
    if (!form) return std::unexpected(Refusal{"refusal.value.timestamp", {{"found", excerpt(text)}}});
    return std::string(text);
}

std::string joined(std::span<const std::string_view> names) {
    std::string list;
    for (const std::string_view name : names) {
        if (!list.empty()) list += ", ";
        list += name;
    }
    return list;
}

} // namespace interregio
