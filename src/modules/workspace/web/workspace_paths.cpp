#include "modules/workspace/web/workspace_paths.h"

#include <vector>

namespace interregio::workspace::web {
namespace {

/// "/passwort-festlegen/" and so on: whatever language stands before, somebody may have changed it by hand.
std::vector<std::string> marks_of_links() {
    std::vector<std::string> list;
    for (const Language language : Catalogue::spoken())
        list.push_back("/" + Catalogue::find(language)->text("path.link") + "/");
    return list;
}

} // namespace

std::string path_for_log(std::string_view path) {
    static const std::vector<std::string> marks = marks_of_links();
    for (const std::string& mark : marks)
        if (const auto found = path.find(mark); found != std::string_view::npos)
            return std::string(path.substr(0, found)) + mark + "…";
    return std::string(path);
}

} // namespace interregio::workspace::web
