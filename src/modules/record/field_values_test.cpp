#include "modules/record/field_values.h"

#include <gtest/gtest.h>

namespace interregio {
namespace {

std::string refusal_of(const auto& result) { return result ? "" : result.error().key; }

TEST(FieldValues, StringsAreTrimmedAndNormalised) {
    EXPECT_EQ(*read_string("  Go\u0301rny  ", {}), "Górny") << "a combining accent becomes one letter";
    EXPECT_EQ(refusal_of(read_string(" ", {})), "refusal.value.empty");
    EXPECT_EQ(refusal_of(read_string("a\nb", {})), "refusal.value.one_line");
    EXPECT_EQ(refusal_of(read_string("abcd", {.max_length = 3})), "refusal.value.too_long");
    EXPECT_TRUE(read_string("abc", {.max_length = 3}));
}

struct FormCase {
    StringForm form;
    const char* text;
    const char* refusal;
};
class StringForms : public testing::TestWithParam<FormCase> {};
TEST_P(StringForms, AreChecked) {
    const auto& [form, text, refusal] = GetParam();
    EXPECT_EQ(refusal_of(read_string(text, {.form = form})), refusal) << text;
}
INSTANTIATE_TEST_SUITE_P(Values, StringForms,
                         testing::Values(FormCase{StringForm::key, "gzm-2025", ""},
                                         FormCase{StringForm::key, "GZM", "refusal.value.key"},
                                         FormCase{StringForm::key, "-a", "refusal.value.key"},
                                         FormCase{StringForm::key, "a-", "refusal.value.key"},
                                         FormCase{StringForm::url, "https://metropoliagzm.pl/de/", ""},
                                         FormCase{StringForm::url, "http://a.b:8080/x?y=1#z", ""},
                                         FormCase{StringForm::url, "javascript:alert(1)", "refusal.value.url"},
                                         FormCase{StringForm::url, "https://", "refusal.value.url"},
                                         FormCase{StringForm::url, "https://localhost", "refusal.value.url"},
                                         FormCase{StringForm::url, "https://a.b/\"", "refusal.value.url"},
                                         FormCase{StringForm::url, "https://a.b/ą", "refusal.value.url"},
                                         FormCase{StringForm::email, "hoeber@rvr.ruhr", ""},
                                         FormCase{StringForm::email, "a@b", "refusal.value.email"},
                                         FormCase{StringForm::email, "a@b.", "refusal.value.email"},
                                         FormCase{StringForm::email, "a@@b.c", "refusal.value.email"},
                                         FormCase{StringForm::email, "a b@c.d", "refusal.value.email"},
                                         FormCase{StringForm::telephone, "+49 201 2069 6362", ""},
                                         FormCase{StringForm::telephone, "0201 2069", "refusal.value.telephone"},
                                         FormCase{StringForm::telephone, "+49 (201) 1", "refusal.value.telephone"},
                                         FormCase{StringForm::country, "PL", ""},
                                         FormCase{StringForm::country, "pl", "refusal.value.country"},
                                         FormCase{StringForm::country, "POL", "refusal.value.country"},
                                         FormCase{StringForm::time_of_day, "00:00", ""},
                                         FormCase{StringForm::time_of_day, "23:59", ""},
                                         FormCase{StringForm::time_of_day, "24:00", "refusal.value.time_of_day"},
                                         FormCase{StringForm::time_of_day, "12:60", "refusal.value.time_of_day"},
                                         FormCase{StringForm::time_of_day, "9:00", "refusal.value.time_of_day"}));

TEST(FieldValues, NumbersAndTheirRange) {
    EXPECT_EQ(*read_real("4435.5", {}), 4435.5);
    EXPECT_EQ(*read_integer("-3", {}), -3);
    EXPECT_EQ(refusal_of(read_real("1e5", {})), "refusal.value.number");
    EXPECT_EQ(refusal_of(read_real("2,5", {})), "refusal.value.number");
    EXPECT_EQ(refusal_of(read_real("nan", {})), "refusal.value.range");
    EXPECT_EQ(refusal_of(read_real("", {})), "refusal.value.number");
    EXPECT_EQ(refusal_of(read_integer("1.5", {})), "refusal.value.whole_number");
    EXPECT_EQ(refusal_of(read_integer("99999999999999999999", {})), "refusal.value.range");
    EXPECT_EQ(refusal_of(read_integer("121", {0, 120})), "refusal.value.range");
    EXPECT_TRUE(read_integer("120", {0, 120}));
}

TEST(FieldValues, BodiesOfTexts) {
    EXPECT_EQ(*read_body("one\n\ntwo\n", {.markup = Markup::commonmark}), "one\n\ntwo");
    EXPECT_EQ(refusal_of(read_body("one\n\ntwo\n", {.markup = Markup::plain})), "refusal.value.one_paragraph");
    EXPECT_EQ(refusal_of(read_body(" \n", {})), "refusal.value.empty");
}

TEST(FieldValues, Timestamps) {
    EXPECT_TRUE(read_timestamp("2026-03-01T09:30:00Z"));
    for (const char* wrong : {"2026-02-30T09:30:00Z", "2026-03-01T24:00:00Z", "2026-03-01T09:30:60Z",
                              "2026-03-01 09:30:00Z", "2026-03-01T09:30:00", "2026-03-01"})
        EXPECT_EQ(refusal_of(read_timestamp(wrong)), "refusal.value.timestamp") << wrong;
}

} // namespace
} // namespace interregio
