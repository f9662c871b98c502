#pragma once
// Identifiers: UUID version 7 (RFC 9562, 5.7), typed by what they identify, so that the id of a person cannot be passed
// where the id of an organisation is meant. Values; safe to use from any thread.

#include "base/clock.h"

#include <array>
#include <compare>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace interregio {

/// 128 bits. The nil UUID (all zero, RFC 9562, 5.9) stands for "none yet".
class Uuid {
  public:
    constexpr Uuid() = default;

    /// A new UUIDv7: 48 bits of milliseconds since 1970, the rest random. Within one process the values grow, also
    /// inside one millisecond (RFC 9562, 6.2, method 1 with a 12-bit counter).
    [[nodiscard]] static Uuid make(const Clock& clock);

    /// Reads the 36-character form with hyphens, either case; nothing else.
    [[nodiscard]] static std::optional<Uuid> parse(std::string_view text);

    /// The 36-character lower-case form.
    [[nodiscard]] std::string text() const;

    [[nodiscard]] bool nil() const { return *this == Uuid{}; }
    [[nodiscard]] const std::array<std::uint8_t, 16>& bytes() const { return bytes_; }

    friend auto operator<=>(const Uuid&, const Uuid&) = default;

  private:
    std::array<std::uint8_t, 16> bytes_{};
};

/// The id of a T. Convert to and from Uuid only at the edges (stores, exchange formats).
template <class T> class Id {
  public:
    constexpr Id() = default;
    constexpr explicit Id(Uuid uuid) : uuid_(uuid) {}

    [[nodiscard]] const Uuid& uuid() const { return uuid_; }
    [[nodiscard]] std::string text() const { return uuid_.text(); }
    [[nodiscard]] bool nil() const { return uuid_.nil(); }

    friend auto operator<=>(const Id&, const Id&) = default;

  private:
    Uuid uuid_;
};

} // namespace interregio

template <> struct std::hash<interregio::Uuid> {
    std::size_t operator()(const interregio::Uuid& uuid) const noexcept {
        return std::hash<std::string_view>{}({reinterpret_cast<const char*>(uuid.bytes().data()), uuid.bytes().size()});
    }
};
template <class T> struct std::hash<interregio::Id<T>> {
    std::size_t operator()(const interregio::Id<T>& id) const noexcept {
        return std::hash<interregio::Uuid>{}(id.uuid());
    }
};
