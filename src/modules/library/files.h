#pragma once
// Taking in a file: what it really is, and what the record keeps of it.

#include "modules/record/description.h"

#include <cstddef>
#include <expected>
#include <span>
#include <string>

namespace interregio {

/// Looks at the bytes of a picture or document (platform/media/media.h, whose refusals get {file}, its name). `name` is
/// what readers get it under.
[[nodiscard]] std::expected<FileContent, Refusal> look_at_file(std::string name, std::span<const std::byte> bytes,
                                                               FileKind kind);

} // namespace interregio
