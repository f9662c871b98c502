#include "base/fingerprint.h"

#include <cstdio>

namespace interregio {

Fingerprint& Fingerprint::add(std::string_view bytes) {
    for (const char byte : bytes) value_ = (value_ ^ static_cast<unsigned char>(byte)) * 1099511628211ULL;
    return *this;
}

std::string Fingerprint::text() const {
    char text[17];
    std::snprintf(text, sizeof text, "%016llx", static_cast<unsigned long long>(value_));
    return text;
}

} // namespace interregio
