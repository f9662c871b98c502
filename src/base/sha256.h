#pragma once
// SHA-256 (FIPS 180-4): the name under which the bytes of a file are kept.

#include <cstddef>
#include <span>
#include <string>

namespace interregio {

/// 64 lower-case hexadecimal digits. Safe from any thread.
[[nodiscard]] std::string sha256(std::span<const std::byte> bytes);

} // namespace interregio
