// Fuzzes whose request it is behind proxies. The bytes are header lines: "X" at the beginning of a line stands for
// X-Forwarded-For, "T" for a list of trusted proxies; the rest of the line is the value. Whatever a client writes, it
// is not read behind what the last proxy has added.

#include "platform/http/client_address.h"

#include "base/assert.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace interregio::http {
namespace {

void check(Request request, const TrustedProxies& proxies) {
    request.peer = "127.0.0.1";
    const std::string client = client_address(request, proxies);
    const auto address = IpAddress::parse(client);
    INTERREGIO_ASSERT(address && address->text() == client, "an address in its usual form");
    INTERREGIO_ASSERT(proxies.contains(IpAddress::parse("127.0.0.1").value()) || client == "127.0.0.1",
                      "only a trusted proxy is believed");
}

/// What a client sends, with what a proxy adds to it: to the last header or as one of its own.
void check_added(Request request) {
    const std::string name = "X-Forwarded-For";
    const std::string added = "203.0.113.9";
    static const TrustedProxies proxies = TrustedProxies::parse("127.0.0.1").value();
    request.peer = "127.0.0.1";
    Request appended = request;
    request.headers.push_back({name, added});
    INTERREGIO_ASSERT(client_address(request, proxies) == "203.0.113.9", "an own header");
    for (auto header = appended.headers.rbegin(); header != appended.headers.rend(); ++header) {
        if (header->name != name) continue;
        header->value += ", " + added;
        INTERREGIO_ASSERT(client_address(appended, proxies) == "203.0.113.9", "added to a header");
        return;
    }
}

void check_address(std::string_view text) {
    const auto address = IpAddress::parse(text);
    if (!address) return;
    INTERREGIO_ASSERT(IpAddress::parse(address->text()) == address, "what is written is read again");
    const auto alone = TrustedProxies::parse(text);
    INTERREGIO_ASSERT(alone && alone->contains(*address), "an address is a list of one");
}

} // namespace
} // namespace interregio::http

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace interregio::http;
    std::string_view rest(reinterpret_cast<const char*>(data), size);
    Request request;
    TrustedProxies proxies = TrustedProxies::parse("127.0.0.1,::1").value();
    while (!rest.empty()) {
        const std::string_view line = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(std::min(rest.size(), line.size() + 1));
        if (line.empty()) continue;
        const std::string value(line.substr(1));
        check_address(value);
        if (line.front() == 'X') request.headers.push_back({"X-Forwarded-For", value});
        if (line.front() == 'T')
            if (auto list = TrustedProxies::parse(value)) proxies = std::move(*list);
    }
    check(request, proxies);
    check_added(request);
    return 0;
}
