#pragma once
// The real adapter: libcurl. Certificates are checked against those of the system, TLS is 1.2 or newer (BSI
// TR-02102-2), nothing is followed, unpacked, remembered or read from ~/.netrc.

#include "platform/fetch/fetcher.h"

#include <chrono>

namespace interregio::fetch {

class CurlFetcher final : public Fetcher {
  public:
    struct Limits {
        std::chrono::milliseconds connecting{3000};
        std::chrono::milliseconds whole{5000};
        std::size_t body_bytes = std::size_t{256} * 1024;
    };
    /// `limits` hold for each answer. Throws std::runtime_error when libcurl cannot be used.
    explicit CurlFetcher(const Limits& limits);
    CurlFetcher() : CurlFetcher(Limits{}) {}

    [[nodiscard]] std::expected<Answer, Trouble> fetch(const Request& request) const override;

  private:
    Limits limits_;
};

} // namespace interregio::fetch
