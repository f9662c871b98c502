#include "platform/http/form_rules.h"

#include "platform/http/plain_text.h"

#include <algorithm>

namespace interregio::http {

bool is_form_name(std::string_view name, const FormLimits& limits) {
    return name.size() <= limits.name_bytes && is_plain_text(name);
}

bool is_form_text(std::string_view text) {
    // Line ends and tabs are allowed in a text of several lines; taken out, the rest must be plain.
    while (!text.empty()) {
        const std::size_t end = std::min(text.find_first_of("\r\n\t"), text.size());
        if (!is_plain_text(text.substr(0, end))) return false;
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return true;
}

} // namespace interregio::http
