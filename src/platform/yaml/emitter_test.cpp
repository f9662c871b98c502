#include "platform/yaml/emitter.h"
#include "platform/yaml/node.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace interregio::yaml {
namespace {

class StringsSurvive : public testing::TestWithParam<std::string> {};

TEST_P(StringsSurvive, WritingAndReading) {
    const auto root = parse(emit({{"text", GetParam()}, {"list", nlohmann::ordered_json::array({GetParam()})}}));
    ASSERT_TRUE(root);
    EXPECT_EQ(root->find("text")->value.kind, NodeKind::scalar);
    EXPECT_EQ(root->find("text")->value.scalar, GetParam());
    EXPECT_EQ(root->find("list")->value.items[0].scalar, GetParam());
}

INSTANTIATE_TEST_SUITE_P(Tricky, StringsSurvive,
                         testing::Values("", "null", "~", "true", "no", "2025", "-1", "+49 201", "a: b", "# c", "- d",
                                         "*e", "&f", "!g", "%h", "@i", "`j`", "\"k\"", "it's", " leading", "trailing ",
                                         "Świętochłowice", "two\nlines", "two\n\nparagraphs\n\n- list", "\n first",
                                         "  indented\nmore", "tab\tinside", "{braces}", "[brackets]",
                                         "colon:", "ends #", "non\u00A0breaking", "emoji 🌍", std::string(500, 'x')));

TEST(YamlEmitter, NumbersArePlain) { EXPECT_EQ(emit({{"a", 17}, {"b", 4435.5}}), "a: 17\nb: 4435.5\n"); }

TEST(YamlEmitter, ShortListsStandInOneLine) {
    EXPECT_EQ(emit({{"fields", {"mobility", "climate"}}}), "fields: [mobility, climate]\n");
}

} // namespace
} // namespace interregio::yaml
