#include "platform/http/form.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace interregio::http {
namespace {

constexpr std::string_view urlencoded = "application/x-www-form-urlencoded";

/// The fields as "name=value|name=value", or what is wrong in brackets.
std::string fields_of(std::string_view body, const FormLimits& limits = {}) {
    const auto form = Form::parse(urlencoded, body, limits);
    if (!form) return "(" + std::string(name_of(form.error().problem)) + ")";
    std::string fields;
    for (const FormPart& part : form->parts()) {
        EXPECT_FALSE(part.file_name);
        EXPECT_EQ(part.content_type, "text/plain");
        EXPECT_EQ(part.text(), part.contents);
        fields.append(fields.empty() ? "" : "|").append(part.name).append("=").append(part.contents);
    }
    return fields;
}

TEST(UrlencodedForm, GivesItsFieldsInOrder) {
    EXPECT_EQ(fields_of(""), "");
    EXPECT_EQ(fields_of("a=b"), "a=b");
    EXPECT_EQ(fields_of("a=1&b=2&a=3"), "a=1|b=2|a=3");
    EXPECT_EQ(fields_of("a=&b"), "a=|b=");
    EXPECT_EQ(fields_of("&&a=1&&"), "a=1") << "WHATWG URL, 5.1, step 3.1";
    EXPECT_EQ(fields_of("a=b=c"), "a=b=c");
    EXPECT_EQ(fields_of("first+name=%C5%BB%C3%B3%C5%82w+%2B%26%3D%25"), "first name=Żółw +&=%");
    EXPECT_EQ(fields_of("t=a%0D%0Ab%09c"), "t=a\r\nb\tc") << "several lines";
    EXPECT_EQ(fields_of("t=\xC5\xBC;x"), "t=ż;x") << "what need not be encoded";
    EXPECT_EQ(fields_of("a%5B%5D=1&a%5b%5d=2"), "a[]=1|a[]=2");
}

TEST(UrlencodedForm, RefusesWhatIsNoText) {
    for (const std::string body : {"a=%", "a=%4", "a=%zz", "%=1", "a=1&b=%C5%", "a=%u0041", "a=% 41", "a=%+1"})
        EXPECT_EQ(fields_of(body), "(broken_percent)") << body;
    for (const std::string body : {"a=%00", "a=%FF", "a=%C0%AF", "a=%ED%A0%80", "a=%C5", "a=%1B", "a=%7F", "a=%C2%85",
                                   "a=\xFF", "a=%0B", "a=x%C5&b=%BC"})
        EXPECT_EQ(fields_of(body), "(no_text)") << body;
    for (const std::string body : {"=", "=1", "a=1&=2", "%00=1", "%FF=1", "a%0Ab=1", "a%09=1"})
        EXPECT_EQ(fields_of(body), "(wrong_name)") << body;
}

TEST(UrlencodedForm, StaysAtItsLimits) {
    const std::string body = "name=%C5%BC%C5%BC&b=2";
    EXPECT_EQ(fields_of(body, {.bytes = body.size(), .parts = 2, .name_bytes = 4, .value_bytes = 4}), "name=żż|b=2");
    EXPECT_EQ(fields_of(body, {.bytes = body.size() - 1}), "(too_large)");
    EXPECT_EQ(fields_of(body, {.parts = 1}), "(too_many_parts)");
    EXPECT_EQ(fields_of(body, {.name_bytes = 3}), "(wrong_name)");
    EXPECT_EQ(fields_of(body, {.value_bytes = 3}), "(too_large_value)");
    EXPECT_EQ(fields_of(std::string(100, '&'), {.parts = 0}), "");
    const auto refused = Form::parse(urlencoded, "a=1&b=2&c=%", {});
    EXPECT_EQ(refused.error(), (FormRefusal{FormProblem::broken_percent, 2})) << "where it is";
}

TEST(UrlencodedForm, OutlivesMovesAndCopies) {
    std::optional<Form> form = Form::parse(urlencoded, "a=%C5%BC&b=short", {}).value();
    const Form copy = *form;
    const Form moved = std::move(*form);
    form.reset();
    EXPECT_EQ(copy.value("a"), "ż");
    EXPECT_EQ(moved.value("b"), "short");
}

TEST(Form, IsReadByItsContentType) {
    const auto problem = [](std::string_view type) -> std::string {
        const auto form = Form::parse(type, "a=1", {});
        return form ? "read" : std::string(name_of(form.error().problem));
    };
    for (const std::string_view type :
         {"application/x-www-form-urlencoded", "Application/X-WWW-Form-Urlencoded",
          "application/x-www-form-urlencoded;", "application/x-www-form-urlencoded; charset=UTF-8",
          "application/x-www-form-urlencoded;charset=\"utf-8\";a=b"})
        EXPECT_EQ(problem(type), "read") << type;
    // text/plain is what a form of another site can send with any bytes in it.
    for (const std::string_view type :
         {"", "text/plain", "application/json", "application/x-www-form-urlencoded-x", "x-www-form-urlencoded",
          "application/x-www-form-urlencoded; charset=iso-8859-1", "application/x-www-form-urlencoded, text/plain",
          "application/x-www-form-urlencoded; charset=utf-8; charset=utf-8", "multipart/form-data", "multipart/mixed"})
        EXPECT_EQ(problem(type), "no_form") << type;
    EXPECT_EQ(problem("multipart/form-data; boundary=b"), "no_beginning");
}

TEST(Form, OfARequestHasOneContentType) {
    Request request;
    request.body = "a=1";
    EXPECT_EQ(Form::parse(request).error().status(), 415);
    request.headers.push_back({"content-type", std::string(urlencoded)});
    EXPECT_EQ(Form::parse(request).value().value("a"), "1");
    request.headers.push_back({"Content-Type", std::string(urlencoded)});
    EXPECT_EQ(Form::parse(request).error().problem, FormProblem::no_form);
}

TEST(Form, GivesTheValueOnlyOfOneField) {
    const Form form = Form::parse(urlencoded, "token=a&mail=x&mail=y&empty=&box=1&box=2", {}).value();
    EXPECT_EQ(form.value("token"), "a");
    EXPECT_EQ(form.value("empty"), "");
    EXPECT_EQ(form.value("none"), std::nullopt);
    EXPECT_EQ(form.value("mail"), std::nullopt) << "which of the two?";
    EXPECT_EQ(form.value("Token"), std::nullopt);
    EXPECT_EQ(form.values("box"), (std::vector<std::string_view>{"1", "2"}));
    EXPECT_EQ(form.values("none"), std::vector<std::string_view>());
}

TEST(Form, GivesTheSameOfFieldsWithFiles) {
    const std::string body = "--b\r\nContent-Disposition: form-data; name=token\r\n\r\na\r\n"
                             "--b\r\nContent-Disposition: form-data; name=odd\r\n\r\n\xFF\r\n"
                             "--b\r\nContent-Disposition: form-data; name=file; filename=x\r\n\r\nlong\r\n--b--";
    const auto form = Form::parse("multipart/form-data; boundary=b", body, {.value_bytes = 1});
    ASSERT_TRUE(form) << "a file may be longer than a value";
    EXPECT_EQ(form->value("token"), "a");
    EXPECT_EQ(form->value("odd"), std::nullopt);
    EXPECT_EQ(form->values("odd"), std::nullopt);
    EXPECT_EQ(form->value("file"), std::nullopt);
    EXPECT_EQ(form->find("file")->contents, "long");
    const auto refused = Form::parse("multipart/form-data; boundary=b", body, {.value_bytes = 0});
    EXPECT_EQ(refused.error().problem, FormProblem::too_large_value);
}

TEST(FormRefusal, HasAStatusAndWords) {
    for (int number = 0; number <= static_cast<int>(FormProblem::no_text); ++number) {
        const FormRefusal refusal{static_cast<FormProblem>(number)};
        const bool large = refusal.problem == FormProblem::too_large ||
                           refusal.problem == FormProblem::too_many_parts ||
                           refusal.problem == FormProblem::too_large_value;
        EXPECT_EQ(refusal.status(), large ? 413 : refusal.problem == FormProblem::no_form ? 415 : 400);
        EXPECT_EQ(refusal.in_words().key, large                                     ? "refusal.form.too_large"
                                          : refusal.problem == FormProblem::no_text ? "refusal.form.no_text"
                                                                                    : "refusal.form.unreadable");
        EXPECT_FALSE(name_of(refusal.problem).empty());
    }
    EXPECT_EQ(name_of(FormProblem::no_text), "no_text");
    EXPECT_EQ(name_of(FormProblem::encoded), "encoded");
}

} // namespace
} // namespace interregio::http
