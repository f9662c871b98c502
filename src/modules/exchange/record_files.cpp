#include "modules/exchange/record_files.h"

#include <algorithm>
#include <optional>

#include <set>

namespace interregio {
namespace {

constexpr std::size_t max_yaml_file_bytes = 64U << 20;       // one file
constexpr std::size_t max_yaml_bytes = std::size_t{2} << 30; // all files of a folder
constexpr std::size_t max_included_files = 10'000;

class Reader {
  public:
    Reader(const Folder& folder, std::vector<Problem>& problems) : folder_(folder), problems_(problems) {}

    /// Nothing when the file has problems.
    std::optional<RecordFile> read(const std::string& name, const Problem& named_by) {
        const auto text = folder_.read(name, std::min(max_yaml_file_bytes, max_yaml_bytes - bytes_));
        if (!text) {
            problems_.push_back({named_by.file, named_by.mark, named_by.path, text.error()});
            return std::nullopt;
        }
        bytes_ += text->size();
        auto root = yaml::parse(*text);
        if (!root) {
            problems_.push_back({name, root.error().mark, {}, root.error().refusal});
            return std::nullopt;
        }
        if (root->kind != yaml::NodeKind::mapping) {
            problems_.push_back({name, root->mark, {}, {"refusal.tree.mapping_expected", {}}});
            return std::nullopt;
        }
        return RecordFile{name, std::move(*root)};
    }

  private:
    const Folder& folder_;
    std::vector<Problem>& problems_;
    std::size_t bytes_ = 0;
};

void check_format(const RecordFile& file, std::vector<Problem>& problems) {
    const yaml::Member* format = file.root.find("format");
    if (format != nullptr && format->value.scalar == record_format) return;
    problems.push_back(
        {file.name,
         format != nullptr ? format->value.mark : file.root.mark,
         "format",
         {"refusal.folder.format",
          {{"found", format != nullptr ? format->value.scalar : ""}, {"allowed", std::string(record_format)}}}});
}

} // namespace

std::vector<RecordFile> read_record_files(const Folder& folder, std::vector<Problem>& problems) {
    std::vector<RecordFile> files;
    Reader reader(folder, problems);
    auto main = reader.read(std::string(main_file), {.file = std::string(main_file)});
    if (!main) return files;
    check_format(*main, problems);
    files.push_back(std::move(*main));

    const yaml::Member* include = files.front().root.find("include");
    if (include == nullptr || include->value.kind == yaml::NodeKind::null) return files;
    if (include->value.kind != yaml::NodeKind::sequence || include->value.items.size() > max_included_files) {
        problems.push_back(
            {std::string(main_file), include->value.mark, "include", {"refusal.tree.list_expected", {}}});
        return files;
    }
    std::set<std::string> seen{std::string(main_file)};
    const yaml::Node list = include->value; // `files` moves when it grows
    for (std::size_t i = 0; i < list.items.size(); ++i) {
        const yaml::Node& item = list.items[i];
        const Problem here{std::string(main_file), item.mark, "include[" + std::to_string(i) + "]", {}};
        if (item.kind != yaml::NodeKind::scalar) {
            problems.push_back({here.file, here.mark, here.path, {"refusal.tree.value_expected", {}}});
        } else if (!seen.insert(item.scalar).second) {
            problems.push_back({here.file, here.mark, here.path, {"refusal.list.twice", {{"found", item.scalar}}}});
        } else if (auto file = reader.read(item.scalar, here)) {
            files.push_back(std::move(*file));
        }
    }
    return files;
}

} // namespace interregio
