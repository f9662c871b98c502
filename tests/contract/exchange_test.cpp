// Import and export: nothing is lost, nothing is done twice, and what is wrong is said where it stands.

#include "modules/journal/journal.h"
#include "modules/record/record_tree.h"
#include "small_record.h"

namespace interregio {
namespace {

class ExchangeTest : public RecordTest {
  protected:
    void SetUp() override {
        RecordTest::SetUp();
        write_small_record(source_);
    }
    void import_source() {
        const auto counts = import(source_.path());
        ASSERT_TRUE(counts) << words(counts.error());
    }
    Activity visit() {
        const db::Reader reader = database_->read();
        return *find(*reader, *id_of_key<Activity>(*reader, "visit"));
    }
    /// All files of a folder by name.
    static std::map<std::string, std::string> files_of(const std::filesystem::path& path) {
        std::map<std::string, std::string> files;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(path)) {
            if (!entry.is_regular_file()) continue;
            std::ifstream stream(entry.path(), std::ios::binary);
            files[entry.path().lexically_relative(path).string()] = {std::istreambuf_iterator<char>(stream), {}};
        }
        return files;
    }

    TemporaryFolder source_;
};

/// Finds fields of a loaded record that hold nothing: the fixture is to use every one.
class EmptyFields {
  public:
    template <class T, class... Limits> void operator()(std::string_view, T&, const Limits&...) {}
    template <class T, class... Limits>
    void operator()(std::string_view name, std::optional<T>& value, const Limits&...) {
        if (!value) names.emplace_back(name);
    }
    void operator()(std::string_view name, LocalizedText& text, const TextLimits&) {
        if (text.empty()) names.emplace_back(name);
    }
    template <class T> void operator()(std::string_view name, std::vector<T>& list, const ListLimits& = {}) {
        if (list.empty()) names.emplace_back(name);
        if constexpr (NestedRow<T>) {
            if (!list.empty()) describe(*this, list.front());
        }
    }
    std::vector<std::string> names;
};

TEST_F(ExchangeTest, EveryFieldOfAnActivityComesBackFromTheStore) {
    import_source();
    Activity activity = visit();
    EmptyFields empty;
    describe(empty, activity);
    EXPECT_EQ(empty.names, std::vector<std::string>{});
    EXPECT_EQ(activity.title.find(languages::polish)->body, "Wizyta w Katowicach");
    EXPECT_EQ(activity.programme[0].begins, "09:00");
    EXPECT_EQ(activity.participants[0].number, 17);
    EXPECT_EQ(activity.outcomes[0].responsible.size(), 2U);
    EXPECT_EQ(activity.slugs.current(languages::polish), "wizyta-w-katowicach");
}

TEST_F(ExchangeTest, ImportingTwiceChangesNothing) {
    import_source();
    const auto entries = count("journal");
    const auto second = import(source_.path());
    ASSERT_TRUE(second) << words(second.error());
    EXPECT_EQ(second->created, 0U);
    EXPECT_EQ(second->changed, 0U);
    EXPECT_EQ(second->unchanged, static_cast<std::size_t>(entries));
    EXPECT_EQ(count("journal"), entries);
}

TEST_F(ExchangeTest, ExportImportedElsewhereIsTheSameRecord) {
    import_source();
    // A second revision, so that earlier ones travel too.
    source_.edit("activities.yaml", "Besuch in Kattowitz", "Delegation in Kattowitz");
    import_source();
    TemporaryFolder out;
    ASSERT_TRUE(export_to(out.path() / "first"));

    const auto second = db::open_sqlite(out.path() / "second.db", db::OpenMode::create);
    ASSERT_TRUE(db::migrate(*second, embedded::migrations::files(), clock_));
    const Activity before = visit();
    std::swap(database_, const_cast<std::unique_ptr<db::Database>&>(second));
    const auto counts = import(out.path() / "first");
    ASSERT_TRUE(counts) << words(counts.error());
    const Activity after = visit();
    EXPECT_EQ(after.id, before.id);
    EXPECT_EQ(after.title, before.title);
    EXPECT_EQ(after.title.find(languages::german)->earlier.at(0).body, "Besuch in Kattowitz");
    EXPECT_EQ(after.slugs, before.slugs);
    ASSERT_TRUE(export_to(out.path() / "second"));
    EXPECT_EQ(files_of(out.path() / "first"), files_of(out.path() / "second"));
}

TEST_F(ExchangeTest, ImportingAnUnchangedExportChangesNothing) {
    import_source();
    TemporaryFolder out;
    ASSERT_TRUE(export_to(out.path() / "folder"));
    const auto counts = import(out.path() / "folder");
    ASSERT_TRUE(counts) << words(counts.error());
    EXPECT_EQ(counts->created + counts->changed, 0U);
}

TEST_F(ExchangeTest, EditedFolderChangesJustWhatWasEdited) {
    import_source();
    const auto entries = count("journal");
    clock_.set(test_time() + std::chrono::hours(1));
    source_.edit("activities.yaml", "Besuch in Kattowitz", "Delegation in Kattowitz");
    const auto counts = import(source_.path());
    ASSERT_TRUE(counts) << words(counts.error());
    EXPECT_EQ(counts->changed, 1U);
    EXPECT_EQ(counts->created, 0U);
    ASSERT_EQ(count("journal"), entries + 1);

    const Activity activity = visit();
    EXPECT_EQ(activity.title.state(languages::polish), TranslationState::behind);
    EXPECT_EQ(activity.slugs.slugs.at(languages::german),
              (std::vector<std::string>{"besuch-in-kattowitz", "delegation-in-kattowitz"}));
    const db::Reader reader = database_->read();
    const auto history = history_of(*reader, activity.id.uuid());
    ASSERT_EQ(history.size(), 2U);
    EXPECT_EQ(history[1].change.at("title/de/text"), Tree::array({"Besuch in Kattowitz", "Delegation in Kattowitz"}));
    EXPECT_EQ(history[1].actor, "test");
    EXPECT_FALSE(history[1].change.contains("title/pl/text"));
    const auto address = find_address(*reader, RecordKind::activity, languages::german, "besuch-in-kattowitz");
    ASSERT_TRUE(address);
    EXPECT_EQ(address->current_slug, "delegation-in-kattowitz");
}

TEST_F(ExchangeTest, RecordAsItStoodAtAnEarlierEntry) {
    import_source();
    const Activity first = visit();
    std::int64_t then = 0;
    {
        const db::Reader reader = database_->read();
        then = last_sequence(*reader);
    }
    source_.edit("activities.yaml", "number: 17", "number: 49");
    source_.edit("activities.yaml", "head_count: exact", "head_count: about");
    import_source();
    const db::Reader reader = database_->read();
    auto earlier = record_at(*reader, first.id, then);
    ASSERT_TRUE(earlier);
    EXPECT_EQ(earlier->participants[0].number, 17);
    EXPECT_EQ(tree_of(*earlier, journal_style()), tree_of(first, journal_style()));
    EXPECT_EQ(record_at(*reader, first.id, last_sequence(*reader))->participants[0].number, 49);
    EXPECT_FALSE(record_at(*reader, first.id, 0)) << "it did not exist yet";
}

TEST_F(ExchangeTest, RowsKeepTheirIdsWhenAFolderWithoutIdsIsEdited) {
    import_source();
    const auto before = visit().participants;
    source_.edit("activities.yaml", "age_to: 18", "age_to: 19");
    import_source();
    const auto after = visit().participants;
    EXPECT_EQ(after[0].id, before[0].id);
    EXPECT_EQ(after[1].id, before[1].id);
    EXPECT_EQ(after[0].label.find(languages::german)->revision, 1);
}

TEST_F(ExchangeTest, StoredRecordsThatTheFolderLacksStayUnlessAsked) {
    import_source();
    source_.write("activities.yaml", "activities: []\n");
    auto counts = import(source_.path());
    ASSERT_TRUE(counts) << words(counts.error());
    EXPECT_EQ(counts->not_in_folder, 1U);
    EXPECT_EQ(count("activities"), 1);
    const Id<Activity> id = visit().id;

    counts = import(source_.path(), Missing::remove);
    ASSERT_TRUE(counts) << words(counts.error());
    EXPECT_EQ(counts->removed, 1U);
    EXPECT_EQ(count("activities"), 0);
    const db::Reader reader = database_->read();
    EXPECT_EQ(history_of(*reader, id.uuid()).back().operation, JournalOperation::removed);
    EXPECT_FALSE(record_at(*reader, id, last_sequence(*reader)));
    EXPECT_TRUE(record_at(*reader, id, last_sequence(*reader) - 1)) << "what was removed can be shown";
    EXPECT_FALSE(find_address(*reader, RecordKind::activity, languages::german, "besuch-in-kattowitz"));
}

TEST_F(ExchangeTest, AddressesOfTwoActivitiesWithOneTitleDiffer) {
    source_.write("activities.yaml", source_.read("activities.yaml") + R"(  - key: second-visit
    kind: festival
    status: announced
    date: "2027-06"
    form: online
    partnerships: [ruhr-gzm]
    title: {de: Besuch in Kattowitz}
)");
    import_source();
    const db::Reader reader = database_->read();
    const auto second = *find(*reader, *id_of_key<Activity>(*reader, "second-visit"));
    EXPECT_EQ(second.slugs.current(languages::german), "besuch-in-kattowitz-2");
    EXPECT_EQ(second.slugs.current(languages::polish), "besuch-in-kattowitz")
        << "from the original where no translation is";
}

TEST_F(ExchangeTest, GivenSlugOfAnotherRecordIsRefused) {
    import_source();
    source_.write("activities.yaml", source_.read("activities.yaml") + R"(  - key: second-visit
    slugs: {de: [besuch-in-kattowitz]}
    kind: festival
    status: announced
    date: "2027-06"
    form: online
    partnerships: [ruhr-gzm]
    title: {de: Anderes}
)");
    const auto entries = count("journal");
    const auto counts = import(source_.path());
    ASSERT_FALSE(counts);
    EXPECT_EQ(counts.error()[0].refusal.key, "refusal.slug.taken");
    EXPECT_EQ(count("journal"), entries) << "nothing of the folder is kept";
}

} // namespace
} // namespace interregio
