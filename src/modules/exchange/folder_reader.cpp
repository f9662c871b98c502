#include "modules/exchange/folder_reader.h"

#include "modules/exchange/node_at.h"
#include "modules/library/files.h"
#include "modules/record/record_reader.h"
#include "platform/media/credit.h"
#include "platform/media/media.h"

#include <algorithm>
#include <set>
#include <unordered_set>

namespace interregio {
namespace {

std::span<const std::byte> bytes_of(const std::string& text) {
    return std::as_bytes(std::span(text.data(), text.size()));
}

/// Pictures and documents, each read and looked at once.
class MediaFiles {
  public:
    explicit MediaFiles(const Folder& folder) : folder_(folder) {}

    std::expected<FileContent, Refusal> read(const std::string& path, FileKind kind) {
        const std::string name = path.substr(path.rfind('/') + 1);
        const auto bytes = folder_.read(path, largest_media_file);
        if (!bytes) return std::unexpected(bytes.error());
        auto content = look_at_file(name, bytes_of(*bytes), kind);
        if (!content) {
            content.error().arguments.back().second = path; // where in the folder
            return std::unexpected(content.error());
        }
        if (hashes_.insert(content->hash).second) files_.push_back({*content, path});
        return content;
    }

    std::optional<std::string> credit_in(const std::string& path) {
        const auto bytes = folder_.read(path, largest_media_file);
        return bytes ? interregio::credit_in(bytes_of(*bytes)) : std::nullopt;
    }

    std::vector<ReadFile> take() { return std::move(files_); }

  private:
    const Folder& folder_;
    std::vector<ReadFile> files_;
    std::unordered_set<std::string> hashes_;
};

class FolderReader final : public ReadContext {
  public:
    FolderReader(const Folder& folder, KeyIndex& index, const std::vector<Language>& spoken, const Clock& clock,
                 const Progress& progress, std::vector<Problem>& problems)
        : media_(folder), index_(index), spoken_(spoken), clock_(clock), progress_(progress), problems_(problems) {}

    FolderContents read(std::vector<RecordFile> files) {
        for (const RecordFile& file : files) contents_.file_names.push_back(file.name);
        for (current_ = 0; current_ < files.size(); ++current_) {
            report_unknown_kinds(files[current_]);
            for_each_kind([&]<class T> { index_kind<T>(files[current_]); });
        }
        for (current_ = 0; current_ < files.size(); ++current_) {
            progress_("import.step.read", current_, files.size());
            for_each_kind([&]<class T> { read_kind<T>(files[current_]); });
            files[current_].root = {}; // read; the trees of all files together take more room than the records
        }
        contents_.files = media_.take();
        return std::move(contents_);
    }

    std::optional<Uuid> resolve(RecordKind kind, std::string_view key) override { return index_.find(kind, key); }
    std::expected<FileContent, Refusal> file(std::string_view path, FileKind kind) override {
        return media_.read(std::string(path), kind);
    }
    std::optional<std::string> credit_in(std::string_view path) override { return media_.credit_in(std::string(path)); }
    void report(yaml::Mark mark, const std::string& path, Refusal refusal) override {
        problems_.push_back({contents_.file_names[current_], mark, path, std::move(refusal)});
    }

  private:
    void report_unknown_kinds(const RecordFile& file) {
        std::vector<std::string_view> known;
        if (file.name == main_file) known = {"format", "include"};
        for (const RecordKind kind : all_record_kinds) known.push_back(plural_of(kind));
        for (const yaml::Member& member : file.root.members)
            if (std::ranges::find(known, member.name) == known.end())
                report(member.mark, member.name,
                       {"refusal.tree.unknown_field", {{"found", member.name}, {"allowed", joined(known)}}});
    }

    /// The records of a kind in a file; nothing when there are none, or when they are no list.
    template <Record T> const std::vector<yaml::Node>* list_of(const RecordFile& file) const {
        const yaml::Member* member = file.root.find(plural_of(T::kind));
        return member != nullptr && member->value.kind == yaml::NodeKind::sequence ? &member->value.items : nullptr;
    }

    static std::string path_of(RecordKind kind, std::size_t position) {
        return std::string(plural_of(kind)) + "[" + std::to_string(position) + "]";
    }

    /// First pass: which keys there are, so that references may look ahead.
    template <Record T> void index_kind(const RecordFile& file) {
        const yaml::Member* member = file.root.find(plural_of(T::kind));
        if (member == nullptr || member->value.kind == yaml::NodeKind::null) return;
        const auto* items = list_of<T>(file);
        if (items == nullptr) return report(member->value.mark, member->name, {"refusal.tree.list_expected", {}});
        for (std::size_t i = 0; i < items->size(); ++i) {
            const yaml::Member* key = (*items)[i].find("key");
            if (key == nullptr) continue; // reported when the record is read
            const yaml::Member* id = (*items)[i].find("id");
            const auto uuid = id != nullptr ? Uuid::parse(id->value.scalar) : std::nullopt;
            const auto added = index_.add(T::kind, key->value.scalar, uuid, clock_);
            if (!added) report(key->value.mark, path_of(T::kind, i) + ".key", added.error());
        }
    }

    template <Record T> void read_kind(const RecordFile& file) {
        const auto* items = list_of<T>(file);
        if (items == nullptr) return;
        auto& records = std::get<ReadRecords<T>>(contents_.records);
        records.reserve(records.size() + items->size());
        for (std::size_t i = 0; i < items->size(); ++i) {
            const yaml::Node& node = (*items)[i];
            const std::string path = path_of(T::kind, i);
            const std::size_t problems_before = problems_.size();
            T record = read_record<T>(*this, node, path);
            if (const auto id = index_.find(T::kind, record.key)) record.id = Id<T>(*id);
            if (problems_.size() == problems_before) check_rules(record, rules_for(node, path));
            if (problems_.empty()) records.push_back({std::move(record), current_, node.mark, path});
        }
    }

    RuleContext rules_for(const yaml::Node& node, const std::string& path) {
        return {.today = day_of(clock_.now()),
                .spoken = spoken_,
                .report = [this, &node, path](const std::string& field, Refusal refusal) {
                    report(mark_at(node, field), path + "." + field, std::move(refusal));
                }};
    }

    MediaFiles media_;
    KeyIndex& index_;
    const std::vector<Language>& spoken_;
    const Clock& clock_;
    const Progress& progress_;
    std::vector<Problem>& problems_;
    FolderContents contents_;
    std::size_t current_ = 0;
};

} // namespace

std::expected<FolderContents, std::vector<Problem>> read_folder(const std::filesystem::path& path, KeyIndex& index,
                                                                const std::vector<Language>& spoken, const Clock& clock,
                                                                const Progress& progress) {
    std::vector<Problem> problems;
    const auto folder = Folder::open(path);
    if (!folder) return std::unexpected(std::vector{Problem{.refusal = folder.error()}});
    auto files = read_record_files(*folder, problems);
    const bool whole = problems.empty();
    auto contents = FolderReader(*folder, index, spoken, clock, progress, problems).read(std::move(files));
    if (problems.empty()) return contents;
    // What a reference names may stand in a file that could not be read: only that is worth saying.
    if (!whole)
        std::erase_if(problems,
                      [](const Problem& problem) { return problem.refusal.key == "refusal.tree.unknown_reference"; });
    std::ranges::stable_sort(problems, [&](const Problem& a, const Problem& b) {
        if (a.file != b.file) return a.file < b.file;
        return std::tuple(a.mark.line, a.mark.column) < std::tuple(b.mark.line, b.mark.column);
    });
    return std::unexpected(std::move(problems));
}

} // namespace interregio
