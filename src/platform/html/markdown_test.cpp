#include "platform/html/markdown.h"

#include <gtest/gtest.h>

namespace interregio::html {
namespace {

std::string written(std::string_view text, int level = 2) {
    return markdown(text, {.first_heading_level = level}).markup();
}

TEST(Markdown, ParagraphsListsEmphasis) {
    EXPECT_EQ(written("Eins *zwei*\n\n- a\n- **b**\n"),
              "<p>Eins <em>zwei</em></p><ul><li>a</li><li><strong>b</strong></li></ul>");
    EXPECT_EQ(written("3. a\n4. b\n"), "<ol start=\"3\"><li>a</li><li>b</li></ol>");
    EXPECT_EQ(written("- a\n\n- b\n"), "<ul><li><p>a</p></li><li><p>b</p></li></ul>");
    EXPECT_EQ(written("> Zitat"), "<blockquote><p>Zitat</p></blockquote>");
    EXPECT_EQ(written("a  \nb `c<d>`"), "<p>a<br>b <code>c&lt;d&gt;</code></p>");
}

TEST(Markdown, HeadingsStartAtTheGivenLevel) {
    EXPECT_EQ(written("# A\n\n## B\n", 2), "<h2>A</h2><h3>B</h3>");
    EXPECT_EQ(written("### A\n\n#### B\n", 3), "<h3>A</h3><h4>B</h4>");
    EXPECT_EQ(written("# A\n\n###### F\n", 4), "<h4>A</h4><h6>F</h6>");
}

TEST(Markdown, Tables) {
    EXPECT_EQ(
        written("| a | b |\n|---|---|\n| 1 | *2* |\n"),
        "<div class=\"table-scroll\"><table><thead><tr><th scope=\"col\">a</th><th scope=\"col\">b</th></tr></thead>"
        "<tbody><tr><td>1</td><td><em>2</em></td></tr></tbody></table></div>");
}

TEST(Markdown, RawHtmlIsShownNotObeyed) {
    EXPECT_EQ(written("<script>alert(1)</script>"), "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>");
    EXPECT_EQ(written("a <img src=x onerror=alert(1)> b"), "<p>a &lt;img src=x onerror=alert(1)&gt; b</p>");
    EXPECT_EQ(written("```\n</code><script>\n```"), "<pre><code>&lt;/code&gt;&lt;script&gt;\n</code></pre>");
}

TEST(Markdown, LinksLeadOnlyWhereTheyMay) {
    EXPECT_EQ(written("[a](https://x.org/?a=1&b=2)"), "<p><a href=\"https://x.org/?a=1&amp;b=2\">a</a></p>");
    EXPECT_EQ(written("[a](/de/kontakt)"), "<p><a href=\"/de/kontakt\">a</a></p>");
    EXPECT_EQ(written("<info@x.org>"), "<p><a href=\"mailto:info@x.org\">info@x.org</a></p>");
    for (const auto* evil :
         {"[a](javascript:alert(1))", "[a](JAVASCRIPT:alert(1))", "[a](<java\tscript:alert(1)>)",
          "[a](&#106;avascript:alert(1))", "[a](data:text/html;base64,xx)", "[a](//evil.example)", "[a](vbscript:x)"})
        EXPECT_EQ(written(evil).find("href"), std::string::npos) << evil << " -> " << written(evil);
}

TEST(Markdown, PicturesBecomeTheirDescription) {
    EXPECT_EQ(written("![Förderturm](https://evil.example/x.png)"), "<p>Förderturm</p>");
}

TEST(Markdown, NamesParts) {
    EXPECT_EQ(written("[Urząd]{#a11y-podmiot} i"), "<p><span id=\"a11y-podmiot\">Urząd</span> i</p>");
    EXPECT_EQ(written("Data: [2026-03-01]{#a11y-data-publikacja}."),
              "<p>Data: <time id=\"a11y-data-publikacja\" datetime=\"2026-03-01\">2026-03-01</time>.</p>");
    EXPECT_EQ(written("[[x@y.pl](mailto:x@y.pl)]{#a11y-email}"),
              "<p><a id=\"a11y-email\" href=\"mailto:x@y.pl\">x@y.pl</a></p>");
    EXPECT_EQ(written("[<x@y.pl> a]{#a11y-email}"),
              "<p><span id=\"a11y-email\"><a href=\"mailto:x@y.pl\">x@y.pl</a> a</span></p>");
    EXPECT_EQ(written("[a *b* c]{#a11y-x}[d]{#a11y-y}"),
              "<p><span id=\"a11y-x\">a <em>b</em> c</span><span id=\"a11y-y\">d</span></p>");
    EXPECT_EQ(written("## Status {#a11y-status}"), "<h2 id=\"a11y-status\">Status</h2>");
}

TEST(Markdown, NamesMayNest) {
    EXPECT_EQ(written("[[Urząd]{#a11y-podmiot} [[strona](/pl/)]{#a11y-url}, [x]]{#a11y-wstep}"),
              "<p><span id=\"a11y-wstep\"><span id=\"a11y-podmiot\">Urząd</span> <a id=\"a11y-url\" "
              "href=\"/pl/\">strona</a>, "
              "[x]</span></p>");
}

TEST(Markdown, DaysWithNamesReadInWords) {
    const MarkdownOptions options{.day_in_words = [](std::chrono::year_month_day) { return "1 marca 2026 r."; }};
    EXPECT_EQ(markdown("[2026-03-01]{#a11y-x}", options).markup(),
              "<p><time id=\"a11y-x\" datetime=\"2026-03-01\">1 marca 2026 r.</time></p>");
}

TEST(Markdown, NamesAreOnlyThoseOfTheConvention) {
    EXPECT_EQ(written("[a]{#main} [b]{#a11y-\"x} [c] [d"), "<p>[a]{#main} [b]{#a11y-&quot;x} [c] [d</p>");
    EXPECT_EQ(written("## A {#main}"), "<h2>A {#main}</h2>");
    EXPECT_EQ(written("[a]{#a11y-x} [b]{#a11y-x}"), "<p><span id=\"a11y-x\">a</span> [b]{#a11y-x}</p>");
}

TEST(Markdown, AnythingNestedTooDeepIsText) {
    std::string quotes;
    for (int i = 0; i < 20'000; ++i) quotes += "> ";
    EXPECT_NE(written(quotes + "x").find('x'), std::string::npos);
    const std::string brackets(30'000, '[');
    EXPECT_EQ(written(brackets), "<p>" + brackets + "</p>");
}

TEST(Markdown, PlainText) {
    EXPECT_EQ(markdown_plain_text("# A\n\nb *c*\nd [e](https://x.org) & <f>\n"), "A b c d e & <f>");
}

} // namespace
} // namespace interregio::html
