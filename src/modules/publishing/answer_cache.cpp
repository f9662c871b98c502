#include "modules/publishing/answer_cache.h"

#include "base/assert.h"
#include "modules/journal/journal.h"
#include "modules/publishing/affected.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <future>
#include <list>
#include <mutex>
#include <shared_mutex>
#include <unordered_map>

namespace interregio {
namespace {

/// After so many changes at once, all answers are dropped unseen: looking at each change would take longer.
constexpr std::int64_t many_changes = 1000;
constexpr std::size_t bytes_around_an_answer = 300; ///< of the containers, roughly

using Answer = std::shared_ptr<const KeptAnswer>;

/// Path and query as they were asked for.
std::string key_of(const http::Request& request, std::string_view host) {
    std::string key(host);
    key += request.path;
    for (const auto& [name, value] : request.query.pairs()) key.append("\n").append(name).append("=").append(value);
    return key;
}

/// What the answers that are kept were made from at most: how the world stood when it was last looked at.
struct Known {
    std::optional<std::uint64_t> version; ///< of the database; nothing when it has to be asked each time
    std::chrono::sys_days day{};          ///< decides who holds which function today
    JournalMark mark;
};

struct Entry {
    std::string key;
    Answer answer;
    std::atomic<bool> wanted = false; ///< again, since it was made or since the last search for room
};

/// An answer that is being made; others wait for it. Gives nullptr when it was not worth keeping or failed.
struct Flight {
    std::optional<std::uint64_t> version;
    std::promise<Answer> promise;
    std::shared_future<Answer> answer = promise.get_future().share();
};

} // namespace

struct AnswerCache::State {
    State(db::Database& given_database, const Clock& given_clock, Options given_options)
        : database(given_database), clock(given_clock), options(std::move(given_options)) {}

    [[nodiscard]] std::chrono::sys_days today() const { return std::chrono::floor<std::chrono::days>(clock.now()); }

    /// True when nothing has happened since the world was last looked at. Under either mutex.
    [[nodiscard]] bool current(std::optional<std::uint64_t> version) const {
        return version && version == known.version && today() == known.day;
    }

    enum class Trust { if_current, as_refreshed };

    Answer look_up(const std::string& key, Trust trust) {
        const std::shared_lock lock(mutex);
        if (trust == Trust::if_current && !current(database.version())) return nullptr;
        const auto found = by_key.find(key);
        if (found == by_key.end()) return nullptr;
        Entry& entry = *found->second;
        if (!entry.wanted.load(std::memory_order_relaxed)) entry.wanted.store(true, std::memory_order_relaxed);
        return entry.answer;
    }

    /// Looks at the world: drops what was made from something that has changed since.
    void refresh() {
        const std::scoped_lock one_at_a_time(refresh_mutex);
        // Asked before reading: what is committed in between is looked at again.
        Known next{database.version(), today(), {}};
        if (current(next.version)) return;
        const auto reader = database.read();
        next.mark = last_mark(*reader);
        const bool beyond_telling = next.day != known.day || !holds(*reader, known.mark) ||
                                    next.mark.sequence - known.mark.sequence > many_changes;
        std::vector<JournalEntry> changes;
        if (!beyond_telling && next.mark != known.mark)
            changes = entries_after(*reader, known.mark.sequence, many_changes);

        const std::scoped_lock lock(mutex);
        if (beyond_telling)
            drop_all();
        else if (!changes.empty())
            drop_affected(changes);
        known = next;
    }

    void drop_all() {
        statistics.dropped += entries.size();
        by_key.clear();
        entries.clear();
        bytes = 0;
    }

    void drop_affected(const std::vector<JournalEntry>& changes) {
        const Affected affected(changes);
        drop_if([&](const Entry& entry) { return affected.by(entry.answer->made_from()); });
    }

    template <class Condition> void drop_if(const Condition& condition) {
        for (auto entry = entries.begin(); entry != entries.end();) {
            const auto next = std::next(entry);
            if (condition(*entry)) {
                ++statistics.dropped;
                erase(entry);
            }
            entry = next;
        }
    }

    void erase(std::list<Entry>::iterator entry) {
        bytes -= cost(*entry);
        by_key.erase(entry->key);
        entries.erase(entry);
    }

    static std::size_t cost(const Entry& entry) {
        return entry.answer->bytes() + entry.key.size() + bytes_around_an_answer;
    }

    /// `seen` is the last change that the maker of the answer saw. What was made from an older state than the known one
    /// is not kept.
    void keep(const std::string& key, const Answer& answer, const JournalMark& seen, std::chrono::sys_days day) {
        if (answer->bytes() > options.most_bytes) return; // and what is kept stays
        const std::scoped_lock lock(mutex);
        if (day != known.day || seen.sequence < known.mark.sequence) return;
        if (const auto old = by_key.find(key); old != by_key.end()) erase(old->second);
        Entry& entry = entries.emplace_front();
        entry.key = key;
        entry.answer = answer;
        by_key.emplace(entry.key, entries.begin());
        bytes += cost(entry);
        make_room();
    }

    /// The longest kept goes; what was wanted again gets a second chance at the front.
    void make_room() {
        while (bytes > options.most_bytes && !entries.empty()) {
            const auto last = std::prev(entries.end());
            if (last->wanted.exchange(false) && entries.size() > 1) {
                entries.splice(entries.begin(), entries, last);
            } else {
                ++statistics.displaced;
                erase(last);
            }
        }
    }

    /// Joins the making of the same answer, or begins it.
    std::pair<std::shared_ptr<Flight>, bool> board(const std::string& key) {
        const std::scoped_lock lock(flights_mutex);
        const auto version = database.version();
        auto& flight = flights[key];
        if (flight && version && flight->version == version) return {flight, false};
        flight = std::make_shared<Flight>();
        flight->version = version;
        return {flight, true};
    }

    void land(const std::string& key, const std::shared_ptr<Flight>& flight, const Answer& answer) {
        {
            const std::scoped_lock lock(flights_mutex);
            const auto found = flights.find(key);
            if (found != flights.end() && found->second == flight) flights.erase(found);
        }
        flight->promise.set_value(answer);
    }

    /// The answer to keep, or what is given once.
    std::variant<Answer, http::Response> make(const std::string& key, const Make& make) {
        const auto day = today();
        // Asked first: what is committed in between is looked at again.
        const auto seen = last_mark(*database.read());
        const auto reader = database.read_as(db::Viewer::anyone());
        db::ReadSet reads;
        reader->note_reads(&reads);
        auto made = make(*reader);
        reader->note_reads(nullptr);
        if (auto* response = std::get_if<http::Response>(&made)) {
            INTERREGIO_ASSERT(!response->work, "what is made later is made beside the cache: it reads no connection");
            return std::move(*response);
        }
        auto answer = std::make_shared<const KeptAnswer>(std::move(std::get<Publication>(made)), std::move(reads),
                                                         options.finish);
        keep(key, answer, seen, day);
        return answer;
    }

    db::Database& database;
    const Clock& clock;
    Options options;

    std::mutex refresh_mutex; ///< taken before the other one
    std::shared_mutex mutex;  ///< of all below
    Known known;              ///< written under both
    std::list<Entry> entries; ///< the last made, or wanted again, first
    std::unordered_map<std::string_view, std::list<Entry>::iterator> by_key;
    std::size_t bytes = 0;
    Statistics statistics;
    std::atomic<std::uint64_t> hits = 0;
    std::atomic<std::uint64_t> joined = 0;
    std::atomic<std::uint64_t> misses = 0;

    std::mutex flights_mutex;
    std::unordered_map<std::string, std::shared_ptr<Flight>> flights;
};

AnswerCache::AnswerCache(db::Database& database, const Clock& clock, Options options)
    : state_(std::make_unique<State>(database, clock, std::move(options))) {}

AnswerCache::~AnswerCache() = default;

std::optional<http::Response> AnswerCache::find(const http::Request& request) {
    if (request.method != http::Method::get && request.method != http::Method::head) return std::nullopt;
    const Answer kept = state_->look_up(key_of(request, {}), State::Trust::if_current);
    if (!kept) return std::nullopt;
    state_->hits.fetch_add(1, std::memory_order_relaxed);
    return kept->response(request);
}

http::Response AnswerCache::answer(const http::Request& request, const Make& make, std::string_view host) {
    const std::string key = key_of(request, host);
    state_->refresh();
    if (const Answer kept = state_->look_up(key, State::Trust::as_refreshed)) {
        state_->hits.fetch_add(1, std::memory_order_relaxed);
        return kept->response(request);
    }
    const auto [flight, own] = state_->board(key);
    if (!own) {
        state_->joined.fetch_add(1, std::memory_order_relaxed);
        if (const Answer made = flight->answer.get()) return made->response(request);
    }
    state_->misses.fetch_add(1, std::memory_order_relaxed);
    try {
        auto made = state_->make(key, make);
        Answer* const answer = std::get_if<Answer>(&made);
        if (own) state_->land(key, flight, answer != nullptr ? *answer : nullptr);
        if (answer != nullptr) return (*answer)->response(request);
        return std::get<http::Response>(std::move(made));
    } catch (...) {
        if (own) state_->land(key, flight, nullptr);
        throw;
    }
}

void AnswerCache::drop(const Uuid& record) {
    const std::scoped_lock lock(state_->mutex);
    state_->drop_if([&](const Entry& entry) { return entry.answer->made_from().contains(record); });
}

AnswerCache::Statistics AnswerCache::statistics() const {
    const std::shared_lock lock(state_->mutex);
    Statistics numbers = state_->statistics;
    numbers.hits = state_->hits.load();
    numbers.misses = state_->misses.load();
    numbers.joined = state_->joined.load();
    numbers.answers = state_->entries.size();
    numbers.bytes = state_->bytes;
    return numbers;
}

} // namespace interregio
