#pragma once
// Whom a picture is owed to, as the picture itself says. Photographers and agencies write it into the file.

#include <cstddef>
#include <optional>
#include <span>
#include <string>

namespace interregio {

inline constexpr std::size_t longest_credit = 300; ///< bytes of UTF-8

/// The credit line that the metadata of an image gives: what the supplier wants to be named as (XMP photoshop:Credit,
/// else IPTC 2:110) or else creator and copyright notice, "creator / notice" (XMP dc:creator and dc:rights, else IPTC
/// 2:80 and 2:116; IPTC Photo Metadata Standard 2023.2). One line of valid UTF-8, trimmed; what is longer than
/// longest_credit is cut between characters. Nothing when the file says nothing, or says it in a way that cannot be
/// read: damaged metadata is no reason to refuse a picture. Safe from any thread; one at a time does the work.
[[nodiscard]] std::optional<std::string> credit_in(std::span<const std::byte> image);

} // namespace interregio
