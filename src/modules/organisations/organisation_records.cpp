// Storage of the kinds of this module; see modules/record/record_templates.h.
#include "modules/organisations/organisation.h"
#include "modules/record/record_templates.h"

namespace interregio {

INTERREGIO_INSTANTIATE_RECORD(Source);
INTERREGIO_INSTANTIATE_RECORD(Place);
INTERREGIO_INSTANTIATE_RECORD(Organisation);
INTERREGIO_INSTANTIATE_RECORD(Person);

} // namespace interregio
