#pragma once
// The YAML files of a record folder: record.yaml and what it includes (docs/record-format.md).

#include "modules/exchange/folder.h"
#include "modules/record/problem.h"

#include <vector>

namespace interregio {

inline constexpr std::string_view record_format = "interregio-record/1";
inline constexpr std::string_view main_file = "record.yaml";

struct RecordFile {
    std::string name;
    yaml::Node root; ///< a mapping
};

/// Reads record.yaml and every file of its `include` list, each once, in that order. What is wrong is added to
/// `problems`; the files that could be read are given all the same, so that their problems are found too.
[[nodiscard]] std::vector<RecordFile> read_record_files(const Folder& folder, std::vector<Problem>& problems);

} // namespace interregio
