// Boost.Beast reads the grammar; what it lets through and we refuse is here, in HeadScanner and in request_target.

#include "platform/http/request_head.h"

#include "platform/http/plain_text.h"
#include "platform/http/request_target.h"

#include <boost/beast/http/basic_parser.hpp>
#include <boost/beast/http/error.hpp>

#include <algorithm>
#include <string>

namespace interregio::http {
namespace {

namespace beast = boost::beast;
using beast::http::error;

std::string_view view(beast::string_view text) { return {text.data(), text.size()}; }

bool is_number(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

/// Whether the request line ends in a version of HTTP that we do not speak (RFC 9112, 2.3).
bool has_other_version(std::string_view head) {
    const std::string_view line = head.substr(0, head.find('\r'));
    if (line.size() < 9) return false;
    const std::string_view version = line.substr(line.size() - 9);
    if (version == " HTTP/1.0" || version == " HTTP/1.1") return false;
    return version.starts_with(" HTTP/") && is_number(version.substr(6, 1)) && version[7] == '.' &&
           is_number(version.substr(8));
}

/// Beast calls the on_… members in the order of the message.
class Parser final : public beast::http::basic_parser<true> {
  public:
    RequestHead head;
    int refusal = 0;            ///< the status that one of our own rules gave
    bool one_point_one = false; ///< HTTP/1.1, else 1.0

  private:
    using Text = beast::string_view;
    using Code = beast::error_code;
    using Verb = beast::http::verb;

    void refuse(int status, Code& code) {
        refusal = status;
        code = error::bad_field;
    }

    void on_request_impl(Verb verb, Text method, Text target, int version, Code& code) override {
        head.request.method = verb == Verb::get       ? Method::get
                              : verb == Verb::head    ? Method::head
                              : verb == Verb::post    ? Method::post
                              : verb == Verb::options ? Method::options
                                                      : Method::other;
        one_point_one = version == 11;
        auto parsed = http::parse_target(view(method), view(target));
        if (!parsed) return refuse(parsed.error(), code);
        authority_ = std::move(parsed->authority);
        head.request.path = std::move(parsed->path);
        head.request.query = std::move(parsed->query);
    }

    void on_field_impl(beast::http::field, Text name, Text value, Code&) override {
        head.request.headers.push_back({std::string(view(name)), std::string(view(value))});
    }

    void on_header_impl(Code& code) override {
        if (const int status = check_headers(); status != 0) refuse(status, code);
    }

    /// A status to refuse with, or 0.
    int check_headers() {
        std::size_t hosts = 0;
        std::size_t lengths = 0;
        std::size_t codings = 0;
        bool only_chunked = true;
        bool unknown_expectation = false;
        for (Header& header : head.request.headers) {
            if (equal_without_case(header.name, "Host")) {
                ++hosts;
                if (!is_authority(header.value)) return 400;
                // The absolute-form overrules Host (RFC 9112, 3.2.2).
                if (!authority_.empty()) header.value = authority_;
            } else if (equal_without_case(header.name, "Content-Length")) {
                ++lengths;
                if (!is_number(header.value)) return 400; // Beast also takes "5, 5"
            } else if (equal_without_case(header.name, "Transfer-Encoding")) {
                ++codings;
                only_chunked = only_chunked && equal_without_case(header.value, "chunked");
            } else if (equal_without_case(header.name, "Expect") && one_point_one) {
                if (equal_without_case(header.value, "100-continue"))
                    head.expectation = Expectation::to_continue;
                else
                    unknown_expectation = true;
            }
        }
        if (hosts > 1 || (hosts == 0 && one_point_one)) return 400; // RFC 9112, 3.2
        if (lengths > 1) return 400;
        if (lengths > 0 && codings > 0) return 400;    // RFC 9112, 6.3, item 3
        if (codings > 0 && !one_point_one) return 400; // RFC 9112, 6.1
        if (codings > 1 || !only_chunked) return 501;  // RFC 9112, 6.1
        if (unknown_expectation) return 417;           // RFC 9110, 10.1.1
        if (hosts == 0 && !authority_.empty()) head.request.headers.push_back({"Host", authority_});
        if (codings > 0) head.framing = Framing::chunked;
        return 0;
    }

    // We stop Beast after the head.
    std::size_t on_body_impl(Text, Code&) override { return 0; }
    std::size_t on_chunk_body_impl(std::uint64_t, Text, Code&) override { return 0; }
    void on_response_impl(int, Text, int, Code&) override {}
    void on_body_init_impl(const boost::optional<std::uint64_t>&, Code&) override {}
    void on_chunk_header_impl(std::uint64_t, Text, Code&) override {}
    void on_finish_impl(Code&) override {}

    std::string authority_;
};

int status_for(beast::error_code code, const Parser& parser, std::string_view head) {
    if (parser.refusal != 0) return parser.refusal;
    if (code == error::bad_version) return has_other_version(head) ? 505 : 400;
    // Beast says this also for Transfer-Encoding beside Content-Length, which is an attempt at smuggling.
    if (code == error::bad_transfer_encoding) return parser.head.request.header("Content-Length") ? 400 : 501;
    return 400;
}

} // namespace

std::expected<RequestHead, int> parse_head(std::string_view head) {
    Parser parser;
    parser.header_limit(static_cast<std::uint32_t>(head.size() + 1)); // HeadScanner has seen to that
    parser.body_limit(boost::none);                                   // RequestReader has its own
    beast::error_code code;
    const std::size_t used = parser.put(boost::asio::const_buffer(head.data(), head.size()), code);
    if (code) return std::unexpected(status_for(code, parser, head));
    if (used != head.size() || !parser.is_header_done()) return std::unexpected(400);

    parser.head.content_length = static_cast<std::size_t>(parser.content_length().value_or(0));
    parser.head.persistence = !parser.keep_alive()   ? Persistence::close
                              : parser.one_point_one ? Persistence::keep
                                                     : Persistence::keep_and_announce;
    return std::move(parser.head);
}

} // namespace interregio::http
