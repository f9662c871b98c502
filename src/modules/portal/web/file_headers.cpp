#include "modules/portal/web/file_headers.h"

#include "platform/http/message.h"

namespace interregio::portal::web {

std::string content_disposition(const std::string& file_name) {
    std::string plain;
    for (const char c : file_name) {
        const bool harmless = c >= ' ' && c < '\x7f' && c != '"' && c != '\\' && c != '%';
        plain += harmless ? c : '_';
    }
    return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + http::encode_segment(file_name);
}

} // namespace interregio::portal::web
