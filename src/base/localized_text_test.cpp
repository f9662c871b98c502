#include "base/localized_text.h"

#include <gtest/gtest.h>

namespace interregio {
namespace {

using languages::english;
using languages::german;
using languages::polish;

const Edit first_edit{"2024-05-02T09:00:00Z", "first"};
const Edit second_edit{"2025-10-20T09:00:00Z", "second"};

LocalizedText written(std::vector<std::pair<Language, std::string>> bodies) {
    LocalizedText text;
    text.original = bodies.front().first;
    for (auto& [language, body] : bodies) text.versions.push_back({.language = language, .body = std::move(body)});
    return text;
}

LocalizedText stored(std::vector<std::pair<Language, std::string>> bodies) {
    return merge({}, written(std::move(bodies)), first_edit);
}

TEST(LocalizedText, NewTextStartsAtRevisionOneAndIsUpToDate) {
    const auto text = stored({{german, "Brot"}, {polish, "chleb"}});
    EXPECT_EQ(text.find(german)->revision, 1);
    EXPECT_EQ(text.find(german)->made_from, 0);
    EXPECT_EQ(text.find(polish)->made_from, 1);
    EXPECT_EQ(text.find(polish)->at, first_edit.at);
    EXPECT_EQ(text.find(polish)->actor, "first");
    EXPECT_EQ(text.state(german), TranslationState::original);
    EXPECT_EQ(text.state(polish), TranslationState::up_to_date);
    EXPECT_EQ(text.state(english), TranslationState::missing);
}

TEST(LocalizedText, ReaderGetsOwnLanguageElseTheOriginal) {
    const auto text = stored({{polish, "chleb"}, {german, "Brot"}});
    EXPECT_EQ(text.for_reader(german)->body, "Brot");
    EXPECT_EQ(text.for_reader(english)->body, "chleb");
    EXPECT_EQ(LocalizedText{}.for_reader(german), nullptr);
}

TEST(LocalizedText, ChangedOriginalLeavesTranslationsBehind) {
    const auto text = merge(stored({{german, "Brot"}, {polish, "chleb"}}),
                            written({{german, "Brote"}, {polish, "chleb"}}), second_edit);
    EXPECT_EQ(text.find(german)->revision, 2);
    EXPECT_EQ(text.find(german)->at, second_edit.at);
    ASSERT_EQ(text.find(german)->earlier.size(), 1U);
    EXPECT_EQ(text.find(german)->earlier[0].body, "Brot");
    EXPECT_EQ(text.state(polish), TranslationState::behind);
    EXPECT_EQ(text.find(polish)->at, first_edit.at) << "the page says from when the translation is";
}

TEST(LocalizedText, TranslationChangedWithTheOriginalIsUpToDate) {
    const auto text = merge(stored({{german, "Brot"}, {polish, "chleb"}}),
                            written({{german, "Brote"}, {polish, "chleby"}}), second_edit);
    EXPECT_EQ(text.find(polish)->revision, 2);
    EXPECT_EQ(text.find(polish)->made_from, 2);
    EXPECT_EQ(text.state(polish), TranslationState::up_to_date);
}

TEST(LocalizedText, TranslationListedBeforeItsOriginalStillKnowsIt) {
    auto incoming = written({{polish, "chleb"}, {german, "Brot"}});
    incoming.original = german;
    const auto text = merge({}, incoming, first_edit);
    EXPECT_EQ(text.versions.front().language, german);
    EXPECT_EQ(text.find(polish)->made_from, 1);
}

TEST(LocalizedText, UnchangedTextIsUntouched) {
    const auto before = stored({{german, "Brot"}, {polish, "chleb"}});
    EXPECT_EQ(merge(before, written({{german, "Brot"}, {polish, "chleb"}}), second_edit), before);
    EXPECT_EQ(merge(before, before, second_edit), before) << "numbers given as they are stored change nothing";
}

TEST(LocalizedText, ConfirmingATranslationBringsItUpToDateWithoutANewRevision) {
    auto text = merge(stored({{german, "Brot"}, {polish, "chleb"}}), written({{german, "Brote"}, {polish, "chleb"}}),
                      second_edit);
    auto confirmed = written({{german, "Brote"}, {polish, "chleb"}});
    confirmed.versions[1].made_from = 2;
    text = merge(text, confirmed, second_edit);
    EXPECT_EQ(text.state(polish), TranslationState::up_to_date);
    EXPECT_EQ(text.find(polish)->revision, 1);
}

TEST(LocalizedText, EditedExportKeepsCountingFromTheStoredRevision) {
    const auto before = stored({{german, "Brot"}, {polish, "chleb"}});
    auto incoming = before; // as exported, with numbers and times
    incoming.versions[1].body = "bochenek";
    const auto text = merge(before, incoming, second_edit);
    EXPECT_EQ(text.find(polish)->revision, 2);
    EXPECT_EQ(text.find(polish)->at, second_edit.at);
    EXPECT_EQ(text.find(polish)->made_from, 1);
}

TEST(LocalizedText, GivenNumbersAndTimesAreKeptInANewText) {
    auto incoming = written({{german, "Brote"}, {english, "bread"}});
    incoming.versions[0].revision = 2;
    incoming.versions[1].made_from = 1;
    incoming.versions[1].at = "2024-01-01T00:00:00Z";
    const auto text = merge({}, incoming, second_edit);
    EXPECT_EQ(text.find(german)->revision, 2);
    EXPECT_EQ(text.state(english), TranslationState::behind);
    EXPECT_EQ(text.find(english)->at, "2024-01-01T00:00:00Z");
}

TEST(LocalizedText, LanguageLeftOutIsRemoved) {
    const auto text = merge(stored({{german, "Brot"}, {polish, "chleb"}}), written({{german, "Brot"}}), second_edit);
    EXPECT_EQ(text.state(polish), TranslationState::missing);
}

TEST(LocalizedText, MakingATranslationTheOriginalKeepsTheOtherUpToDate) {
    const auto before = stored({{german, "Brot"}, {polish, "chleb"}});
    const auto text = merge(before, written({{polish, "chleb"}, {german, "Brot"}}), second_edit);
    EXPECT_EQ(text.original, polish);
    EXPECT_EQ(text.find(polish)->made_from, 0);
    EXPECT_EQ(text.state(german), TranslationState::up_to_date);
}

} // namespace
} // namespace interregio
