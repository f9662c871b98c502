#pragma once
// One public answer in all the forms in which clients get it. Safe to ask from any thread.

#include "platform/db/read_set.h"
#include "platform/http/content_coding.h"
#include "platform/http/message.h"

#include <array>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace interregio {

/// What is published at an address.
struct Publication {
    std::string content_type;
    std::string body;
    std::vector<http::Header> headers{};   ///< further ones
    std::string cache_control{"no-cache"}; ///< clients ask each time, and get 304
    std::string brotli{};                  ///< the body as compressed before; empty: done when it is asked for
};

class KeptAnswer {
  public:
    /// `finish` adds the headers that every answer has.
    KeptAnswer(Publication publication, db::ReadSet made_from, const std::function<void(http::Response&)>& finish);

    /// In the coding that the client likes best; 304 when it has the answer already (RFC 9110, 13.1.2). The first who
    /// asks for a coding waits until it is made, and so do those who ask for it meanwhile.
    [[nodiscard]] const http::Response& response(const http::Request& request) const;

    [[nodiscard]] const db::ReadSet& made_from() const { return made_from_; }
    /// What is held once all forms have been asked for; a compressed one counts a third of the body.
    [[nodiscard]] std::size_t bytes() const { return bytes_; }

  private:
    /// The answer in one coding, with its own strong tag (RFC 9110, 8.8.3.3). What is made when it is first asked for
    /// is not changed after that.
    struct Form {
        std::string etag;
        mutable std::once_flag whole_made;
        mutable std::once_flag not_modified_made;
        mutable http::Response whole;
        mutable http::Response not_modified;
    };
    void make_whole(http::Coding coding, const Form& form) const;
    void make_not_modified(const Form& form) const;

    http::Response head_; ///< headers of all forms
    std::string content_type_;
    std::shared_ptr<const std::string> body_;
    std::shared_ptr<const std::string> brotli_; ///< as it came; nothing when it is still to be made
    std::array<Form, http::all_codings.size()> forms_;
    db::ReadSet made_from_;
    bool compressed_ = false;
    std::size_t bytes_ = 0;
};

} // namespace interregio
