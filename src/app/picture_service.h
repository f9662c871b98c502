#pragma once
// Keeps the renditions of the record's pictures complete while the program serves, in a thread of its own.

#include "app/background_worker.h"
#include "app/server_log.h"
#include "base/id.h"
#include "platform/db/database.h"

#include <cstdint>
#include <optional>

namespace interregio {

class PictureService {
  public:
    /// Called for images that can be shown better than before, from the service's thread. For each twice, a pause
    /// apart: a page that was being made the first time may have missed it.
    using Improved = std::function<void(const Uuid& image)>;

    /// Database and log must outlive the service.
    PictureService(db::Database& database, ServerLog& log, Improved improved);

  private:
    void work(const std::stop_token& stop);
    void tell();

    db::Database& database_;
    ServerLog& log_;
    Improved improved_;
    std::optional<std::uint64_t> seen_; ///< version of the database in which there was nothing to do
    std::int64_t told_ = 0;             ///< as pictures_made() counts
    std::int64_t told_twice_ = 0;
    BackgroundWorker worker_; ///< the last member: ends first
};

} // namespace interregio
