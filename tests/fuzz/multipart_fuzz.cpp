// Fuzzes the reader of multipart/form-data. The first byte picks what the rest is:
//   even: a body, read with the boundary "b" and small limits; what comes out is compared with the body
//   odd: the value of a Content-Type or Content-Disposition header, and contents of parts that are written and read
//   again

#include "platform/http/header_parameters.h"
#include "platform/http/multipart.h"

#include "base/assert.h"
#include "base/utf8.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace interregio::http {
namespace {

constexpr FormLimits limits{.bytes = 2048, .parts = 4, .header_bytes = 128, .headers = 4, .name_bytes = 32};
constexpr std::string_view delimiter = "\r\n--b";

bool is_line_of_text(std::string_view text) {
    return valid_utf8(text) && !has_control_characters(text, ControlCharacters::none);
}

void check(const FormPart& part, std::string_view body) {
    INTERREGIO_ASSERT(!part.name.empty() && part.name.size() <= limits.name_bytes, "the name has its size");
    INTERREGIO_ASSERT(is_line_of_text(part.name), "the name is a line of text");
    if (part.file_name) {
        INTERREGIO_ASSERT(is_line_of_text(*part.file_name), "the name of a file is a line of text");
        INTERREGIO_ASSERT(part.file_name->find_first_of("/\\") == std::string::npos, "it names no folder");
        INTERREGIO_ASSERT(*part.file_name != "." && *part.file_name != "..", "it is none");
        INTERREGIO_ASSERT(!part.text(), "a file is no text");
    }
    INTERREGIO_ASSERT(part.contents.data() >= body.data() &&
                          part.contents.data() + part.contents.size() <= body.data() + body.size(),
                      "contents are in the body");
    INTERREGIO_ASSERT(part.contents.find(delimiter) == std::string_view::npos, "contents end at the boundary");
    const std::string_view after =
        body.substr(static_cast<std::size_t>(part.contents.data() - body.data()) + part.contents.size());
    INTERREGIO_ASSERT(after.starts_with(delimiter), "a boundary follows");
    if (const auto text = part.text()) INTERREGIO_ASSERT(valid_utf8(*text), "text is UTF-8");
}

void check_body(std::string_view body) {
    const auto form = Form::parse("multipart/form-data; boundary=b", body, limits);
    if (!form) {
        const int status = form.error().status();
        INTERREGIO_ASSERT(status == 400 || status == 413, "a refusal of a body");
        INTERREGIO_ASSERT(!name_of(form.error().problem).empty(), "a problem has a name");
        INTERREGIO_ASSERT(form.error().part <= limits.parts, "it is in a part that may be");
        return;
    }
    INTERREGIO_ASSERT(form->parts().size() <= limits.parts, "no more parts than allowed");
    for (const FormPart& part : form->parts()) check(part, body);
}

/// Contents that hold no boundary come back as they were written.
void check_round_trip(std::string_view bytes) {
    std::vector<std::string_view> contents{bytes.substr(0, bytes.size() / 2), bytes.substr(bytes.size() / 2)};
    std::string body;
    for (const std::string_view each : contents) {
        // Also at the very beginning, behind the empty line of the headers.
        if (("\r\n" + std::string(each)).find("\r\n--wall") != std::string::npos) return;
        body += "--wall\r\nContent-Disposition: form-data; name=\"a\"; filename=\"x\"\r\n\r\n";
        body += each;
        body += "\r\n";
    }
    body += "--wall--\r\n";
    const auto form = Form::parse("multipart/form-data; boundary=wall", body, {.bytes = body.size()});
    INTERREGIO_ASSERT(form && form->parts().size() == 2, "what was written is read");
    for (std::size_t index = 0; index < 2; ++index)
        INTERREGIO_ASSERT(form->parts()[index].contents == contents[index], "as it was written");
}

void check_header(std::string_view text) {
    if (const auto boundary = form_boundary(text))
        INTERREGIO_ASSERT(!boundary->empty() && boundary->size() <= 70 && boundary->back() != ' ', "RFC 2046, 5.1.1");
    const auto parsed = parse_parameters(text);
    if (!parsed) return;
    INTERREGIO_ASSERT(!parsed->value.empty(), "a value is not empty");
    std::string again = parsed->value;
    for (const auto& [name, value] : parsed->parameters) {
        INTERREGIO_ASSERT(!name.empty(), "a parameter has a name");
        again += "; " + name + "=\"";
        for (const char c : value) {
            if (c == '"' || c == '\\') again += '\\';
            again += c;
        }
        again += '"';
    }
    const auto reread = parse_parameters(again);
    INTERREGIO_ASSERT(reread && reread->value == parsed->value && reread->parameters == parsed->parameters,
                      "parameters that are written are read as they were");
}

} // namespace
} // namespace interregio::http

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
    if (data[0] % 2 == 0) {
        interregio::http::check_body(bytes);
    } else {
        interregio::http::check_header(bytes);
        interregio::http::check_round_trip(bytes);
    }
    return 0;
}
