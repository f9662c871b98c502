#pragma once
// Forms as browsers send them: application/x-www-form-urlencoded (WHATWG URL, 5.1) and, with files, multipart/form-data
// (RFC 7578). What a handler sees of either is the same. No I/O; pure functions.

#include "base/refusal.h"
#include "platform/http/message.h"

#include <cstddef>
#include <expected>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace interregio::http {

struct FormLimits {
    std::size_t bytes = 64 * 1024;       ///< of the whole body
    std::size_t parts = 100;             ///< of the form
    std::size_t header_bytes = 4 * 1024; ///< of one part of multipart, with the empty line
    std::size_t headers = 16;            ///< of one part of multipart
    std::size_t name_bytes = 255;        ///< of the name of a field, and of the name of a file
    std::size_t value_bytes = 16 * 1024; ///< of a field that is no file, decoded
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
    std::string_view contents; ///< of a file any bytes; valid as long as the body that was read and the form

    /// The contents of a field that is no file, if they are text: UTF-8 without control characters but tabs and line
    /// ends, which are CR LF as browsers send them.
    [[nodiscard]] std::optional<std::string_view> text() const;
};

/// What is wrong with a form.
enum class FormProblem {
    no_form,         ///< the Content-Type is there twice or another one, or its boundary is missing or none (RFC 2046,
                     ///< 5.1.1), or its charset is not UTF-8
    too_large,       ///< FormLimits::bytes
    no_beginning,    ///< the body does not begin with the boundary
    no_end,          ///< the last boundary is missing
    broken_boundary, ///< a boundary followed by something else than a line end (RFC 2046, 5.1.1)
    after_end,       ///< bytes behind the last boundary
    too_many_parts,
    too_large_header,
    broken_header,   ///< no header, folded, a bare CR or LF, or control characters
    no_disposition,  ///< Content-Disposition is missing, there twice, or not form-data with one name (RFC 7578, 4.2)
    extended_name,   ///< filename* or name*, which RFC 7578, 4.2 forbids
    wrong_name,      ///< no plain text, empty, too long, or "." or ".."
    wrong_type,      ///< Content-Type is there twice or cannot be read
    encoded,         ///< a Content-Transfer-Encoding that changes bytes (RFC 7578, 4.7)
    too_large_value, ///< FormLimits::value_bytes
    broken_percent,  ///< a percent sign without two hexadecimal digits
    no_text          ///< a value of an urlencoded form that is not what FormPart::text() gives
};

struct FormRefusal {
    FormProblem problem;
    std::size_t part = 0; ///< in which it is, from 0; the number of parts read before

    /// 413, 415 or 400.
    [[nodiscard]] int status() const;
    /// For the reader: "refusal.form.…" without arguments.
    [[nodiscard]] Refusal in_words() const;
    friend bool operator==(const FormRefusal&, const FormRefusal&) = default;
};

/// For the log and for tests: "broken_header".
[[nodiscard]] std::string_view name_of(FormProblem problem);

class Form {
  public:
    /// Reads a body. Multipart more strictly than RFC 2046 where no browser needs the freedom: no text before the first
    /// and none but a line end behind the last boundary; no part without a name. What the standards say is to be
    /// ignored (further headers, parameters of types) is. Urlencoded more strictly than WHATWG URL, 5.1: broken percent
    /// sequences, bytes that are no text and fields without a name are refused, not mended. `body` must outlive the
    /// form.
    [[nodiscard]] static std::expected<Form, FormRefusal> parse(std::string_view content_type, std::string_view body,
                                                                const FormLimits& limits = {});
    /// Body and Content-Type of a request, which must outlive the form.
    [[nodiscard]] static std::expected<Form, FormRefusal> parse(const Request& request, const FormLimits& limits = {});

    [[nodiscard]] const std::vector<FormPart>& parts() const { return parts_; } ///< in order; names may repeat
    /// The first part of that name; null when there is none.
    [[nodiscard]] const FormPart* find(std::string_view name) const;
    /// The text of the one part of that name. Nothing when there is none, when it is a file or no text, or when there
    /// are several: which of them counts is not left to chance (OWASP ASVS 4.0.3, 5.1.1).
    [[nodiscard]] std::optional<std::string_view> value(std::string_view name) const;
    /// The texts of all parts of that name, for boxes that are ticked. Nothing when one is a file or no text.
    [[nodiscard]] std::optional<std::vector<std::string_view>> values(std::string_view name) const;

  private:
    std::vector<FormPart> parts_;
    std::shared_ptr<const std::string> decoded_; ///< what the parts of an urlencoded form are in
};

} // namespace interregio::http
