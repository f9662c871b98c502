#include "platform/http/message.h"

#include "base/assert.h"
#include "platform/http/cookies.h"
#include "platform/http/local_target.h"
#include "platform/http/plain_text.h"
#include "platform/http/response_head.h"

#include <algorithm>

namespace interregio::http {
namespace {

Response with_text(int status, std::string content_type, std::string text) {
    Response response;
    response.status = status;
    response.content_type = std::move(content_type);
    response.body = std::make_shared<const std::string>(std::move(text));
    return response;
}

} // namespace

std::optional<std::string_view> Request::header(std::string_view name) const {
    const auto found =
        std::ranges::find_if(headers, [name](const Header& header) { return equal_without_case(header.name, name); });
    if (found == headers.end()) return std::nullopt;
    return found->value;
}

std::size_t Request::count(std::string_view name) const {
    return static_cast<std::size_t>(
        std::ranges::count_if(headers, [name](const Header& header) { return equal_without_case(header.name, name); }));
}

std::shared_ptr<const std::string> Response::empty_body() {
    static const auto empty = std::make_shared<const std::string>();
    return empty;
}

Response Response::html(int status, std::string markup) {
    return with_text(status, "text/html; charset=utf-8", std::move(markup));
}

Response Response::text(int status, std::string text) {
    return with_text(status, "text/plain; charset=utf-8", std::move(text));
}

Response Response::redirect(int status, std::string location) {
    INTERREGIO_ASSERT(status == 301 || status == 302 || status == 303 || status == 307 || status == 308,
                      "not the status of a redirect");
    // A location that begins with two slashes names another host (RFC 3986, 4.2).
    INTERREGIO_ASSERT(location.starts_with('/') && !location.starts_with("//"), "a redirect stays on this site");
    INTERREGIO_ASSERT(std::ranges::all_of(location, [](char c) { return c > ' ' && c < '\x7F' && c != '\\'; }),
                      "the location of a redirect is percent-encoded");
    Response response;
    response.status = status;
    response.with("Location", std::move(location));
    return response;
}

Response Response::see_other(const LocalTarget& target) { return redirect(303, target.text()); }

Response Response::later(std::function<Response()> work) {
    INTERREGIO_ASSERT(work, "an answer that is made later is made by something");
    Response response;
    response.work = std::move(work);
    return response;
}

void Response::once_made(std::function<void(Response&)> change) {
    if (!work) return change(*this);
    work = [make = std::move(work), change = std::move(change)] {
        Response made = make();
        change(made);
        return made;
    };
}

Response& Response::with(std::string name, std::string value) & {
    INTERREGIO_ASSERT(!work, "headers belong to the answer that is made later");
    INTERREGIO_ASSERT(!equal_without_case(name, "Set-Cookie"), "cookies are set by set()");
    headers.push_back({std::move(name), std::move(value)});
    assert_valid(headers.back());
    return *this;
}

Response&& Response::with(std::string name, std::string value) && {
    return std::move(with(std::move(name), std::move(value)));
}

Response& Response::set(const HostCookie& cookie) & {
    INTERREGIO_ASSERT(!work, "cookies belong to the answer that is made later");
    const std::string start = std::string(cookie.name()) + "=";
    INTERREGIO_ASSERT(std::ranges::none_of(headers,
                                           [&](const Header& header) {
                                               return header.name == "Set-Cookie" && header.value.starts_with(start);
                                           }),
                      "a response sets a cookie once");
    headers.push_back({"Set-Cookie", cookie.text()});
    return keep_private();
}

Response&& Response::set(const HostCookie& cookie) && { return std::move(set(cookie)); }

Response& Response::keep_private() & {
    INTERREGIO_ASSERT(!prepared, "what is kept for all is not private");
    std::erase_if(headers, [](const Header& header) { return equal_without_case(header.name, "Cache-Control"); });
    return with("Cache-Control", "no-store");
}

Response&& Response::keep_private() && { return std::move(keep_private()); }

Response&& Response::prepare() && {
    INTERREGIO_ASSERT(!work, "what is made later is not kept for all");
    INTERREGIO_ASSERT(std::ranges::none_of(headers, [](const Header& header) { return header.name == "Set-Cookie"; }),
                      "what is private is not kept for all: it sets a cookie");
    std::string lines = prepared ? *prepared : std::string();
    append_header_lines(lines, *this);
    prepared = std::make_shared<const std::string>(std::move(lines));
    content_type.clear();
    headers.clear();
    return std::move(*this);
}

} // namespace interregio::http
