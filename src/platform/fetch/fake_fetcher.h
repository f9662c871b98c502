#pragma once
// Answers from memory: for tests. What has no answer is unreachable.

#include "platform/fetch/fetcher.h"

#include <functional>
#include <map>
#include <vector>

namespace interregio::fetch {

/// Not safe from several threads.
class FakeFetcher final : public Fetcher {
  public:
    using Reply = std::function<std::expected<Answer, Trouble>(const Request&)>;

    void answer(const std::string& address, Reply reply) { replies_[address] = std::move(reply); }
    void answer(const std::string& address, const std::string& body) {
        answer(address, [body](const Request&) { return Answer{200, body}; });
    }
    [[nodiscard]] std::expected<Answer, Trouble> fetch(const Request& request) const override {
        asked_.push_back(request);
        const auto found = replies_.find(request.address);
        return found == replies_.end() ? std::unexpected(Trouble::unreachable) : found->second(request);
    }
    [[nodiscard]] const std::vector<Request>& asked() const { return asked_; }

  private:
    std::map<std::string, Reply> replies_;
    mutable std::vector<Request> asked_;
};

} // namespace interregio::fetch
