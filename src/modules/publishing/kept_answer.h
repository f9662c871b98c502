#pragma once
// One public answer in all the forms in which clients get it. A value, safe to read from any thread.

#include "platform/db/read_set.h"
#include "platform/http/content_coding.h"
#include "platform/http/message.h"

#include <array>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace interregio {

/// What is published at an address.
struct Publication {
    std::string content_type;
    std::string body;
    std::vector<http::Header> headers{};   ///< further ones
    std::string cache_control{"no-cache"}; ///< clients ask each time, and get 304
    std::string brotli{};                  ///< the body as compressed before; empty: done when it is first kept
};

class KeptAnswer {
  public:
    /// `finish` adds the headers that every answer has.
    KeptAnswer(Publication publication, db::ReadSet made_from, const std::function<void(http::Response&)>& finish);

    /// In the coding that the client likes best; 304 when it has the answer already (RFC 9110, 13.1.2).
    [[nodiscard]] const http::Response& response(const http::Request& request) const;

    [[nodiscard]] const db::ReadSet& made_from() const { return made_from_; }
    [[nodiscard]] std::size_t bytes() const { return bytes_; }

  private:
    /// The answer in one coding, with its own strong tag (RFC 9110, 8.8.3.3).
    struct Form {
        std::string etag;
        http::Response whole;
        http::Response not_modified;
    };
    [[nodiscard]] Form form(const Publication& publication, http::Coding coding, const std::string& fingerprint,
                            const std::function<void(http::Response&)>& finish) const;

    std::array<Form, http::all_codings.size()> forms_;
    db::ReadSet made_from_;
    bool compressed_ = false;
    std::size_t bytes_ = 0;
};

} // namespace interregio
