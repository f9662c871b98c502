#pragma once
// A thread that does work which nobody waits for: looks again and again whether there is any, with the lowest priority
// the system gives, and ends when it is told to.

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <stop_token>
#include <thread>

namespace interregio {

class BackgroundWorker {
  public:
    /// Does the work. Returns early when stop is requested. What it throws goes to `failed`, and the work is tried
    /// again after thirty times the pause.
    using Work = std::function<void(const std::stop_token&)>;
    using Failed = std::function<void(const std::exception&)>;

    /// Begins at once; waits `pause` between the end of a piece of work and the next beginning.
    BackgroundWorker(std::chrono::milliseconds pause, Work work, Failed failed);
    /// Requests stop and waits until the work has returned.
    ~BackgroundWorker();
    BackgroundWorker(const BackgroundWorker&) = delete;
    BackgroundWorker& operator=(const BackgroundWorker&) = delete;

  private:
    void run(const std::stop_token& stop);

    std::chrono::milliseconds pause_;
    Work work_;
    Failed failed_;
    std::mutex mutex_;
    std::condition_variable_any stopped_;
    std::jthread thread_; ///< the last member: ends first
};

} // namespace interregio
