// Fuzzes what may be redirected to. What is taken is read as a browser does (WHATWG URL, 4.4): tabs and line ends taken
// out, backslashes for slashes; also after decoding it once more than anybody should.

#include "platform/http/local_target.h"

#include "base/assert.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace interregio::http {
namespace {

bool stays(std::string text) {
    std::erase_if(text, [](char c) { return c == '\t' || c == '\r' || c == '\n'; });
    text.erase(0, std::min(text.find_first_not_of(' '), text.size()));
    std::ranges::replace(text, '\\', '/');
    const std::string path = text.substr(0, text.find_first_of("?#"));
    return path.starts_with('/') && path.find("//") == std::string::npos &&
           (path + "/").find("/../") == std::string::npos;
}

void check_target(std::string_view text) {
    const auto target = LocalTarget::parse(text);
    if (!target) return;
    INTERREGIO_ASSERT(target->text() == text && text.size() <= LocalTarget::max_bytes, "nothing is mended");
    INTERREGIO_ASSERT(std::ranges::all_of(text, [](char c) { return c > ' ' && c < '\x7F'; }), "visible ASCII");
    INTERREGIO_ASSERT(stays(target->text()), "it stays on the site");
    const std::string path = target->text().substr(0, text.find('?'));
    const auto once = decode_percent(path);
    INTERREGIO_ASSERT(once && stays(*once), "also decoded");
    INTERREGIO_ASSERT(decode_percent(*once) == once, "and decoding again changes nothing");
    static_cast<void>(Response::see_other(*target)); // asserts that it is a path of this site
}

} // namespace
} // namespace interregio::http

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace interregio::http;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    check_target(text);
    Request request;
    if (const auto decoded = decode_percent("/" + std::string(text))) {
        request.path = *decoded;
        if (const auto target = LocalTarget::of(request)) check_target(target->text());
    }
    return 0;
}
