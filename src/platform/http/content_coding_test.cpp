#include "platform/http/content_coding.h"

#include <brotli/decode.h>
#include <gtest/gtest.h>
#include <zlib.h>

namespace interregio::http {
namespace {

TEST(ContentCoding, IsTheSmallestOfThoseTheClientLikesBest) {
    EXPECT_EQ(negotiate_coding("gzip, deflate, br, zstd"), Coding::brotli);
    EXPECT_EQ(negotiate_coding("gzip, deflate"), Coding::gzip);
    EXPECT_EQ(negotiate_coding("GZIP"), Coding::gzip);
    EXPECT_EQ(negotiate_coding("br;q=0.5, gzip;q=0.8"), Coding::gzip);
    EXPECT_EQ(negotiate_coding("br;q=0.8, gzip;q=0.8"), Coding::brotli);
    EXPECT_EQ(negotiate_coding("*"), Coding::brotli);
    EXPECT_EQ(negotiate_coding("br;q=0, *"), Coding::gzip);
    EXPECT_EQ(negotiate_coding("gzip;q=0.5, identity"), Coding::identity);
}

TEST(ContentCoding, IsIdentityForClientsThatAskForNothing) {
    EXPECT_EQ(negotiate_coding(""), Coding::identity);
    EXPECT_EQ(negotiate_coding("deflate"), Coding::identity);
    EXPECT_EQ(negotiate_coding("br;q=0, gzip;q=0"), Coding::identity);
    EXPECT_EQ(negotiate_coding("br;q=2"), Coding::identity) << "no weight";
    EXPECT_EQ(negotiate_coding("br;level=3"), Coding::identity) << "no weight";
    EXPECT_EQ(negotiate_coding("*;q=0"), Coding::identity) << "there is nothing else to give";
}

TEST(ContentCoding, CompressesTextsOnly) {
    EXPECT_TRUE(is_compressible("text/html; charset=utf-8"));
    EXPECT_TRUE(is_compressible("application/ld+json"));
    EXPECT_TRUE(is_compressible("image/svg+xml"));
    EXPECT_TRUE(is_compressible("application/atom+xml; charset=utf-8"));
    EXPECT_FALSE(is_compressible("image/webp"));
    EXPECT_FALSE(is_compressible("font/woff2"));
    EXPECT_FALSE(is_compressible(""));
}

std::string repeated() {
    std::string text;
    for (int i = 0; i < 500; ++i) text += "Świętochłowice und Mülheim, line " + std::to_string(i) + "\n";
    return text;
}

TEST(ContentCoding, GzipGivesBackWhatWentIn) {
    for (const std::string& text : {std::string(), std::string("a"), repeated()}) {
        const std::string encoded = encode(Coding::gzip, text);
        std::string decoded(text.size() + 1, '\0');
        z_stream stream{};
        ASSERT_EQ(inflateInit2(&stream, 15 + 16), Z_OK);
        stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(encoded.data()));
        stream.avail_in = static_cast<uInt>(encoded.size());
        stream.next_out = reinterpret_cast<Bytef*>(decoded.data());
        stream.avail_out = static_cast<uInt>(decoded.size());
        EXPECT_EQ(inflate(&stream, Z_FINISH), Z_STREAM_END);
        decoded.resize(stream.total_out);
        inflateEnd(&stream);
        EXPECT_EQ(decoded, text);
    }
    EXPECT_LT(encode(Coding::gzip, repeated()).size(), repeated().size() / 5);
}

TEST(ContentCoding, BrotliGivesBackWhatWentIn) {
    for (const std::string& text : {std::string(), std::string("a"), repeated()}) {
        const std::string encoded = encode(Coding::brotli, text);
        std::string decoded(text.size() + 1, '\0');
        std::size_t size = decoded.size();
        EXPECT_EQ(BrotliDecoderDecompress(encoded.size(), reinterpret_cast<const std::uint8_t*>(encoded.data()), &size,
                                          reinterpret_cast<std::uint8_t*>(decoded.data())),
                  BROTLI_DECODER_RESULT_SUCCESS);
        decoded.resize(size);
        EXPECT_EQ(decoded, text);
    }
    EXPECT_LT(encode(Coding::brotli, repeated()).size(), encode(Coding::gzip, repeated()).size());
}

} // namespace
} // namespace interregio::http
