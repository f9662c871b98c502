#pragma once
// All kinds of records as types, for what is done to each of them.

#include "modules/activities/activity_rules.h"
#include "modules/library/library_rules.h"
#include "modules/organisations/organisation_rules.h"
#include "modules/partnerships/partnership_rules.h"

#include <tuple>
#include <utility>

namespace interregio {

/// Calls action.operator()<T>() for each kind, in an order in which the site comes first (addresses need its
/// languages).
template <class Action> void for_each_kind(Action&& action) {
    [&]<class... T>(std::type_identity<std::tuple<T...>>) {
        (action.template operator()<T>(), ...);
    }(std::type_identity<std::tuple<Site, Place, Source, Organisation, Person, Image, Document, FieldOfAction,
                                    Partnership, Series, Agreement, Activity>>{});
}

/// One T of something for each kind: std::get<std::vector<Activity>>(tuple).
template <template <class> class Holder>
using ForAllKinds = std::tuple<Holder<Site>, Holder<Place>, Holder<Source>, Holder<Organisation>, Holder<Person>,
                               Holder<Image>, Holder<Document>, Holder<FieldOfAction>, Holder<Partnership>,
                               Holder<Series>, Holder<Agreement>, Holder<Activity>>;

} // namespace interregio
