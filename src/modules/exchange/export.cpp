#include "modules/exchange/export.h"

#include "modules/record/record_tree.h"
#include "modules/record/records.h"
#include "platform/yaml/emitter.h"

#include <fstream>
#include <unordered_map>
#include <unordered_set>

namespace interregio {
namespace fs = std::filesystem;
namespace {

class Exporter {
  public:
    Exporter(db::Connection& connection, fs::path root, const Progress& progress)
        : connection_(connection), root_(std::move(root)), progress_(progress) {
        style_.reference = [this](RecordKind kind, const Uuid& id) { return key_of(kind, id); };
        style_.file = [this](FileKind kind, const FileContent& file) { return write_media(kind, file); };
        style_.earlier_revisions = Presence::required;
    }

    ExportCounts run() {
        for (const RecordKind kind : all_record_kinds)
            for_each_key(connection_, kind, [this](const Uuid& id, std::string_view key) { keys_.emplace(id, key); });
        for_each_kind([&]<class T> { write_kind<T>(); });
        Tree include = Tree::array();
        for (const std::string& name : included_) include.push_back(name);
        write_yaml(std::string(main_file), {{"format", std::string(record_format)}, {"include", include}});
        return counts_;
    }

  private:
    std::string key_of(RecordKind kind, const Uuid& id) const {
        const auto found = keys_.find(id);
        if (found == keys_.end())
            throw db::Error("a reference to a missing " + std::string(name_of(kind)) + ": " + id.text());
        return found->second;
    }

    /// Activities, of which there are many, in a file a year; every other kind in one.
    template <class T> void write_kind() {
        std::map<std::string, Tree> files;
        const auto ids = all_ids<T>(connection_);
        for (std::size_t i = 0; i < ids.size(); ++i) {
            if (i % 64 == 0) progress_("export.step." + std::string(plural_of(T::kind)), i, ids.size());
            const auto record = find(connection_, ids[i]);
            if (!record) continue;
            files[file_for(*record)].push_back(tree_of(*record, style_));
            ++counts_.records;
        }
        for (const auto& [name, records] : files) {
            write_yaml(name, {{std::string(plural_of(T::kind)), records}});
            included_.push_back(name);
        }
    }

    template <class T> static std::string file_for(const T& record) {
        if constexpr (std::is_same_v<T, Activity>) {
            return "activities/" + std::to_string(static_cast<int>(record.date.first_day().year())) + ".yaml";
        } else {
            return std::string(plural_of(T::kind)) + ".yaml";
        }
    }

    /// images/NAME; where another content has that name already, images/HASH/NAME.
    std::string write_media(FileKind kind, const FileContent& file) {
        const std::string folder = kind == FileKind::image ? "images/" : "documents/";
        std::string name = folder + file.name;
        const auto [known, is_new] = media_.emplace(name, file.hash);
        if (!is_new && known->second != file.hash) name = folder + file.hash + "/" + file.name;
        const auto bytes = find_blob(connection_, file.hash);
        if (!bytes) throw db::Error("the bytes of " + file.name + " are missing");
        write_file(name, *bytes);
        return name;
    }

    void write_yaml(const std::string& name, const Tree& tree) { write_file(name, yaml::emit(tree)); }

    void write_file(const std::string& name, std::string_view bytes) {
        if (!written_.insert(name).second) return;
        fs::create_directories((root_ / name).parent_path());
        std::ofstream stream(root_ / name, std::ios::binary);
        stream.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        stream.close();
        if (!stream)
            throw fs::filesystem_error("cannot write", root_ / name, std::make_error_code(std::errc::io_error));
        ++counts_.files;
    }

    db::Connection& connection_;
    fs::path root_;
    const Progress& progress_;
    TreeStyle style_;
    std::unordered_map<Uuid, std::string> keys_;
    std::map<std::string, std::string> media_; ///< name -> hash
    std::unordered_set<std::string> written_;
    std::vector<std::string> included_;
    ExportCounts counts_;
};

Refusal cannot_write(const fs::path& path, std::string reason) {
    return {"refusal.export.cannot_write", {{"found", path.string()}, {"reason", std::move(reason)}}};
}

} // namespace

std::expected<ExportCounts, Refusal> export_folder(db::Connection& connection, const fs::path& path,
                                                   const Progress& progress) {
    std::error_code error;
    if (fs::exists(path, error) && !(fs::is_directory(path, error) && fs::is_empty(path, error)))
        return std::unexpected(Refusal{"refusal.export.not_empty", {{"found", path.string()}}});
    fs::path target = path;
    if (!target.has_filename()) target = target.parent_path(); // "folder/"
    const fs::path unfinished = target.string() + ".unfinished";
    try {
        fs::remove_all(unfinished);
        fs::create_directories(unfinished);
        const ExportCounts counts = Exporter(connection, unfinished, progress).run();
        fs::remove(target); // an empty folder, or nothing
        fs::rename(unfinished, target);
        return counts;
    } catch (const fs::filesystem_error& failure) {
        fs::remove_all(unfinished, error);
        return std::unexpected(cannot_write(path, failure.code().message()));
    } catch (...) {
        fs::remove_all(unfinished, error);
        throw;
    }
}

} // namespace interregio
