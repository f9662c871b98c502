#pragma once
// The central directory of a ZIP file (APPNOTE.TXT 6.3.10,
// https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT), read with distrust: nothing is unpacked, every offset
// is checked.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace interregio {

struct ZipEntry {
    std::string_view name;         ///< as it stands in the file, of which it is a part
    std::uint16_t method = 0;      ///< 0 stored, 8 deflated
    std::uint32_t header_at = 0;   ///< where its local header begins
    std::string_view stored_bytes; ///< its bytes as stored, compressed or not
};

/// The entries in the order of the directory; nothing when the file is damaged, spans volumes, is in ZIP64 form, is
/// encrypted, or when its directory and its local headers tell different things. Names are unique. A comment may follow
/// the directory, and nothing else.
[[nodiscard]] std::optional<std::vector<ZipEntry>> read_zip_directory(std::span<const std::byte> bytes);

} // namespace interregio
