#pragma once
// Request and Response: what a handler sees of HTTP (RFC 9110). Values, no I/O.

#include "base/language.h"

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace interregio::http {

class HostCookie;  // cookies.h
class LocalTarget; // local_target.h

enum class Method { get, head, post, options, other };

/// The parameters of a query string (application/x-www-form-urlencoded, WHATWG URL, 5.1), in order, decoded.
class Query {
  public:
    using Pair = std::pair<std::string, std::string>;

    /// Nothing when a percent sequence is broken or the decoded text is not UTF-8 or holds control characters.
    [[nodiscard]] static std::optional<Query> parse(std::string_view text);

    /// The first value of a name.
    [[nodiscard]] std::optional<std::string_view> find(std::string_view name) const;
    /// The same; empty when there is none.
    [[nodiscard]] std::string text(std::string_view name) const { return std::string(find(name).value_or("")); }
    [[nodiscard]] const std::vector<Pair>& pairs() const { return pairs_; }

  private:
    std::vector<Pair> pairs_;
};

struct Header {
    std::string name;
    std::string value;
};

struct Request {
    Method method = Method::get;
    /// Decoded, valid UTF-8, begins with '/'; no control characters and no "." or ".." segments. A slash is always a
    /// separator: requests with an encoded one (%2F) are refused.
    std::string path;
    Query query;
    std::vector<Header> headers; ///< as received, in order; values may hold any byte but control characters
    std::string body;
    /// The address at the other end of the connection: "192.0.2.1", "2001:db8::1"; an IPv4 address also where it came
    /// over IPv6. Behind a proxy, that of the proxy: see client_address.h. Empty when there was no connection.
    std::string peer;

    /// The first header of that name, compared without case.
    [[nodiscard]] std::optional<std::string_view> header(std::string_view name) const;
    /// How many headers have that name, compared without case.
    [[nodiscard]] std::size_t count(std::string_view name) const;
};

/// How many bytes the body of a request may have; nothing for what the server takes otherwise. It is given the head
/// only and must not throw.
using BodyLimit = std::function<std::optional<std::size_t>(const Request&)>;

/// A body is shared, so that a page kept in memory is sent without being copied. The server itself adds Date,
/// Content-Length and Connection, and sends no body with 204 and 304 or to HEAD.
struct Response {
    int status = 200;            ///< 200 to 599
    std::string content_type;    ///< empty for none
    std::vector<Header> headers; ///< further headers; names are tokens, values hold no CR, LF or NUL (asserted)
    std::shared_ptr<const std::string> body = empty_body();
    std::shared_ptr<const std::string> prepared; ///< header lines written beforehand, see prepare()
    /// Makes the answer on another thread, see later(). Where it is there, nothing else of the response counts.
    std::function<Response()> work;

    [[nodiscard]] static std::shared_ptr<const std::string> empty_body();
    [[nodiscard]] static Response html(int status, std::string markup);
    [[nodiscard]] static Response text(int status, std::string text);
    /// `status` is 301, 302, 303, 307 or 308; `location` is a path of this site, percent-encoded.
    [[nodiscard]] static Response redirect(int status, std::string location);
    /// 303 (RFC 9110, 15.4.4): what a form is answered with that was taken.
    [[nodiscard]] static Response see_other(const LocalTarget& target);
    /// An answer that takes long to make, such as one that has to check a password: a handler gives it at once, and the
    /// server calls `work` on one of its slow threads, while it goes on serving others (ServerOptions::slow_threads).
    /// What `work` gives is answered, and what it throws counts as thrown by the handler. It may refer to the request,
    /// which is there until it has returned, but not to the parameters of the path or to anything else that ends with
    /// the handler. It is called once or, when the server has too much to do, never; also for a client that has gone.
    /// It must not give another answer that is made later, and no such answer is kept for all (both asserted).
    [[nodiscard]] static Response later(std::function<Response()> work);
    /// Changes the response: now or, where it is made later, when it has been made, on the thread that made it. For
    /// what all answers get, whoever makes them.
    void once_made(std::function<void(Response&)> change);
    /// Adds a header. Asserts that it is no Set-Cookie, for which there is set(), and that the response is not to be
    /// made later: what `work` gives takes its place as a whole.
    Response& with(std::string name, std::string value) &;
    Response&& with(std::string name, std::string value) &&;
    /// Adds Set-Cookie and keeps the response private: caches do store what sets cookies (RFC 9111, 7.3). Asserts that
    /// the response sets no other cookie of that name (RFC 6265, 4.1.1).
    Response& set(const HostCookie& cookie) &;
    Response&& set(const HostCookie& cookie) &&;
    /// Marks what one reader alone may see: Cache-Control: no-store (RFC 9111, 5.2.2.5) takes the place of any other.
    /// Asserts that the response is not prepared, as such a one is kept for all.
    Response& keep_private() &;
    Response&& keep_private() &&;
    /// Writes content type and headers down once, for a response that is kept in memory and sent many times: copying
    /// it then costs next to nothing. Further headers may be added to the copies.
    Response&& prepare() &&;
};

/// Percent-encodes one path segment (RFC 3986, 2.1): letters and digits of ASCII and "-._~" stay.
[[nodiscard]] std::string encode_segment(std::string_view segment);
/// Encodes a query value.
[[nodiscard]] std::string encode_query(std::string_view value);
/// Decodes %XX. Nothing when a sequence is broken, the result is no UTF-8 or holds control characters.
[[nodiscard]] std::optional<std::string> decode_percent(std::string_view text);

/// The best of `offered` (at least one) for an Accept-Language header (RFC 9110, 12.5.4; lookup as RFC 4647, 3.4): by
/// weight, then by the reader's order (RFC 4647, 2.3), for "*" by the order of `offered`. The first offered when
/// nothing matches or the header cannot be read.
[[nodiscard]] Language negotiate_language(std::string_view accept_language, const std::vector<Language>& offered);

} // namespace interregio::http
