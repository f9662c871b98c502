#include "platform/http/response_head.h"

#include "base/assert.h"
#include "platform/http/plain_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>

namespace interregio::http {
namespace {

bool stays_on_its_line(std::string_view value) {
    constexpr std::string_view line_breakers("\r\n\0", 3);
    return value.find_first_of(line_breakers) == std::string_view::npos;
}

void append_number(std::string& text, std::size_t number) {
    std::array<char, 20> digits; // NOLINT(cppcoreguidelines-pro-type-member-init): filled by to_chars
    const auto written = std::to_chars(digits.data(), digits.data() + digits.size(), number);
    text.append(digits.data(), written.ptr);
}

void append_two_digits(std::string& text, unsigned number) {
    text += static_cast<char>('0' + number / 10 % 10);
    text += static_cast<char>('0' + number % 10);
}

void append_line(std::string& lines, std::string_view name, std::string_view value) {
    lines.append(name).append(": ").append(value).append("\r\n");
}

} // namespace

std::string http_date(Clock::Time time) {
    constexpr std::array weekdays{"Sun, ", "Mon, ", "Tue, ", "Wed, ", "Thu, ", "Fri, ", "Sat, "};
    constexpr std::array months{" Jan ", " Feb ", " Mar ", " Apr ", " May ", " Jun ",
                                " Jul ", " Aug ", " Sep ", " Oct ", " Nov ", " Dec "};
    const auto day = std::chrono::floor<std::chrono::days>(time);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss clock(std::chrono::floor<std::chrono::seconds>(time - day));

    std::string text;
    text.reserve(29);
    text += weekdays.at(std::chrono::weekday(day).c_encoding());
    append_two_digits(text, static_cast<unsigned>(date.day()));
    text += months.at(static_cast<unsigned>(date.month()) - 1);
    const auto year = static_cast<unsigned>(static_cast<int>(date.year()));
    append_two_digits(text, year / 100);
    append_two_digits(text, year);
    text += ' ';
    append_two_digits(text, static_cast<unsigned>(clock.hours().count()));
    text += ':';
    append_two_digits(text, static_cast<unsigned>(clock.minutes().count()));
    text += ':';
    append_two_digits(text, static_cast<unsigned>(clock.seconds().count()));
    text += " GMT";
    return text;
}

std::string_view reason(int status) {
    switch (status) {
    case 200:
        return "OK";
    case 201:
        return "Created";
    case 202:
        return "Accepted";
    case 204:
        return "No Content";
    case 206:
        return "Partial Content";
    case 301:
        return "Moved Permanently";
    case 302:
        return "Found";
    case 303:
        return "See Other";
    case 304:
        return "Not Modified";
    case 307:
        return "Temporary Redirect";
    case 308:
        return "Permanent Redirect";
    case 400:
        return "Bad Request";
    case 401:
        return "Unauthorized";
    case 403:
        return "Forbidden";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed";
    case 406:
        return "Not Acceptable";
    case 408:
        return "Request Timeout";
    case 409:
        return "Conflict";
    case 410:
        return "Gone";
    case 412:
        return "Precondition Failed";
    case 413:
        return "Content Too Large";
    case 414:
        return "URI Too Long";
    case 415:
        return "Unsupported Media Type";
    case 416:
        return "Range Not Satisfiable";
    case 417:
        return "Expectation Failed";
    case 422:
        return "Unprocessable Content";
    case 429:
        return "Too Many Requests";
    case 431:
        return "Request Header Fields Too Large"; // RFC 6585, 5
    case 500:
        return "Internal Server Error";
    case 501:
        return "Not Implemented";
    case 503:
        return "Service Unavailable";
    case 505:
        return "HTTP Version Not Supported";
    default:
        return "";
    }
}

bool has_content(int status) { return status != 204 && status != 304; }

void assert_valid(const Header& header) {
    INTERREGIO_ASSERT(!header.name.empty() && std::ranges::all_of(header.name, is_token_character),
                      "the name of a header is a token");
    INTERREGIO_ASSERT(stays_on_its_line(header.value), "the value of a header holds no CR, LF or NUL");
    for (const std::string_view own : {"Date", "Content-Length", "Connection", "Transfer-Encoding"}) {
        INTERREGIO_ASSERT(!equal_without_case(header.name, own), "the server sets this header itself");
    }
}

void append_header_lines(std::string& lines, const Response& response) {
    if (!response.content_type.empty()) {
        INTERREGIO_ASSERT(stays_on_its_line(response.content_type), "a content type holds no CR, LF or NUL");
        append_line(lines, "Content-Type", response.content_type);
    }
    for (const Header& header : response.headers) {
        assert_valid(header);
        append_line(lines, header.name, header.value);
    }
}

void append_head(std::string& head, const Response& response, Persistence persistence, std::string_view date) {
    INTERREGIO_ASSERT(response.status >= 200 && response.status <= 599, "a handler gives a final status");
    head += "HTTP/1.1 ";
    append_number(head, static_cast<std::size_t>(response.status));
    head += ' '; // also before an empty reason (RFC 9112, 4)
    head.append(reason(response.status)).append("\r\n");
    append_line(head, "Date", date);
    if (response.prepared) head += *response.prepared;
    append_header_lines(head, response);
    if (has_content(response.status)) {
        head += "Content-Length: ";
        append_number(head, response.body ? response.body->size() : 0);
        head += "\r\n";
    }
    if (persistence == Persistence::close) append_line(head, "Connection", "close");
    if (persistence == Persistence::keep_and_announce) append_line(head, "Connection", "keep-alive");
    head += "\r\n";
}

} // namespace interregio::http
