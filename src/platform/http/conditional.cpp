#include "platform/http/conditional.h"

#include "base/fingerprint.h"

namespace interregio::http {

bool names_etag(std::string_view if_none_match, std::string_view etag) {
    while (!if_none_match.empty()) {
        const auto start = if_none_match.find_first_not_of(" \t,");
        if (start == std::string_view::npos) return false;
        if_none_match.remove_prefix(start);
        if (if_none_match.starts_with('*')) return true;
        if (if_none_match.starts_with("W/")) if_none_match.remove_prefix(2);
        if (!if_none_match.starts_with('"')) return false;
        const auto end = if_none_match.find('"', 1);
        if (end == std::string_view::npos) return false;
        if (if_none_match.substr(0, end + 1) == etag) return true;
        if_none_match.remove_prefix(end + 1);
    }
    return false;
}

Response with_etag(const Request& request, Response response, std::string_view etag) {
    response.with("ETag", std::string(etag));
    const auto known = request.header("If-None-Match");
    if (!known || !names_etag(*known, etag)) return response;
    response.status = 304;
    response.content_type.clear();
    response.body = Response::empty_body();
    return response;
}

std::string etag_of(std::string_view body) {
    return '"' + Fingerprint().add(body).text() + '-' + std::to_string(body.size()) + '"';
}

} // namespace interregio::http
