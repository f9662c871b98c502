// Storage of the kinds of this module; see modules/record/record_templates.h.
#include "modules/partnerships/partnership.h"
#include "modules/record/record_templates.h"

namespace interregio {

INTERREGIO_INSTANTIATE_RECORD(FieldOfAction);
INTERREGIO_INSTANTIATE_RECORD(Partnership);
INTERREGIO_INSTANTIATE_RECORD(Agreement);
INTERREGIO_INSTANTIATE_RECORD(Site);

} // namespace interregio
