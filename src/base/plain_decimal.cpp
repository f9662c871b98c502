#include "base/plain_decimal.h"

#include <array>
#include <charconv>

namespace interregio {

std::string plain_decimal(double number) {
    std::array<char, 400> text{}; // the least double has some 330 digits
    const auto result = std::to_chars(text.data(), text.data() + text.size(), number, std::chars_format::fixed);
    return {text.data(), result.ptr};
}

} // namespace interregio
