#include "platform/http/head_scanner.h"

namespace interregio::http {

std::expected<std::optional<std::size_t>, int> HeadScanner::scan(std::string_view bytes) {
    for (; position_ < bytes.size(); ++position_) {
        if (position_ >= max_bytes_) return std::unexpected(lines_ == 0 ? 414 : 431);
        const auto byte = static_cast<unsigned char>(bytes[position_]);
        const bool after_return = position_ > line_start_ && bytes[position_ - 1] == '\r';
        if (after_return != (byte == '\n')) return std::unexpected(400);
        if (byte == '\n') {
            if (position_ - line_start_ == 1) {
                if (lines_ == 0) return std::unexpected(400);
                return position_ + 1;
            }
            if (++lines_ > max_headers_ + 1) return std::unexpected(431);
            line_start_ = position_ + 1;
        } else if (byte == '\t' || byte == ' ') {
            if (position_ == line_start_) return std::unexpected(400);
        } else if ((byte < 0x20 && byte != '\r') || byte == 0x7F) {
            return std::unexpected(400);
        }
    }
    return std::nullopt;
}

} // namespace interregio::http
