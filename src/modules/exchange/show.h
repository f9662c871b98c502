#pragma once
// One record as YAML, as it stands or as it stood.

#include "base/record_kind.h"
#include "base/refusal.h"
#include "platform/db/database.h"

#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <string_view>

namespace interregio {

/// The record with that key or id, in the words of the exchange format (references by key, where they still have one),
/// after the journal entry `sequence`, or now. A removed record is found by its id. Refusals "refusal.show.none"
/// {found, kind} and "refusal.show.none_then" {found, sequence}.
[[nodiscard]] std::expected<std::string, Refusal> show_record(db::Connection& connection, RecordKind kind,
                                                              std::string_view key_or_id,
                                                              std::optional<std::int64_t> sequence);

} // namespace interregio
