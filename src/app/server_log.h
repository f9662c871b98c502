#pragma once
// Log lines of the server: one JSON object a line on standard error, for journald and its like. No query strings, no
// addresses of readers.

#include "app/configuration.h"
#include "platform/http/server.h"

#include <memory>
#include <string_view>

namespace spdlog {
class logger;
}

namespace interregio {

class ServerLog {
  public:
    explicit ServerLog(LogLevel level);
    ~ServerLog();

    /// Safe from any thread; lines are written by a thread of their own, and dropped rather than awaited when it cannot
    /// keep up.
    void request(const http::Exchange& exchange);
    void event(LogLevel level, std::string_view event, std::string_view detail);
    /// Writes what is waiting.
    void flush();

  private:
    std::shared_ptr<spdlog::logger> logger_;
};

} // namespace interregio
