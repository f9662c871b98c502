#pragma once
// A short mark of some bytes, for versions in addresses and for ETag. Not for secrets: whoever can choose the bytes can
// make two that agree, which here would only spoil their own cache.

#include <cstdint>
#include <string>
#include <string_view>

namespace interregio {

/// FNV-1a with 64 bits over all parts added.
class Fingerprint {
  public:
    Fingerprint& add(std::string_view bytes);
    /// 16 hexadecimal digits.
    [[nodiscard]] std::string text() const;

  private:
    std::uint64_t value_ = 14695981039346656037ULL;
};

} // namespace interregio
