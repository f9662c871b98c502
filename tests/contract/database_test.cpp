// What every engine behind platform/db must do.

#include "fixture.h"

#include <thread>

namespace interregio {
namespace {

class DatabaseTest : public testing::Test {
  protected:
    void SetUp() override {
        database_ = db::open_sqlite(file(), db::OpenMode::create);
        database_->write([](db::Connection& connection) {
            connection.execute_script(
                "CREATE TABLE things (id BIGINT PRIMARY KEY, name TEXT, size DOUBLE PRECISION, bytes BLOB)");
        });
    }
    std::filesystem::path file() const { return folder_.path() / "things.db"; }
    void add(std::int64_t id, std::optional<std::string> name) {
        database_->write([&](db::Connection& connection) {
            connection.execute("INSERT INTO things (id, name) VALUES (:id, :name)", {{"id", id}, {"name", name}});
        });
    }
    std::int64_t count() {
        const db::Reader reader = database_->read();
        auto rows = reader->query("SELECT count(*) FROM things");
        rows.next();
        return rows.get<std::int64_t>(0);
    }
    TemporaryFolder folder_;
    std::unique_ptr<db::Database> database_;
};

TEST_F(DatabaseTest, ValuesComeBackAsTheyWentIn) {
    const std::string text("Świętochłowice\0end", 20);
    const std::array bytes{std::byte{0}, std::byte{255}, std::byte{0}};
    database_->write([&](db::Connection& connection) {
        EXPECT_EQ(
            connection.execute(
                "INSERT INTO things (id, name, size, bytes) VALUES (:id, :name, :size, :bytes)",
                {{"id", std::int64_t{1} << 40}, {"name", text}, {"size", 0.1}, {"bytes", db::Value::Bytes(bytes)}}),
            1);
    });
    const db::Reader reader = database_->read();
    auto rows = reader->query("SELECT id, name, size, bytes, NULL FROM things");
    ASSERT_TRUE(rows.next());
    EXPECT_EQ(rows.get<std::int64_t>(0), std::int64_t{1} << 40);
    EXPECT_EQ(rows.get<std::string>(1), text);
    EXPECT_EQ(rows.get<double>(2), 0.1);
    EXPECT_EQ(rows.get<std::vector<std::byte>>(3), std::vector<std::byte>(bytes.begin(), bytes.end()));
    EXPECT_EQ(rows.get<std::optional<std::string>>(4), std::nullopt);
    EXPECT_FALSE(rows.next());
}

TEST_F(DatabaseTest, EmptyTextIsNotNull) {
    add(1, "");
    add(2, std::nullopt);
    const db::Reader reader = database_->read();
    auto rows = reader->query("SELECT name FROM things ORDER BY id");
    ASSERT_TRUE(rows.next());
    EXPECT_EQ(rows.get<std::optional<std::string>>(0), "");
    ASSERT_TRUE(rows.next());
    EXPECT_EQ(rows.get<std::optional<std::string>>(0), std::nullopt);
}

TEST_F(DatabaseTest, ThrowingOrRefusingRollsBack) {
    EXPECT_THROW(database_->write([](db::Connection& connection) {
        connection.execute("INSERT INTO things (id) VALUES (1)");
        throw std::runtime_error("no");
    }),
                 std::runtime_error);
    const auto refused = database_->write([](db::Connection& connection) -> std::expected<int, Refusal> {
        connection.execute("INSERT INTO things (id) VALUES (1)");
        return std::unexpected(Refusal{"no", {}});
    });
    EXPECT_FALSE(refused);
    EXPECT_EQ(count(), 0);
    add(1, "after");
    EXPECT_EQ(count(), 1);
}

TEST_F(DatabaseTest, WrongParametersAreErrors) {
    const db::Reader reader = database_->read();
    EXPECT_THROW((void)reader->query("SELECT * FROM things WHERE id = :id"), db::Error);
    EXPECT_THROW((void)reader->query("SELECT * FROM things WHERE id = :id", {{"name", 1}}), db::Error);
    EXPECT_THROW((void)reader->query("SELECT * FROM nothing"), db::Error);
}

TEST_F(DatabaseTest, ReadersCannotWrite) {
    const db::Reader reader = database_->read();
    EXPECT_THROW(reader->execute("INSERT INTO things (id) VALUES (1)"), db::Error);
}

TEST_F(DatabaseTest, AReaderSeesOneStateAndNeverWaitsForTheWriter) {
    add(1, "first");
    const db::Reader before = database_->read();
    auto rows = before->query("SELECT count(*) FROM things");
    ASSERT_TRUE(rows.next());
    database_->write([&](db::Connection& connection) {
        connection.execute("INSERT INTO things (id) VALUES (2)");
        // In the middle of the write, on another thread: a reader that waited would never come back here.
        std::int64_t seen = -1;
        std::thread([&] { seen = count(); }).join();
        EXPECT_EQ(seen, 1);
    });
    auto again = before->query("SELECT count(*) + 0 FROM things");
    ASSERT_TRUE(again.next());
    EXPECT_EQ(again.get<int>(0), 1) << "still the state in which the reader began";
    EXPECT_EQ(count(), 2);
}

TEST_F(DatabaseTest, TheSameQueryMayRunInsideItsOwnLoop) {
    add(1, "a");
    add(2, "b");
    const db::Reader reader = database_->read();
    int pairs = 0;
    auto outer = reader->query("SELECT id FROM things");
    while (outer.next()) {
        auto inner = reader->query("SELECT id FROM things");
        while (inner.next()) ++pairs;
    }
    EXPECT_EQ(pairs, 4);
}

TEST_F(DatabaseTest, BackupIsWholeAndCanBeRestored) {
    for (int id = 1; id <= 500; ++id) add(id, std::string(1000, 'x'));
    database_->backup((folder_.path() / "copy.db").string(), {});
    add(501, "later");
    EXPECT_THROW(database_->backup((folder_.path() / "copy.db").string(), {}), db::Error) << "never over another file";
    db::restore_sqlite(folder_.path() / "copy.db", folder_.path() / "restored.db", {});
    database_ = db::open_sqlite(folder_.path() / "restored.db", db::OpenMode::existing);
    EXPECT_EQ(count(), 500);
    add(502, "goes on");
    EXPECT_EQ(count(), 501);
}

TEST_F(DatabaseTest, FileThatIsNoDatabase) {
    folder_.write("letter.txt", std::string(5000, 'x'));
    EXPECT_THROW((void)db::open_sqlite(folder_.path() / "letter.txt", db::OpenMode::existing), db::Error);
    EXPECT_THROW((void)db::open_sqlite(folder_.path() / "none.db", db::OpenMode::existing), db::Error);
}

TEST_F(RecordTest, MigratingTwiceDoesNothing) {
    const auto again = db::migrate(*database_, embedded::migrations::files(), clock_);
    ASSERT_TRUE(again);
    EXPECT_TRUE(again->empty());
    EXPECT_TRUE(db::check_version(*database_, embedded::migrations::files()));
}

TEST_F(RecordTest, NewerForeignAndChangedDatabasesAreRefused) {
    database_->write([](db::Connection& connection) {
        connection.execute("INSERT INTO migrations (number, name, checksum, applied_at) VALUES (9999, 'n', 'c', 't')");
    });
    EXPECT_EQ(db::migrate(*database_, embedded::migrations::files(), clock_).error().key, "refusal.database.newer");
    EXPECT_EQ(db::check_version(*database_, embedded::migrations::files()).error().key, "refusal.database.newer");
    database_->write([](db::Connection& connection) {
        connection.execute("DELETE FROM migrations WHERE number = 9999");
        connection.execute("UPDATE migrations SET checksum = 'other' WHERE number = 1");
    });
    EXPECT_EQ(db::migrate(*database_, embedded::migrations::files(), clock_).error().key,
              "refusal.database.changed_migration");
    const auto foreign = db::open_sqlite(folder_.path() / "foreign.db", db::OpenMode::create);
    foreign->write([](db::Connection& connection) { connection.execute_script("CREATE TABLE other (id BIGINT)"); });
    EXPECT_EQ(db::migrate(*foreign, embedded::migrations::files(), clock_).error().key, "refusal.database.foreign");
}

TEST_F(RecordTest, MigrationsRunInOrderAndAllOrNone) {
    const auto fresh = db::open_sqlite(folder_.path() / "fresh.db", db::OpenMode::create);
    const std::string first = "CREATE TABLE migrations (number BIGINT, name TEXT, checksum TEXT, applied_at TEXT);";
    const std::string a = first + "CREATE TABLE a (id BIGINT)";
    const EmbeddedFile good[] = {{"0002_more.sql", "ALTER TABLE a ADD COLUMN b TEXT"}, {"0001_a.sql", a}};
    const EmbeddedFile bad[] = {{"0001_a.sql", a}, {"0002_more.sql", "ALTER TABLE b ADD COLUMN c TEXT"}};
    EXPECT_THROW((void)db::migrate(*fresh, bad, clock_), db::Error);
    const auto applied = db::migrate(*fresh, good, clock_);
    ASSERT_TRUE(applied) << "nothing of the failed run was kept";
    EXPECT_EQ(*applied, (std::vector<std::string>{"0001_a.sql", "0002_more.sql"}));
}

} // namespace
} // namespace interregio
