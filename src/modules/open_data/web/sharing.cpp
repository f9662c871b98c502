#include "modules/open_data/web/sharing.h"

namespace interregio::open_data::web {

std::vector<http::Header> sharing_headers() {
    return {{"Access-Control-Allow-Origin", "*"},
            {"Access-Control-Expose-Headers", "ETag, Link, Content-Language"},
            {"Cross-Origin-Resource-Policy", "cross-origin"}};
}

http::Response preflight() {
    http::Response response;
    response.status = 204;
    response.headers = sharing_headers();
    response.with("Allow", "GET, HEAD, OPTIONS");
    response.with("Access-Control-Allow-Methods", "GET, HEAD");
    response.with("Access-Control-Allow-Headers", "Accept, Accept-Language, If-None-Match");
    response.with("Access-Control-Max-Age", "86400");
    return response;
}

} // namespace interregio::open_data::web
