#include "app/database_health.h"

#include "base/embedded_file.h"
#include "modules/journal/journal.h"
#include "platform/db/migrations.h"

#include <chrono>
#include <optional>
#include <string>

namespace interregio {
namespace {

using metrics::Finding;
using metrics::Health;
using Steady = std::chrono::steady_clock;

constexpr std::uint64_t enough_space = 256ULL * 1024 * 1024;
constexpr std::chrono::seconds writers_wait{10}; // for a lock, as platform/db has it

Finding check_reading(db::Database& database) {
    const auto reader = database.read();
    (void)last_sequence(*reader);
    return {};
}

Finding check_schema(db::Database& database) {
    const auto version = db::check_version(database, embedded::migrations::files());
    if (version) return {};
    const std::string& key = version.error().key;
    return {Health::degraded, key.substr(key.rfind('.') + 1), "the database was migrated by another program"};
}

/// An import keeps the lock as long as it writes; that is no trouble until others would give up.
class CheckWriting {
  public:
    explicit CheckWriting(const db::DatabaseDisk& disk) : disk_(disk) {}

    Finding operator()() {
        const db::WriteProbe probe = disk_.probe_writing();
        if (probe.writing != db::Writing::locked) locked_since_.reset();
        switch (probe.writing) {
        case db::Writing::possible:
            return {};
        case db::Writing::locked:
            if (!locked_since_) locked_since_ = Steady::now();
            if (Steady::now() - *locked_since_ < writers_wait) return {};
            return {Health::degraded, "locked", probe.detail};
        case db::Writing::read_only:
            return {Health::degraded, "read_only", probe.detail};
        case db::Writing::full:
            return {Health::degraded, "full", probe.detail};
        case db::Writing::failed:
            break;
        }
        return {Health::degraded, "failed", probe.detail};
    }

  private:
    const db::DatabaseDisk& disk_;
    std::optional<Steady::time_point> locked_since_;
};

Finding check_space(const db::DatabaseDisk& disk) {
    const auto free_bytes = disk.storage().free_bytes;
    if (!free_bytes || *free_bytes >= enough_space) return {};
    return {Health::degraded, "low", std::to_string(*free_bytes) + " bytes left"};
}

} // namespace

void add_database_health(db::Database& database, const db::DatabaseDisk& disk, metrics::HealthChecks& health,
                         metrics::Registry& registry) {
    health.add("database.read", [&database] { return check_reading(database); });
    health.add("database.schema", [&database] { return check_schema(database); });
    health.add("database.write", CheckWriting(disk));
    health.add("disk.space", [&disk] { return check_space(disk); });
    registry.ask_gauge("interregio_database_bytes", "The database on the disk, with its log.",
                       [&disk] { return static_cast<double>(disk.storage().bytes); });
    registry.ask_gauge("interregio_disk_free_bytes", "Space left on the disk of the database.",
                       [&disk] { return static_cast<double>(disk.storage().free_bytes.value()); });
    registry.ask_gauge("interregio_journal_sequence", "Number of the last change of the record.", [&database] {
        const auto reader = database.read();
        return static_cast<double>(last_sequence(*reader));
    });
}

} // namespace interregio
