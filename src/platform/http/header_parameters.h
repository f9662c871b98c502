#pragma once
// A header value with parameters, as Content-Type and Content-Disposition have it: `form-data; name="a"`. Internal to
// platform/http.

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace interregio::http {

struct ParameterizedValue {
    std::string value; ///< before the first semicolon, in small letters
    /// Names in small letters, values without quotes, in order.
    std::vector<std::pair<std::string, std::string>> parameters;

    /// The value of a parameter; nothing when it is not there.
    [[nodiscard]] std::optional<std::string_view> find(std::string_view name) const;
};

/// RFC 9110, 5.6.6, with two freedoms that browsers take: a backslash in quotes that stands before neither a quote nor
/// a backslash is itself, as in the paths of Windows, and quoted values may hold any byte but control characters. A tab
/// counts as one. Nothing when it cannot be read, the value is empty, or a parameter is there twice.
[[nodiscard]] std::optional<ParameterizedValue> parse_parameters(std::string_view text);

} // namespace interregio::http
