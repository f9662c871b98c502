#pragma once
// A file that is nowhere but in memory, for a library that can only write to one with a name. Internal to this folder.

#include <string>

namespace interregio::spreadsheet {

/// Linux: memfd_create(2). Throws std::runtime_error when the system has no room for it.
class MemoryFile {
  public:
    MemoryFile();
    ~MemoryFile();
    MemoryFile(const MemoryFile&) = delete;
    MemoryFile& operator=(const MemoryFile&) = delete;

    /// A path by which this process can open it.
    [[nodiscard]] std::string path() const;
    /// All that was written to it.
    [[nodiscard]] std::string content() const;

  private:
    int descriptor_;
};

} // namespace interregio::spreadsheet
