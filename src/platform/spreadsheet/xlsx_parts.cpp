#include "platform/spreadsheet/xlsx_parts.h"

#include "platform/spreadsheet/refused.h"

#include <charconv>

namespace interregio::spreadsheet {
namespace {

/// The formats without a code of their own that show a day: 18.8.30, with those of East Asian languages.
bool built_in_format_shows_day(std::string_view id) {
    unsigned number = 0;
    const auto [end, error] = std::from_chars(id.data(), id.data() + id.size(), number);
    if (error != std::errc() || end != id.data() + id.size()) return false;
    return (number >= 14 && number <= 17) || number == 22 || (number >= 27 && number <= 31) || number == 36 ||
           (number >= 50 && number <= 54) || number == 57 || number == 58;
}

void append_utf8(std::string& out, unsigned code) {
    if (code < 0x80) {
        out += static_cast<char>(code);
    } else if (code < 0x800) {
        out += static_cast<char>(0xC0 | code >> 6);
        out += static_cast<char>(0x80 | (code & 0x3F));
    } else {
        out += static_cast<char>(0xE0 | code >> 12);
        out += static_cast<char>(0x80 | (code >> 6 & 0x3F));
        out += static_cast<char>(0x80 | (code & 0x3F));
    }
}

/// More styles and formats than Excel has room for (65,490) are there to do damage.
constexpr std::size_t most_styles = 100'000;
constexpr std::size_t most_sheets = 1000;

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// The letters that stand for parts of a day or time in the first section of a format, which is that of positive
/// numbers.
std::string placeholders_of(std::string_view code) {
    std::string out;
    for (std::size_t i = 0; i < code.size(); ++i) {
        switch (code[i]) {
        case '"':
            i = std::min(code.find('"', i + 1), code.size());
            break;
        case '[':
            i = std::min(code.find(']', i + 1), code.size());
            break;
        case '\\':
        case '_':
        case '*':
            ++i;
            break;
        case ';':
            return out;
        default:
            out += lower(code[i]);
        }
    }
    return out;
}

} // namespace

bool format_shows_day(std::string_view code) {
    const std::string placeholders = placeholders_of(code);
    if (placeholders == "general" || placeholders == "standard") return false;
    if (placeholders.find_first_of("yd") != std::string::npos) return true;
    // m is a month where no hours or seconds stand with it.
    return placeholders.find('m') != std::string::npos && placeholders.find_first_of("hs") == std::string::npos &&
           code.find('[') == std::string_view::npos;
}

void WorkbookListener::begin(std::string_view name, const XmlAttributes& attributes) {
    if (name == "workbookPr") {
        const auto since_1904 = attributes.find("date1904");
        if (since_1904 == "1" || since_1904 == "true") day_system = DaySystem::since_1904;
    } else if (name == "sheet") {
        const auto sheet_name = attributes.find("name"), relation = attributes.find("id");
        if (sheets.size() >= most_sheets) return refuse(refusal("broken"));
        if (sheet_name && relation) sheets.push_back({without_escapes(*sheet_name), std::string(*relation)});
    }
}

void StylesListener::begin(std::string_view name, const XmlAttributes& attributes) {
    if (days_.size() > most_styles || own_formats_.size() > most_styles) return refuse(refusal("broken"));
    if (name == "numFmt") {
        const auto id = attributes.find("numFmtId"), code = attributes.find("formatCode");
        if (id && code) own_formats_[std::string(*id)] = format_shows_day(*code);
    } else if (name == "cellXfs") {
        in_cell_styles_ = true;
    } else if (name == "xf" && in_cell_styles_) {
        const auto id = attributes.find("numFmtId").value_or("0");
        const auto own = own_formats_.find(id);
        days_.push_back(own != own_formats_.end() ? own->second : built_in_format_shows_day(id));
    }
}

void StylesListener::end(std::string_view name) {
    if (name == "cellXfs") in_cell_styles_ = false;
}

void StringsListener::begin(std::string_view name, const XmlAttributes&) {
    if (name == "si") {
        strings.emplace_back();
        bytes_ += sizeof(std::string);
    }
    if (name == "rPh") in_phonetic_ = true; // how East Asian words are read: said twice it would be
    in_text_ = name == "t" && !in_phonetic_ && !strings.empty();
}

void StringsListener::end(std::string_view name) {
    in_text_ = false;
    if (name == "rPh") in_phonetic_ = false;
    if (name == "si" && !strings.empty()) strings.back() = without_escapes(strings.back());
}

void StringsListener::text(std::string_view text) {
    if (!in_text_) return;
    bytes_ += text.size();
    if (bytes_ > 2 * limits_.text_bytes)
        return refuse(refusal("too_much_text", {{"limit", megabytes(limits_.text_bytes)}}));
    strings.back() += text;
}

std::string without_escapes(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        unsigned code = 0;
        const bool escape = text.substr(at).starts_with("_x") && text.size() >= at + 7 && text[at + 6] == '_';
        if (escape) {
            const char* digits = text.data() + at + 2;
            const auto [end, error] = std::from_chars(digits, digits + 4, code, 16);
            // Halves of surrogate pairs stay as they are: no program writes them so.
            if (error == std::errc() && end == digits + 4 && (code < 0xD800 || code > 0xDFFF)) {
                append_utf8(out, code);
                at += 7;
                continue;
            }
        }
        out += text[at++];
    }
    return out;
}

} // namespace interregio::spreadsheet
