#pragma once
// Publishes what has been agreed to when its time comes, while the program serves, in a thread of its own. What became
// due while it did not, at once when it starts.

#include "app/background_worker.h"
#include "app/server_log.h"
#include "modules/editing/approvals.h"

namespace interregio {

class PublishingService {
  public:
    /// Database, clock and log must outlive the service.
    PublishingService(db::Database& database, const Clock& clock, ServerLog& log);

  private:
    void work(const std::stop_token& stop);

    editing::Office office_;
    ServerLog& log_;
    BackgroundWorker worker_; ///< the last member: ends first
};

} // namespace interregio
