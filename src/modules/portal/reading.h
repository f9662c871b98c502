#pragma once
// What every page is read with: who reads, in which language, from which state of the record. All reading of the public
// portal is in this folder, so that what somebody may see is decided here, when it is loaded, and never in a view.

#include "base/language.h"
#include "platform/db/database.h"

namespace interregio::portal {

struct Reading {
    db::Connection& connection; ///< in a read transaction: one page shows one state of the record
    Language language;          ///< the reader's
};

} // namespace interregio::portal
