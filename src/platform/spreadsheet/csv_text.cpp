#include "platform/spreadsheet/csv_text.h"

#include "base/utf8.h"
#include "platform/spreadsheet/refused.h"

#include <memory>
#include <optional>
#include <stdexcept>

#include <unicode/ucnv.h>
#include <unicode/unistr.h>

namespace interregio::spreadsheet {
namespace {

struct CloseConverter {
    void operator()(UConverter* converter) const { ucnv_close(converter); }
};

/// Nothing where bytes are wrong, or stand for no character of the encoding.
std::optional<std::string> converted(std::string_view bytes, const char* encoding) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UConverter, CloseConverter> converter(ucnv_open(encoding, &status));
    if (U_FAILURE(status)) throw std::runtime_error(std::string("ICU does not know the encoding ") + encoding);
    ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
    const icu::UnicodeString text(bytes.data(), static_cast<std::int32_t>(bytes.size()), converter.get(), status);
    if (U_FAILURE(status) || text.isBogus()) return std::nullopt;
    const bool code_page = std::string_view(encoding).starts_with("windows");
    for (std::int32_t i = 0; i < text.length(); ++i) {
        const char16_t unit = text.charAt(i);
        // What a code page does not assign, ICU gives as control characters.
        if (unit == 0 || (code_page && unit >= 0x80 && unit < 0xA0)) return std::nullopt;
    }
    std::string out;
    text.toUTF8String(out);
    return valid_utf8(out) ? std::optional(std::move(out)) : std::nullopt;
}

const char* name_of(OtherwiseEncoded encoding) {
    switch (encoding) {
    case OtherwiseEncoded::not_at_all:
        break;
    case OtherwiseEncoded::windows_1250:
        return "windows-1250";
    case OtherwiseEncoded::windows_1252:
        return "windows-1252";
    }
    return nullptr;
}

} // namespace

std::expected<std::string, Refusal> csv_text(std::string_view bytes, OtherwiseEncoded otherwise) {
    const bool utf16 = bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
    if (utf16) {
        const bool little = bytes.starts_with("\xFF\xFE");
        auto text = converted(bytes.substr(2), little ? "UTF-16LE" : "UTF-16BE");
        if (!text) return std::unexpected(refusal("not_csv"));
        return *std::move(text);
    }
    if (bytes.find('\0') != bytes.npos) return std::unexpected(refusal("not_csv"));
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    if (valid_utf8(bytes)) return std::string(bytes);
    const char* name = name_of(otherwise);
    auto text = name ? converted(bytes, name) : std::nullopt;
    if (!text) return std::unexpected(refusal("encoding"));
    return *std::move(text);
}

} // namespace interregio::spreadsheet
