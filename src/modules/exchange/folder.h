#pragma once
// A folder that somebody gave us: files are read only from inside it, never through a link that leads out, and never
// more than a limit.

#include "base/refusal.h"

#include <cstddef>
#include <expected>
#include <filesystem>
#include <string>
#include <string_view>

namespace interregio {

class Folder {
  public:
    /// Refusal "refusal.folder.none" {found} when it is no folder that can be read.
    [[nodiscard]] static std::expected<Folder, Refusal> open(const std::filesystem::path& path);

    /// The bytes of a file, named relative to the folder with '/'. Refusals "refusal.file.outside" (absolute, "..", or
    /// a link that leads out), "refusal.file.none", "refusal.file.not_regular", "refusal.file.too_large" {size, limit},
    /// "refusal.file.unreadable"; all with {found}. The size is looked at before anything is read.
    [[nodiscard]] std::expected<std::string, Refusal> read(std::string_view name, std::size_t limit) const;

  private:
    explicit Folder(std::filesystem::path root) : root_(std::move(root)) {}
    std::filesystem::path root_; ///< canonical
};

} // namespace interregio
