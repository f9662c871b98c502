// What an import refuses: each with file, line, path and reason, all of a folder at once, and the database untouched.

#include "small_record.h"

#include <algorithm>

namespace interregio {
namespace {

class ImportRefusals : public RecordTest {
  protected:
    void SetUp() override {
        RecordTest::SetUp();
        write_small_record(source_);
    }
    /// The problems of the folder; the database must be as empty as before.
    std::vector<Problem> problems() {
        const auto counts = import(source_.path());
        EXPECT_FALSE(counts);
        EXPECT_EQ(count("journal"), 0);
        EXPECT_EQ(count("blobs"), 0);
        return counts ? std::vector<Problem>{} : counts.error();
    }
    /// The only problem of the folder.
    Problem problem() {
        const auto list = problems();
        EXPECT_EQ(list.size(), 1U) << words(list);
        return list.empty() ? Problem{} : list.front();
    }
    TemporaryFolder source_;
};

TEST_F(ImportRefusals, SayFileLineColumnAndPath) {
    source_.edit("activities.yaml", "age_to: 18", "age_to: eighteen");
    const Problem found = problem();
    EXPECT_EQ(found.file, "activities.yaml");
    EXPECT_EQ(found.mark.line, 22U);
    EXPECT_EQ(found.mark.column, 17U);
    EXPECT_EQ(found.path, "activities[0].participants[0].age_to");
    EXPECT_EQ(found.refusal, (Refusal{"refusal.value.whole_number", {{"found", "eighteen"}}}));
}

TEST_F(ImportRefusals, AreReportedAllAtOnce) {
    source_.edit("activities.yaml", "status: held", "status: happened");
    source_.edit("activities.yaml", "age_from: 15", "age_from: -1");
    source_.edit("base.yaml", "country: DE", "country: Germany");
    source_.edit("base.yaml", "seat: katowice", "seat: nowhere");
    const auto list = problems();
    ASSERT_EQ(list.size(), 4U) << words(list);
    EXPECT_EQ(list[0].refusal.key, "refusal.value.choice");
    EXPECT_EQ(list[0].refusal.arguments[1].second, "idea, planned, announced, held, postponed, cancelled");
    EXPECT_EQ(list[1].refusal.key, "refusal.value.range");
    EXPECT_EQ(list[2].refusal.key, "refusal.value.country");
    EXPECT_EQ(list[3].refusal, (Refusal{"refusal.tree.unknown_reference", {{"found", "nowhere"}, {"kind", "places"}}}));
}

TEST_F(ImportRefusals, UnknownAndMissingFields) {
    source_.edit("activities.yaml", "    form: on_site\n", "    from: on_site\n");
    const auto list = problems();
    ASSERT_EQ(list.size(), 2U) << words(list);
    EXPECT_EQ(list[0].refusal, (Refusal{"refusal.tree.missing_field", {{"field", "form"}}}));
    EXPECT_EQ(list[1].refusal.key, "refusal.tree.unknown_field");
    EXPECT_EQ(list[1].mark.line, 8U);
}

TEST_F(ImportRefusals, RulesBetweenFields) {
    source_.edit("activities.yaml", "date: \"2025-10\"", "date: \"2027-10\"");
    source_.edit("activities.yaml", "head_count: not_known", "head_count: about");
    source_.edit("activities.yaml", "age_to: 18", "age_to: 12");
    const auto list = problems();
    ASSERT_EQ(list.size(), 4U) << words(list);
    EXPECT_EQ(list[0].refusal.key, "refusal.rule.future");
    EXPECT_EQ(list[1].refusal.key, "refusal.rule.ages");
    EXPECT_EQ(list[1].path, "activities[0].participants[0].age_to");
    EXPECT_EQ(list[2].refusal.key, "refusal.rule.number_missing");
    EXPECT_EQ(list[3].refusal.key, "refusal.rule.day_outside");
}

TEST_F(ImportRefusals, KeyUsedTwice) {
    source_.edit("base.yaml", "key: gzm", "key: rvr");
    const auto list = problems();
    EXPECT_TRUE(std::ranges::any_of(list, [](const Problem& p) { return p.refusal.key == "refusal.key.twice"; }))
        << words(list);
}

TEST_F(ImportRefusals, WrongUtf8WithItsPlace) {
    source_.edit("activities.yaml", "Ein Besuch", "Ein \xC3 Besuch");
    const Problem found = problem();
    EXPECT_EQ(found.refusal.key, "refusal.yaml.not_utf8");
    EXPECT_EQ(found.mark.line, 30U);
    EXPECT_EQ(found.mark.column, 23U);
}

TEST_F(ImportRefusals, AliasBomb) {
    source_.write("activities.yaml", "a: &a [x,x]\nb: &b [*a,*a]\nactivities: [*b]\n");
    EXPECT_EQ(problem().refusal, (Refusal{"refusal.yaml.anchor", {{"found", "&a"}}}));
}

TEST_F(ImportRefusals, TwoGigabyteFileWithoutReadingIt) {
    std::filesystem::resize_file(source_.path() / "activities.yaml", std::uintmax_t{2} << 30);
    const Problem found = problem();
    EXPECT_EQ(found.refusal.key, "refusal.file.too_large");
    EXPECT_EQ(found.file, "record.yaml");
}

TEST_F(ImportRefusals, PathsAndLinksThatLeadOut) {
    TemporaryFolder elsewhere;
    elsewhere.write("secret.png", tiny_png_bytes);
    for (const std::string name : {"../secret.png", "/etc/passwd", "images/../../secret.png"}) {
        write_small_record(source_);
        source_.edit("base.yaml", "file: images/tower.png", "file: " + name);
        EXPECT_EQ(problem().refusal.key, "refusal.file.outside") << name;
    }
    write_small_record(source_);
    std::filesystem::create_symlink(elsewhere.path() / "secret.png", source_.path() / "images/link.png");
    source_.edit("base.yaml", "file: images/tower.png", "file: images/link.png");
    EXPECT_EQ(problem().refusal.key, "refusal.file.outside");
    std::filesystem::create_directory_symlink(elsewhere.path(), source_.path() / "away");
    source_.edit("base.yaml", "file: images/link.png", "file: away/secret.png");
    EXPECT_EQ(problem().refusal.key, "refusal.file.outside");
}

TEST_F(ImportRefusals, LinkThatStaysInsideIsFollowed) {
    std::filesystem::create_symlink("tower.png", source_.path() / "images/link.png");
    source_.edit("base.yaml", "file: images/tower.png", "file: images/link.png");
    const auto counts = import(source_.path());
    EXPECT_TRUE(counts) << words(counts.error());
}

TEST_F(ImportRefusals, ImageThatIsNone) {
    source_.write("images/tower.png", "<svg xmlns='http://www.w3.org/2000/svg'/>");
    EXPECT_TRUE(problem().refusal.key.starts_with("refusal.media.")) << problem().refusal.key;
}

TEST_F(ImportRefusals, FolderOrFormatMissing) {
    EXPECT_EQ(import("/nonexistent-folder").error()[0].refusal.key, "refusal.folder.none");
    source_.write("record.yaml", "include: [base.yaml, activities.yaml]\n");
    EXPECT_EQ(problem().refusal.key, "refusal.folder.format");
}

TEST_F(ImportRefusals, UnknownKindOfRecord) {
    source_.write("activities.yaml", source_.read("activities.yaml") + "meetings: []\n");
    EXPECT_EQ(problem().refusal.key, "refusal.tree.unknown_field");
}

TEST_F(ImportRefusals, TextWithoutItsOriginal) {
    source_.edit("activities.yaml", "title: {de: Besuch in Kattowitz, pl: Wizyta w Katowicach}",
                 "title: {original: en, de: Besuch in Kattowitz}");
    EXPECT_EQ(problem().refusal, (Refusal{"refusal.text.no_original", {{"found", "en"}}}));
}

TEST_F(ImportRefusals, TextThatOnlyNamesItsOriginal) {
    source_.edit("activities.yaml", "title: {de: Besuch in Kattowitz, pl: Wizyta w Katowicach}",
                 "title: {original: pl}");
    EXPECT_EQ(problem().refusal, (Refusal{"refusal.text.no_original", {{"found", "pl"}}}));
}

TEST_F(ImportRefusals, TranslationOfARevisionThatIsNotThere) {
    source_.edit("activities.yaml", "title: {de: Besuch in Kattowitz, pl: Wizyta w Katowicach}",
                 "title: {de: {text: Besuch, revision: 2}, pl: {text: Wizyta, of: 3}}");
    EXPECT_EQ(problem().refusal, (Refusal{"refusal.text.of_unknown_revision", {{"found", "3"}, {"last", "2"}}}));
}

TEST_F(ImportRefusals, CheckFindsTheSameWithoutADatabase) {
    source_.edit("activities.yaml", "age_to: 18", "age_to: eighteen");
    const auto checked = check_folder(source_.path(), {languages::german, languages::polish}, clock_,
                                      [](std::string_view, std::size_t, std::size_t) {});
    ASSERT_FALSE(checked);
    EXPECT_EQ(words(checked.error()), words(problems()));
}

} // namespace
} // namespace interregio
