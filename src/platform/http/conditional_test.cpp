#include "platform/http/conditional.h"

#include <gtest/gtest.h>

namespace interregio::http {
namespace {

TEST(Conditional, ComparesTags) {
    EXPECT_TRUE(names_etag("\"a\"", "\"a\""));
    EXPECT_TRUE(names_etag("\"x\", W/\"a\"", "\"a\""));
    EXPECT_TRUE(names_etag("*", "\"a\""));
    EXPECT_FALSE(names_etag("\"ab\"", "\"a\""));
    EXPECT_FALSE(names_etag("a", "\"a\""));
    EXPECT_FALSE(names_etag("", "\"a\""));
    EXPECT_FALSE(names_etag("\"a", "\"a\""));
    EXPECT_NE(etag_of("a"), etag_of("b"));
}

} // namespace
} // namespace interregio::http
