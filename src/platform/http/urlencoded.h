#pragma once
// A body of name=value pairs: application/x-www-form-urlencoded (WHATWG URL, 5.1). Internal to platform/http; handlers
// use form.h.

#include "platform/http/form_rules.h"

#include <string>
#include <string_view>
#include <vector>

namespace interregio::http {

/// Whether a Content-Type is that of such forms, in UTF-8 if it says so at all.
[[nodiscard]] bool is_urlencoded(std::string_view content_type);

/// Reads all pairs into `parts`, which on a refusal are those before it. Their contents are in `decoded`, which is
/// empty before and must not be changed afterwards.
[[nodiscard]] FormResult<void> read_urlencoded(std::string_view body, const FormLimits& limits, std::string& decoded,
                                               std::vector<FormPart>& parts);

} // namespace interregio::http
