#pragma once
// What viewers see of the record: views in front of its tables, made from the descriptions of the kinds.
//
// Who may not see a record sees no row of it, none of its texts, addresses and files, no reference to it, and no row
// that cannot be without that reference; what counts activities counts those that are public. Where a reference is
// optional it is empty. An entry of the journal shows what it changed to those who may see the record before and after
// and each text in it (docs/adr/0028-what-a-reader-may-not-see-is-not-in-the-connection.md).

#include "platform/db/sight.h"

namespace interregio {

/// For Database::look_through().
[[nodiscard]] db::Sights sights_of_the_record();

} // namespace interregio
