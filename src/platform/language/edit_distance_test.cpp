#include "platform/language/edit_distance.h"

#include <gtest/gtest.h>

namespace interregio::language {
namespace {

TEST(EditDistance, CountsErrors) {
    EXPECT_EQ(edit_distance("kattowitz", "kattowitz", 2), 0U);
    EXPECT_EQ(edit_distance("katowitz", "kattowitz", 2), 1U) << "left out";
    EXPECT_EQ(edit_distance("kattowits", "kattowitz", 2), 1U) << "replaced";
    EXPECT_EQ(edit_distance("kattwoitz", "kattowitz", 2), 1U) << "swapped";
    EXPECT_EQ(edit_distance("kattovits", "kattowitz", 2), 2U);
    EXPECT_EQ(edit_distance("", "ab", 2), 2U);
}

TEST(EditDistance, GivesUp) {
    EXPECT_EQ(edit_distance("essen", "gliwice", 2), 3U);
    EXPECT_EQ(edit_distance("a", "abcd", 2), 3U);
    EXPECT_EQ(edit_distance(std::string(100, 'a'), std::string(99, 'a'), 2), 3U) << "too long to be looked at";
    EXPECT_EQ(edit_distance(std::string(100, 'a'), std::string(100, 'a'), 2), 0U);
}

} // namespace
} // namespace interregio::language
