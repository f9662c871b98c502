#include "modules/portal/web/typography.h"

#include <algorithm>
#include <array>
#include <vector>

namespace interregio::portal::web {
namespace {

constexpr std::string_view no_break_space = "\u00A0";

bool is_space(char c) { return c == ' ' || c == '\n'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Whether what stands before `at` ends one or two digits, perhaps with the full stop of an ordinal number.
bool after_day(std::string_view text, std::size_t at) {
    if (at > 0 && text[at - 1] == '.') --at;
    std::size_t digits = 0;
    while (digits < at && is_digit(text[at - 1 - digits])) ++digits;
    return digits == 1 || digits == 2;
}

/// Whether at `at`, a space, "r." follows a number.
bool before_year_mark(std::string_view text, std::size_t at) {
    return at > 0 && is_digit(text[at - 1]) && text.substr(at + 1).starts_with("r.");
}

bool begins_word(std::string_view rest) {
    if (rest.empty() || rest.starts_with("–")) return false;
    const auto c = static_cast<unsigned char>(rest.front());
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c >= 0x80;
}

/// Whether at `at`, a space, a word of one letter ends.
bool after_single_letter(std::string_view text, std::size_t at) {
    if (at == 0 || std::string_view("wzoauiWZOAUI").find(text[at - 1]) == std::string_view::npos) return false;
    const auto before = text.substr(0, at - 1);
    constexpr std::array<std::string_view, 4> openings{"(", "„", "–", no_break_space};
    return before.empty() || is_space(before.back()) ||
           std::ranges::any_of(openings, [&](std::string_view opening) { return before.ends_with(opening); });
}

void append_bound(std::string& out, std::string_view text) {
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (is_space(text[at]) && (after_single_letter(text, at) || before_year_mark(text, at)))
            out += no_break_space;
        else
            out += text[at];
    }
}

std::string_view name_of_tag(std::string_view tag) {
    return tag.substr(0, std::min(tag.find_first_of(" \n/>"), tag.size()));
}

/// The text of an element: whether it is Polish, or to be left alone with all that is in it.
enum class Words { polish, other, untouchable };

Words words_in(std::string_view tag, Words around) {
    if (around == Words::untouchable) return around;
    constexpr std::array<std::string_view, 6> untouchable{"title", "code", "pre", "script", "style", "textarea"};
    if (std::ranges::find(untouchable, name_of_tag(tag)) != untouchable.end()) return Words::untouchable;
    constexpr std::string_view attribute = " lang=\"";
    const auto found = tag.find(attribute);
    if (found == std::string_view::npos) return around;
    const auto value = tag.substr(found + attribute.size());
    return value.starts_with("pl\"") || value.starts_with("pl-") ? Words::polish : Words::other;
}

bool has_no_content(std::string_view tag) {
    constexpr std::array<std::string_view, 7> names{"meta", "link", "img", "br", "hr", "input", "!DOCTYPE"};
    return tag.ends_with('/') || std::ranges::find(names, name_of_tag(tag)) != names.end();
}

} // namespace

std::string unbroken_date(std::string_view words) {
    std::string out;
    for (std::size_t at = 0; at < words.size(); ++at) {
        const bool held = words[at] == ' ' &&
                          (before_year_mark(words, at) || (after_day(words, at) && begins_word(words.substr(at + 1))));
        if (held)
            out += no_break_space;
        else
            out += words[at];
    }
    return out;
}

std::string bound_polish_words(std::string_view markup) {
    std::string out;
    out.reserve(markup.size() + markup.size() / 64);
    std::vector<Words> open{Words::other};
    for (std::size_t at = 0; at < markup.size();) {
        const auto tag_begin = std::min(markup.find('<', at), markup.size());
        const auto text = markup.substr(at, tag_begin - at);
        if (open.back() == Words::polish)
            append_bound(out, text);
        else
            out += text;
        if (tag_begin == markup.size()) break;
        // Attribute values hold no raw '>': they are escaped.
        const auto tag_end = std::min(markup.find('>', tag_begin), markup.size() - 1);
        const auto tag = markup.substr(tag_begin + 1, tag_end - tag_begin - 1);
        if (tag.starts_with('/')) {
            if (open.size() > 1) open.pop_back();
        } else if (!has_no_content(tag)) {
            open.push_back(words_in(tag, open.back()));
        }
        out += markup.substr(tag_begin, tag_end + 1 - tag_begin);
        at = tag_end + 1;
    }
    return out;
}

} // namespace interregio::portal::web
