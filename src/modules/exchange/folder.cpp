#include "modules/exchange/folder.h"

#include <algorithm>
#include <cstdio>
#include <memory>

namespace interregio {
namespace fs = std::filesystem;
namespace {

/// "48 kB" is for catalogues; here plain bytes are exact.
Refusal refused(std::string key, std::string_view name) { return {std::move(key), {{"found", std::string(name)}}}; }

bool leads_out(const fs::path& name) {
    return name.empty() || name.is_absolute() ||
           std::ranges::any_of(name, [](const fs::path& part) { return part == ".."; });
}

bool inside(const fs::path& root, const fs::path& file) {
    return std::mismatch(root.begin(), root.end(), file.begin(), file.end()).first == root.end();
}

} // namespace

std::expected<Folder, Refusal> Folder::open(const fs::path& path) {
    std::error_code error;
    const fs::path root = fs::canonical(path, error);
    if (error || !fs::is_directory(root, error)) return std::unexpected(refused("refusal.folder.none", path.string()));
    return Folder(root);
}

std::expected<std::string, Refusal> Folder::read(std::string_view name, std::size_t limit) const {
    const fs::path relative(name);
    if (name.find('\0') != std::string_view::npos || leads_out(relative))
        return std::unexpected(refused("refusal.file.outside", name));
    std::error_code error;
    const fs::path file = fs::canonical(root_ / relative, error);
    if (error) return std::unexpected(refused("refusal.file.none", name));
    if (!inside(root_, file)) return std::unexpected(refused("refusal.file.outside", name));
    // A device or a pipe could be read for ever.
    if (!fs::is_regular_file(file, error)) return std::unexpected(refused("refusal.file.not_regular", name));
    const auto size = fs::file_size(file, error);
    if (error) return std::unexpected(refused("refusal.file.unreadable", name));
    if (size > limit) {
        Refusal refusal = refused("refusal.file.too_large", name);
        refusal.arguments.emplace_back("size", std::to_string(size));
        refusal.arguments.emplace_back("limit", std::to_string(limit));
        return std::unexpected(std::move(refusal));
    }
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> stream(std::fopen(file.c_str(), "rb"), &std::fclose);
    if (!stream) return std::unexpected(refused("refusal.file.unreadable", name));
    std::string bytes(size, '\0');
    if (std::fread(bytes.data(), 1, bytes.size(), stream.get()) != bytes.size())
        return std::unexpected(refused("refusal.file.unreadable", name));
    return bytes;
}

} // namespace interregio
