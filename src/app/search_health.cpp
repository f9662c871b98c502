#include "app/search_health.h"

namespace interregio {

void add_search_health(const search::SearchIndex& index, metrics::HealthChecks& health, metrics::Registry& registry) {
    health.add("search", [&index]() -> metrics::Finding {
        if (index.ready()) return {};
        return {metrics::Health::degraded, "not_ready", "the record has not been read for the search yet"};
    });
    registry.ask_gauge("interregio_search_records", "Records that the search finds.",
                       [&index] { return static_cast<double>(index.size().records); });
    registry.ask_gauge("interregio_search_bytes", "Memory of the search index.",
                       [&index] { return static_cast<double>(index.size().bytes); });
}

} // namespace interregio
