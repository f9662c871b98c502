#pragma once
// File formats by their first bytes. A guess that chooses a decoder or words a refusal; never a reason to accept.

#include <cstddef>
#include <span>
#include <string_view>

namespace interregio {

enum class FileFormat {
    unknown,
    jpeg,
    png,
    webp,
    avif,
    heic,
    gif,
    tiff,
    bmp,
    ico,
    jpeg_xl,
    jpeg_2000,
    photoshop,
    svg,
    pdf,
    postscript,
    zip,
    ole,
    rtf,
    html,
    xml,
    gzip,
    seven_zip,
    rar,
    executable,
};

[[nodiscard]] FileFormat file_format(std::span<const std::byte> bytes);

/// "JPEG", "WebP", "SVG": for messages, the same in every language. Empty for unknown.
[[nodiscard]] std::string_view name_of(FileFormat format);

/// The bytes as text, without copying.
[[nodiscard]] inline std::string_view as_text(std::span<const std::byte> bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

} // namespace interregio
