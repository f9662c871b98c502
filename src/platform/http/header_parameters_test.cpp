#include "platform/http/header_parameters.h"

#include <gtest/gtest.h>

namespace interregio::http {
namespace {

TEST(HeaderParameters, AreReadAsTheStandardAndBrowsersWriteThem) {
    const auto type = parse_parameters(R"( Text/HTML ; Charset=UTF-8;; a="b;c" ; )");
    ASSERT_TRUE(type);
    EXPECT_EQ(type->value, "text/html");
    ASSERT_EQ(type->parameters.size(), 2U);
    EXPECT_EQ(type->find("charset"), "UTF-8");
    EXPECT_EQ(type->find("a"), "b;c");
    EXPECT_FALSE(type->find("b"));
}

TEST(HeaderParameters, KnowQuotesInQuotes) {
    EXPECT_EQ(parse_parameters(R"(a; b="\"\\")")->find("b"), R"("\)");
    EXPECT_EQ(parse_parameters(R"(a; b="C:\new\x.png")")->find("b"), R"(C:\new\x.png)");
    EXPECT_EQ(parse_parameters(R"(a; b="")")->find("b"), "");
    EXPECT_EQ(parse_parameters("a; b=\"Żabie Łąki\"")->find("b"), "Żabie Łąki");
}

TEST(HeaderParameters, RefuseWhatCannotBeRead) {
    for (const std::string_view text :
         {"",        " ",           ";",           "; a=b",       "a b",         "a; b",     "a; =b",       "a; b=",
          "a; b= c", "a; b =c",     "a; b=\"",     "a; b=\"c",    "a; b=\"\\\"", "a; b=c d", "a; b=\"c\"d", "a; b=ä",
          "ä",       "a; b=\"\n\"", "a; b=\"\t\"", "a; b=1; B=2", "\"a\"",       "a, b"})
        EXPECT_FALSE(parse_parameters(text)) << text;
    using namespace std::string_view_literals;
    EXPECT_FALSE(parse_parameters("a; b=\"\0\""sv));
}

} // namespace
} // namespace interregio::http
