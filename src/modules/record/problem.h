#pragma once
// What is wrong with a file that somebody wrote, and exactly where.

#include "base/refusal.h"
#include "platform/yaml/node.h"

#include <string>

namespace interregio {

struct Problem {
    std::string file; ///< below the folder, with '/'
    yaml::Mark mark;  ///< line 0 where the whole file is meant
    std::string path; ///< inside the document: "activities[3].participants[0].age_from"
    Refusal refusal;  ///< says what was found ({found}) and what is allowed ({allowed})
};

} // namespace interregio
