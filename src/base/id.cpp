#include "base/id.h"

#include <mutex>
#include <sodium.h>

namespace interregio {
namespace {

/// Milliseconds and counter of the last UUID made, so that the next one is greater.
struct Sequence {
    std::mutex mutex;
    std::uint64_t milliseconds = 0;
    std::uint32_t counter = 0;
};

int hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

} // namespace

Uuid Uuid::make(const Clock& clock) {
    static Sequence sequence;
    Uuid uuid;
    randombytes_buf(uuid.bytes_.data(), uuid.bytes_.size());
    const std::scoped_lock lock(sequence.mutex);
    const auto now = static_cast<std::uint64_t>(clock.now().time_since_epoch().count());
    if (now > sequence.milliseconds) {
        sequence.milliseconds = now;
        sequence.counter = randombytes_uniform(0x800); // leaves room to count up within the millisecond
    } else if (++sequence.counter > 0xFFF) {
        ++sequence.milliseconds;
        sequence.counter = 0;
    }
    for (int i = 0; i < 6; ++i)
        uuid.bytes_[static_cast<std::size_t>(i)] = static_cast<std::uint8_t>(sequence.milliseconds >> (40 - 8 * i));
    uuid.bytes_[6] = static_cast<std::uint8_t>(0x70 | (sequence.counter >> 8));
    uuid.bytes_[7] = static_cast<std::uint8_t>(sequence.counter);
    uuid.bytes_[8] = static_cast<std::uint8_t>(0x80 | (uuid.bytes_[8] & 0x3F));
    return uuid;
}

std::optional<Uuid> Uuid::parse(std::string_view text) {
    if (text.size() != 36) return std::nullopt;
    Uuid uuid;
    std::size_t at = 0;
    for (std::size_t i = 0; i < 36;) {
        if (i == 8 || i == 13 || i == 18 || i == 23) {
            if (text[i++] != '-') return std::nullopt;
            continue;
        }
        const int high = hex_digit(text[i]);
        const int low = hex_digit(text[i + 1]);
        if (high < 0 || low < 0) return std::nullopt;
        uuid.bytes_[at++] = static_cast<std::uint8_t>(high << 4 | low);
        i += 2;
    }
    return uuid;
}

std::string Uuid::text() const {
    static constexpr char digits[] = "0123456789abcdef";
    std::string out;
    out.reserve(36);
    for (std::size_t i = 0; i < bytes_.size(); ++i) {
        if (i == 4 || i == 6 || i == 8 || i == 10) out += '-';
        out += digits[bytes_[i] >> 4];
        out += digits[bytes_[i] & 0xF];
    }
    return out;
}

} // namespace interregio
