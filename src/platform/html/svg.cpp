#include "platform/html/svg.h"

#include <cmath>

namespace interregio::html::svg {

std::string number(double value) {
    const auto tenths = std::llround(value * 10);
    std::string written = tenths < 0 ? "-" : "";
    const auto size = tenths < 0 ? -tenths : tenths;
    written += std::to_string(size / 10);
    if (size % 10 != 0) (written += '.') += std::to_string(size % 10);
    return written;
}

Attribute<"transform"> move_and_scale(double x, double y, double scale) {
    // A scale needs more places than a position: it is multiplied by thousands of units.
    return {"translate(" + number(x) + ' ' + number(y) + ") scale(" + std::to_string(scale) + ')'};
}

std::string to(std::string_view command, std::initializer_list<double> numbers) {
    std::string written(command);
    bool first = true;
    for (const double value : numbers) {
        if (!first) written += ' ';
        written += number(value);
        first = false;
    }
    return written;
}

} // namespace interregio::html::svg
