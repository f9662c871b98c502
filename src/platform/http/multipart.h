#pragma once
// A body of parts: multipart/form-data (RFC 7578; RFC 2046, 5.1). Internal to platform/http; handlers use form.h.

#include "platform/http/form_rules.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace interregio::http {

/// The boundary of a Content-Type for forms; nothing when it is another type or has no valid boundary.
[[nodiscard]] std::optional<std::string> form_boundary(std::string_view content_type);

/// Reads all parts into `parts`, which on a refusal are those before it. Their contents are in `body`.
[[nodiscard]] FormResult<void> read_multipart(std::string_view boundary, std::string_view body,
                                              const FormLimits& limits, std::vector<FormPart>& parts);

} // namespace interregio::http
