#include "platform/http/slow_pool.h"

#include "base/assert.h"

#include <utility>

#include <sys/resource.h>

namespace interregio::http {
namespace {

constexpr int niceness = 10; ///< above that of pages, below that of pictures

} // namespace

SlowPool::SlowPool(unsigned threads, std::size_t most_waiting) : most_(threads + most_waiting) {
    for (unsigned index = 0; index < threads; ++index)
        threads_.emplace_back([this](const std::stop_token& stop) { run(stop); });
}

SlowPool::~SlowPool() {
    const std::scoped_lock lock(mutex_);
    INTERREGIO_ASSERT(waiting_.empty(), "whoever waits for a job outlives it");
}

bool SlowPool::submit(Job job) {
    INTERREGIO_ASSERT(!threads_.empty(), "a server that answers later has slow threads");
    {
        const std::scoped_lock lock(mutex_);
        if (running_ + waiting_.size() >= most_) return false;
        waiting_.push_back(std::move(job));
    }
    more_.notify_one();
    return true;
}

void SlowPool::drop_waiting() {
    std::deque<Job> dropped;
    {
        const std::scoped_lock lock(mutex_);
        dropped.swap(waiting_);
    }
    for (const Job& job : dropped) job(Fate::dropped);
}

void SlowPool::run(const std::stop_token& stop) {
    // On Linux this is the priority of the thread (setpriority(2), notes). Not getting it is no reason not to work.
    (void)setpriority(PRIO_PROCESS, 0, niceness);
    std::unique_lock lock(mutex_);
    while (more_.wait(lock, stop, [this] { return !waiting_.empty(); })) {
        const Job job = std::move(waiting_.front());
        waiting_.pop_front();
        ++running_;
        lock.unlock();
        job(Fate::begun);
        lock.lock();
        --running_;
    }
}

} // namespace interregio::http
