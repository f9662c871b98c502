#pragma once
// What is checked and shown of the database and its disk.

#include "platform/db/database_disk.h"
#include "platform/metrics/health.h"
#include "platform/metrics/metrics.h"

namespace interregio {

/// Adds the checks
///   database.read    unavailable "failed": the record cannot be read
///   database.schema  degraded, the last word of the refusal: another program has migrated it ("newer")
///   database.write   degraded "locked" (for longer than writers wait), "read_only", "full", "failed"
///   disk.space       degraded "low": less than 256 MiB are left
/// and the numbers interregio_database_bytes, interregio_disk_free_bytes, interregio_journal_sequence. Database and
/// disk must outlive both.
void add_database_health(db::Database& database, const db::DatabaseDisk& disk, metrics::HealthChecks& health,
                         metrics::Registry& registry);

} // namespace interregio
