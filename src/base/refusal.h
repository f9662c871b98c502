#pragma once
// Refusal: an expected "no", as a message key with arguments. It is put into words only where it is shown, in the
// reader's language (platform/locale/catalogue.h). The keys are in locales/*.po.

#include <string>
#include <utility>
#include <vector>

namespace interregio {

struct Refusal {
    using Arguments = std::vector<std::pair<std::string, std::string>>;

    std::string key;     ///< for example "refusal.date.no_such_day"
    Arguments arguments; ///< values for the {placeholders} of the message

    friend bool operator==(const Refusal&, const Refusal&) = default;
};

} // namespace interregio
