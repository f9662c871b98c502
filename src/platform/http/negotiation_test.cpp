#include "platform/http/message.h"

#include <gtest/gtest.h>

namespace interregio::http {
namespace {

using languages::english;
using languages::german;
using languages::polish;

const std::vector<Language> offered{german, polish, english};

struct Case {
    std::string_view header;
    Language expected;
};

void expect(const std::vector<Case>& cases) {
    for (const Case& each : cases)
        EXPECT_EQ(negotiate_language(each.header, offered).tag(), each.expected.tag()) << '"' << each.header << '"';
}

TEST(AcceptLanguage, TakesTheHeaviestThatIsOffered) {
    expect({{"pl", polish},
            {"pl-PL,pl;q=0.9,en-US;q=0.8,en;q=0.7", polish},
            {"de;q=0.5, pl;q=0.6, en;q=0.7", english},
            {"fr, pl;q=0.1", polish},
            {"de;q=0.999, pl", polish},
            {"de;q=0.001, pl;q=0.002", polish},
            {"pl;q=0.800,en;q=0.81", english}});
}

TEST(AcceptLanguage, KeepsTheReadersOrderOnATie) {
    expect({{"pl, de", polish}, {"en;q=0.5, pl;q=0.5", english}, {"fr, en, pl", english}, {"en;q=1.0, de", english}});
}

TEST(AcceptLanguage, CutsRegionsAndScriptsOff) {
    expect({{"en-GB", english}, {"EN-gb", english}, {"pl-Latn-PL-x-private", polish}, {"de-CH-1996", german}});
}

TEST(AcceptLanguage, KnowsZeroAsNotAcceptable) {
    expect({{"de;q=0, pl", polish},
            {"de;q=0, *", polish},
            {"de;q=0.000, *;q=0.1", polish},
            {"pl;q=0, de;q=0, *", english},
            {"de-CH, de;q=0, en;q=0.1", english},
            {"de-CH;q=0, de", german},
            {"de;q=0, pl;q=0, en;q=0", german}});
}

TEST(AcceptLanguage, KnowsTheWildcard) {
    expect({{"*", german},
            {"pl;q=0.5, *", german},
            {"de;q=0.5, *", polish},
            {"fr, *;q=0.5", german},
            {"en, *;q=0.5", english},
            {"*;q=0", german}});
}

TEST(AcceptLanguage, FallsBackToTheFirstOffered) {
    expect({{"", german}, {" ", german}, {"fr", german}, {"deu", german}, {"en-", german}, {"plx", german}});
    EXPECT_EQ(negotiate_language("fr", {polish, german}), polish);
}

TEST(AcceptLanguage, ForgivesSpaceAndEmptyElements) {
    expect({{" pl ", polish}, {",,pl,", polish}, {"en ; q=0.1 , pl\t;\tq=0.2", polish}, {"pl;Q=1", polish}});
}

TEST(AcceptLanguage, IsLeftAsideWhenItCannotBeRead) {
    expect({{"pl;q=2", german},
            {"pl;q=1.001", german},
            {"pl;q=0.1234", german},
            {"pl;q=.5", german},
            {"pl;q=-1", german},
            {"pl;q=", german},
            {"pl;", german},
            {"pl;x=1", german},
            {"pl;q=0.5;q=0.6", german},
            {"pl q=1", german},
            {"p_l, pl", german},
            {"pl--PL", german},
            {"pl, 12", german},
            {"polskipolski", german},
            {"pl-*", german},
            {"pl, \xFF", german}});
    expect({{"de;q=0., pl", polish}, {"pl;q=1.", polish}, {"pl;q=1.000", polish}});
}

} // namespace
} // namespace interregio::http
