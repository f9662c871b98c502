#include "platform/media/file_format.h"
#include "platform/media/media.h"
#include "platform/media/refused.h"
#include "platform/media/zip_directory.h"

#include <algorithm>
#include <cctype>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace interregio {
namespace {

/// Names of parts are compared without regard to case (ISO/IEC 29500-2, 6.2.2.3).
std::string lower(std::string_view name) {
    std::string out(name);
    std::ranges::transform(out, out.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return out;
}

std::expected<DocumentInfo, Refusal> inspect_pdf(std::string_view pdf) {
    // "%PDF-1.4" (ISO 32000-1, 7.5.2), "%PDF-2.0" (ISO 32000-2).
    const std::string_view version = pdf.substr(5, 3);
    const bool known = version == "2.0" ||
                       (version.size() == 3 && version.starts_with("1.") && version[2] >= '0' && version[2] <= '9');
    const std::string_view tail = pdf.substr(pdf.size() - std::min<std::size_t>(pdf.size(), 1024));
    if (!known || tail.find("%%EOF") == std::string_view::npos) return refused("document_broken", "PDF");
    return DocumentInfo{"application/pdf"};
}

/// The value of an OpenDocument's entry "mimetype" when it is where it must be; else nothing.
std::optional<std::string_view> opendocument_type(const std::vector<ZipEntry>& entries) {
    static constexpr std::string_view family = "application/vnd.oasis.opendocument.";
    for (const ZipEntry& entry : entries) {
        if (entry.header_at != 0 || entry.name != "mimetype" || entry.method != 0) continue;
        const std::string_view type = entry.stored_bytes;
        if (!type.starts_with(family) || type.size() == family.size() || type.size() > 100) return std::nullopt;
        const bool plain =
            std::ranges::all_of(type.substr(family.size()), [](char c) { return (c >= 'a' && c <= 'z') || c == '-'; });
        return plain ? std::optional(type) : std::nullopt;
    }
    return std::nullopt;
}

struct OfficeType {
    std::string_view folder;
    std::string_view name;
    std::string_view media_type;
};

constexpr OfficeType office_types[]{
    {"word/", "DOCX", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
    {"xl/", "XLSX", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
    {"ppt/", "PPTX", "application/vnd.openxmlformats-officedocument.presentationml.presentation"},
};

/// The type whose folder the names have; nothing when there is none or more than one.
const OfficeType* office_type(const std::vector<std::string>& names) {
    const OfficeType* found = nullptr;
    for (const OfficeType& type : office_types) {
        if (!std::ranges::any_of(names, [&](const std::string& name) { return name.starts_with(type.folder); }))
            continue;
        if (found) return nullptr;
        found = &type;
    }
    return found;
}

std::expected<DocumentInfo, Refusal> inspect_zip(std::span<const std::byte> bytes) {
    const auto entries = read_zip_directory(bytes);
    if (!entries) return refused("document_broken", "ZIP");
    std::vector<std::string> names;
    for (const ZipEntry& entry : *entries) names.push_back(lower(entry.name));
    const auto any = [&](auto matches) { return std::ranges::any_of(names, matches); };

    if (const auto type = opendocument_type(*entries)) {
        // Where OpenDocument keeps Basic and other scripts (ISO/IEC 26300-3; LibreOffice writes the folders for macros
        // only).
        if (any([](const std::string& name) { return name.starts_with("basic/") || name.starts_with("scripts/"); }))
            return refused("document_macros", "OpenDocument");
        return DocumentInfo{std::string(*type)};
    }
    if (any([](const std::string& name) { return name == "[content_types].xml"; })) {
        const OfficeType* type = office_type(names);
        if (!type) return refused("document_unknown");
        if (any([](const std::string& name) { return name.ends_with("vbaproject.bin"); }))
            return refused("document_macros", type->name);
        return DocumentInfo{std::string(type->media_type)};
    }
    return refused("document_type", {{"found", "ZIP"}});
}

} // namespace

std::expected<DocumentInfo, Refusal> inspect_document(std::span<const std::byte> bytes) {
    if (bytes.empty()) return refused("empty");
    if (bytes.size() > largest_media_file)
        return refused("too_large", {{"limit", std::to_string(largest_media_file / 1'000'000)}});
    const FileFormat format = file_format(bytes);
    if (format == FileFormat::unknown) return refused("document_unknown");
    if (format == FileFormat::pdf) return inspect_pdf(as_text(bytes));
    if (format == FileFormat::zip) return inspect_zip(bytes);
    return refused("document_type", {{"found", std::string(name_of(format))}});
}

} // namespace interregio
