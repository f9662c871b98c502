#include "platform/http/urlencoded.h"

#include "platform/http/header_parameters.h"
#include "platform/http/plain_text.h"

#include <algorithm>
#include <cstddef>

namespace interregio::http {
namespace {

using Wrong = std::unexpected<FormProblem>;

/// Appends the decoded bytes; false when a percent sequence is broken.
bool decode_into(std::string& decoded, std::string_view text) {
    for (std::size_t index = 0; index < text.size(); ++index) {
        if (text[index] != '%') {
            decoded += text[index] == '+' ? ' ' : text[index];
            continue;
        }
        if (text.size() - index < 3) return false;
        const int high = hex_value(text[index + 1]);
        const int low = hex_value(text[index + 2]);
        if (high < 0 || low < 0) return false;
        decoded += static_cast<char>(high * 16 + low);
        index += 2;
    }
    return true;
}

FormResult<FormPart> read_pair(std::string_view pair, const FormLimits& limits, std::string& decoded) {
    const std::size_t equals = std::min(pair.find('='), pair.size());
    FormPart part;
    if (!decode_into(part.name, pair.substr(0, equals))) return Wrong(FormProblem::broken_percent);
    if (part.name.empty() || !is_form_name(part.name, limits)) return Wrong(FormProblem::wrong_name);
    const std::size_t begin = decoded.size();
    if (!decode_into(decoded, pair.substr(std::min(equals + 1, pair.size()))))
        return Wrong(FormProblem::broken_percent);
    part.content_type = "text/plain";
    part.contents = std::string_view(decoded).substr(begin);
    if (part.contents.size() > limits.value_bytes) return Wrong(FormProblem::too_large_value);
    if (!part.text()) return Wrong(FormProblem::no_text);
    return part;
}

} // namespace

bool is_urlencoded(std::string_view content_type) {
    const auto type = parse_parameters(content_type);
    if (!type || type->value != "application/x-www-form-urlencoded") return false;
    const auto charset = type->find("charset");
    return !charset || equal_without_case(*charset, "utf-8");
}

FormResult<void> read_urlencoded(std::string_view body, const FormLimits& limits, std::string& decoded,
                                 std::vector<FormPart>& parts) {
    if (body.size() > limits.bytes) return Wrong(FormProblem::too_large);
    decoded.reserve(body.size()); // decoding makes nothing longer, so that what has been read stays where it is
    while (!body.empty()) {
        const std::size_t end = std::min(body.find('&'), body.size());
        const std::string_view pair = body.substr(0, end);
        body.remove_prefix(std::min(end + 1, body.size()));
        if (pair.empty()) continue;
        if (parts.size() == limits.parts) return Wrong(FormProblem::too_many_parts);
        auto part = read_pair(pair, limits, decoded);
        if (!part) return Wrong(part.error());
        parts.push_back(std::move(*part));
    }
    return {};
}

} // namespace interregio::http
