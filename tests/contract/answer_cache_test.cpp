// What is kept is given as long as it is true, and no longer: against a real database and its journal.

#include "modules/publishing/answer_cache.h"
#include "modules/record/records.h"
#include "request_for.h"
#include "small_record.h"

#include <gmock/gmock.h>

namespace interregio {
namespace {

class AnswerCacheTest : public RecordTest {
  protected:
    void SetUp() override {
        RecordTest::SetUp();
        write_small_record(record_);
        const auto imported = import(record_.path());
        ASSERT_TRUE(imported) << words(imported.error());
        cache_ = std::make_unique<AnswerCache>(*database_, clock_, AnswerCache::Options{});
    }

    void edit(std::string_view file, std::string_view from, std::string_view to) {
        record_.edit(std::string(file), from, to);
        const auto imported = import(record_.path());
        ASSERT_TRUE(imported) << words(imported.error());
    }

    Id<Organisation> organisation(std::string_view key) {
        const db::Reader reader = database_->read();
        return id_of_key<Organisation>(*reader, key).value();
    }

    /// The answer at a path that reads what `read` reads; counts how often it is made.
    http::Response answer(const std::string& path, const std::function<void(db::Connection&)>& read) {
        return cache_->answer(request_for(path), [&](db::Connection& connection) -> AnswerCache::Made {
            read(connection);
            return Publication{"text/plain", path + " " + std::to_string(++made_)};
        });
    }
    [[nodiscard]] bool kept(const std::string& path) { return cache_->find(request_for(path)).has_value(); }

    TemporaryFolder record_;
    std::unique_ptr<AnswerCache> cache_;
    int made_ = 0;
};

TEST_F(AnswerCacheTest, IsMadeOnceAndGivenAgain) {
    EXPECT_FALSE(kept("/a"));
    const auto first = answer("/a", [](db::Connection&) {});
    const auto second = answer("/a", [](db::Connection&) {});
    EXPECT_EQ(*first.body, "/a 1");
    EXPECT_EQ(second.body, first.body) << "the same bytes, not a copy";
    ASSERT_TRUE(kept("/a"));
    EXPECT_FALSE(kept("/b"));
    EXPECT_EQ(cache_->statistics().misses, 1U);
}

TEST_F(AnswerCacheTest, AChangeDropsJustWhatWasMadeFromIt) {
    const auto rvr = organisation("rvr");
    const auto gzm = organisation("gzm");
    answer("/rvr", [&](db::Connection& connection) { (void)find(connection, rvr); });
    answer("/gzm", [&](db::Connection& connection) { (void)find(connection, gzm); });
    answer("/all", [](db::Connection& connection) { (void)all_ids<Organisation>(connection); });
    edit("base.yaml", "name: {de: Regionalverband Ruhr}", "name: {de: Verband Ruhr}");
    answer("/look", [](db::Connection&) {}); // whoever comes first looks what has changed
    EXPECT_FALSE(kept("/rvr"));
    EXPECT_TRUE(kept("/gzm"));
    EXPECT_TRUE(kept("/all")) << "a name does not change which organisations there are";
    EXPECT_EQ(cache_->statistics().dropped, 1U);
}

TEST_F(AnswerCacheTest, AFieldThatListsAreMadeByDropsLists) {
    answer("/all", [](db::Connection& connection) { (void)all_ids<Organisation>(connection); });
    answer("/people", [](db::Connection& connection) { (void)all_ids<Person>(connection); });
    edit("base.yaml", "kind: metropolitan_authority\n    name: {de: Regionalverband Ruhr}",
         "kind: association\n    name: {de: Regionalverband Ruhr}");
    answer("/look", [](db::Connection&) {});
    EXPECT_FALSE(kept("/all"));
    EXPECT_TRUE(kept("/people"));
}

TEST_F(AnswerCacheTest, WhatReadEverythingIsDroppedByAnyChange) {
    answer("/sitemap", [](db::Connection& connection) { connection.reads_everything(); });
    edit("base.yaml", "name: {de: Regionalverband Ruhr}", "name: {de: Verband Ruhr}");
    answer("/look", [](db::Connection&) {});
    EXPECT_FALSE(kept("/sitemap"));
}

TEST_F(AnswerCacheTest, NothingIsGivenUnseenAfterACommit) {
    answer("/a", [](db::Connection&) {});
    ASSERT_TRUE(kept("/a"));
    edit("base.yaml", "name: {de: Regionalverband Ruhr}", "name: {de: Verband Ruhr}");
    EXPECT_FALSE(kept("/a")) << "somebody has to look first what has changed";
    EXPECT_EQ(*answer("/a", [](db::Connection&) {}).body, "/a 1") << "it was not touched by that";
    EXPECT_TRUE(kept("/a"));
}

TEST_F(AnswerCacheTest, ANewDayBeginsAnew) {
    answer("/a", [](db::Connection&) {});
    clock_.set(test_time() + std::chrono::hours{11});
    EXPECT_TRUE(kept("/a"));
    clock_.set(test_time() + std::chrono::hours{12});
    EXPECT_FALSE(kept("/a"));
    EXPECT_EQ(*answer("/a", [](db::Connection&) {}).body, "/a 2");
}

TEST_F(AnswerCacheTest, ARestoredDatabaseBeginsAnew) {
    const auto backup = folder_.path() / "backup.db";
    database_->backup(backup.string(), {});
    edit("base.yaml", "name: {de: Regionalverband Ruhr}", "name: {de: Verband Ruhr}");
    answer("/a", [](db::Connection&) {});
    db::restore_sqlite(backup, folder_.path() / "record.db", {});
    EXPECT_FALSE(kept("/a"));
    EXPECT_EQ(*answer("/a", [](db::Connection&) {}).body, "/a 2");
}

TEST_F(AnswerCacheTest, WhatIsNotPublishedIsGivenOnce) {
    const auto missing = [](db::Connection&) -> AnswerCache::Made { return http::Response::text(404, "no"); };
    EXPECT_EQ(cache_->answer(request_for("/x"), missing).status, 404);
    EXPECT_FALSE(kept("/x"));
}

TEST_F(AnswerCacheTest, WhatFailsIsTriedAgain) {
    const auto fails = [](db::Connection&) -> AnswerCache::Made { throw db::Error("disk"); };
    EXPECT_THROW((void)cache_->answer(request_for("/x"), fails), db::Error);
    EXPECT_EQ(*answer("/x", [](db::Connection&) {}).body, "/x 1");
}

TEST_F(AnswerCacheTest, IsNotKeptWhenTheRecordChangedWhileItWasMade) {
    answer("/look", [](db::Connection&) {});
    answer("/a", [&](db::Connection&) {
        edit("base.yaml", "name: {de: Regionalverband Ruhr}", "name: {de: Verband Ruhr}");
        answer("/other", [](db::Connection&) {}); // looks at the change
    });
    EXPECT_FALSE(kept("/a"));
    EXPECT_TRUE(kept("/other"));
}

TEST_F(AnswerCacheTest, DropsWhatShowsARecordWhenTold) {
    const auto rvr = organisation("rvr");
    answer("/rvr", [&](db::Connection& connection) { (void)find(connection, rvr); });
    answer("/a", [](db::Connection&) {});
    cache_->drop(rvr.uuid());
    EXPECT_FALSE(kept("/rvr"));
    EXPECT_TRUE(kept("/a"));
}

TEST_F(AnswerCacheTest, MakesRoomForWhatIsNewAndKeepsWhatIsWanted) {
    cache_ = std::make_unique<AnswerCache>(*database_, clock_, AnswerCache::Options{.most_bytes = 60'000});
    const auto large = [&](const std::string& path, std::size_t size) {
        (void)cache_->answer(request_for(path), [&](db::Connection&) -> AnswerCache::Made {
            return Publication{"image/png", std::string(size, 'x')};
        });
    };
    large("/1", 10'000);
    large("/2", 10'000);
    large("/3", 70'000);
    EXPECT_FALSE(kept("/3")) << "larger than all the room";
    EXPECT_TRUE(kept("/1"));
    for (int i = 4; i < 20; ++i) {
        large("/" + std::to_string(i), 10'000);
        EXPECT_TRUE(kept("/1")) << "asked for again and again";
        EXPECT_LE(cache_->statistics().bytes, 60'000U);
    }
    EXPECT_FALSE(kept("/4"));
    EXPECT_TRUE(kept("/19"));
    EXPECT_GT(cache_->statistics().displaced, 10U);
}

TEST_F(AnswerCacheTest, MakesNothingLater) {
    const auto later = [](db::Connection&) -> AnswerCache::Made {
        return http::Response::later([] { return http::Response::text(200, "later"); });
    };
    EXPECT_DEATH(static_cast<void>(cache_->answer(request_for("/a"), later)), "made beside the cache");
}

TEST_F(AnswerCacheTest, ASharedHostIsPartOfTheKey) {
    const auto made_for = [&](const std::string& host) {
        return *cache_
                    ->answer(
                        request_for("/s"),
                        [&](db::Connection&) -> AnswerCache::Made { return Publication{"text/plain", host}; }, host)
                    .body;
    };
    EXPECT_EQ(made_for("http://a"), "http://a");
    EXPECT_EQ(made_for("http://b"), "http://b");
    EXPECT_FALSE(kept("/s"));
}

TEST_F(AnswerCacheTest, EachCodingHasItsOwnTag) {
    const std::string body(2'000, 'x');
    const auto ask = [&](const std::string& coding, const std::string& tag) {
        http::Request request = request_for("/page");
        request.headers = {{"Accept-Encoding", coding}, {"If-None-Match", tag}};
        return cache_->answer(request, [&](db::Connection&) -> AnswerCache::Made {
            return Publication{"text/html; charset=utf-8", body};
        });
    };
    EXPECT_EQ(*ask("", "").body, body);
    EXPECT_LT(ask("br", "").body->size(), 100U);
    EXPECT_LT(ask("gzip", "").body->size(), 100U);
    EXPECT_THAT(*ask("br", "").prepared, testing::HasSubstr("Content-Encoding: br\r\n"));
    EXPECT_THAT(*ask("", "").prepared, testing::Not(testing::HasSubstr("Content-Encoding")));
    EXPECT_THAT(*ask("", "").prepared, testing::HasSubstr("Vary: Accept-Encoding\r\n"));
    const auto tag_of = [](const http::Response& response) {
        const auto at = response.prepared->find("ETag: ") + 6;
        return response.prepared->substr(at, response.prepared->find("\r\n", at) - at);
    };
    const std::string plain = tag_of(ask("", ""));
    const std::string brotli = tag_of(ask("br", ""));
    EXPECT_NE(plain, brotli);
    EXPECT_EQ(ask("br", brotli).status, 304);
    EXPECT_TRUE(ask("br", brotli).body->empty());
    EXPECT_EQ(tag_of(ask("br", brotli)), brotli);
    EXPECT_EQ(ask("br", plain).status, 200) << "the client has another form";
    EXPECT_EQ(ask("", plain).status, 304);
}

} // namespace
} // namespace interregio
