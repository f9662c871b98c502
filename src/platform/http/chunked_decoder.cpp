#include "platform/http/chunked_decoder.h"

#include "platform/http/plain_text.h"

#include <algorithm>

namespace interregio::http {
namespace {

bool is_space(char c) { return c == ' ' || c == '\t'; }

/// VCHAR, obs-text and space (RFC 9110, 5.5).
bool is_field_content(char c) { return is_space(c) || (static_cast<unsigned char>(c) > 0x20 && c != '\x7F'); }

} // namespace

std::expected<std::size_t, int> ChunkedDecoder::decode(std::string_view bytes, std::string& body) {
    std::size_t position = 0;
    while (position < bytes.size() && state_ != State::done) {
        if (state_ == State::data) {
            const std::string_view data = bytes.substr(position, std::min<std::uint64_t>(remaining_, bytes.size()));
            body.append(data);
            position += data.size();
            remaining_ -= data.size();
            if (remaining_ == 0) state_ = State::data_return;
            continue;
        }
        if (const int status = step(bytes[position]); status != 0) return std::unexpected(status);
        ++position;
    }
    return position;
}

int ChunkedDecoder::add_digit(char c) {
    const int value = hex_value(c);
    if (value < 0 || ++digits_ > 16) return 400; // so that leading zeros do not go on for ever
    remaining_ = remaining_ * 16 + static_cast<std::uint64_t>(value);
    return total_ + remaining_ > max_body_ ? 413 : 0;
}

int ChunkedDecoder::step(char c) {
    const auto expect = [&](char expected, State next) {
        state_ = next;
        return c == expected ? 0 : 400;
    };
    switch (state_) {
    case State::size:
        if (digits_ > 0 && c == '\r') return expect('\r', State::size_line_feed);
        if (digits_ > 0 && c == ';') return expect(';', State::extension);
        if (digits_ > 0 && is_space(c)) return expect(c, State::before_extension);
        return add_digit(c);
    case State::before_extension:
        if (!is_space(c)) return expect(';', State::extension);
        return count_extra();
    case State::extension:
        // What stands there says nothing to us, but it may not break the line (RFC 9112, 7.1.1).
        if (c == '\r') return expect('\r', State::size_line_feed);
        return is_field_content(c) ? count_extra() : 400;
    case State::size_line_feed:
        total_ += remaining_;
        digits_ = 0;
        return expect('\n', remaining_ == 0 ? State::trailer_start : State::data);
    case State::data_return:
        return expect('\r', State::data_line_feed);
    case State::data_line_feed:
        return expect('\n', State::size);
    case State::trailer_start:
        if (c == '\r') return expect('\r', State::last_line_feed);
        state_ = State::trailer_name;
        return is_token_character(c) ? count_extra() : 400;
    case State::trailer_name:
        if (c == ':') return expect(':', State::trailer_value);
        return is_token_character(c) ? count_extra() : 400;
    case State::trailer_value:
        if (c == '\r') return expect('\r', State::trailer_line_feed);
        return is_field_content(c) ? count_extra() : 400;
    case State::trailer_line_feed:
        return expect('\n', State::trailer_start);
    case State::last_line_feed:
        return expect('\n', State::done);
    case State::data:
    case State::done:
        break; // not here
    }
    return 400;
}

} // namespace interregio::http
