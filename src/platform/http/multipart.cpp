#include "platform/http/multipart.h"

#include "platform/http/header_parameters.h"
#include "platform/http/plain_text.h"

#include <algorithm>
#include <utility>

namespace interregio::http {
namespace {

using Refused = std::unexpected<FormProblem>;
template <class T> using Result = FormResult<T>;

/// RFC 2046, 5.1.1: 1 to 70 of these, the last one no space.
bool is_boundary(std::string_view text) {
    constexpr std::string_view marks = "'()+_,-./:=? ";
    return !text.empty() && text.size() <= 70 && text.back() != ' ' && std::ranges::all_of(text, [&](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               marks.find(c) != std::string_view::npos;
    });
}

/// What a part says of itself before its contents.
struct PartHeaders {
    std::optional<std::string> disposition;
    std::optional<std::string> type;
};

std::string_view without_blanks(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

/// Whether a line of a header holds only what it may: a tab, but no other control character.
bool is_line(std::string_view line) {
    return std::ranges::none_of(
        line, [](char c) { return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == '\x7F'; });
}

Result<void> read_header(std::string_view line, PartHeaders& headers) {
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos || colon == 0 || !is_line(line)) return Refused(FormProblem::broken_header);
    const std::string_view name = line.substr(0, colon);
    if (!std::ranges::all_of(name, is_token_character)) return Refused(FormProblem::broken_header); // also a fold
    const std::string_view value = without_blanks(line.substr(colon + 1));

    if (equal_without_case(name, "Content-Disposition")) {
        if (headers.disposition) return Refused(FormProblem::no_disposition);
        headers.disposition = value;
    } else if (equal_without_case(name, "Content-Type")) {
        if (headers.type) return Refused(FormProblem::wrong_type);
        headers.type = value;
    } else if (equal_without_case(name, "Content-Transfer-Encoding")) {
        const bool changes_nothing = equal_without_case(value, "7bit") || equal_without_case(value, "8bit") ||
                                     equal_without_case(value, "binary");
        if (!changes_nothing) return Refused(FormProblem::encoded);
    }
    return {};
}

/// Takes the headers with their empty line off `text`.
Result<PartHeaders> cut_headers(std::string_view& text, const FormLimits& limits) {
    PartHeaders headers;
    std::size_t used = 0;
    for (std::size_t count = 0;; ++count) {
        const std::size_t end = text.substr(0, limits.header_bytes - used).find("\r\n");
        if (end == std::string_view::npos)
            return Refused(text.size() > limits.header_bytes - used ? FormProblem::too_large_header
                                                                    : FormProblem::broken_header);
        const std::string_view line = text.substr(0, end);
        text.remove_prefix(end + 2);
        used += end + 2;
        if (line.empty()) return headers;
        if (count == limits.headers) return Refused(FormProblem::too_large_header);
        if (const auto read = read_header(line, headers); !read) return Refused(read.error());
    }
}

/// Some browsers send a path (RFC 7578, 4.2 and RFC 2183, 2.3).
std::string_view without_folders(std::string_view path) { return path.substr(path.find_last_of("/\\") + 1); }

Result<void> read_disposition(const std::optional<std::string>& text, const FormLimits& limits, FormPart& part) {
    const auto disposition = text ? parse_parameters(*text) : std::nullopt;
    if (!disposition || disposition->value != "form-data") return Refused(FormProblem::no_disposition);
    if (disposition->find("filename*") || disposition->find("name*")) return Refused(FormProblem::extended_name);
    const auto name = disposition->find("name");
    if (!name) return Refused(FormProblem::no_disposition);
    if (name->empty() || !is_form_name(*name, limits)) return Refused(FormProblem::wrong_name);
    part.name = *name;
    if (const auto path = disposition->find("filename")) {
        const std::string_view file_name = without_folders(*path);
        if (!is_form_name(file_name, limits) || file_name == "." || file_name == "..")
            return Refused(FormProblem::wrong_name);
        part.file_name = file_name;
    }
    return {};
}

Result<std::string> read_type(const std::optional<std::string>& text) {
    if (!text) return "text/plain";
    auto type = parse_parameters(*text);
    if (!type || std::ranges::count(type->value, '/') != 1 || type->value.starts_with('/') ||
        type->value.ends_with('/'))
        return Refused(FormProblem::wrong_type);
    return std::move(type->value);
}

/// Reads one part, headers and contents, of which the end is known.
Result<FormPart> read_part(std::string_view bytes, const FormLimits& limits) {
    const auto headers = cut_headers(bytes, limits);
    if (!headers) return Refused(headers.error());
    FormPart part;
    if (const auto read = read_disposition(headers->disposition, limits, part); !read) return Refused(read.error());
    auto type = read_type(headers->type);
    if (!type) return Refused(type.error());
    part.content_type = std::move(*type);
    part.contents = bytes;
    if (!part.file_name && bytes.size() > limits.value_bytes) return Refused(FormProblem::too_large_value);
    return part;
}

enum class After { another_part, end };

/// Takes what follows a boundary on its line: "--" after the last one; blanks, which mail may have added, and the end
/// of the line. The last one may be followed by nothing.
Result<After> cut_boundary_line(std::string_view& rest) {
    const After after = rest.starts_with("--") ? After::end : After::another_part;
    if (after == After::end) rest.remove_prefix(2);
    rest.remove_prefix(std::min(rest.find_first_not_of(" \t"), rest.size()));
    if (rest.empty() && after == After::end) return after;
    if (!rest.starts_with("\r\n"))
        return Refused(after == After::end ? FormProblem::after_end : FormProblem::broken_boundary);
    rest.remove_prefix(2);
    if (after == After::end && !rest.empty()) return Refused(FormProblem::after_end);
    return after;
}

} // namespace

std::optional<std::string> form_boundary(std::string_view content_type) {
    const auto type = parse_parameters(content_type);
    if (!type || type->value != "multipart/form-data") return std::nullopt;
    const auto boundary = type->find("boundary");
    if (!boundary || !is_boundary(*boundary)) return std::nullopt;
    return std::string(*boundary);
}

FormResult<void> read_multipart(std::string_view boundary, std::string_view body, const FormLimits& limits,
                                std::vector<FormPart>& parts) {
    if (body.size() > limits.bytes) return Refused(FormProblem::too_large);
    const std::string delimiter = "\r\n--" + std::string(boundary);
    std::string_view rest = body;
    if (!rest.starts_with(std::string_view(delimiter).substr(2))) return Refused(FormProblem::no_beginning);
    rest.remove_prefix(delimiter.size() - 2);
    for (;;) {
        const auto after = cut_boundary_line(rest);
        if (!after) return Refused(after.error());
        if (*after == After::end) return {};
        if (parts.size() == limits.parts) return Refused(FormProblem::too_many_parts);
        const std::size_t end = rest.find(delimiter);
        if (end == std::string_view::npos) return Refused(FormProblem::no_end);
        auto part = read_part(rest.substr(0, end), limits);
        if (!part) return Refused(part.error());
        parts.push_back(std::move(*part));
        rest.remove_prefix(end + delimiter.size());
    }
}

} // namespace interregio::http
