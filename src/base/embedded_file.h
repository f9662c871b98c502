#pragma once
// Files that were put into the program when it was built (see cmake/EmbedFiles.cmake).

#include <span>
#include <string_view>

namespace interregio {

struct EmbeddedFile {
    std::string_view name;     ///< path below the folder it came from, with '/'
    std::string_view contents; ///< the bytes, alive as long as the program
};

namespace embedded {
namespace migrations {
std::span<const EmbeddedFile> files();
}
namespace catalogues {
std::span<const EmbeddedFile> files();
}
namespace assets {
std::span<const EmbeddedFile> files();
}
} // namespace embedded

} // namespace interregio
