#pragma once
// Public answers, kept ready: made once, compressed once, given from memory until something they were made from
// changes. A change drops just the answers that show it; the next reader gets the new one; nothing is made twice at the
// same time (docs/adr/0014-answers-kept-by-what-they-were-made-from.md). Safe from any thread.

#include "base/clock.h"
#include "modules/publishing/kept_answer.h"
#include "platform/db/database.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <variant>

namespace interregio {

class AnswerCache {
  public:
    struct Options {
        std::size_t most_bytes = 64 * 1024 * 1024;   ///< of bodies in all codings; what was not asked for longest goes
        std::function<void(http::Response&)> finish; ///< adds headers that every answer has, once
    };
    /// For numbers that are shown to operators; each is right by itself.
    struct Statistics {
        std::uint64_t hits = 0;
        std::uint64_t misses = 0;    ///< made
        std::uint64_t joined = 0;    ///< waited for one that was being made
        std::uint64_t dropped = 0;   ///< because of changes
        std::uint64_t displaced = 0; ///< for lack of room
        std::size_t answers = 0;
        std::size_t bytes = 0;
    };
    /// An answer worth keeping, or a response that is given once: redirects, "not found". Not one that is made later
    /// (asserted): its work would outlive the connection.
    using Made = std::variant<Publication, http::Response>;
    /// Reads through the connection, which sees one state of the record and notes what was read.
    using Make = std::function<Made(db::Connection&)>;

    /// Database and clock must live as long as the cache.
    AnswerCache(db::Database& database, const Clock& clock, Options options);
    ~AnswerCache();
    AnswerCache(const AnswerCache&) = delete;
    AnswerCache& operator=(const AnswerCache&) = delete;

    /// The answer kept for the address of a request, if there is one: what most requests need, without routing.
    [[nodiscard]] std::optional<http::Response> find(const http::Request& request);

    /// The answer to a request, made if need be. `host` is part of what an answer is kept by where its contents name
    /// the host; find() does not give those. What `make` throws passes through.
    [[nodiscard]] http::Response answer(const http::Request& request, const Make& make, std::string_view host = {});

    /// Drops what was made from a record, where something changed that is not in the journal: pictures that were made
    /// ready.
    void drop(const Uuid& record);

    [[nodiscard]] Statistics statistics() const;

  private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace interregio
