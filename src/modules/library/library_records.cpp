// Storage of the kinds of this module; see modules/record/record_templates.h.
#include "modules/library/library_item.h"
#include "modules/record/record_templates.h"

namespace interregio {

INTERREGIO_INSTANTIATE_RECORD(Image);
INTERREGIO_INSTANTIATE_RECORD(Document);

} // namespace interregio
