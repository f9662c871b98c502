#include "modules/journal/tree.h"

#include <gtest/gtest.h>

namespace interregio {
namespace {

Tree parsed(const char* text) { return Tree::parse(text); }

TEST(TreeDifference, NamesEachChangedPathWithFromAndTo) {
    const Tree change = difference(parsed(R"({"a":1,"t":{"de":{"text":"x"},"pl":{"text":"y"}},"gone":2})"),
                                   parsed(R"({"a":1,"t":{"de":{"text":"z"},"pl":{"text":"y"}},"new":[1]})"));
    EXPECT_EQ(change, parsed(R"({"t/de/text":["x","z"],"gone":[2,null],"new":[null,[1]]})"));
}

TEST(TreeDifference, EqualTreesDifferInNothing) {
    EXPECT_TRUE(difference(parsed(R"({"a":{"b":[1,2]}})"), parsed(R"({"a":{"b":[1,2]}})")).empty());
    EXPECT_TRUE(difference(Tree(), Tree()).empty());
}

TEST(TreeDifference, ListsChangeAsAWhole) {
    EXPECT_EQ(difference(parsed(R"({"a":[1,2]})"), parsed(R"({"a":[1,3]})")), parsed(R"({"a":[[1,2],[1,3]]})"));
}

TEST(TreeDifference, AppliedGivesTheOtherTree) {
    const Tree trees[] = {Tree(),
                          parsed(R"({"a":1})"),
                          parsed(R"({"a":{"b":1,"c":2}})"),
                          parsed(R"({"a":{"b":3}})"),
                          parsed(R"({"b":[{"x":1}],"c":"text"})"),
                          parsed(R"({"a":"no object any more"})")};
    for (const Tree& from : trees)
        for (const Tree& to : trees) {
            Tree tree = from;
            apply_difference(tree, difference(from, to));
            EXPECT_EQ(tree, to.is_null() ? Tree::object() : to) << from << " -> " << to;
        }
}

} // namespace
} // namespace interregio
