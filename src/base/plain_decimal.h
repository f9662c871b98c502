#pragma once
// Numbers as they are written in files and forms. Pure and thread-safe.

#include <string>

namespace interregio {

/// The shortest decimal that reads back to the same number, with a point and never with an exponent: "0.000001".
/// `number` is finite.
[[nodiscard]] std::string plain_decimal(double number);

} // namespace interregio
