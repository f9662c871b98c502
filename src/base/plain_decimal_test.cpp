#include "base/plain_decimal.h"

#include <gtest/gtest.h>

namespace interregio {
namespace {

TEST(PlainDecimal, HasNoExponent) {
    EXPECT_EQ(plain_decimal(0), "0");
    EXPECT_EQ(plain_decimal(0.000001), "0.000001");
    EXPECT_EQ(plain_decimal(-4439.5), "-4439.5");
    EXPECT_EQ(plain_decimal(1e15), "1000000000000000");
    EXPECT_EQ(std::stod(plain_decimal(1.5e-300)), 1.5e-300);
    EXPECT_EQ(std::stod(plain_decimal(1.5e300)), 1.5e300);
}

} // namespace
} // namespace interregio
