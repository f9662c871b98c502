#pragma once
// Lists of what a client accepts, with weights (RFC 9110, 12.4.2 and 5.6.1). Internal to platform/http.

#include <optional>
#include <string_view>
#include <vector>

namespace interregio::http {

struct Weighted {
    std::string_view text;
    int weight = 1000; ///< in thousandths
};

/// The elements in the header's order; nothing when the list cannot be read, or when `is_valid` refuses an element.
/// Views into `header`.
[[nodiscard]] std::optional<std::vector<Weighted>> parse_weighted_list(std::string_view header,
                                                                       bool (*is_valid)(std::string_view));

/// Cuts the part before `separator` off `text`, which keeps what follows it.
[[nodiscard]] std::string_view cut(std::string_view& text, char separator);

} // namespace interregio::http
