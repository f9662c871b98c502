#pragma once
// Makes small ZIP files, sound or not, for the tests of this folder.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace interregio {

struct TestZip {
    struct Entry {
        std::string name;
        std::string stored = {};
        std::uint16_t method = 0;
        std::string local_name = name; ///< as the local header has it
        std::uint16_t flags = 0;
    };
    std::vector<Entry> entries;
    std::string comment = {};

    [[nodiscard]] std::string bytes() const {
        std::string out, directory;
        for (const Entry& entry : entries) {
            const std::size_t header_at = out.size();
            const std::size_t size = entry.stored.size();
            out += "PK\3\4" + two(20) + two(entry.flags) + two(entry.method) + four(0) + four(0) + four(size) +
                   four(size) + two(entry.local_name.size()) + two(0) + entry.local_name + entry.stored;
            directory += "PK\1\2" + two(20) + two(20) + two(entry.flags) + two(entry.method) + four(0) + four(0) +
                         four(size) + four(size) + two(entry.name.size()) + two(0) + two(0) + two(0) + two(0) +
                         four(0) + four(header_at) + entry.name;
        }
        const std::size_t directory_at = out.size();
        return out + directory + "PK\5\6" + two(0) + two(0) + two(entries.size()) + two(entries.size()) +
               four(directory.size()) + four(directory_at) + two(comment.size()) + comment;
    }

    /// Little-endian.
    static std::string two(std::size_t value) {
        return {static_cast<char>(value & 0xFF), static_cast<char>(value >> 8 & 0xFF)};
    }
    static std::string four(std::size_t value) { return two(value & 0xFFFF) + two(value >> 16 & 0xFFFF); }
};

inline std::span<const std::byte> as_bytes_of(std::string_view text) {
    return std::as_bytes(std::span(text.data(), text.size()));
}

} // namespace interregio
