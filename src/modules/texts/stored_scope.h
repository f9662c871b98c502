#pragma once
// Scopes as two columns: the kind of record, and its id.

#include "base/record_kind.h"
#include "base/visibility.h"
#include "platform/db/stored_values.h"

#include <string>
#include <string_view>

namespace interregio {

[[nodiscard]] inline std::string_view kind_of_scope(const Scope& scope) {
    return name_of(std::holds_alternative<Id<Organisation>>(scope) ? RecordKind::organisation
                                                                   : RecordKind::partnership);
}
[[nodiscard]] inline std::string id_of_scope(const Scope& scope) {
    return std::visit([](const auto& id) { return id.text(); }, scope);
}
[[nodiscard]] inline Visibility stored_scope(std::string_view kind, std::string_view id) {
    if (kind == name_of(RecordKind::organisation)) return {Id<Organisation>(db::stored_uuid(id))};
    if (kind == name_of(RecordKind::partnership)) return {Id<Partnership>(db::stored_uuid(id))};
    db::unreadable(kind);
}

} // namespace interregio
