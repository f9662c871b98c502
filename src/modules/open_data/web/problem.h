#pragma once
// Refusals of the interface for programs, as RFC 9457 has them: what is wrong, where, and how it would be right, in the
// language of the one who asks.

#include "base/refusal.h"
#include "platform/http/message.h"
#include "platform/locale/catalogue.h"

#include <string>
#include <string_view>

namespace interregio::open_data::web {

struct Problem {
    int status = 400;
    std::string name;  ///< the last part of its type: "unknown-parameter"
    std::string where; ///< the parameter or path; may be empty
    Refusal title;
    Refusal detail;
    Refusal how;
};

[[nodiscard]] Problem nothing_there(const std::string& path);
[[nodiscard]] Problem unknown_parameter(const std::string& name, const std::string& allowed);
[[nodiscard]] Problem repeated_parameter(const std::string& name);
/// `allowed` says what may stand there, in words or as a list.
[[nodiscard]] Problem value_not_allowed(const std::string& name, std::string_view found, const std::string& allowed);
/// `list` is where the records are listed.
[[nodiscard]] Problem unknown_record(const std::string& name, std::string_view found, const std::string& list);

/// application/problem+json in the language of the request. `base_url` has no final slash.
[[nodiscard]] http::Response response_of(const Problem& problem, const http::Request& request,
                                         const std::string& base_url);

} // namespace interregio::open_data::web
