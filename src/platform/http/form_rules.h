#pragma once
// What names and texts of forms may be, however they are sent. Internal to platform/http.

#include "platform/http/form.h"

#include <expected>
#include <string_view>

namespace interregio::http {

template <class T> using FormResult = std::expected<T, FormProblem>;

/// Plain text, and not too long. May be empty.
[[nodiscard]] bool is_form_name(std::string_view name, const FormLimits& limits);

/// Plain text with tabs and line ends.
[[nodiscard]] bool is_form_text(std::string_view text);

} // namespace interregio::http
