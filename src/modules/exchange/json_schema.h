#pragma once
// The JSON Schema (draft 2020-12) of a record folder's YAML files, made from the descriptions of the kinds.

#include <string>

namespace interregio {

/// The schema as indented JSON: what docs/record.schema.json holds.
[[nodiscard]] std::string json_schema();

} // namespace interregio
