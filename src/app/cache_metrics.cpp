#include "app/cache_metrics.h"

namespace interregio {
namespace {

using Statistics = AnswerCache::Statistics;

struct Shown {
    const char* result;
    std::uint64_t Statistics::* count;
};

} // namespace

void add_cache_metrics(portal::web::Portal& portal, metrics::Registry& registry) {
    for (const Shown& shown :
         {Shown{"hit", &Statistics::hits}, Shown{"made", &Statistics::misses}, Shown{"joined", &Statistics::joined}})
        registry.ask_counter(
            "interregio_cache_requests_total", "Requests for answers that are kept: given, made, waited for.",
            [&portal, count = shown.count] { return static_cast<double>(portal.answers().statistics().*count); },
            {{"result", shown.result}});
    for (const Shown& shown : {Shown{"change", &Statistics::dropped}, Shown{"room", &Statistics::displaced}})
        registry.ask_counter(
            "interregio_cache_evictions_total", "Kept answers let go, because of a change or for lack of room.",
            [&portal, count = shown.count] { return static_cast<double>(portal.answers().statistics().*count); },
            {{"reason", shown.result}});
    registry.ask_gauge("interregio_cache_answers", "Answers kept in memory.",
                       [&portal] { return static_cast<double>(portal.answers().statistics().answers); });
    registry.ask_gauge("interregio_cache_bytes", "Bytes of the answers kept in memory, in all codings.",
                       [&portal] { return static_cast<double>(portal.answers().statistics().bytes); });
}

} // namespace interregio
