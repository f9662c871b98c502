#include "platform/passkeys/attestation.h"

#include <limits>

namespace interregio::passkeys {
namespace {

constexpr std::size_t longest_attestation = 16'384;

/// RFC 8949, 3. Whatever is not as asked for makes everything that is read afterwards wrong, too.
class CborReader {
  public:
    explicit CborReader(ByteView bytes) : rest_(bytes) {}

    [[nodiscard]] bool fine() const { return fine_; }
    [[nodiscard]] bool at_end() const { return fine_ && rest_.empty(); }
    std::size_t map() { return static_cast<std::size_t>(head(Major::map)); }
    std::string_view text() {
        const auto bytes = string(Major::text);
        return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
    }
    Bytes bytes() {
        const auto view = string(Major::bytes);
        return {view.begin(), view.end()};
    }
    /// A negative number, as those of the algorithms are.
    std::int64_t negative() {
        const auto value = head(Major::negative);
        fine_ = fine_ && value <= std::numeric_limits<std::int32_t>::max();
        return fine_ ? -1 - static_cast<std::int64_t>(value) : 0;
    }
    void expect(std::string_view key) { fine_ = text() == key && fine_; }

  private:
    enum class Major : unsigned { negative = 1, bytes = 2, text = 3, map = 5 };

    std::uint64_t head(Major major) {
        constexpr unsigned in_itself = 24; // below, the value stands in the first byte
        constexpr unsigned longest = 26;   // four bytes follow
        const auto first = take(1);
        if (!fine_) return 0;
        const auto octet = std::to_integer<unsigned>(first.front());
        const unsigned length = octet & 0x1fU;
        fine_ = octet >> 5U == static_cast<unsigned>(major) && length <= longest;
        if (!fine_ || length < in_itself) return length;
        std::uint64_t value = 0;
        for (const std::byte byte : take(std::size_t{1} << (length - in_itself)))
            value = value << 8U | std::to_integer<std::uint64_t>(byte);
        // Shorter would have done.
        const std::uint64_t least = length == in_itself ? in_itself : (length == longest ? 0x10000 : 0x100);
        fine_ = fine_ && value >= least;
        return value;
    }
    ByteView string(Major major) { return take(head(major)); }
    ByteView take(std::size_t size) {
        fine_ = fine_ && size <= rest_.size();
        if (!fine_) return {};
        const auto taken = rest_.first(size);
        rest_ = rest_.subspan(size);
        return taken;
    }

    ByteView rest_;
    bool fine_ = true;
};

} // namespace

std::expected<Attestation, Problem> read_attestation(ByteView object) {
    if (object.size() > longest_attestation) return std::unexpected(Problem::unreadable);
    Attestation attestation;
    CborReader reader(object);
    if (reader.map() != 3) return std::unexpected(Problem::unreadable);
    reader.expect("fmt");
    const auto format = reader.text();
    reader.expect("attStmt");
    const auto members = reader.map();
    if (!reader.fine()) return std::unexpected(Problem::unreadable);
    if (format == "packed" && members == 2) {
        reader.expect("alg");
        const auto algorithm = reader.negative();
        reader.expect("sig");
        attestation.signature = Attestation::OwnSignature{algorithm, reader.bytes()};
    } else if (format != "none" || members != 0) {
        return std::unexpected(Problem::refused_attestation);
    }
    reader.expect("authData");
    attestation.data = reader.bytes();
    if (!reader.at_end()) return std::unexpected(Problem::unreadable);
    return attestation;
}

} // namespace interregio::passkeys
