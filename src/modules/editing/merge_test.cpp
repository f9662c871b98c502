#include "modules/editing/merge.h"

#include <gtest/gtest.h>

namespace interregio::editing {
namespace {

const Tree base = Tree::parse(R"({"date":"2019-08","status":"held","title":{"original":"de","de":"Reise","pl":"Podróż"},
    "fields":["a","b"],"people":[{"id":"1","role":"guest"},{"id":"2","role":"host"}]})");

Tree with(const char* change) {
    Tree tree = base;
    tree.merge_patch(Tree::parse(change));
    return tree;
}
Tree rows(const char* people) {
    Tree tree = base;
    tree["people"] = Tree::parse(people);
    return tree;
}
Merged merged(const Tree& theirs, const Tree& mine, const Choices& choices = {}) {
    return merge(base, theirs, mine, choices);
}

TEST(Merge, TakesWhatOneSideChanged) {
    EXPECT_EQ(merged(base, base).tree, base);
    EXPECT_EQ(merged(with(R"({"date":"2020"})"), base).tree, with(R"({"date":"2020"})"));
    EXPECT_EQ(merged(base, with(R"({"date":"2020"})")).tree, with(R"({"date":"2020"})"));
}

TEST(Merge, TakesDifferentFieldsOfBoth) {
    const auto result = merged(with(R"({"date":"2020","title":{"pl":"Wizyta"}})"),
                               with(R"({"status":"cancelled","title":{"de":"Fahrt"}})"));
    EXPECT_TRUE(result.collisions.empty());
    EXPECT_EQ(result.tree, with(R"({"date":"2020","status":"cancelled","title":{"de":"Fahrt","pl":"Wizyta"}})"));
}

TEST(Merge, TakesWhatBothChangedAlike) {
    const auto result = merged(with(R"({"date":"2020"})"), with(R"({"date":"2020"})"));
    EXPECT_TRUE(result.collisions.empty());
    EXPECT_EQ(result.tree, with(R"({"date":"2020"})"));
}

TEST(Merge, CollidesWhereBothChangedTheSame) {
    const auto result = merged(with(R"({"title":{"de":"Ihre"}})"), with(R"({"title":{"de":"Meine"}})"));
    EXPECT_EQ(result.collisions, (std::vector<Collision>{{"title/de", "Reise", "Ihre", "Meine"}}));
    EXPECT_EQ(result.tree, with(R"({"title":{"de":"Ihre"}})"));
}

TEST(Merge, TakesTheSideThatWasChosen) {
    const Tree theirs = with(R"({"date":"2020","status":"idea"})");
    const Tree mine = with(R"({"date":"2021","status":"planned"})");
    const auto result = merged(theirs, mine, {{"date", Side::mine}, {"status", Side::theirs}});
    EXPECT_TRUE(result.collisions.empty());
    EXPECT_EQ(result.tree, with(R"({"date":"2021","status":"idea"})"));
}

TEST(Merge, CollidesWhereOneRemovedAndTheOtherChanged) {
    EXPECT_EQ(merged(with(R"({"date":null})"), with(R"({"date":"2021"})")).collisions,
              (std::vector<Collision>{{"date", "2019-08", nullptr, "2021"}}));
    const auto result = merged(rows(R"([{"id":"2","role":"host"}])"),
                               rows(R"([{"id":"1","role":"speaker"},{"id":"2","role":"host"}])"));
    ASSERT_EQ(result.collisions.size(), 1U);
    EXPECT_EQ(result.collisions[0].path, "people/1");
    EXPECT_TRUE(result.collisions[0].theirs.is_null());
}

TEST(Merge, MergesRowsByTheirIds) {
    const auto result =
        merged(rows(R"([{"id":"1","role":"speaker"},{"id":"2","role":"host"},{"id":"3","role":"guest"}])"),
               rows(R"([{"id":"2","role":"moderator"},{"id":"1","role":"guest"},{"role":"contact"}])"));
    EXPECT_TRUE(result.collisions.empty());
    EXPECT_EQ(
        result.tree["people"],
        Tree::parse(
            R"([{"id":"2","role":"moderator"},{"id":"1","role":"speaker"},{"role":"contact"},{"id":"3","role":"guest"}])"));
}

TEST(Merge, RemovesARowThatOnlyOneSideTouched) {
    EXPECT_EQ(merged(base, rows(R"([{"id":"2","role":"host"}])")).tree["people"],
              Tree::parse(R"([{"id":"2","role":"host"}])"));
    EXPECT_EQ(merged(with(R"({"date":"2020"})"), rows("null")).tree.contains("people"), false);
}

TEST(Merge, MergesListsOfValuesValueByValue) {
    const auto result = merged(with(R"({"fields":["a","b","theirs"]})"), with(R"({"fields":["mine","b"]})"));
    EXPECT_TRUE(result.collisions.empty());
    EXPECT_EQ(result.tree["fields"], Tree::parse(R"(["mine","b","theirs"])"));
}

TEST(Merge, KeepsWhatTheOneWhoEditsCannotSee) {
    Tree theirs = base;
    theirs["places"] = {"hidden"};
    theirs["people"].push_back({{"id", "hidden"}, {"role", "host"}});
    const auto result = merge(base, theirs, with(R"({"date":"2020"})"), {});
    EXPECT_TRUE(result.collisions.empty());
    EXPECT_EQ(result.tree["places"], Tree::parse(R"(["hidden"])"));
    EXPECT_EQ(result.tree["people"].size(), 3U);
    EXPECT_EQ(result.tree["date"], "2020");
}

} // namespace
} // namespace interregio::editing
