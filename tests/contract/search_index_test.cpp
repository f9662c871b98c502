// The index follows the record: what is changed is found otherwise, what is removed is not found, and work that was
// stopped in the middle goes on.

#include "fixture.h"
#include "modules/record/records.h"
#include "modules/search/index_store.h"
#include "modules/search/search_index.h"
#include "small_record.h"

#include <algorithm>
#include <set>

namespace interregio {
namespace {

constexpr std::string_view activities = R"(activities:
  - key: workshop
    kind: expert_exchange
    status: held
    date: "2024-05-14"
    form: on_site
    partnerships: [ruhr-gzm]
    places: [spodek]
    people: [{person: karolczak, role: speaker}]
    fields: [mobility]
    title: {de: Werkstatt zur Brachflächenrevitalisierung, pl: Warsztaty o rewitalizacji terenów, en: Workshop on brownfields}
    summary: {de: "Die Brachflächen an der Ruhr **leben** wieder auf, siehe [Seite](https://geheim.example/pfad)."}
  - key: bread
    kind: festival
    status: planned
    date: "2025"
    form: on_site
    partnerships: [ruhr-gzm]
    title: {pl: Święto chleba w Świętochłowicach, de: Brotfest}
)";

class SearchTest : public RecordTest {
  protected:
    void SetUp() override {
        RecordTest::SetUp();
        write_small_record(source_);
        source_.write("record.yaml", "format: interregio-record/1\ninclude: [base.yaml, found.yaml]\n");
        source_.write("found.yaml", activities);
        bring_in();
        index_ = std::make_unique<search::SearchIndex>(*database_, clock_);
        index_->catch_up();
    }
    void bring_in(Missing missing = Missing::keep) {
        const auto counts = import(source_.path(), missing);
        ASSERT_TRUE(counts) << words(counts.error());
    }

    search::SearchResult search(std::string_view text, Language reader = languages::german,
                                const search::SearchFilter& filter = {}) const {
        std::vector<Language> order{reader};
        for (const Language other : {languages::german, languages::polish, languages::english})
            if (other != reader) order.push_back(other);
        return index_->search({search::clean_query(text), order, filter, 0, 20});
    }
    /// Keys of the records that were found.
    std::set<std::string> found(std::string_view text, Language reader = languages::german) const {
        std::set<std::string> keys;
        const db::Reader reader_connection = database_->read();
        for (const auto& hit : search(text, reader).hits)
            keys.insert(key_of_id(*reader_connection, hit.kind, hit.id).value_or("?"));
        return keys;
    }
    bool finds(std::string_view text, const std::string& key, Language reader = languages::german) const {
        return found(text, reader).contains(key);
    }

    TemporaryFolder source_;
    std::unique_ptr<search::SearchIndex> index_;
};

TEST_F(SearchTest, FindsWordsInAllTheirForms) {
    for (const auto* query :
         {"Brachfläche", "brachflächen", "BRACHFLAECHE", "brachflache", "Revitalisierung",
          "Brachflächenrevitalisierung", "rewitalizacja", "rewitalizację", "brownfield", "workshops"})
        EXPECT_TRUE(finds(query, "workshop")) << query;
    for (const auto* query : {"swietochlowice", "Świętochłowice", "swietochlowicach", "Brotfeste", "chleb"})
        EXPECT_TRUE(finds(query, "bread")) << query;
    EXPECT_TRUE(found("Straßenbahn").empty());
}

TEST_F(SearchTest, AllWordsCountTogether) {
    EXPECT_TRUE(finds("Werkstatt Brachflächen", "workshop"));
    EXPECT_EQ(search("Werkstatt Brachflächen").match, search::SearchResult::Match::all_words);
    const auto some = search("Werkstatt Einhorn");
    EXPECT_EQ(some.match, search::SearchResult::Match::some_words);
    EXPECT_EQ(some.total, 1U);
    EXPECT_TRUE(finds("die Werkstatt und die Brachflächen", "workshop")) << "little words are no condition";
}

TEST_F(SearchTest, NamesOfPlacesStandForEachOther) {
    for (const auto* query : {"Kattowitz", "Katowice", "katowicach", "Spodek"}) {
        EXPECT_TRUE(finds(query, "workshop", languages::german)) << query << ": by the place within";
        EXPECT_TRUE(finds(query, "workshop", languages::polish)) << query;
    }
    const auto result = search("Kattowitz");
    ASSERT_FALSE(result.hits.empty());
    EXPECT_TRUE(std::ranges::any_of(result.hits, [](const auto& hit) { return !hit.through.empty(); }));
}

TEST_F(SearchTest, ShortNamesStandForLongOnes) {
    EXPECT_TRUE(finds("RVR", "rvr"));
    EXPECT_TRUE(finds("Regionalverband Ruhr", "rvr"));
}

TEST_F(SearchTest, MendsTypingErrors) {
    EXPECT_TRUE(finds("Wekrstatt", "workshop"));
    EXPECT_TRUE(finds("Kattovitz", "workshop"));
    const auto corrected = search("Wekrstatt");
    ASSERT_EQ(corrected.corrections.size(), 1U);
    EXPECT_EQ(corrected.corrections[0].asked, "wekrstatt");
    EXPECT_EQ(corrected.corrections[0].used, "werkstatt");
    EXPECT_TRUE(search("Werkstatt").corrections.empty());
}

TEST_F(SearchTest, ResultsInTheReadersLanguageComeFirst) {
    const auto german = search("rewitalizacja", languages::german);
    ASSERT_EQ(german.total, 1U);
    EXPECT_EQ(german.own, 0U);
    EXPECT_FALSE(german.hits[0].own);
    EXPECT_EQ(german.hits[0].language, languages::polish);
    const auto polish = search("rewitalizacja", languages::polish);
    EXPECT_EQ(polish.own, 1U);
    EXPECT_TRUE(polish.hits[0].own);
}

TEST_F(SearchTest, CountsAndFilters) {
    const auto all = search("Ruhr");
    const auto narrowed = search("Werkstatt", languages::german, {.kind = "expert_exchange", .year = 2024});
    EXPECT_EQ(narrowed.total, 1U);
    EXPECT_EQ(narrowed.years.at(2024), 1U);
    const auto other_year = search("Werkstatt", languages::german, {.year = 1999});
    EXPECT_EQ(other_year.total, 0U);
    EXPECT_EQ(other_year.years.at(2024), 1U) << "what the year would be without the condition on it";
    EXPECT_TRUE(other_year.kinds.empty()) << "no kind has results in that year";
    std::size_t sum = 0;
    for (const auto& [kind, count] : all.kinds) sum += count;
    EXPECT_EQ(sum, all.total);
}

TEST_F(SearchTest, NoAddressesAndNoMarkup) {
    EXPECT_TRUE(found("geheim").empty());
    EXPECT_TRUE(found("pfad").empty());
    EXPECT_TRUE(finds("leben", "workshop"));
}

TEST_F(SearchTest, FollowsChanges) {
    EXPECT_TRUE(found("Leuchtturm").empty());
    source_.edit("found.yaml", "de: Brotfest", "de: Leuchtturmfest");
    bring_in();
    EXPECT_TRUE(index_->catch_up());
    EXPECT_TRUE(finds("Leuchtturm", "bread"));
    EXPECT_FALSE(finds("Brotfest", "bread"));
    EXPECT_FALSE(index_->catch_up()) << "nothing more to do";
}

TEST_F(SearchTest, FollowsANewNameOfAPlace) {
    EXPECT_FALSE(finds("Stalinogród", "workshop"));
    source_.edit("base.yaml", "name: {pl: Katowice, de: Kattowitz}", "name: {pl: Stalinogród, de: Kattowitz}");
    bring_in();
    index_->catch_up();
    EXPECT_TRUE(finds("Stalinogród", "workshop")) << "the activity itself was not changed";
}

TEST_F(SearchTest, ForgetsWhatIsRemoved) {
    const std::string text(activities);
    source_.write("found.yaml", text.substr(0, text.find("  - key: bread")));
    bring_in(Missing::remove);
    index_->catch_up();
    EXPECT_TRUE(found("Brotfest").empty());
    EXPECT_TRUE(finds("Werkstatt", "workshop"));
    search::SearchIndex afresh(*database_, clock_);
    afresh.refresh();
    EXPECT_EQ(afresh.size().records, index_->size().records) << "nor does it come back with the next start";
}

TEST_F(SearchTest, OffersNoWordOfWhatIsNotPublicAnyMore) {
    const auto offered = [&](std::string_view text) {
        std::set<std::string> list;
        for (const auto& completion : index_->completions(text, languages::german, 8)) list.insert(completion.word);
        return list;
    };
    EXPECT_TRUE(offered("brotf").contains("brotfest"));
    ASSERT_EQ(search("brotfets").corrections.size(), 1U);
    source_.edit("found.yaml", "  - key: bread\n", "  - key: bread\n    visible_to: {organisation: rvr}\n");
    bring_in();
    index_->catch_up();
    EXPECT_FALSE(offered("brotf").contains("brotfest"));
    EXPECT_TRUE(search("brotfets").corrections.empty());
    EXPECT_TRUE(found("brotfest").empty());
}

TEST_F(SearchTest, GoesOnWhereItWasStopped) {
    database_->write([](db::Connection& connection) {
        search::store::begin_anew(connection, {"new", search::analysis_version, 0});
    });
    search::Indexer first(clock_);
    ASSERT_TRUE(first.step(*database_, 3));
    const auto stopped_at = [&] {
        const db::Reader reader = database_->read();
        return search::store::state(*reader)->sequence;
    };
    EXPECT_EQ(stopped_at(), 3);
    index_->refresh();
    const auto half = index_->size().records;
    search::Indexer second(clock_); // another process, say
    ASSERT_TRUE(second.step(*database_, 4));
    EXPECT_EQ(stopped_at(), 7);
    EXPECT_TRUE(first.catch_up(*database_)) << "which also sees what the other has done";
    EXPECT_FALSE(second.catch_up(*database_));
    index_->refresh();
    EXPECT_GT(index_->size().records, half);
    EXPECT_TRUE(finds("Brachfläche", "workshop"));
    EXPECT_TRUE(finds("swietochlowice", "bread"));
}

TEST_F(SearchTest, AnotherAnalysisBeginsAnew) {
    database_->write([](db::Connection& connection) {
        connection.execute("UPDATE search_state SET analysis = analysis - 1");
        connection.execute("UPDATE search_words SET word = 'alt', stems = 'alt'");
    });
    EXPECT_TRUE(index_->catch_up());
    EXPECT_TRUE(finds("Brachfläche", "workshop"));
}

TEST_F(SearchTest, ARestoredDatabaseIsReadAnew) {
    const auto copy = folder_.path() / "copy.db";
    database_->backup(copy.string(), {});
    source_.edit("found.yaml", "de: Brotfest", "de: Leuchtturmfest");
    bring_in();
    index_->catch_up();
    ASSERT_TRUE(finds("Leuchtturm", "bread"));
    db::restore_sqlite(copy, folder_.path() / "record.db", {});
    index_->catch_up();
    EXPECT_TRUE(found("Leuchtturm").empty());
    EXPECT_TRUE(finds("Brotfest", "bread"));
}

TEST_F(SearchTest, CompletesWords) {
    const auto list = index_->completions("die brachf", languages::german, 5);
    ASSERT_FALSE(list.empty());
    EXPECT_EQ(list[0].word.substr(0, 6), "brachf");
    EXPECT_TRUE(index_->completions("kattow", languages::polish, 5).size() == 1) << "names in any language";
    EXPECT_TRUE(index_->completions("brachf ", languages::german, 5).empty()) << "a word that is finished";
    EXPECT_TRUE(index_->completions("", languages::german, 5).empty());
}

TEST_F(SearchTest, AnswersAnything) {
    for (const auto* query : {"", " ", "\"", "AND OR NOT", "a*", "-", "NEAR(", "'; DROP TABLE texts; --", "\xFF\xFE",
                              "%", "\t\n", "😀", "ا", "東京", "………", "a b c d e f g h i j k l m n o p"})
        EXPECT_NO_THROW((void)search(query)) << query;
}

} // namespace
} // namespace interregio
