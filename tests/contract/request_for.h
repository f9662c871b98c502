#pragma once
// What asks the cache of answers.

#include "platform/http/message.h"

#include <string>

namespace interregio {

inline http::Request request_for(std::string path) {
    http::Request request;
    request.path = std::move(path);
    return request;
}

} // namespace interregio
