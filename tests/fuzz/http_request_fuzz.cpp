// Fuzzes what the server does with the bytes of a connection, and the readers of single header and query values.
//
// The first byte says in which pieces the rest arrives: whatever the pieces, the requests must come out the same.

#include "platform/http/message.h"
#include "platform/http/request_reader.h"

#include "base/assert.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace interregio::http {
namespace {

constexpr RequestReader::Limits limits{512, 8, 256}; // small, so that the fuzzer reaches them

struct Outcome {
    std::vector<Request> requests;
    std::vector<Persistence> persistences;
    int refusal = 0;
    RequestReader::Phase phase = RequestReader::Phase::idle;
};

Outcome read(std::string_view bytes, std::size_t piece) {
    using Step = RequestReader::Step;
    RequestReader reader(limits);
    Outcome outcome;
    for (;;) {
        const Step step = reader.next();
        if (step == Step::request) {
            outcome.requests.push_back(reader.take());
            outcome.persistences.push_back(reader.persistence());
        } else if (step == Step::refused) {
            outcome.refusal = reader.refusal();
            return outcome;
        } else if (step == Step::more) {
            if (bytes.empty()) break;
            const std::span<char> space = reader.space();
            const std::size_t count = std::min({space.size(), piece, bytes.size()});
            INTERREGIO_ASSERT(count > 0, "there is always space");
            std::copy_n(bytes.begin(), count, space.begin());
            reader.received(count);
            bytes.remove_prefix(count);
        }
    }
    outcome.phase = reader.phase();
    return outcome;
}

/// Well-formed UTF-8 without control characters, told in another way than the code under test does: by decoding.
bool is_plain(std::string_view text) {
    std::size_t index = 0;
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
    while (index < text.size()) {
        const unsigned first = byte(index);
        const std::size_t length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
        if ((first >= 0x80 && first < 0xC0) || first >= 0xF8 || text.size() - index < length) return false;
        std::uint32_t point = length == 1 ? first : first & (0xFFU >> (length + 1));
        for (std::size_t next = 1; next < length; ++next) {
            if ((byte(index + next) & 0xC0U) != 0x80U) return false;
            point = (point << 6U) | (byte(index + next) & 0x3FU);
        }
        constexpr std::uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
        if (point < least[length] || point > 0x10FFFF || (point >= 0xD800 && point <= 0xDFFF)) return false;
        if (point < 0x20 || (point >= 0x7F && point <= 0x9F)) return false;
        index += length;
    }
    return true;
}

void check(const Query& query) {
    std::string text;
    for (const auto& [name, value] : query.pairs()) {
        INTERREGIO_ASSERT(is_plain(name) && is_plain(value), "a query is plain text");
        text += (text.empty() ? "" : "&") + encode_query(name) + "=" + encode_query(value);
    }
    const auto again = Query::parse(text);
    INTERREGIO_ASSERT(again && again->pairs() == query.pairs(), "an encoded query reads as it was");
}

void check(const Request& request) {
    INTERREGIO_ASSERT(request.path.starts_with('/'), "a path begins with a slash");
    INTERREGIO_ASSERT(is_plain(request.path), "a path is plain text");
    const std::string path = request.path + "/";
    INTERREGIO_ASSERT(path.find("/../") == std::string::npos && path.find("/./") == std::string::npos,
                      "a path has no dot segments");
    check(request.query);
    INTERREGIO_ASSERT(request.headers.size() <= limits.headers + 1, "no more headers than allowed");
    for (const Header& header : request.headers) {
        INTERREGIO_ASSERT(!header.name.empty(), "a header has a name");
        INTERREGIO_ASSERT(header.value.find_first_of(std::string_view("\r\n\0", 3)) == std::string::npos,
                          "a header stays on its line");
    }
    INTERREGIO_ASSERT(!(request.header("Content-Length") && request.header("Transfer-Encoding")), "one framing only");
    INTERREGIO_ASSERT(request.body.size() <= limits.body_bytes, "no more body than allowed");
}

void check_connection(std::string_view bytes, std::size_t piece) {
    const Outcome whole = read(bytes, bytes.size() + 1);
    const Outcome pieces = read(bytes, piece);
    INTERREGIO_ASSERT(whole.refusal == pieces.refusal, "pieces do not change the refusal");
    INTERREGIO_ASSERT(whole.phase == pieces.phase, "pieces do not change the phase");
    INTERREGIO_ASSERT(whole.persistences == pieces.persistences, "pieces do not change the persistence");
    INTERREGIO_ASSERT(whole.requests.size() == pieces.requests.size(), "pieces do not change the number of requests");
    for (std::size_t index = 0; index < whole.requests.size(); ++index) {
        const Request& one = whole.requests[index];
        const Request& other = pieces.requests[index];
        INTERREGIO_ASSERT(one.path == other.path && one.body == other.body && one.method == other.method &&
                              one.query.pairs() == other.query.pairs() && one.headers.size() == other.headers.size(),
                          "pieces do not change a request");
        check(one);
    }
    const int status = whole.refusal;
    INTERREGIO_ASSERT(status == 0 || status == 400 || status == 413 || status == 414 || status == 417 ||
                          status == 431 || status == 501 || status == 505,
                      "a refusal is one that the contract names");
}

void check_values(std::string_view bytes) {
    if (const auto decoded = decode_percent(bytes)) {
        INTERREGIO_ASSERT(is_plain(*decoded), "decoded text is plain");
        INTERREGIO_ASSERT(decode_percent(encode_segment(*decoded)) == decoded, "encoded text reads as it was");
    }
    if (is_plain(bytes)) INTERREGIO_ASSERT(decode_percent(encode_segment(bytes)) == bytes, "plain text survives");
    if (const auto query = Query::parse(bytes)) check(*query);

    using namespace languages;
    const std::vector<Language> offered{polish, german, english};
    const Language chosen = negotiate_language(bytes, offered);
    INTERREGIO_ASSERT(std::ranges::find(offered, chosen) != offered.end(), "the chosen language is an offered one");
}

} // namespace
} // namespace interregio::http

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
    interregio::http::check_connection(bytes, std::size_t{data[0]} % 32 + 1);
    interregio::http::check_values(bytes);
    return 0;
}
