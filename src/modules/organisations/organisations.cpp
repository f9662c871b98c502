#include "modules/organisations/organisations.h"

namespace interregio {

bool held_on(const Appointment& appointment, const PartialDate& date) {
    if (appointment.from && appointment.from->first_day() > date.last_day()) return false;
    return !appointment.until || appointment.until->last_day() >= date.first_day();
}

const Appointment* function_on(const Person& person, std::optional<Id<Organisation>> organisation,
                               const PartialDate& date) {
    const Appointment* best = nullptr;
    for (const Appointment& appointment : person.appointments) {
        if (organisation && appointment.organisation != *organisation) continue;
        if (!held_on(appointment, date)) continue;
        const bool later = best != nullptr && appointment.from && (!best->from || *best->from < *appointment.from);
        if (best == nullptr || later) best = &appointment;
    }
    return best;
}

} // namespace interregio
