#pragma once
// What every page is read with: in which language, from which state of the record, and as whom: the connection has only
// what the reader may see (platform/db/sight.h).

#include "base/language.h"
#include "platform/db/database.h"

namespace interregio::portal {

struct Reading {
    db::Connection& connection; ///< in a read transaction: one page shows one state of the record
    Language language;          ///< the reader's
};

} // namespace interregio::portal
