#include "platform/qr/qr_code.h"

#include <cerrno>
#include <memory>
#include <qrencode.h>
#include <system_error>

namespace interregio::qr {
namespace {

/// What the largest code holds in byte mode with level M (ISO/IEC 18004, table 7).
constexpr std::size_t most_bytes = 2331;

struct Free {
    void operator()(QRcode* code) const { QRcode_free(code); }
};

} // namespace

std::optional<QrCode> QrCode::of(std::string_view text) {
    if (text.empty() || text.size() > most_bytes) return std::nullopt;
    const std::unique_ptr<QRcode, Free> made(QRcode_encodeData(
        static_cast<int>(text.size()), reinterpret_cast<const unsigned char*>(text.data()), 0, QR_ECLEVEL_M));
    if (!made) throw std::system_error(errno, std::generic_category(), "libqrencode makes no code");
    std::vector<bool> dark;
    const int modules = made->width * made->width;
    dark.reserve(static_cast<std::size_t>(modules));
    for (int i = 0; i < modules; ++i) dark.push_back((made->data[i] & 1) != 0); // the other bits say what it is part of
    return QrCode(made->width, std::move(dark));
}

bool QrCode::dark(int x, int y) const {
    if (x < 0 || y < 0 || x >= size_ || y >= size_) return false;
    return dark_[static_cast<std::size_t>(y) * static_cast<std::size_t>(size_) + static_cast<std::size_t>(x)];
}

int drawn_size(const QrCode& code) { return code.size() + 2 * quiet_zone; }

std::string svg_path(const QrCode& code) {
    std::string path;
    for (int y = 0; y < code.size(); ++y)
        for (int x = 0; x < code.size(); ++x) {
            const int from = x;
            while (code.dark(x, y)) ++x;
            if (x == from) continue;
            const std::string length = std::to_string(x - from);
            path.append("M").append(std::to_string(from + quiet_zone));
            path.append(" ").append(std::to_string(y + quiet_zone));
            path.append("h").append(length).append("v1h-").append(length).append("z");
        }
    return path;
}

} // namespace interregio::qr
