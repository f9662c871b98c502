#include "platform/http/content_coding.h"

#include "base/assert.h"
#include "platform/http/plain_text.h"
#include "platform/http/weighted_list.h"

#include <algorithm>
#include <brotli/encode.h>
#include <zlib.h>

namespace interregio::http {
namespace {

// Beyond these, a page takes many times longer for a few per cent (docs/adr/0014): nobody waits for a page.
constexpr std::size_t long_text = 512 * 1024; ///< sitemaps, exports: compressed quickly
constexpr int brotli_quality = 5;
constexpr int brotli_quality_long = 1;
constexpr int brotli_window = 22;
constexpr int gzip_level = 6;
constexpr int gzip_level_long = 1;
constexpr int gzip_memory = 8;
constexpr int gzip_framing = 15 + 16; ///< the largest window, with the header and trailer of gzip

bool is_token(std::string_view text) { return !text.empty() && std::ranges::all_of(text, is_token_character); }

std::string gzip(std::string_view bytes) {
    z_stream stream{};
    INTERREGIO_ASSERT(deflateInit2(&stream, bytes.size() < long_text ? gzip_level : gzip_level_long, Z_DEFLATED,
                                   gzip_framing, gzip_memory, Z_DEFAULT_STRATEGY) == Z_OK,
                      "zlib takes our parameters");
    std::string out(deflateBound(&stream, bytes.size()), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    INTERREGIO_ASSERT(deflate(&stream, Z_FINISH) == Z_STREAM_END, "the bound of zlib is enough for all");
    out.resize(stream.total_out);
    deflateEnd(&stream);
    out.shrink_to_fit();
    return out;
}

std::string brotli(std::string_view bytes) {
    std::string out(BrotliEncoderMaxCompressedSize(bytes.size()), '\0');
    std::size_t size = out.size();
    const auto* in = reinterpret_cast<const std::uint8_t*>(bytes.data());
    INTERREGIO_ASSERT(BrotliEncoderCompress(bytes.size() < long_text ? brotli_quality : brotli_quality_long,
                                            brotli_window, BROTLI_MODE_TEXT, bytes.size(), in, &size,
                                            reinterpret_cast<std::uint8_t*>(out.data())) == BROTLI_TRUE,
                      "the bound of brotli is enough for all");
    out.resize(size);
    out.shrink_to_fit();
    return out;
}

} // namespace

std::string_view name_of(Coding coding) {
    constexpr std::array<std::string_view, 3> names{"identity", "gzip", "br"};
    return names.at(static_cast<std::size_t>(coding));
}

Coding negotiate_coding(std::string_view accept_encoding) {
    const auto list = parse_weighted_list(accept_encoding, is_token);
    if (!list) return Coding::identity;
    const auto weight_of = [&](Coding coding) {
        int of_all_others = coding == Coding::identity ? 1 : 0; // acceptable unless refused (RFC 9110, 12.5.3)
        for (const Weighted& one : *list) {
            if (equal_without_case(one.text, name_of(coding))) return one.weight;
            if (one.text == "*") of_all_others = one.weight;
        }
        return of_all_others;
    };
    Coding best = Coding::identity;
    int best_weight = weight_of(best);
    for (const Coding coding : {Coding::gzip, Coding::brotli}) {
        const int weight = weight_of(coding);
        if (weight == 0 || weight < best_weight) continue;
        best = coding;
        best_weight = weight;
    }
    return best;
}

bool is_compressible(std::string_view content_type) {
    const std::string_view type = content_type.substr(0, content_type.find(';'));
    if (type.starts_with("text/")) return true;
    constexpr std::array others{"application/json",       "application/xml",  "image/svg+xml",
                                "application/javascript", "application/yaml", "application/csv"};
    return type.ends_with("+json") || type.ends_with("+xml") || std::ranges::find(others, type) != others.end();
}

std::string encode(Coding coding, std::string_view bytes) {
    switch (coding) {
    case Coding::gzip:
        return gzip(bytes);
    case Coding::brotli:
        return brotli(bytes);
    case Coding::identity:
        break;
    }
    return std::string(bytes);
}

} // namespace interregio::http
