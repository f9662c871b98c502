#pragma once
// Rules between the fields of a record, beyond what its description says of each. Every kind has an overload of
// check_rules() in its module (*_rules.h); it reports all that is wrong and changes nothing.

#include "base/refusal.h"
#include "modules/record/description.h"

#include <chrono>
#include <functional>

namespace interregio {

struct RuleContext {
    std::chrono::year_month_day today;
    std::vector<Language> spoken; ///< languages the program has an interface catalogue for
    /// Takes the path inside the record ("participants[0].number") and what is wrong there.
    std::function<void(std::string, Refusal)> report;
};

/// "participants[0].number"
[[nodiscard]] inline std::string row_path(std::string_view list, std::size_t index, std::string_view field) {
    return std::string(list) + "[" + std::to_string(index) + "]" + (field.empty() ? "" : "." + std::string(field));
}

/// Reports a value that lies after today: what is said to have happened cannot.
void refuse_future(const RuleContext& context, const std::string& path, const PartialDate& date);

/// Reports two dates in the wrong order.
void refuse_disorder(const RuleContext& context, const std::string& path, const std::optional<PartialDate>& from,
                     const std::optional<PartialDate>& until);

} // namespace interregio
