#pragma once
// What the contract tests share: a temporary folder, a fresh database, a record folder written from text.

#include "base/clock.h"
#include "base/embedded_file.h"
#include "modules/exchange/export.h"
#include "modules/exchange/import.h"
#include "modules/kinds/sights.h"
#include "platform/db/migrations.h"
#include "platform/db/sqlite_database.h"

#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <stdlib.h>

namespace interregio {

class TemporaryFolder {
  public:
    TemporaryFolder() {
        std::string name = (std::filesystem::temp_directory_path() / "interregio-XXXXXX").string();
        path_ = mkdtemp(name.data());
    }
    ~TemporaryFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }
    void write(const std::string& name, std::string_view text) const {
        std::filesystem::create_directories((path_ / name).parent_path());
        std::ofstream(path_ / name, std::ios::binary) << text;
    }
    [[nodiscard]] std::string read(const std::string& name) const {
        std::ifstream stream(path_ / name, std::ios::binary);
        return {std::istreambuf_iterator<char>(stream), {}};
    }
    /// Replaces the only occurrence of `from` in a file.
    void edit(const std::string& name, std::string_view from, std::string_view to) const {
        std::string text = read(name);
        const auto at = text.find(from);
        ASSERT_NE(at, std::string::npos) << from;
        ASSERT_EQ(text.find(from, at + 1), std::string::npos) << from << " stands twice";
        write(name, text.replace(at, from.size(), to));
    }

  private:
    std::filesystem::path path_;
};

/// 20 October 2026, noon.
inline Clock::Time test_time() {
    using namespace std::chrono;
    return sys_days{2026y / October / 20} + 12h;
}

/// A migrated, empty database in a temporary folder.
class RecordTest : public testing::Test {
  protected:
    void SetUp() override {
        database_ = db::open_sqlite(folder_.path() / "record.db", db::OpenMode::create);
        database_->look_through(sights_of_the_record());
        ASSERT_TRUE(db::migrate(*database_, embedded::migrations::files(), clock_));
    }

    std::expected<ImportCounts, std::vector<Problem>> import(const std::filesystem::path& path,
                                                             Missing missing = Missing::keep) {
        const ImportOptions options{
            .actor = "test", .missing = missing, .spoken = {languages::german, languages::english, languages::polish}};
        return import_folder(*database_, path, options, clock_, [](std::string_view, std::size_t, std::size_t) {});
    }

    std::expected<ExportCounts, Refusal> export_to(const std::filesystem::path& path) {
        const db::Reader reader = database_->read();
        return export_folder(*reader, path, [](std::string_view, std::size_t, std::size_t) {});
    }

    std::int64_t count(std::string_view table) {
        const db::Reader reader = database_->read();
        auto rows = reader->query("SELECT count(*) FROM " + std::string(table));
        rows.next();
        return rows.get<std::int64_t>(0);
    }

    TemporaryFolder folder_;
    FixedClock clock_{test_time()};
    std::unique_ptr<db::Database> database_;
};

/// Names the problems so that a failed import says why.
inline std::string words(const std::vector<Problem>& problems) {
    std::string text;
    for (const Problem& problem : problems) {
        text += problem.file + ":" + std::to_string(problem.mark.line) + ":" + std::to_string(problem.mark.column) +
                " " + problem.path + " " + problem.refusal.key;
        for (const auto& [name, value] : problem.refusal.arguments) text += " " + name + "=" + value;
        text += '\n';
    }
    return text;
}

} // namespace interregio
