#pragma once
// Forms with files: multipart/form-data (RFC 7578), a body of parts (RFC 2046, 5.1). No I/O; pure functions.

#include "platform/http/message.h"

#include <cstddef>
#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace interregio::http {

struct MultipartLimits {
    std::size_t bytes = 64 * 1024;       ///< of the whole body
    std::size_t parts = 100;             ///< of the form
    std::size_t header_bytes = 4 * 1024; ///< of one part, with the empty line
    std::size_t headers = 16;            ///< of one part
    std::size_t name_bytes = 255;        ///< of the name of a field, and of the name of a file
};

/// One field of a form.
struct FormPart {
    std::string name; ///< not empty; as plain text as Request::path is
    /// Present for files, with what the client called it, after the last slash or backslash (RFC 7578, 4.2): plain
    /// text, never "." or "..". Empty when no file was chosen. A name to show, never one to write to.
    std::optional<std::string> file_name;
    /// Type and subtype in small letters, without parameters; "text/plain" where the client says nothing (RFC 7578,
    /// 4.4). A claim of the client: platform/media looks at the bytes.
    std::string content_type;
    std::string_view contents; ///< any bytes; part of the body that was read, so valid as long as that

    /// The contents of a field that is no file, if they are UTF-8; with a line end of CR LF as browsers send it.
    [[nodiscard]] std::optional<std::string_view> text() const;
};

/// What is wrong with a form.
enum class FormProblem {
    no_form,         ///< the Content-Type is another one, or its boundary is missing or none (RFC 2046, 5.1.1)
    too_large,       ///< MultipartLimits::bytes
    no_beginning,    ///< the body does not begin with the boundary
    no_end,          ///< the last boundary is missing
    broken_boundary, ///< a boundary followed by something else than a line end (RFC 2046, 5.1.1)
    after_end,       ///< bytes behind the last boundary
    too_many_parts,
    too_large_header,
    broken_header,  ///< no header, folded, a bare CR or LF, or control characters
    no_disposition, ///< Content-Disposition is missing, there twice, or not form-data with one name (RFC 7578, 4.2)
    extended_name,  ///< filename* or name*, which RFC 7578, 4.2 forbids
    wrong_name,     ///< no plain text, empty, too long, or "." or ".."
    wrong_type,     ///< Content-Type is there twice or cannot be read
    encoded         ///< a Content-Transfer-Encoding that changes bytes (RFC 7578, 4.7)
};

struct FormRefusal {
    FormProblem problem;
    std::size_t part = 0; ///< in which it is, from 0; the number of parts read before

    /// 413, 415 or 400.
    [[nodiscard]] int status() const;
    friend bool operator==(const FormRefusal&, const FormRefusal&) = default;
};

/// For the log and for tests: "broken_header".
[[nodiscard]] std::string_view name_of(FormProblem problem);

class Form {
  public:
    /// Reads a body. Stricter than RFC 2046 where no browser needs the freedom: no text before the first and none but a
    /// line end behind the last boundary; no part without a name. What the standards say is to be ignored (further
    /// headers, parameters of types) is. `body` must outlive the form.
    [[nodiscard]] static std::expected<Form, FormRefusal> parse(std::string_view content_type, std::string_view body,
                                                                const MultipartLimits& limits = {});
    /// Body and Content-Type of a request, which must outlive the form.
    [[nodiscard]] static std::expected<Form, FormRefusal> parse(const Request& request,
                                                                const MultipartLimits& limits = {});

    [[nodiscard]] const std::vector<FormPart>& parts() const { return parts_; } ///< in order; names may repeat
    /// The first part of that name; null when there is none.
    [[nodiscard]] const FormPart* find(std::string_view name) const;

  private:
    std::vector<FormPart> parts_;
};

/// The boundary of a Content-Type for forms; nothing when it is another type or has no valid boundary.
[[nodiscard]] std::optional<std::string> form_boundary(std::string_view content_type);

} // namespace interregio::http
