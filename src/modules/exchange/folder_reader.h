#pragma once
// Reading a whole record folder into values: every problem of every file, or all the records.

#include "modules/exchange/key_index.h"
#include "modules/kinds/kinds.h"

namespace interregio {

/// A record read from a file, and where it stood.
template <class T> struct ReadRecord {
    T record;
    std::size_t file = 0; ///< index into FolderContents::file_names
    yaml::Mark mark;
    std::string path; ///< "activities[3]"
};
template <class T> using ReadRecords = std::vector<ReadRecord<T>>;

/// A picture or document of the folder.
struct ReadFile {
    FileContent content;
    std::string path; ///< below the folder
};

struct FolderContents {
    std::vector<std::string> file_names;
    ForAllKinds<ReadRecords> records; ///< with their ids
    std::vector<ReadFile> files;      ///< each content once
};

/// What reading reports while it runs: which step, and how much of it is done.
using Progress = std::function<void(std::string_view step, std::size_t done, std::size_t total)>;

/// Reads and checks everything: syntax, fields, references, pictures and documents, rules. `index` holds what the
/// database knows and learns what the folder adds. Gives all problems, in the order of files and lines, when there are
/// any. Step names are message keys "import.step.*".
[[nodiscard]] std::expected<FolderContents, std::vector<Problem>>
read_folder(const std::filesystem::path& path, KeyIndex& index, const std::vector<Language>& spoken, const Clock& clock,
            const Progress& progress);

} // namespace interregio
