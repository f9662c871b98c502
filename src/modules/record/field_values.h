#pragma once
// Reading single values as people write them in exchange files. Each gives the value or a Refusal with {found} and,
// where there is a list of what is possible, {allowed}. Pure and thread-safe.

#include "modules/record/description.h"

#include <expected>
#include <span>

namespace interregio {

/// Trimmed, in Unicode normal form C, without line breaks and control characters, and of the wanted form.
[[nodiscard]] std::expected<std::string, Refusal> read_string(std::string_view text, const StringLimits& limits);
/// A decimal number with '.', within the limits.
[[nodiscard]] std::expected<double, Refusal> read_real(std::string_view text, const NumberLimits& limits);
[[nodiscard]] std::expected<std::int64_t, Refusal> read_integer(std::string_view text, const NumberLimits& limits);
/// The body of a text: normal form C, trailing blank lines dropped, not empty, plain ones in one paragraph.
[[nodiscard]] std::expected<std::string, Refusal> read_body(std::string_view text, const TextLimits& limits);
/// One of `names`; gives its index.
[[nodiscard]] std::expected<std::size_t, Refusal> read_choice(std::string_view text,
                                                              std::span<const std::string_view> names);
/// "2026-03-01T09:30:00Z", a time that exists.
[[nodiscard]] std::expected<std::string, Refusal> read_timestamp(std::string_view text);

/// "a, b, c": for {allowed}.
[[nodiscard]] std::string joined(std::span<const std::string_view> names);

} // namespace interregio
