// Storage of the kinds of this module; see modules/record/record_templates.h.
#include "modules/activities/activity_counts.h"
#include "modules/record/record_templates.h"

namespace interregio {

INTERREGIO_INSTANTIATE_RECORD(Series);
INTERREGIO_INSTANTIATE_RECORD(Activity);

} // namespace interregio
