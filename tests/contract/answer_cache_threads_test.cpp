// The cache of answers on several threads; also run under ThreadSanitizer.

#include "fixture.h"
#include "modules/publishing/answer_cache.h"
#include "request_for.h"

#include <latch>
#include <thread>

namespace interregio {
namespace {

TEST(AnswerCacheThreads, NothingIsMadeTwiceAtTheSameTime) {
    const TemporaryFolder folder;
    const FixedClock clock(test_time());
    const auto database = db::open_sqlite(folder.path() / "record.db", db::OpenMode::create);
    database->look_through(sights_of_the_record());
    ASSERT_TRUE(db::migrate(*database, embedded::migrations::files(), clock));
    AnswerCache cache(*database, clock, {});
    (void)cache.answer(request_for("/look"),
                       [](db::Connection&) -> AnswerCache::Made { return Publication{"text/plain", ""}; });

    constexpr int readers = 4;
    std::latch all_here(readers);
    std::atomic<int> made = 0;
    std::vector<std::jthread> threads;
    threads.reserve(readers);
    for (int i = 0; i < readers; ++i)
        threads.emplace_back([&] {
            all_here.arrive_and_wait();
            const auto response = cache.answer(request_for("/slow"), [&](db::Connection&) -> AnswerCache::Made {
                ++made;
                // Until the others wait for this one; if they made their own, this would end by the limit below.
                for (int patience = 0; patience < 1000 && cache.statistics().joined < readers - 1; ++patience)
                    std::this_thread::sleep_for(std::chrono::milliseconds{5});
                return Publication{"text/plain", "made"};
            });
            EXPECT_EQ(*response.body, "made");
        });
    threads.clear();
    EXPECT_EQ(made, 1);
}

TEST(AnswerCacheThreads, ReadersNeverSeeWhatWasBeforeTheirRequest) {
    const TemporaryFolder folder;
    const FixedClock clock(test_time());
    const auto database = db::open_sqlite(folder.path() / "record.db", db::OpenMode::create);
    db::Sights sights = sights_of_the_record();
    sights.anyone.open.emplace_back("numbers");
    database->look_through(std::move(sights));
    ASSERT_TRUE(db::migrate(*database, embedded::migrations::files(), clock));
    database->write([](db::Connection& connection) {
        connection.execute_script("CREATE TABLE numbers (number BIGINT); INSERT INTO numbers VALUES (0);");
    });
    AnswerCache cache(*database, clock, {});
    const Uuid record = Uuid::make(clock);

    constexpr int changes = 200;
    std::atomic<std::int64_t> acknowledged = 0;
    std::jthread writer([&] {
        for (int i = 1; i <= changes; ++i) {
            database->write([&](db::Connection& connection) {
                connection.execute("UPDATE numbers SET number = :number", {{"number", i}});
                connection.execute(
                    "INSERT INTO journal (sequence, at, actor, kind, record_id, operation, change) "
                    "VALUES (:sequence, 'now', 'test', 'activity', :record, 'changed', '{\"title\":[1,2]}')",
                    {{"sequence", i}, {"record", record.text()}});
            });
            acknowledged = i;
        }
    });
    std::vector<std::jthread> readers;
    for (int i = 0; i < 3; ++i)
        readers.emplace_back([&] {
            std::int64_t seen = 0;
            while (seen < changes) {
                const std::int64_t least = acknowledged;
                auto response = cache.find(request_for("/number"));
                if (!response)
                    response =
                        cache.answer(request_for("/number"), [&](db::Connection& connection) -> AnswerCache::Made {
                            connection.reads(record);
                            auto rows = connection.query("SELECT number FROM numbers");
                            rows.next();
                            return Publication{"text/plain", std::to_string(rows.get<std::int64_t>(0))};
                        });
                seen = std::stoll(*response->body);
                ASSERT_GE(seen, least);
            }
        });
}

} // namespace
} // namespace interregio
