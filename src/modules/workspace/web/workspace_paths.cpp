#include "modules/workspace/web/workspace_paths.h"

#include <vector>

namespace interregio::workspace::web {
namespace {

std::vector<std::string> beginnings_of_links() {
    std::vector<std::string> list;
    for (const Language language : Catalogue::spoken())
        list.push_back(WorkspacePaths(*Catalogue::find(language)).link(""));
    return list;
}

} // namespace

std::string path_for_log(std::string_view path) {
    static const std::vector<std::string> beginnings = beginnings_of_links();
    for (const std::string& beginning : beginnings)
        if (path.starts_with(beginning)) return beginning + "…";
    return std::string(path);
}

} // namespace interregio::workspace::web
