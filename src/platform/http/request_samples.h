#pragma once
// Requests that are to be refused, each with the status. For the tests of the reader and of the server.

#include <string>
#include <vector>

namespace interregio::http {

struct RefusedSample {
    std::string name;
    std::string bytes;
    int status;
};

/// As many header lines, from "X-0: 1" on.
inline std::string header_lines(std::size_t count) {
    std::string lines;
    for (std::size_t index = 0; index < count; ++index) lines += "X-" + std::to_string(index) + ": 1\r\n";
    return lines;
}

/// For limits of 16 KiB of head, 100 headers and 64 KiB of body.
inline std::vector<RefusedSample> refused_samples() {
    const auto get = [](const std::string& target) { return "GET " + target + " HTTP/1.1\r\nHost: a\r\n\r\n"; };
    const auto with = [](const std::string& lines) { return "POST / HTTP/1.1\r\nHost: a\r\n" + lines + "\r\n\r\n"; };
    const auto chunks = [](const std::string& body) {
        return "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n" + body;
    };
    using namespace std::string_literals;
    return {
        // RFC 9112, 3.2: Host
        {"no Host", "GET / HTTP/1.1\r\n\r\n", 400},
        {"no Host among others", "GET / HTTP/1.1\r\nAccept: */*\r\n\r\n", 400},
        {"two Hosts", "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400},
        {"the same Host twice", "GET / HTTP/1.1\r\nHost: a\r\nhost: a\r\n\r\n", 400},
        {"two Hosts in HTTP/1.0", "GET / HTTP/1.0\r\nHost: a\r\nHost: b\r\n\r\n", 400},
        {"empty Host", "GET / HTTP/1.1\r\nHost:\r\n\r\n", 400},
        {"Host with a user", "GET / HTTP/1.1\r\nHost: a@b\r\n\r\n", 400},
        {"Host with a path", "GET / HTTP/1.1\r\nHost: a/b\r\n\r\n", 400},
        {"Host with a space", "GET / HTTP/1.1\r\nHost: a b\r\n\r\n", 400},
        {"Host that is a port only", "GET / HTTP/1.1\r\nHost: :80\r\n\r\n", 400},
        {"absolute-form without Host", "GET http://a/ HTTP/1.1\r\n\r\n", 400},

        // RFC 9112, 6: framing, and how requests are smuggled
        {"length and chunked", with("Content-Length: 5\r\nTransfer-Encoding: chunked") + "0\r\n\r\n", 400},
        {"chunked and length", with("Transfer-Encoding: chunked\r\nContent-Length: 5") + "0\r\n\r\n", 400},
        {"length and unknown coding", with("Content-Length: 5\r\nTransfer-Encoding: gzip"), 400},
        {"unknown coding and length", with("Transfer-Encoding: gzip\r\nContent-Length: 5"), 400},
        {"unknown coding", with("Transfer-Encoding: gzip"), 501},
        {"identity", with("Transfer-Encoding: identity"), 501},
        {"two codings", with("Transfer-Encoding: gzip, chunked"), 501},
        {"chunked first", with("Transfer-Encoding: chunked, gzip"), 501},
        {"chunked twice", with("Transfer-Encoding: chunked, chunked"), 501},
        {"chunked twice in two lines", with("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked"), 501},
        {"chunked after unknown", with("Transfer-Encoding: x\r\nTransfer-Encoding: chunked"), 501},
        {"chunked with a parameter", with("Transfer-Encoding: chunked;a=b"), 501},
        {"chunked in quotes", with("Transfer-Encoding: \"chunked\""), 501},
        {"chunked with a comma", with("Transfer-Encoding: chunked,"), 501},
        {"chunked with a vertical tab", with("Transfer-Encoding: \vchunked"), 400},
        {"empty coding", with("Transfer-Encoding:"), 501},
        {"space before the colon", with("Transfer-Encoding : chunked"), 400},
        {"space in a name", with("Transfer Encoding: chunked"), 400},
        {"chunked in HTTP/1.0", "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400},
        {"two lengths", with("Content-Length: 5\r\nContent-Length: 6"), 400},
        {"the same length twice", with("Content-Length: 5\r\nContent-Length: 5"), 400},
        {"a list of lengths", with("Content-Length: 5, 5"), 400},
        {"negative length", with("Content-Length: -1"), 400},
        {"length with a sign", with("Content-Length: +1"), 400},
        {"hexadecimal length", with("Content-Length: 0x5"), 400},
        {"length with a space", with("Content-Length: 1 0"), 400},
        {"empty length", with("Content-Length:"), 400},
        {"length beyond 64 bits", with("Content-Length: 18446744073709551617"), 400},
        {"chunk size that is no number", chunks("x\r\n"), 400},
        {"empty chunk size", chunks("\r\n"), 400},
        {"chunk size with a prefix", chunks("0x1\r\na\r\n0\r\n\r\n"), 400},
        {"negative chunk size", chunks("-1\r\na\r\n0\r\n\r\n"), 400},
        {"chunk size beyond 64 bits", chunks("10000000000000001\r\na\r\n0\r\n\r\n"), 413},
        {"chunk longer than its size", chunks("1\r\nab\r\n0\r\n\r\n"), 400},
        {"chunk line with a bare LF", chunks("1\na\r\n0\r\n\r\n"), 400},
        {"chunk data without its CR LF", chunks("1\r\na0\r\n\r\n"), 400},
        {"chunk size with a space after it", chunks("1 \r\na\r\n0\r\n\r\n"), 400},
        {"chunk size with a space before it", chunks(" 1\r\na\r\n0\r\n\r\n"), 400},
        {"chunk size of very many digits", chunks("00000000000000001\r\na\r\n0\r\n\r\n"), 400},
        {"bare LF in a quoted chunk extension", chunks("1;a=\"\n\"\r\na\r\n0\r\n\r\n"), 400},
        {"bare CR in a chunk extension", chunks("1;a\rb\r\na\r\n0\r\n\r\n"), 400},
        {"bare LF in a trailer", chunks("0\r\nX: a\n\r\n"), 400},
        {"trailer without a colon", chunks("0\r\nX\r\n\r\n"), 400},
        {"trailer without a name", chunks("0\r\n: a\r\n\r\n"), 400},
        {"folded trailer", chunks("0\r\nX: a\r\n b\r\n\r\n"), 400},

        // RFC 9112, 2.2, 3 and 5: lines
        {"bare LF", "GET / HTTP/1.1\nHost: a\n\n", 400},
        {"bare LF after a header", "GET / HTTP/1.1\r\nHost: a\n\r\n", 400},
        {"bare CR", "GET / HTTP/1.1\r\nHost: a\rb\r\n\r\n", 400},
        {"bare CR in the request line", "GET /\rHTTP/1.1\r\nHost: a\r\n\r\n", 400},
        {"folded header", with("X: a\r\n b"), 400},
        {"header folded with a tab", with("X: a\r\n\tb"), 400},
        {"space before the first header", "GET / HTTP/1.1\r\n Host: a\r\n\r\n", 400},
        {"NUL in a header", with("X: a\0b"s), 400},
        {"control character in a header", with("X: a\x01"), 400},
        {"delete in a header", with("X: a\x7F"), 400},
        {"header without a colon", with("X"), 400},
        {"header without a name", with(": a"), 400},
        {"name that is no token", with("X(a): b"), 400},
        {"broken Connection", with("Connection: a b"), 400},
        {"two empty lines first", "\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n", 400},
        {"space first", " GET / HTTP/1.1\r\nHost: a\r\n\r\n", 400},
        {"two spaces", "GET  / HTTP/1.1\r\nHost: a\r\n\r\n", 400},
        {"two spaces before the version", "GET /  HTTP/1.1\r\nHost: a\r\n\r\n", 400},
        {"tab for a space", "GET\t/ HTTP/1.1\r\nHost: a\r\n\r\n", 400},
        {"space after the version", "GET / HTTP/1.1 \r\nHost: a\r\n\r\n", 400},
        {"method that is no token", "G(T / HTTP/1.1\r\nHost: a\r\n\r\n", 400},
        {"no method", " / HTTP/1.1\r\nHost: a\r\n\r\n", 400},
        {"TLS", "\x16\x03\x01\x02\x00"s, 400},

        // RFC 9112, 2.3: versions
        {"HTTP/0.9", "GET /\r\n\r\n", 400},
        {"HTTP/1.2", "GET / HTTP/1.2\r\nHost: a\r\n\r\n", 505},
        {"HTTP/2.0", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505},
        {"HTTP/0.9 by number", "GET / HTTP/0.9\r\nHost: a\r\n\r\n", 505},
        {"small letters", "GET / http/1.1\r\nHost: a\r\n\r\n", 400},
        {"version without a point", "GET / HTTP/11\r\nHost: a\r\n\r\n", 400},
        {"two digits", "GET / HTTP/1.10\r\nHost: a\r\n\r\n", 400},
        {"another protocol", "GET / RTSP/1.0\r\nHost: a\r\n\r\n", 400},

        // RFC 9112, 3.2: targets
        {"broken percent sequence", get("/%zz"), 400},
        {"cut percent sequence", get("/%4"), 400},
        {"no UTF-8", get("/%FF"), 400},
        {"overlong slash", get("/..%c0%af"), 400},
        {"NUL", get("/a%00b"), 400},
        {"line break", get("/a%0d%0aSet-Cookie:x"), 400},
        {"C1 control character", get("/%C2%85"), 400},
        {"broken query", get("/?a=%"), 400},
        {"NUL in the query", get("/?a=%00"), 400},
        {"no UTF-8 in the query", get("/?%FF=a"), 400},
        {"dot segment", get("/a/./b"), 400},
        {"dot segments", get("/../etc/passwd"), 400},
        {"dot segment at the end", get("/a/.."), 400},
        {"encoded dot segment", get("/a/%2e%2E/b"), 400},
        {"half encoded dot segment", get("/a/.%2e/b"), 400},
        {"encoded slash", get("/a%2Fb"), 400},
        {"fragment", get("/a#b"), 400},
        {"asterisk", get("*"), 400},
        {"asterisk with OPTIONS", "OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n", 501},
        {"no slash", get("a"), 400},
        {"authority-form", "CONNECT a:80 HTTP/1.1\r\nHost: a\r\n\r\n", 400},
        {"another scheme", get("ftp://a/"), 400},
        {"absolute-form without host", get("http:///a"), 400},
        {"absolute-form with a user", get("http://u@a/"), 400},

        // sizes
        {"too long a request line", get("/" + std::string(16 * 1024, 'a')), 414},
        {"request line without end", "GET /" + std::string(17 * 1024, 'a'), 414},
        {"too large a header", with("X: " + std::string(16 * 1024, 'a')), 431},
        {"too many headers", with(header_lines(100)), 431},
        {"too large a body", with("Content-Length: 65537"), 413},
        {"far too large a body", with("Content-Length: 18446744073709551615"), 413},
        {"too large a chunk", chunks("10001\r\n"), 413},
        {"too large in two chunks", chunks("ffff\r\n" + std::string(0xffff, 'a') + "\r\n2\r\naa\r\n0\r\n\r\n"), 413},
        {"chunk line without end", chunks("1;" + std::string(17 * 1024, 'a')), 431},
        {"trailers without end", chunks("0\r\nX: " + std::string(17 * 1024, 'a')), 431},

        {"unknown expectation", with("Expect: tea\r\nContent-Length: 1"), 417},
    };
}

} // namespace interregio::http
