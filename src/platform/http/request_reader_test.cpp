#include "platform/http/request_reader.h"

#include "platform/http/request_samples.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace interregio::http {
namespace {

using Step = RequestReader::Step;
using Phase = RequestReader::Phase;
constexpr RequestReader::Limits limits{16 * 1024, 100, 64 * 1024};

/// Puts bytes in, in pieces, until they are used up or something other than `more` is the answer.
class Feed {
  public:
    explicit Feed(std::string bytes, std::size_t piece = 4096, RequestReader::Limits its = limits)
        : reader(its), bytes_(std::move(bytes)), piece_(piece) {}

    Step step() {
        Step step = reader.next();
        while (step == Step::more && position_ < bytes_.size()) {
            const std::span<char> space = reader.space();
            const std::size_t count = std::min({space.size(), piece_, bytes_.size() - position_});
            std::copy_n(bytes_.begin() + static_cast<std::ptrdiff_t>(position_), count, space.begin());
            reader.received(count);
            position_ += count;
            step = reader.next();
        }
        return step;
    }

    RequestReader reader;

  private:
    std::string bytes_;
    std::size_t piece_;
    std::size_t position_ = 0;
};

Request read(const std::string& bytes) {
    Feed feed(bytes);
    EXPECT_EQ(feed.step(), Step::request) << bytes << "\nrefused with " << feed.reader.refusal();
    return feed.reader.refusal() == 0 ? feed.reader.take() : Request{};
}

std::string get(const std::string& target) { return "GET " + target + " HTTP/1.1\r\nHost: a\r\n\r\n"; }

TEST(RequestReader, ReadsAWholeRequest) {
    const Request request =
        read("POST /de/%C3%BCber?q=a+b HTTP/1.1\r\nHost: a.example:80\r\nAccept-Language:  pl, de \r\n"
             "X-Empty:\r\nContent-Length: 5\r\n\r\nhello");
    EXPECT_EQ(request.method, Method::post);
    EXPECT_EQ(request.path, "/de/über");
    EXPECT_EQ(request.query.find("q"), "a b");
    EXPECT_EQ(request.header("accept-language"), "pl, de");
    EXPECT_EQ(request.header("x-empty"), "");
    EXPECT_EQ(request.headers.size(), 4U);
    EXPECT_EQ(request.body, "hello");
}

TEST(RequestReader, KnowsTheMethods) {
    const auto method = [](const std::string& name) { return read(name + " / HTTP/1.1\r\nHost: a\r\n\r\n").method; };
    EXPECT_EQ(method("GET"), Method::get);
    EXPECT_EQ(method("HEAD"), Method::head);
    EXPECT_EQ(method("POST"), Method::post);
    EXPECT_EQ(method("OPTIONS"), Method::options);
    for (const std::string name : {"get", "PUT", "DELETE", "options", "TRACE", "X"})
        EXPECT_EQ(method(name), Method::other) << name;
}

TEST(RequestReader, RefusesEverySampleHoweverItArrives) {
    for (const RefusedSample& sample : refused_samples()) {
        for (const std::size_t piece : {std::size_t(1), std::size_t(7), std::size_t(1) << 20}) {
            Feed feed(sample.bytes, piece);
            ASSERT_EQ(feed.step(), Step::refused) << sample.name << " in pieces of " << piece;
            EXPECT_EQ(feed.reader.refusal(), sample.status) << sample.name << " in pieces of " << piece;
            EXPECT_EQ(feed.reader.next(), Step::refused) << "and it stays refused";
        }
    }
}

TEST(RequestReader, AcceptsWhatLooksOdd) {
    EXPECT_EQ(read("\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n").path, "/") << "one empty line first";
    EXPECT_EQ(read(get("/a%20b;c=d/~e/...")).path, "/a b;c=d/~e/...");
    EXPECT_EQ(read(get("/działania")).path, "/działania") << "some clients do not encode";
    EXPECT_EQ(read(get("/a//b/")).path, "/a//b/");
    EXPECT_EQ(read(get("/?")).path, "/");
    EXPECT_EQ(read(get("/?a=/../?b")).query.find("a"), "/../?b");
    EXPECT_EQ(read(get("/..a/b..")).path, "/..a/b..");
    EXPECT_EQ(read("GET / HTTP/1.1\r\nHost: [::1]:8080\r\n\r\n").header("Host"), "[::1]:8080");
    EXPECT_EQ(read("GET / HTTP/1.0\r\n\r\n").path, "/") << "HTTP/1.0 needs no Host";
    EXPECT_EQ(read("GET / HTTP/1.0\r\nExpect: tea\r\n\r\n").path, "/") << "HTTP/1.0 knows no Expect";
    EXPECT_EQ(read("GET / HTTP/1.1\r\nHost: a\r\nX: caf\xE9\r\n\r\n").header("X"), "caf\xE9");
}

TEST(RequestReader, TakesThePathOfAnAbsoluteForm) {
    const Request request = read(get("http://B.example:80/c?d=e"));
    EXPECT_EQ(request.path, "/c");
    EXPECT_EQ(request.query.find("d"), "e");
    EXPECT_EQ(request.header("Host"), "B.example:80") << "it overrules Host";
    EXPECT_EQ(read(get("HTTPS://b")).path, "/");
    EXPECT_EQ(read(get("http://b?c=d")).query.find("c"), "d");
    EXPECT_EQ(read("GET http://b/ HTTP/1.0\r\n\r\n").header("Host"), "b");
}

TEST(RequestReader, StaysAtItsLimits) {
    const std::string start = "GET / HTTP/1.1\r\nHost: a\r\nX: ";
    EXPECT_EQ(read(start + std::string(limits.header_bytes - start.size() - 4, 'a') + "\r\n\r\n").path, "/");
    EXPECT_EQ(read("GET / HTTP/1.1\r\nHost: a\r\n" + header_lines(99) + "\r\n").headers.size(), 100U);
    const std::string body(limits.body_bytes, 'a');
    EXPECT_EQ(read("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 65536\r\n\r\n" + body).body, body);
    EXPECT_EQ(
        read("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n10000\r\n" + body + "\r\n0\r\n\r\n").body,
        body);
}

TEST(RequestReader, TakesTheChunksOff) {
    const std::string head = "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: Chunked\r\n\r\n";
    EXPECT_EQ(read(head + "0\r\n\r\n").body, "");
    EXPECT_EQ(read(head + "5\r\nhello\r\n0\r\n\r\n").body, "hello");
    EXPECT_EQ(read(head + "003\r\nhel\r\n2 ; a=\"b;c\"\r\nlo\r\n00\r\n\r\n").body, "hello");
    EXPECT_EQ(read(head + "A\r\n0\r\n\r\n12345\r\n0\r\n\r\n").body, "0\r\n\r\n12345")
        << "chunk data is not looked into";

    const Request request = read(head + "1\r\na\r\n0\r\nHost: b\r\nX-Late: c\r\nContent-Length: 5\r\n\r\n");
    EXPECT_EQ(request.header("Host"), "a") << "trailers are dropped";
    EXPECT_FALSE(request.header("X-Late"));
}

TEST(RequestReader, ReadsPipelinedRequestsHoweverTheyArrive) {
    const std::string bytes =
        get("/1") + "POST /2 HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nGET" + "\r\n" + get("/3") +
        "POST /4 HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nx\r\n0\r\n\r\n" + get("/5");
    for (const std::size_t piece : {std::size_t(1), std::size_t(2), std::size_t(50), std::size_t(1) << 20}) {
        Feed feed(bytes, piece);
        std::string seen;
        while (feed.step() == Step::request) {
            const Request request = feed.reader.take();
            seen += request.path + "=" + request.body + " ";
        }
        EXPECT_EQ(seen, "/1= /2=GET /3= /4=x /5= ") << "in pieces of " << piece;
        EXPECT_EQ(feed.reader.phase(), Phase::idle);
    }
}

TEST(RequestReader, TellsHowFarItIs) {
    const auto phase = [](const std::string& bytes) {
        Feed feed(bytes);
        EXPECT_EQ(feed.step(), Step::more);
        return feed.reader.phase();
    };
    EXPECT_EQ(phase(""), Phase::idle);
    EXPECT_EQ(phase("\r\n"), Phase::idle);
    EXPECT_EQ(phase("G"), Phase::head);
    EXPECT_EQ(phase("GET / HTTP/1.1\r\nHost: a\r\n\r"), Phase::head);
    EXPECT_EQ(phase("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\n\r\n"), Phase::body);
    EXPECT_EQ(phase("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\n"), Phase::body);
}

TEST(RequestReader, WantsToContinueOnce) {
    const std::string head = "POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-Continue\r\nContent-Length: 2\r\n\r\n";
    Feed waiting(head);
    EXPECT_EQ(waiting.step(), Step::send_continue);
    EXPECT_EQ(waiting.step(), Step::more);
    EXPECT_EQ(Feed(head + "a").step(), Step::more) << "the client did not wait";
    Feed complete(head + "ab");
    EXPECT_EQ(complete.step(), Step::request);
    EXPECT_EQ(complete.reader.take().body, "ab");
    EXPECT_EQ(Feed("POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 0\r\n\r\n").step(),
              Step::request);
}

TEST(RequestReader, AsksHowLargeABodyMayBe) {
    int asked = 0;
    const BodyLimit limit = [&](const Request& request) -> std::optional<std::size_t> {
        ++asked;
        if (request.path == "/none") return 0;
        return request.path == "/large" ? std::optional<std::size_t>(100'000) : std::nullopt;
    };
    const auto status = [&](const std::string& path, std::size_t bytes, Framing framing) {
        std::string text = "POST " + path + " HTTP/1.1\r\nHost: a\r\n";
        if (framing == Framing::length)
            text += "Content-Length: " + std::to_string(bytes) + "\r\n\r\n" + std::string(bytes, 'a');
        else // in chunks of one byte, of which none is too large by itself
            text += "Transfer-Encoding: chunked\r\n\r\n";
        for (std::size_t count = 0; framing == Framing::chunked && count < bytes; ++count) text += "1\r\na\r\n";
        if (framing == Framing::chunked) text += "0\r\n\r\n";
        Feed feed(text, 4096, {limits.header_bytes, limits.headers, limits.body_bytes, &limit});
        return feed.step() == Step::request ? 200 : feed.reader.refusal();
    };
    for (const Framing framing : {Framing::length, Framing::chunked}) {
        EXPECT_EQ(status("/large", 100'000, framing), 200);
        EXPECT_EQ(status("/large", 100'001, framing), 413);
        EXPECT_EQ(status("/other", limits.body_bytes, framing), 200);
        EXPECT_EQ(status("/other", limits.body_bytes + 1, framing), 413);
        EXPECT_EQ(status("/none", 1, framing), 413);
    }
    asked = 0;
    EXPECT_EQ(status("/none", 0, Framing::length), 200) << "nothing is announced";
    EXPECT_EQ(asked, 0) << "a request without a body costs nothing";
}

TEST(RequestReader, KnowsWhatBecomesOfTheConnection) {
    const auto persistence = [](const std::string& version, const std::string& lines) {
        Feed feed("GET / HTTP/" + version + "\r\nHost: a\r\n" + lines + "\r\n");
        EXPECT_EQ(feed.step(), Step::request);
        static_cast<void>(feed.reader.take());
        return feed.reader.persistence();
    };
    EXPECT_EQ(persistence("1.1", ""), Persistence::keep);
    EXPECT_EQ(persistence("1.1", "Connection: Close\r\n"), Persistence::close);
    EXPECT_EQ(persistence("1.1", "Connection: x, close\r\n"), Persistence::close);
    EXPECT_EQ(persistence("1.1", "Connection: keep-alive\r\n"), Persistence::keep);
    EXPECT_EQ(persistence("1.0", ""), Persistence::close);
    EXPECT_EQ(persistence("1.0", "Connection: Keep-Alive\r\n"), Persistence::keep_and_announce);
}

TEST(RequestReader, GivesABigBufferBack) {
    Feed feed("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 60000\r\n\r\n" + std::string(60000, 'a'), 1 << 20);
    const std::size_t before = feed.reader.space().size();
    EXPECT_EQ(feed.step(), Step::request);
    EXPECT_EQ(feed.reader.take().body.size(), 60000U);
    EXPECT_EQ(feed.reader.space().size(), before) << "an idle connection holds little";
}

} // namespace
} // namespace interregio::http
