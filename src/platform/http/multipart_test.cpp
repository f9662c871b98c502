#include "platform/http/form.h"

#include "platform/http/multipart.h"

#include <gtest/gtest.h>

namespace interregio::http {
namespace {

constexpr std::string_view type = "multipart/form-data; boundary=b";

/// One part with these header lines, each with its line end.
std::string part(const std::string& headers, const std::string& contents) {
    return "--b\r\n" + headers + "\r\n" + contents + "\r\n";
}

std::string field(const std::string& name, const std::string& contents) {
    return part("Content-Disposition: form-data; name=\"" + name + "\"\r\n", contents);
}

/// What is wrong with a form of one part with these header lines.
std::optional<FormProblem> problem_of(const std::string& headers) {
    const std::string body = part(headers, "x") + "--b--";
    const auto form = Form::parse(type, body);
    return form ? std::nullopt : std::optional(form.error().problem);
}

std::optional<FormProblem> problem_of_body(const std::string& body, const FormLimits& limits = {}) {
    const auto form = Form::parse(type, body, limits);
    return form ? std::nullopt : std::optional(form.error().problem);
}

std::optional<std::string> file_name(const std::string& quoted) {
    const std::string body =
        part("Content-Disposition: form-data; name=f; filename=\"" + quoted + "\"\r\n", "x") + "--b--";
    const auto form = Form::parse(type, body);
    return form ? form->parts().front().file_name : std::nullopt;
}

TEST(Multipart, GivesFieldsAndFiles) {
    const std::string picture("\x89PNG\r\n\x1A\n\0--b\r\n", 14);
    const std::string body = field("title", "Święto\r\nplonów") +
                             part("content-disposition: Form-Data; name=\"pictures\"; filename=\"żaba.png\"\r\n"
                                  "Content-Type: Image/PNG; a=b\r\nX-Other: any\r\n",
                                  picture) +
                             field("pictures", "") + "--b--\r\n";
    const auto form = Form::parse(type, body);
    ASSERT_TRUE(form);
    ASSERT_EQ(form->parts().size(), 3U);
    const FormPart& title = form->parts()[0];
    EXPECT_EQ(title.name, "title");
    EXPECT_FALSE(title.file_name);
    EXPECT_EQ(title.content_type, "text/plain");
    EXPECT_EQ(title.text(), "Święto\r\nplonów");
    const FormPart& file = form->parts()[1];
    EXPECT_EQ(file.file_name, "żaba.png");
    EXPECT_EQ(file.content_type, "image/png");
    EXPECT_EQ(file.contents, picture);
    EXPECT_FALSE(file.text());
    EXPECT_EQ(form->find("pictures"), &file) << "the first of two";
    EXPECT_EQ(form->parts()[2].text(), "");
    EXPECT_EQ(form->find("none"), nullptr);
}

TEST(Multipart, ContentsAreTheBytesOfTheBody) {
    const std::string body = field("a", "text") + "--b--";
    const auto form = Form::parse(type, body);
    ASSERT_TRUE(form);
    EXPECT_EQ(form->parts()[0].contents.data(), body.data() + body.find("text"));
}

TEST(Multipart, AFormMayBeEmpty) {
    const auto form = Form::parse(type, "--b--");
    ASSERT_TRUE(form);
    EXPECT_TRUE(form->parts().empty());
}

TEST(Multipart, KnowsItsBoundary) {
    EXPECT_EQ(form_boundary("multipart/form-data; boundary=----WebKitFormBoundary7MA4"), "----WebKitFormBoundary7MA4");
    EXPECT_EQ(form_boundary("Multipart/Form-Data;charset=utf-8;BOUNDARY=\"a b:c\""), "a b:c");
    EXPECT_EQ(form_boundary("multipart/form-data; boundary=" + std::string(70, 'b')), std::string(70, 'b'));
    for (const std::string& none :
         {std::string(), std::string("multipart/form-data"), std::string("multipart/mixed; boundary=b"),
          std::string("multipart/form-data; boundary="), std::string("multipart/form-data; boundary=\"\""),
          std::string("multipart/form-data; boundary=\"a \""), std::string("multipart/form-data; boundary=\"a\\\"\""),
          std::string("multipart/form-data; boundary=\"ä\""),
          std::string("multipart/form-data; boundary=a; boundary=b"),
          "multipart/form-data; boundary=" + std::string(71, 'b')}) {
        EXPECT_FALSE(form_boundary(none)) << none;
        EXPECT_EQ(Form::parse(none, "--b--").error(), (FormRefusal{FormProblem::no_form}));
    }
}

TEST(Multipart, BoundariesAreWholeLinesAtTheBeginningOnly) {
    EXPECT_FALSE(problem_of_body(field("a", "x--b\n--b\r--b") + "--b--")) << "only CR LF begins a line";
    EXPECT_FALSE(problem_of_body("--b \t\r\n" + field("a", "x").substr(5) + "--b-- ")) << "blanks as mail may add them";
    EXPECT_EQ(problem_of_body(""), FormProblem::no_beginning);
    EXPECT_EQ(problem_of_body("\r\n" + field("a", "x") + "--b--"), FormProblem::no_beginning);
    EXPECT_EQ(problem_of_body("preamble\r\n" + field("a", "x") + "--b--"), FormProblem::no_beginning);
    EXPECT_EQ(problem_of_body("--b"), FormProblem::broken_boundary);
    EXPECT_EQ(problem_of_body("--b\n"), FormProblem::broken_boundary);
    EXPECT_EQ(problem_of_body("--bc\r\n"), FormProblem::broken_boundary);
    EXPECT_EQ(problem_of_body(field("a", "x\r\n--bc") + "--b--"), FormProblem::broken_boundary) << "RFC 2046, 5.1.1";
    EXPECT_EQ(problem_of_body("--b\r\n"), FormProblem::no_end);
    EXPECT_EQ(problem_of_body(field("a", "x")), FormProblem::no_end);
    EXPECT_EQ(problem_of_body(field("a", "x") + "--b"), FormProblem::broken_boundary);
    EXPECT_EQ(problem_of_body(field("a", "x") + "--b-"), FormProblem::broken_boundary);
    EXPECT_EQ(problem_of_body(field("a", "x") + "--b--x"), FormProblem::after_end);
    EXPECT_EQ(problem_of_body(field("a", "x") + "--b--\r\nx"), FormProblem::after_end);
    EXPECT_EQ(problem_of_body(field("a", "x") + "--b--\r\n\r\n"), FormProblem::after_end);
}

TEST(Multipart, SaysInWhichPartAProblemIs) {
    const auto form = Form::parse(type, field("a", "x") + field("b", "x") + part("", "x") + "--b--");
    EXPECT_EQ(form.error(), (FormRefusal{FormProblem::no_disposition, 2}));
}

TEST(Multipart, EveryPartHasOneDisposition) {
    EXPECT_FALSE(problem_of("Content-Disposition: form-data; name=a\r\n"));
    EXPECT_EQ(problem_of(""), FormProblem::no_disposition);
    EXPECT_EQ(problem_of("Content-Type: text/plain\r\n"), FormProblem::no_disposition);
    EXPECT_EQ(problem_of("Content-Disposition: attachment; name=a\r\n"), FormProblem::no_disposition);
    EXPECT_EQ(problem_of("Content-Disposition: form-data\r\n"), FormProblem::no_disposition);
    EXPECT_EQ(problem_of("Content-Disposition: form-data; name=\"a\r\n"), FormProblem::no_disposition);
    EXPECT_EQ(problem_of("Content-Disposition: form-data; name=a; name=b\r\n"), FormProblem::no_disposition);
    EXPECT_EQ(problem_of("Content-Disposition: form-data; name=a\r\nContent-Disposition: form-data; name=a\r\n"),
              FormProblem::no_disposition);
}

TEST(Multipart, NamesArePlainText) {
    EXPECT_EQ(problem_of("Content-Disposition: form-data; name=\"\"\r\n"), FormProblem::wrong_name);
    EXPECT_EQ(problem_of("Content-Disposition: form-data; name=\"\xFF\"\r\n"), FormProblem::wrong_name);
    EXPECT_EQ(problem_of("Content-Disposition: form-data; name=\"\xC0\xAF\"\r\n"), FormProblem::wrong_name);
    EXPECT_EQ(problem_of("Content-Disposition: form-data; name=\"\xC2\x85\"\r\n"), FormProblem::wrong_name);
    const auto named = [](std::size_t length) {
        return "Content-Disposition: form-data; name=" + std::string(length, 'a') + "\r\n";
    };
    EXPECT_FALSE(problem_of(named(255)));
    EXPECT_EQ(problem_of(named(256)), FormProblem::wrong_name);
    EXPECT_EQ(problem_of("Content-Disposition: form-data; name=a; filename*=UTF-8''a.png\r\n"),
              FormProblem::extended_name);
    EXPECT_EQ(problem_of("Content-Disposition: form-data; name=a; filename=a; filename*=UTF-8''a.png\r\n"),
              FormProblem::extended_name);
    EXPECT_EQ(problem_of("Content-Disposition: form-data; name*=UTF-8''a\r\n"), FormProblem::extended_name);
}

TEST(Multipart, NamesOfFilesLeadNowhere) {
    EXPECT_EQ(file_name("a.png"), "a.png");
    EXPECT_EQ(file_name(""), "") << "no file chosen";
    EXPECT_EQ(file_name("/etc/passwd"), "passwd");
    EXPECT_EQ(file_name("..\\..\\boot.ini"), "boot.ini");
    EXPECT_EQ(file_name("C:\\pictures/a.png"), "a.png");
    EXPECT_EQ(file_name("folder/"), "");
    EXPECT_EQ(file_name("a%22b\\\"c.png"), "a%22b\"c.png");
    EXPECT_EQ(file_name("..."), "...");
    EXPECT_EQ(file_name(std::string(255, 'a')), std::string(255, 'a'));
    for (const std::string& refused : {std::string("."), std::string(".."), std::string("a/.."), std::string("a\tb"),
                                       std::string("a\0b", 3), std::string("\xFF"), std::string(256, 'a')})
        EXPECT_FALSE(file_name(refused)) << refused;
}

TEST(Multipart, HeadersAreLinesOfNameAndValue) {
    const std::string good = "Content-Disposition: form-data; name=a\r\n";
    for (const std::string_view line : {"X\r\n", ": x\r\n", " X: x\r\n", "\tfolded\r\n", "X : x\r\n", "X(: x\r\n",
                                        "X: a\nb\r\n", "X: a\rb\r\n", "X: a\x01\r\n", "X: a\x7F\r\n"})
        EXPECT_EQ(problem_of(good + std::string(line)), FormProblem::broken_header) << line;
    EXPECT_EQ(problem_of(good + std::string("X: a\0b\r\n", 8)), FormProblem::broken_header);
    EXPECT_EQ(problem_of_body("--b\r\n" + good + "--b--"), FormProblem::broken_header) << "cut short";
    EXPECT_EQ(problem_of_body("--b\r\n" + good + "\r\n--b--"), FormProblem::broken_header) << "no empty line";
    EXPECT_FALSE(problem_of(good + "X:\r\nY:\ta\tb \r\n"));
}

TEST(Multipart, TypesAndCodings) {
    const std::string good = "Content-Disposition: form-data; name=a\r\n";
    EXPECT_FALSE(problem_of(good + "Content-Type: application/vnd.x+json; charset=\"utf-8\"\r\n"));
    for (const std::string_view line :
         {"Content-Type:\r\n", "Content-Type: text\r\n", "Content-Type: /plain\r\n", "Content-Type: text/\r\n",
          "Content-Type: a/b/c\r\n", "Content-Type: a/b c\r\n", "Content-Type: a/b\r\nContent-Type: a/b\r\n"})
        EXPECT_EQ(problem_of(good + std::string(line)), FormProblem::wrong_type) << line;
    EXPECT_FALSE(problem_of(good + "Content-Transfer-Encoding: Binary\r\n"));
    EXPECT_EQ(problem_of(good + "Content-Transfer-Encoding: base64\r\n"), FormProblem::encoded);
    EXPECT_EQ(problem_of(good + "Content-Transfer-Encoding:\r\n"), FormProblem::encoded);
}

TEST(Multipart, EverythingIsBounded) {
    const std::string one = field("a", "x");
    std::string body = one + one + "--b--";
    EXPECT_FALSE(problem_of_body(body, {.bytes = body.size(), .parts = 2}));
    EXPECT_EQ(problem_of_body(body, {.bytes = body.size() - 1}), FormProblem::too_large);
    EXPECT_EQ(problem_of_body(body, {.parts = 1}), FormProblem::too_many_parts);

    const std::string headers = "Content-Disposition: form-data; name=a\r\nX: y\r\n";
    body = part(headers, "x") + "--b--";
    EXPECT_FALSE(problem_of_body(body, {.header_bytes = headers.size() + 2, .headers = 2}));
    EXPECT_EQ(problem_of_body(body, {.header_bytes = headers.size() + 1}), FormProblem::too_large_header);
    EXPECT_EQ(problem_of_body(body, {.headers = 1}), FormProblem::too_large_header);
    const std::string endless = part("X: " + std::string(5000, 'x'), "") + "--b--";
    EXPECT_EQ(problem_of_body(endless), FormProblem::too_large_header);
}

TEST(Multipart, TextIsTextOfSeveralLines) {
    const auto text = [](const std::string& contents) {
        const std::string body = field("a", contents) + "--b--";
        return Form::parse(type, body)->parts()[0].text().has_value();
    };
    EXPECT_TRUE(text("a\tb\r\nc"));
    EXPECT_FALSE(text("\xFF"));
    EXPECT_FALSE(text(std::string(1, '\0')));
    EXPECT_FALSE(text("\x1B[31m"));
    EXPECT_FALSE(text("a\xC3\nb")) << "a character does not go on behind a line end";
}

TEST(Multipart, ReadsARequestAndNamesAStatus) {
    Request request;
    request.headers = {{"content-type", std::string(type)}};
    request.body = field("a", "x") + "--b--";
    EXPECT_TRUE(Form::parse(request));
    EXPECT_EQ(Form::parse(request, {.bytes = 5}).error().status(), 413);
    request.body = "x";
    EXPECT_EQ(Form::parse(request).error().status(), 400);
    request.headers.clear();
    EXPECT_EQ(Form::parse(request).error().status(), 415);
}

TEST(Multipart, ProblemsHaveNames) {
    EXPECT_EQ(name_of(FormProblem::no_form), "no_form");
    EXPECT_EQ(name_of(FormProblem::broken_boundary), "broken_boundary");
    EXPECT_EQ(name_of(FormProblem::encoded), "encoded");
}

} // namespace
} // namespace interregio::http
