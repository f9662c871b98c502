#include "platform/http/request_reader.h"

#include "base/assert.h"

#include <algorithm>

namespace interregio::http {
namespace {

constexpr std::size_t small_buffer = 2048; ///< most requests of browsers fit; what an idle connection holds

} // namespace

RequestReader::RequestReader(Limits limits)
    : limits_(limits), buffer_(small_buffer), scanner_(limits.header_bytes, limits.headers) {}

std::span<char> RequestReader::space() {
    if (begin_ == end_) {
        begin_ = end_ = 0;
        if (buffer_.size() > small_buffer && !incoming_) std::vector<char>(small_buffer).swap(buffer_);
    }
    if (buffer_.size() - end_ < small_buffer / 2) {
        std::copy(buffer_.begin() + static_cast<std::ptrdiff_t>(begin_),
                  buffer_.begin() + static_cast<std::ptrdiff_t>(end_), buffer_.begin());
        end_ -= begin_;
        begin_ = 0;
        if (buffer_.size() - end_ < small_buffer / 2) buffer_.resize(buffer_.size() * 2);
    }
    return std::span(buffer_).subspan(end_);
}

void RequestReader::received(std::size_t count) {
    INTERREGIO_ASSERT(count <= buffer_.size() - end_, "no more than space() was received");
    end_ += count;
}

RequestReader::Step RequestReader::next() {
    if (refusal_ != 0) return Step::refused;
    return incoming_ ? read_body() : read_head();
}

RequestReader::Step RequestReader::refuse(int status) {
    refusal_ = status;
    return Step::refused;
}

RequestReader::Step RequestReader::read_head() {
    // One empty line before a request is forgiven (RFC 9112, 2.2).
    if (!skipped_empty_line_ && pending().starts_with("\r\n")) {
        skipped_empty_line_ = true;
        begin_ += 2;
        scanner_ = new_scanner();
    }
    const auto length = scanner_.scan(pending());
    if (!length) return refuse(length.error());
    if (!*length) return Step::more;

    auto head = parse_head(pending().substr(0, **length));
    if (!head) return refuse(head.error());
    begin_ += **length;
    const std::size_t body_limit = body_bytes(*head);
    if (head->content_length > body_limit) return refuse(413);
    incoming_.emplace(std::move(*head), ChunkedDecoder(body_limit, limits_.header_bytes));
    return read_body();
}

std::size_t RequestReader::body_bytes(const RequestHead& head) const {
    const bool announced = head.framing == Framing::chunked || head.content_length > 0;
    if (!announced || limits_.body_limit == nullptr || !*limits_.body_limit) return limits_.body_bytes;
    return (*limits_.body_limit)(head.request).value_or(limits_.body_bytes);
}

RequestReader::Step RequestReader::read_body() {
    RequestHead& head = incoming_->head;
    std::string& body = head.request.body;
    if (head.framing == Framing::chunked) {
        const auto used = incoming_->decoder.decode(pending(), body);
        if (!used) return refuse(used.error());
        begin_ += *used;
        if (incoming_->decoder.is_done()) return Step::request;
        if (*used > 0) head.expectation = Expectation::none; // it does not wait
    } else {
        const std::string_view data = pending().substr(0, head.content_length - body.size());
        body.append(data);
        begin_ += data.size();
        if (body.size() == head.content_length) return Step::request;
        if (!data.empty()) head.expectation = Expectation::none;
    }
    if (head.expectation == Expectation::none) return Step::more;
    head.expectation = Expectation::none;
    return Step::send_continue;
}

RequestReader::Phase RequestReader::phase() const {
    if (incoming_) return Phase::body;
    return pending().empty() ? Phase::idle : Phase::head;
}

Request RequestReader::take() {
    INTERREGIO_ASSERT(incoming_, "a whole request was received");
    Request request = std::move(incoming_->head.request);
    persistence_ = incoming_->head.persistence;
    incoming_.reset();
    scanner_ = new_scanner();
    skipped_empty_line_ = false;
    return request;
}

} // namespace interregio::http
