#pragma once
// The threads that do what takes long, so that those with the connections need not. Internal to platform/http. Safe
// from any thread.

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <stop_token>
#include <thread>
#include <vector>

namespace interregio::http {

class SlowPool {
  public:
    enum class Fate { begun, dropped };
    /// Called once: with `begun` on a thread of the pool, or with `dropped` by drop_waiting(). Must not throw.
    using Job = std::function<void(Fate)>;

    /// At most `most_waiting` jobs wait while all threads are busy. The threads have lower priority than those that
    /// serve, where the system allows it. Throws std::system_error when a thread cannot be started.
    SlowPool(unsigned threads, std::size_t most_waiting);
    /// Waits for the job that runs; nothing may be waiting any more (asserted).
    ~SlowPool();
    SlowPool(const SlowPool&) = delete;
    SlowPool& operator=(const SlowPool&) = delete;

    /// Takes a job, first come, first served; false when too many wait. Asserts that there are threads.
    [[nodiscard]] bool submit(Job job);
    /// Drops the jobs that have not begun.
    void drop_waiting();

  private:
    void run(const std::stop_token& stop);

    std::mutex mutex_; ///< of the next three
    std::condition_variable_any more_;
    std::deque<Job> waiting_;
    std::size_t running_ = 0;
    std::size_t most_;                  ///< jobs that run or wait
    std::vector<std::jthread> threads_; ///< the last member: ends first
};

} // namespace interregio::http
