// What needs a disk that is full or read-only is in tests/http/disk.test.js.

#include "platform/db/sqlite_files.h"

#include "platform/db/sqlite_database.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include <unistd.h>

namespace interregio::db {
namespace {

class SqliteFiles : public testing::Test {
  protected:
    SqliteFiles() {
        std::filesystem::create_directories(folder);
        SqliteConnection(file, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE)
            .execute_script("PRAGMA journal_mode = WAL; CREATE TABLE a (b BIGINT); INSERT INTO a VALUES (1);");
    }
    ~SqliteFiles() override { std::filesystem::remove_all(folder); }

    const std::filesystem::path folder =
        std::filesystem::temp_directory_path() / ("interregio-files-" + std::to_string(::getpid()) + " 100% #?");
    const std::string file = (folder / "record.db").string();
};

TEST_F(SqliteFiles, AProbeWritesNothingAndLeavesNothing) {
    const FileState before = state_of(file);
    const auto disk = sqlite_disk(file);
    EXPECT_EQ(disk->probe_writing().writing, Writing::possible);
    EXPECT_EQ(state_of(file), before);
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder), std::filesystem::directory_iterator()), 1);
}

TEST_F(SqliteFiles, AProbeSeesThatSomebodyWritesAndDoesNotWait) {
    const SqliteConnection writer(file, SQLITE_OPEN_READWRITE);
    ASSERT_EQ(sqlite3_exec(writer.handle(), "BEGIN IMMEDIATE", nullptr, nullptr, nullptr), SQLITE_OK);
    EXPECT_EQ(sqlite_disk(file)->probe_writing().writing, Writing::locked);
    ASSERT_EQ(sqlite3_exec(writer.handle(), "COMMIT", nullptr, nullptr, nullptr), SQLITE_OK);
    EXPECT_EQ(sqlite_disk(file)->probe_writing().writing, Writing::possible);
}

TEST_F(SqliteFiles, AFileThatIsGoneIsAFailureWithItsName) {
    std::filesystem::remove(file);
    const WriteProbe probe = sqlite_disk(file)->probe_writing();
    EXPECT_EQ(probe.writing, Writing::failed);
    EXPECT_NE(probe.detail.find(file), std::string::npos);
    EXPECT_FALSE(std::filesystem::exists(file)) << "it is not made by asking";
}

TEST_F(SqliteFiles, StorageIsTheFileWithItsLog) {
    const auto plain = sqlite_disk(file)->storage();
    EXPECT_EQ(plain.bytes, std::filesystem::file_size(file));
    EXPECT_GT(plain.free_bytes.value_or(0), 0U);
    SqliteConnection writer(file, SQLITE_OPEN_READWRITE);
    writer.execute_script("INSERT INTO a VALUES (2)");
    EXPECT_GT(sqlite_disk(file)->storage().bytes, plain.bytes);
}

TEST_F(SqliteFiles, AReaderSeesTheLog) {
    SqliteConnection writer(file, SQLITE_OPEN_READWRITE);
    writer.execute_script("INSERT INTO a VALUES (2)");
    const auto opened = open_to_read(file);
    EXPECT_EQ(opened.log, Log::read);
    Rows rows = static_cast<Connection&>(*opened.connection).query("SELECT count(*) FROM a");
    ASSERT_TRUE(rows.next());
    EXPECT_EQ(rows.get<int>(0), 2);
}

TEST_F(SqliteFiles, WhatIsNoDatabaseIsRefusedWithItsName) {
    std::ofstream(file) << "Dear Sir or Madam, this is a letter. " << std::string(4096, ' ');
    EXPECT_THROW((void)open_to_read(file), Error);
    std::filesystem::remove(file);
    try {
        (void)open_to_read(file);
        FAIL() << "there is no file";
    } catch (const Error& error) {
        EXPECT_NE(std::string_view(error.what()).find(file), std::string_view::npos);
    }
}

TEST_F(SqliteFiles, ADatabaseThatCanBeWrittenIsOpenedSo) {
    const auto database = open_sqlite(file, OpenMode::existing_or_read_only);
    database->write([](Connection& connection) { connection.execute("INSERT INTO a VALUES (3)"); });
    EXPECT_TRUE(database->version().has_value());
}

} // namespace
} // namespace interregio::db
