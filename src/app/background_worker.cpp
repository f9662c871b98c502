#include "app/background_worker.h"

#include <sys/resource.h>

namespace interregio {
namespace {

constexpr int after_failure = 30; ///< how much longer the rest is

} // namespace

BackgroundWorker::BackgroundWorker(std::chrono::milliseconds pause, Work work, Failed failed)
    : pause_(pause), work_(std::move(work)), failed_(std::move(failed)),
      thread_([this](const std::stop_token& stop) { run(stop); }) {}

BackgroundWorker::~BackgroundWorker() {
    thread_.request_stop();
    thread_.join();
}

void BackgroundWorker::run(const std::stop_token& stop) {
    // On Linux this is the priority of the thread, and of those it starts (setpriority(2), notes). Not getting it is no
    // reason not to work.
    (void)setpriority(PRIO_PROCESS, 0, 19);
    while (!stop.stop_requested()) {
        auto rest = pause_;
        try {
            work_(stop);
        } catch (const std::exception& error) {
            failed_(error);
            rest *= after_failure;
        }
        std::unique_lock lock(mutex_);
        stopped_.wait_for(lock, stop, rest, [] { return false; });
    }
}

} // namespace interregio
