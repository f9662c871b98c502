#include "platform/media/file_format.h"

#include <algorithm>
#include <cctype>
#include <string>

namespace interregio {
namespace {

using namespace std::string_view_literals;

struct Signature {
    std::string_view start;
    FileFormat format;
};

constexpr Signature signatures[]{
    {"\xFF\xD8\xFF"sv, FileFormat::jpeg},
    {"\x89PNG\r\n\x1A\n"sv, FileFormat::png},
    {"GIF87a"sv, FileFormat::gif},
    {"GIF89a"sv, FileFormat::gif},
    {"II*\0"sv, FileFormat::tiff},
    {"MM\0*"sv, FileFormat::tiff},
    {"II+\0"sv, FileFormat::tiff},
    {"MM\0+"sv, FileFormat::tiff},
    {"\0\0\1\0"sv, FileFormat::ico},
    {"\xFF\x0A"sv, FileFormat::jpeg_xl},
    {"\0\0\0\x0CJXL \r\n\x87\n"sv, FileFormat::jpeg_xl},
    {"\0\0\0\x0CjP  \r\n\x87\n"sv, FileFormat::jpeg_2000},
    {"\xFF\x4F\xFF\x51"sv, FileFormat::jpeg_2000},
    {"8BPS"sv, FileFormat::photoshop},
    {"%PDF-"sv, FileFormat::pdf},
    {"%!PS"sv, FileFormat::postscript},
    {"PK\3\4"sv, FileFormat::zip},
    {"PK\5\6"sv, FileFormat::zip},
    {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, FileFormat::ole},
    {"{\\rtf"sv, FileFormat::rtf},
    {"\x1F\x8B"sv, FileFormat::gzip},
    {"7z\xBC\xAF\x27\x1C"sv, FileFormat::seven_zip},
    {"Rar!\x1A\7"sv, FileFormat::rar},
    {"MZ"sv, FileFormat::executable},
    {"\x7F\x45LF"sv, FileFormat::executable},
};

/// ISO/IEC 14496-12, 4.3: a box "ftyp" with a major brand, a version and compatible brands of four bytes each.
FileFormat format_of_ftyp(std::string_view text) {
    if (text.size() < 16 || text.substr(4, 4) != "ftyp") return FileFormat::unknown;
    const auto byte = [&](std::size_t at) { return static_cast<std::size_t>(static_cast<unsigned char>(text[at])); };
    const std::size_t box = byte(0) << 24 | byte(1) << 16 | byte(2) << 8 | byte(3);
    const std::string_view brands = text.substr(0, std::min(box, text.size()));
    bool heif = false;
    for (std::size_t at = 8; at + 4 <= brands.size(); at += at == 8 ? 8 : 4) {
        const std::string_view brand = brands.substr(at, 4);
        if (brand == "avif" || brand == "avis") return FileFormat::avif;
        heif = heif || brand == "heic" || brand == "heix" || brand == "hevc" || brand == "mif1";
    }
    return heif ? FileFormat::heic : FileFormat::unknown;
}

/// Text formats: by the first tag, after a byte order mark, blanks, comments and declarations.
FileFormat format_of_markup(std::string_view text) {
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
    if (!text.starts_with('<')) return FileFormat::unknown;
    std::string start(text.substr(0, 4096));
    std::ranges::transform(start, start.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    const bool declared = start.starts_with("<?xml") || start.starts_with("<!--") || start.starts_with("<!doctype");
    if (start.starts_with("<!doctype html") || start.starts_with("<html")) return FileFormat::html;
    if (start.starts_with("<svg") || (declared && start.find("<svg") != std::string::npos)) return FileFormat::svg;
    return start.starts_with("<?xml") ? FileFormat::xml : FileFormat::unknown;
}

} // namespace

FileFormat file_format(std::span<const std::byte> bytes) {
    const std::string_view text = as_text(bytes);
    if (text.starts_with("RIFF") && text.size() >= 12 && text.substr(8, 4) == "WEBP") return FileFormat::webp;
    for (const Signature& signature : signatures)
        if (text.starts_with(signature.start)) return signature.format;
    if (text.starts_with("BM") && text.size() >= 14 && text.substr(6, 4) == "\0\0\0\0"sv) return FileFormat::bmp;
    const FileFormat container = format_of_ftyp(text);
    return container != FileFormat::unknown ? container : format_of_markup(text);
}

std::string_view name_of(FileFormat format) {
    switch (format) {
    case FileFormat::unknown:
        return "";
    case FileFormat::jpeg:
        return "JPEG";
    case FileFormat::png:
        return "PNG";
    case FileFormat::webp:
        return "WebP";
    case FileFormat::avif:
        return "AVIF";
    case FileFormat::heic:
        return "HEIC";
    case FileFormat::gif:
        return "GIF";
    case FileFormat::tiff:
        return "TIFF";
    case FileFormat::bmp:
        return "BMP";
    case FileFormat::ico:
        return "ICO";
    case FileFormat::jpeg_xl:
        return "JPEG XL";
    case FileFormat::jpeg_2000:
        return "JPEG 2000";
    case FileFormat::photoshop:
        return "PSD";
    case FileFormat::svg:
        return "SVG";
    case FileFormat::pdf:
        return "PDF";
    case FileFormat::postscript:
        return "PostScript";
    case FileFormat::zip:
        return "ZIP";
    case FileFormat::ole:
        return "DOC/XLS/PPT";
    case FileFormat::rtf:
        return "RTF";
    case FileFormat::html:
        return "HTML";
    case FileFormat::xml:
        return "XML";
    case FileFormat::gzip:
        return "gzip";
    case FileFormat::seven_zip:
        return "7z";
    case FileFormat::rar:
        return "RAR";
    case FileFormat::executable:
        return "EXE";
    }
    return "";
}

} // namespace interregio
