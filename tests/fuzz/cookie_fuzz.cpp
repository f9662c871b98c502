// Fuzzes the reading of cookies. The bytes are Cookie headers, one a line. Compared with a reader of its own that is as
// simple as can be; what is read can be set again.

#include "platform/http/cookies.h"

#include "base/assert.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace interregio::http {
namespace {

constexpr HostCookieName name("__Host-a");

std::vector<std::string> pieces(const std::string& text, char separator) {
    std::vector<std::string> found(1);
    for (const char c : text)
        if (c == separator)
            found.emplace_back();
        else
            found.back() += c;
    return found;
}

std::string without_blanks_around(std::string text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.erase(0, 1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.pop_back();
    return text;
}

/// All values that the name has.
std::vector<std::string> simply_read(const Request& request) {
    std::vector<std::string> values;
    for (const Header& header : request.headers)
        for (const std::string& pair : pieces(header.value, ';')) {
            const std::size_t equals = pair.find('=');
            if (equals == std::string::npos || without_blanks_around(pair.substr(0, equals)) != name.text()) continue;
            values.push_back(without_blanks_around(pair.substr(equals + 1)));
        }
    return values;
}

void check(const Request& request) {
    const std::vector<std::string> values = simply_read(request);
    const auto read = read_cookie(request, name);
    if (!read) {
        const CookieProblem problem = read.error();
        INTERREGIO_ASSERT((problem == CookieProblem::missing) == values.empty(), "missing is what is not there");
        INTERREGIO_ASSERT((problem == CookieProblem::repeated) == (values.size() > 1),
                          "repeated is what is there twice");
        INTERREGIO_ASSERT(values.size() != 1 || !is_cookie_value(values.front(), name), "a value is not kept back");
        return;
    }
    INTERREGIO_ASSERT(values.size() == 1 && *read == values.front(), "the one value, as it is");
    const std::string set = HostCookie::keep(name, std::string(*read), SameSite::lax).text();
    INTERREGIO_ASSERT(set.find_first_of("\r\n,\"\\") == std::string::npos, "a value stays in its header");
    INTERREGIO_ASSERT(pieces(set, ';').size() == 5, "a value adds no attribute");
    Request again;
    again.headers.push_back({"Cookie", pieces(set, ';').front()});
    INTERREGIO_ASSERT(read_cookie(again, name) == *read, "what is set is read as it was");
}

} // namespace
} // namespace interregio::http

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace interregio::http;
    Request request;
    for (std::string& line : pieces(std::string(reinterpret_cast<const char*>(data), size), '\n'))
        request.headers.push_back({"Cookie", std::move(line)});
    check(request);
    return 0;
}
