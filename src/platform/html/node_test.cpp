#include "platform/html/elements.h"

#include <gtest/gtest.h>

namespace interregio::html {
namespace {

TEST(Html, ReadsLikeTheMarkupItWrites) {
    const Node node = article(cls("card"), h2(a(href("/de/chronik"), "Chronik")), p("2.–3. Juni"));
    EXPECT_EQ(node.markup(),
              "<article class=\"card\"><h2><a href=\"/de/chronik\">Chronik</a></h2><p>2.–3. Juni</p></article>");
}

TEST(Html, EscapesTextAndAttributeValues) {
    const std::string evil = "<script>alert('1')</script> & \"quote\"";
    EXPECT_EQ(p(evil).markup(), "<p>&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; &amp; &quot;quote&quot;</p>");
    EXPECT_EQ(span(attribute<"title">("\" onmouseover=\"alert(1)")).markup(),
              "<span title=\"&quot; onmouseover=&quot;alert(1)\"></span>");
}

TEST(Html, AttributesMayStandAfterContentAndBeAbsent) {
    EXPECT_EQ(p("x", when(true, cls("a")), when(false, lang(languages::polish))).markup(), "<p class=\"a\">x</p>");
    EXPECT_EQ(option(value("a"), selected, "A").markup(), "<option value=\"a\" selected>A</option>");
    EXPECT_EQ(input(type("checkbox"), when(false, checked)).markup(), "<input type=\"checkbox\">");
}

TEST(Html, ListsOptionalsAndConditions) {
    const std::vector<std::string> names{"Essen", "Łódź"};
    EXPECT_EQ(ul(each(names, [](const auto& each_name) { return li(each_name); })).markup(),
              "<ul><li>Essen</li><li>Łódź</li></ul>");
    EXPECT_EQ(each(names, " & ", [](const auto& each_name) { return span(each_name); }).markup(),
              "<span>Essen</span> &amp; <span>Łódź</span>");
    const std::optional<std::string> absent;
    EXPECT_EQ(
        p(absent, when(absent, [](const std::string& present) { return em(present); }), when(false, "no")).markup(),
        "<p></p>");
    EXPECT_EQ(p(when(true, "<")).markup(), "<p>&lt;</p>");
}

TEST(Html, WhatCannotBeRightDoesNotCompile) {
    static_assert(elements::distinct_attributes<Attribute<"class">, Attribute<"id">>());
    static_assert(!elements::distinct_attributes<Attribute<"class">, std::string, std::optional<Attribute<"class">>>());
    static_assert(!attributes::harmless("onclick"));
    static_assert(!attributes::harmless("style"));
    static_assert(!attributes::harmless("href"));
    static_assert(attributes::harmless("aria-current"));
    static_assert(!std::is_constructible_v<Literal, std::string>);
    static_assert(!std::is_constructible_v<Node, std::string>);
}

TEST(Html, FillsPatternsWithMarkup) {
    EXPECT_EQ(fill("on {date} & {unknown}", {{"date", time(datetime("2019-08-09"), "9 August")}}).markup(),
              "on <time datetime=\"2019-08-09\">9 August</time> &amp; {unknown}");
    EXPECT_EQ(fill("no {end", {}).markup(), "no {end");
}

TEST(Html, PlainTextIsWhatOneReads) { EXPECT_EQ(plain_text(p(cls("a>b"), "1 < 2 & ", em("3"))), "1 < 2 & 3"); }

TEST(Url, AllowsOnlyWhatMayStandInAPage) {
    for (const auto* good : {"https://www.rvr.ruhr", "HTTP://example.org/a?b=c#d", "mailto:a@b.org", "tel:+49201",
                             "/de/", "/", "#main", "?year=2025"})
        EXPECT_TRUE(Url::parse(good)) << good;
    for (const auto* bad :
         {"javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "java\nscript:alert(1)",
          "data:text/html,x", "vbscript:x", "//evil.example", "/\\evil.example", "\\\\evil", "relative/path", "",
          "https:evil", "http:///x", "https://a b", "file:///etc/passwd", "mailto:", "\x01javascript:x"})
        EXPECT_FALSE(Url::parse(bad)) << bad;
}

TEST(Url, KnowsWhatIsElsewhere) {
    EXPECT_TRUE(Url::parse("https://metropoliagzm.pl")->external());
    EXPECT_TRUE(Url::parse("mailto:a@b.org")->external());
    EXPECT_FALSE(Url::path("/pl/kronika").external());
    EXPECT_DEATH((void)Url::path("//evil.example"), "not a path");
    EXPECT_DEATH((void)Url::path("https://evil.example"), "not a path");
}

TEST(Node, LinkedDataCannotEndItsElement) {
    EXPECT_EQ(linked_data(R"({"name":"</script><script>x()</script> & <!--"})").markup(),
              "<script type=\"application/ld+json\">"
              R"({"name":"\u003c/script\u003e\u003cscript\u003ex()\u003c/script\u003e \u0026 \u003c!--"})"
              "</script>");
}

} // namespace
} // namespace interregio::html
