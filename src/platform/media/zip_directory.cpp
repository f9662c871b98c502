#include "platform/media/zip_directory.h"

#include "platform/media/file_format.h"

#include <algorithm>
#include <string>

namespace interregio {
namespace {

constexpr std::size_t end_record_size = 22;
constexpr std::size_t entry_size = 46;
constexpr std::size_t local_header_size = 30;
constexpr std::uint32_t end_record_mark = 0x06054B50;
constexpr std::uint32_t entry_mark = 0x02014B50;
constexpr std::uint32_t local_header_mark = 0x04034B50;
constexpr std::uint16_t encrypted = 1 << 0; // general purpose flags, 4.4.4

/// Little-endian numbers at places that the caller has checked.
std::uint16_t two_bytes(std::string_view zip, std::size_t at) {
    return static_cast<std::uint16_t>(static_cast<unsigned char>(zip[at]) | static_cast<unsigned char>(zip[at + 1])
                                                                                << 8);
}
std::uint32_t four_bytes(std::string_view zip, std::size_t at) {
    return two_bytes(zip, at) | static_cast<std::uint32_t>(two_bytes(zip, at + 2)) << 16;
}

bool holds(std::string_view zip, std::size_t at, std::size_t size) {
    return at <= zip.size() && size <= zip.size() - at;
}

struct Directory {
    std::size_t at = 0;
    std::size_t size = 0;
    std::size_t entries = 0;
};

/// The end record (4.3.16) whose comment reaches to the very end of the file.
std::optional<Directory> find_directory(std::string_view zip) {
    if (zip.size() < end_record_size) return std::nullopt;
    for (std::size_t comment = 0; comment <= 0xFFFF && comment + end_record_size <= zip.size(); ++comment) {
        const std::size_t at = zip.size() - end_record_size - comment;
        if (four_bytes(zip, at) != end_record_mark || two_bytes(zip, at + 20) != comment) continue;
        const bool one_volume = two_bytes(zip, at + 4) == 0 && two_bytes(zip, at + 6) == 0 &&
                                two_bytes(zip, at + 8) == two_bytes(zip, at + 10);
        const Directory directory{four_bytes(zip, at + 16), four_bytes(zip, at + 12), two_bytes(zip, at + 10)};
        // Between the directory and its end record nothing may stand: that is where ZIP64 would continue.
        if (!one_volume || !holds(zip, directory.at, directory.size) || directory.at + directory.size != at)
            return std::nullopt;
        return directory;
    }
    return std::nullopt;
}

/// One entry of the directory (4.3.12) and how many bytes it takes there.
struct Read {
    ZipEntry entry;
    std::size_t size = 0;
};

/// `directory_at` is where the entries' bytes must end.
std::optional<Read> read_entry(std::string_view zip, std::size_t at, std::size_t directory_at) {
    if (!holds(zip, at, entry_size) || four_bytes(zip, at) != entry_mark) return std::nullopt;
    const std::size_t name_size = two_bytes(zip, at + 28);
    const std::size_t size = entry_size + name_size + two_bytes(zip, at + 30) + two_bytes(zip, at + 32);
    if (!holds(zip, at, size) || name_size == 0 || (two_bytes(zip, at + 8) & encrypted)) return std::nullopt;
    Read read{.entry = {.name = zip.substr(at + entry_size, name_size),
                        .method = two_bytes(zip, at + 10),
                        .header_at = four_bytes(zip, at + 42),
                        .stored_bytes = {}},
              .size = size};

    // The local header (4.3.7) must be there and bear the same name.
    const std::string_view contents = zip.substr(0, directory_at);
    const std::size_t header = read.entry.header_at;
    if (!holds(contents, header, local_header_size) || four_bytes(contents, header) != local_header_mark)
        return std::nullopt;
    const std::size_t local_name_size = two_bytes(contents, header + 26);
    const std::size_t bytes_at = header + local_header_size + local_name_size + two_bytes(contents, header + 28);
    const std::size_t stored_size = four_bytes(zip, at + 20);
    if (!holds(contents, bytes_at, stored_size)) return std::nullopt;
    if (contents.substr(header + local_header_size, local_name_size) != read.entry.name ||
        two_bytes(contents, header + 8) != read.entry.method)
        return std::nullopt;
    read.entry.stored_bytes = contents.substr(bytes_at, stored_size);
    return read;
}

bool names_are_unique(const std::vector<ZipEntry>& entries) {
    std::vector<std::string_view> names;
    for (const ZipEntry& entry : entries) names.push_back(entry.name);
    std::ranges::sort(names);
    return std::ranges::adjacent_find(names) == names.end();
}

} // namespace

std::optional<std::vector<ZipEntry>> read_zip_directory(std::span<const std::byte> bytes) {
    const std::string_view zip = as_text(bytes);
    const auto directory = find_directory(zip);
    if (!directory) return std::nullopt;
    const std::size_t end = directory->at + directory->size;
    std::vector<ZipEntry> entries;
    std::size_t at = directory->at;
    for (std::size_t i = 0; i < directory->entries; ++i) {
        const auto read = read_entry(zip.substr(0, end), at, directory->at);
        if (!read) return std::nullopt;
        entries.push_back(read->entry);
        at += read->size;
    }
    if (at != end || !names_are_unique(entries)) return std::nullopt;
    return entries;
}

} // namespace interregio
