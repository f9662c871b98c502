#include "modules/editing/typed_number.h"

#include <gtest/gtest.h>

namespace interregio::editing {
namespace {

using namespace languages;

TEST(TypedNumber, ReadsWhatEachLanguageWrites) {
    EXPECT_EQ(plain_number("4.439,5", german), "4439.5");
    EXPECT_EQ(plain_number("4 439,5", polish), "4439.5");
    EXPECT_EQ(plain_number("4\u00a0439,5", polish), "4439.5");
    EXPECT_EQ(plain_number("4\u202f439,5", german), "4439.5");
    EXPECT_EQ(plain_number("4,439.5", english), "4439.5");
    EXPECT_EQ(plain_number("1.234.567", german), "1234567");
    EXPECT_EQ(plain_number("1,234,567", english), "1234567");
    EXPECT_EQ(plain_number("49", german), "49");
    EXPECT_EQ(plain_number("\u22125", german), "-5");
}

TEST(TypedNumber, TakesTheOnlyReadingThatMakesSense) {
    EXPECT_EQ(plain_number("59.5", german), "59.5");
    EXPECT_EQ(plain_number("59,5", english), "59.5");
    EXPECT_EQ(plain_number("2.500", german), "2500");
    EXPECT_EQ(plain_number("2,500", english), "2500");
}

TEST(TypedNumber, LeavesWhatIsNoNumberForTheReaderToRefuse) {
    for (const char* wrong : {"1,2,3", "1.23.456,5", "12a", "about 60", "1,5,5"})
        EXPECT_NE(plain_number(wrong, german).find_first_not_of("0123456789."), std::string::npos) << wrong;
}

TEST(TypedNumber, ReadsBackWhatItWrites) {
    for (const double number : {0.0, 0.5, -17.25, 4439.5, 2246000.0, 51.4556, 0.000001})
        for (const Language language : {german, polish, english}) {
            const std::string typed = typed_number(number, language);
            EXPECT_EQ(std::stod(plain_number(typed, language)), number) << typed;
        }
}

TEST(TypedNumber, DoesNotReadThreeDecimalsAsThousands) {
    EXPECT_EQ(plain_number(typed_number(51.456, german), german), "51.456");
    EXPECT_EQ(plain_number(typed_number(51.456, english), english), "51.456");
}

} // namespace
} // namespace interregio::editing
