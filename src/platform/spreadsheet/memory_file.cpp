#include "platform/spreadsheet/memory_file.h"

#include <stdexcept>

#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace interregio::spreadsheet {

MemoryFile::MemoryFile() : descriptor_(::memfd_create("spreadsheet", MFD_CLOEXEC)) {
    if (descriptor_ < 0) throw std::runtime_error("cannot make a file in memory");
}

MemoryFile::~MemoryFile() { ::close(descriptor_); }

std::string MemoryFile::path() const { return "/proc/self/fd/" + std::to_string(descriptor_); }

std::string MemoryFile::content() const {
    struct stat status{};
    if (::fstat(descriptor_, &status) != 0) throw std::runtime_error("cannot read a file in memory");
    std::string out(static_cast<std::size_t>(status.st_size), '\0');
    std::size_t read = 0;
    while (read < out.size()) {
        const ssize_t count = ::pread(descriptor_, out.data() + read, out.size() - read, static_cast<off_t>(read));
        if (count <= 0) throw std::runtime_error("cannot read a file in memory");
        read += static_cast<std::size_t>(count);
    }
    return out;
}

} // namespace interregio::spreadsheet
