#include "modules/exchange/import.h"

#include "base/sha256.h"
#include "modules/accounts/accounts.h"
#include "modules/kinds/visibility_rules.h"
#include "modules/partnerships/partnerships.h"

namespace interregio {
namespace {

using Problems = std::vector<Problem>;

class Importer {
  public:
    Importer(db::Connection& connection, const std::filesystem::path& path, const FolderContents& contents,
             const KeyIndex& index, const ImportOptions& options, const Clock& clock, const Progress& progress)
        : path_(path), contents_(contents), index_(index), options_(options), progress_(progress),
          context_{connection, clock, options.actor, languages_of_the_site(connection)} {}

    std::expected<ImportCounts, Problems> run(ForAllKinds<ReadRecords>& records) {
        store_files();
        for_each_kind([&]<class T> { total_ += std::get<ReadRecords<T>>(records).size(); });
        for_each_kind([&]<class T> { save_kind(std::get<ReadRecords<T>>(records)); });
        if (!problems_.empty()) return std::unexpected(std::move(problems_));
        for_each_kind([&]<class T> { handle_missing<T>(); });
        if (!problems_.empty()) return std::unexpected(std::move(problems_));
        check_visibility(records);
        if (!problems_.empty()) return std::unexpected(std::move(problems_));
        return counts_;
    }

  private:
    /// Of the folder, else of the database: they decide in which languages records get addresses.
    std::vector<Language> languages_of_the_site(db::Connection& connection) const {
        const auto& sites = std::get<ReadRecords<Site>>(contents_.records);
        return sites.empty() ? site_languages(connection) : sites.front().record.languages;
    }

    void store_files() {
        const auto folder = Folder::open(path_);
        for (std::size_t i = 0; i < contents_.files.size(); ++i) {
            progress_("import.step.files", i, contents_.files.size());
            const ReadFile& file = contents_.files[i];
            const auto bytes =
                folder ? folder->read(file.path, static_cast<std::size_t>(file.content.size)) : std::string();
            const auto span = std::as_bytes(std::span(bytes ? bytes->data() : nullptr, bytes ? bytes->size() : 0));
            // Between looking at a file and storing it somebody may have replaced it.
            if (!bytes || sha256(span) != file.content.hash) {
                problems_.push_back({.file = file.path, .refusal = {"refusal.file.changed", {{"found", file.path}}}});
                continue;
            }
            store_blob(context_.connection, file.content, span);
        }
    }

    template <class T> void save_kind(ReadRecords<T>& records) {
        for (ReadRecord<T>& read : records) {
            if (done_++ % 256 == 0) progress_("import.step.save", done_, total_);
            const auto change = save(context_, read.record);
            if (!change) {
                problems_.push_back({contents_.file_names[read.file], read.mark, read.path, change.error()});
                continue;
            }
            switch (*change) {
            case Change::created:
                ++counts_.created;
                break;
            case Change::changed:
                ++counts_.changed;
                break;
            case Change::unchanged:
                ++counts_.unchanged;
                break;
            }
        }
    }

    template <class T> void handle_missing() {
        index_.for_each(T::kind, [&](const std::string& key, const KeyIndex::Known& known) {
            if (!known.stored || known.in_files) return;
            if (options_.missing == Missing::keep) {
                ++counts_.not_in_folder;
            } else if (accounts::account_refers_to(context_.connection, T::kind, known.id)) {
                problems_.push_back({.path = std::string(plural_of(T::kind)),
                                     .refusal = {"refusal.record.has_account", {{"found", key}}}});
            } else {
                remove(context_, Id<T>(known.id));
                ++counts_.removed;
            }
        });
    }

    void check_visibility(ForAllKinds<ReadRecords>& records) {
        for (const SeenTooWidely& wide : seen_too_widely(context_.connection)) {
            Problem problem{.path = std::string(plural_of(wide.kind)) + "." + wide.key,
                            .refusal = {"refusal.visibility.too_wide",
                                        {{"field", wide.field},
                                         {"kind", std::string(plural_of(wide.needed_kind))},
                                         {"found", wide.needed_key}}}};
            for_each_kind([&]<class T> {
                if (T::kind != wide.kind) return;
                for (const ReadRecord<T>& read : std::get<ReadRecords<T>>(records))
                    if (read.record.id.uuid() == wide.id)
                        problem = {contents_.file_names[read.file], read.mark, read.path, problem.refusal};
            });
            problems_.push_back(std::move(problem));
        }
    }

    const std::filesystem::path& path_;
    const FolderContents& contents_;
    const KeyIndex& index_;
    const ImportOptions& options_;
    const Progress& progress_;
    ChangeContext context_;
    ImportCounts counts_;
    Problems problems_;
    std::size_t done_ = 0;
    std::size_t total_ = 0;
};

} // namespace

std::expected<ImportCounts, Problems> import_folder(db::Database& database, const std::filesystem::path& path,
                                                    const ImportOptions& options, const Clock& clock,
                                                    const Progress& progress) {
    using Result = std::expected<ImportCounts, Problems>;
    // Everything in the one write transaction: what the keys mean must not change between reading and writing.
    return database.write([&](db::Connection& connection) -> Result {
        KeyIndex index;
        index.load(connection);
        if (options.missing == Missing::remove) index.find_only_in_files();
        auto contents = read_folder(path, index, options.spoken, clock, progress);
        if (!contents) return std::unexpected(std::move(contents.error()));
        return Importer(connection, path, *contents, index, options, clock, progress).run(contents->records);
    });
}

std::expected<CheckCounts, Problems> check_folder(const std::filesystem::path& path,
                                                  const std::vector<Language>& spoken, const Clock& clock,
                                                  const Progress& progress) {
    KeyIndex index;
    const auto contents = read_folder(path, index, spoken, clock, progress);
    if (!contents) return std::unexpected(contents.error());
    CheckCounts counts{.files = contents->file_names.size()};
    for_each_kind([&]<class T> { counts.records += std::get<ReadRecords<T>>(contents->records).size(); });
    return counts;
}

} // namespace interregio
