#include "base/free_name.h"

#include <gtest/gtest.h>
#include <set>

namespace interregio {
namespace {

TEST(FreeName, IsTheWantedOneOrTheLowestNumberBehindARun) {
    std::set<std::string> names;
    int asked = 0;
    const auto taken = [&](const std::string& name) {
        ++asked;
        return names.contains(name);
    };
    EXPECT_EQ(free_name("essen", taken), "essen");
    names.insert("essen");
    for (int number = 2; number <= 1000; ++number) {
        const std::string next = free_name("essen", taken);
        EXPECT_EQ(next, "essen-" + std::to_string(number));
        names.insert(next);
    }
    asked = 0;
    EXPECT_EQ(free_name("essen", taken), "essen-1001");
    EXPECT_LE(asked, 25);
}

} // namespace
} // namespace interregio
