#include "platform/yaml/node.h"

#include <gtest/gtest.h>

namespace interregio::yaml {
namespace {

Refusal refusal_of(std::string_view text, const Limits& limits = {}) {
    const auto parsed = parse(text, limits);
    EXPECT_FALSE(parsed) << text;
    return parsed ? Refusal{} : parsed.error().refusal;
}

TEST(YamlNode, RemembersWhereEachValueStood) {
    const auto root = parse("a: 1\nlist:\n  - first\n  - name: x\n");
    ASSERT_TRUE(root);
    const Node& list = root->find("list")->value;
    EXPECT_EQ(list.kind, NodeKind::sequence);
    EXPECT_EQ(list.items[0].mark.line, 3U);
    EXPECT_EQ(list.items[0].mark.column, 5U);
    const Member& name = list.items[1].members[0];
    EXPECT_EQ(name.mark.line, 4U);
    EXPECT_EQ(name.value.mark.column, 11U);
}

TEST(YamlNode, ScalarsStayText) {
    const auto root = parse("country: NO\nyear: 2025\nyes: yes\nnothing:\ntilde: ~\nquoted: \"null\"\nempty: ''\n");
    ASSERT_TRUE(root);
    EXPECT_EQ(root->find("country")->value.scalar, "NO");
    EXPECT_EQ(root->find("year")->value.scalar, "2025");
    EXPECT_EQ(root->find("yes")->value.scalar, "yes");
    EXPECT_EQ(root->find("nothing")->value.kind, NodeKind::null);
    EXPECT_EQ(root->find("tilde")->value.kind, NodeKind::null);
    EXPECT_EQ(root->find("quoted")->value.scalar, "null");
    EXPECT_EQ(root->find("empty")->value.kind, NodeKind::scalar);
    EXPECT_EQ(root->find("missing"), nullptr);
}

TEST(YamlNode, EmptyTextAndByteOrderMark) {
    EXPECT_EQ(parse("")->kind, NodeKind::null);
    EXPECT_EQ(parse("# only a comment\n")->kind, NodeKind::null);
    EXPECT_EQ(parse("\xEF\xBB\xBF"
                    "a: ś\n")
                  ->find("a")
                  ->value.scalar,
              "ś");
}

TEST(YamlNode, RefusesWhatHidesOrMultiplies) {
    EXPECT_EQ(refusal_of("a: &x 1\n").key, "refusal.yaml.anchor");
    EXPECT_EQ(refusal_of("a: *x\n").key, "refusal.yaml.anchor");
    EXPECT_EQ(refusal_of("a: !!int 1\n").key, "refusal.yaml.tag");
    EXPECT_EQ(refusal_of("a: 1\na: 2\n").key, "refusal.yaml.duplicate_key");
    EXPECT_EQ(refusal_of("a: 1\n---\nb: 2\n").key, "refusal.yaml.several_documents");
    EXPECT_EQ(refusal_of("[a, b]: 1\n").key, "refusal.yaml.key_not_text");
    EXPECT_EQ(refusal_of("a: [1\n").key, "refusal.yaml.syntax");
    EXPECT_EQ(refusal_of("a: \"\\x07\"\n").key, "refusal.yaml.control_character");
}

TEST(YamlNode, KeepsItsLimits) {
    EXPECT_TRUE(parse("[[1]]", {.max_depth = 3}));
    EXPECT_EQ(refusal_of("[[[1]]]", {.max_depth = 3}).key, "refusal.yaml.too_deep");
    EXPECT_TRUE(parse("[1, 2]", {.max_nodes = 3}));
    EXPECT_EQ(refusal_of("[1, 2, 3]", {.max_nodes = 3}).key, "refusal.yaml.too_many");
    EXPECT_EQ(refusal_of("{a: 1, b: 2}", {.max_members = 1}).key, "refusal.yaml.too_many");
    EXPECT_EQ(refusal_of(std::string(100'000, '[')).key, "refusal.yaml.too_deep") << "no stack is used up";
}

TEST(YamlNode, SaysWhereTheFirstWrongByteIs) {
    const auto parsed = parse("a: ok\nb: \xC5\x9A\xFF\n");
    ASSERT_FALSE(parsed);
    EXPECT_EQ(parsed.error().refusal.key, "refusal.yaml.not_utf8");
    EXPECT_EQ(parsed.error().mark.line, 2U);
    EXPECT_EQ(parsed.error().mark.column, 5U) << "columns count characters, not bytes";
}

} // namespace
} // namespace interregio::yaml
