// Fuzzes forms without files. The first byte picks what the rest is:
//   even: a body, read with small limits and compared with how Query reads it, where both take it
//   odd: the text of a field, which is written and read again

#include "platform/http/form.h"

#include "base/assert.h"
#include "base/utf8.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace interregio::http {
namespace {

constexpr std::string_view type = "application/x-www-form-urlencoded";
constexpr FormLimits limits{.bytes = 2048, .parts = 4, .name_bytes = 16, .value_bytes = 64};

void check_part(const FormPart& part) {
    INTERREGIO_ASSERT(!part.name.empty() && part.name.size() <= limits.name_bytes, "the name has its size");
    INTERREGIO_ASSERT(valid_utf8(part.name) && !has_control_characters(part.name, ControlCharacters::none),
                      "the name is a line of text");
    INTERREGIO_ASSERT(!part.file_name && part.text() == part.contents, "a field is text");
    INTERREGIO_ASSERT(valid_utf8(part.contents) && part.contents.size() <= limits.value_bytes, "of its size");
}

void check_body(std::string_view body) {
    const auto form = Form::parse(type, body, limits);
    const auto query = Query::parse(body);
    if (!form) {
        const int status = form.error().status();
        INTERREGIO_ASSERT(status == 400 || status == 413, "a refusal of a body");
        INTERREGIO_ASSERT(form.error().part <= limits.parts, "it is in a part that may be");
        return;
    }
    std::string again;
    for (const FormPart& part : form->parts()) {
        check_part(part);
        again += "&" + encode_query(part.name) + "=" + encode_query(part.contents);
    }
    if (query) {
        INTERREGIO_ASSERT(query->pairs().size() == form->parts().size(), "as many as in a query");
        for (std::size_t index = 0; index < query->pairs().size(); ++index) {
            const auto& [name, value] = query->pairs()[index];
            INTERREGIO_ASSERT(name == form->parts()[index].name, "the name is decoded as in a query");
            INTERREGIO_ASSERT(value == form->parts()[index].contents, "and so is the value");
        }
    }
    FormLimits longer = limits;
    longer.bytes = again.size();
    const auto reread = Form::parse(type, again, longer);
    INTERREGIO_ASSERT(reread && reread->parts().size() == form->parts().size(), "an encoded form is read");
    for (std::size_t index = 0; index < form->parts().size(); ++index)
        INTERREGIO_ASSERT(reread->parts()[index].contents == form->parts()[index].contents, "as it was");
}

void check_text(std::string_view text) {
    const std::string body = "a=" + encode_query(text);
    const auto form = Form::parse(type, body, {.bytes = body.size(), .value_bytes = text.size()});
    if (form) {
        INTERREGIO_ASSERT(form->value("a") == text, "a text arrives as it was written");
        return;
    }
    INTERREGIO_ASSERT(form.error().problem == FormProblem::no_text, "only what is no text is refused");
}

} // namespace
} // namespace interregio::http

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
    if (data[0] % 2 == 0)
        interregio::http::check_body(bytes);
    else
        interregio::http::check_text(bytes);
    return 0;
}
