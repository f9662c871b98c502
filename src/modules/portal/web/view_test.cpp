#include "modules/portal/web/view.h"

#include "modules/portal/web/gallery_view.h"
#include "modules/portal/web/parts.h"
#include "modules/portal/web/view_fixture.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace interregio::portal::web {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

TEST(View, DatesAreTimeElementsOnlyWhereHtmlHasAValue) {
    const ViewFixture fixture;
    const auto written = [&](std::string_view edtf) { return date(fixture.view(), ViewFixture::date(edtf)).markup(); };
    EXPECT_EQ(written("2019-08-09"), "<time datetime=\"2019-08-09\">9\u00A0August 2019</time>");
    EXPECT_EQ(written("2025-10"), "<time datetime=\"2025-10\">October 2025</time>");
    EXPECT_THAT(written("2025"), HasSubstr("datetime=\"2025\""));
    for (const auto* without : {"2025-22", "2025-06?", "2018~", "2019-08-08/2019-08-09", "2017-07/.."})
        EXPECT_THAT(written(without), Not(HasSubstr("<time"))) << without;
}

TEST(View, TextsOfOtherLanguagesSayWhich) {
    const ViewFixture fixture;
    EXPECT_EQ(line(fixture.view(), fixture.text("a < b")).markup(), "a &lt; b");
    EXPECT_EQ(line(fixture.view(), ViewFixture::foreign("Śląsk", languages::polish)).markup(),
              "<span lang=\"pl\">Śląsk</span>");
    const auto markup = prose(fixture.view(), ViewFixture::foreign("*Kohle*", languages::german)).markup();
    EXPECT_THAT(markup, HasSubstr("You are reading the original (German)"));
    EXPECT_THAT(markup, HasSubstr("<div class=\"prose\" lang=\"de\"><p><em>Kohle</em></p></div>"));
}

TEST(View, ATranslationThatIsBehindSaysFromWhen) {
    const ViewFixture fixture;
    const ShownText behind{"Coal", languages::english, TextStanding::behind, "2024-05-02", languages::german};
    const auto markup = prose(fixture.view(), behind).markup();
    EXPECT_THAT(markup, HasSubstr("This translation is from <time datetime=\"2024-05-02\">2\u00A0May 2024</time>"));
    EXPECT_THAT(markup, HasSubstr("<a href=\"/de/x\" hreflang=\"de\">Read the original (German)</a>"));
    EXPECT_THAT(prose(fixture.view(), fixture.text("x")).markup(), Not(HasSubstr("notice")));
}

TEST(View, PartiesHaveAColourEachOthersNone) {
    const ViewFixture fixture;
    EXPECT_EQ(organisation(fixture.view(), fixture.gzm_link()).markup(),
              "<a class=\"party-name party--a\" href=\"/en/organisations/gzm\">GZM</a>");
    EXPECT_EQ(party_class(fixture.view(), fixture.rvr_link().page.id), "party--b");
    const OrganisationLink other{fixture.link(RecordKind::organisation, "thga", "THGA"), std::nullopt};
    EXPECT_EQ(organisation(fixture.view(), other).markup(), "<a href=\"/en/organisations/thga\">THGA</a>");
}

TEST(View, PicturesCarryTheirCreditBelow) {
    const ViewFixture fixture;
    Picture shown_picture;
    shown_picture.file = {"a b.png", std::string(64, 'a'), "image/png", 10, 1600, 1000};
    shown_picture.credit = "© RVR / \"Sandra\" <Jureck>";
    shown_picture.alt = fixture.text("A \"tower\"");
    shown_picture.focal_x = 0.9;
    shown_picture.focal_y = 0.5;
    const auto markup = picture_figure(fixture.view(), shown_picture, Loading::lazy).markup();
    EXPECT_THAT(markup, HasSubstr("src=\"/media/" + std::string(64, 'a') + "/a%20b.png\""));
    EXPECT_THAT(
        markup,
        HasSubstr("width=\"1600\" height=\"1000\" alt=\"A &quot;tower&quot;\" data-focal-x=\"90\" loading=\"lazy\""));
    EXPECT_THAT(markup, HasSubstr("<span class=\"credit\">© RVR / &quot;Sandra&quot; &lt;Jureck&gt;</span>"));
}

TEST(View, PicturesOfferTheirRenditionsOnceThereAreSome) {
    const ViewFixture fixture;
    Picture shown_picture;
    shown_picture.file = {"a.png", std::string(64, 'a'), "image/png", 10, 720, 450};
    shown_picture.credit = "© RVR";
    EXPECT_THAT(image(fixture.view(), shown_picture, Loading::eager, PictureRoom::hero).markup(),
                Not(HasSubstr("srcset")));
    EXPECT_FALSE(Paths::share_picture(shown_picture));
    shown_picture.made = {"0123456789abcdef0123", "312"};
    const auto markup = image(fixture.view(), shown_picture, Loading::eager, PictureRoom::hero).markup();
    const std::string at = "/pictures/0123456789abcdef0123/";
    EXPECT_THAT(markup,
                HasSubstr("<picture><source type=\"image/avif\" srcset=\"" + at + "320.avif 320w, " + at +
                          "480.avif 480w, " + at + "600.avif 600w, " + at + "720.avif 720w\" sizes=\"(min-width: "));
    EXPECT_THAT(markup, HasSubstr("<source type=\"image/webp\" srcset=\"" + at + "320.webp 320w, "));
    EXPECT_THAT(markup, HasSubstr("<img src=\"" + at + "720.jpg\" srcset=\"" + at + "320.jpg 320w, "));
    EXPECT_THAT(markup, HasSubstr("width=\"720\" height=\"450\""));
    EXPECT_THAT(markup, HasSubstr("fetchpriority=\"high\" data-tone=\"312\""));
    EXPECT_THAT(markup, Not(HasSubstr("loading=")));
    EXPECT_EQ(Paths::share_picture(shown_picture)->text(), at + "share.jpg");
    const auto lazy = image(fixture.view(), shown_picture, Loading::lazy, PictureRoom::hero).markup();
    EXPECT_THAT(lazy, AllOf(HasSubstr("loading=\"lazy\" decoding=\"async\""), Not(HasSubstr("fetchpriority"))));
}

TEST(View, AGalleryLeadsToLargePicturesAndBack) {
    const ViewFixture fixture;
    Picture one;
    one.file = {"a.png", std::string(64, 'a'), "image/png", 10, 640, 400};
    one.credit = "© RVR";
    EXPECT_TRUE(gallery(fixture.view(), {one}).empty());
    const std::vector<Picture> three(3, one);
    const auto small = gallery(fixture.view(), three).markup();
    EXPECT_THAT(small, AllOf(HasSubstr("<a href=\"#picture-2\">"), HasSubstr("<a href=\"#picture-3\">"),
                             Not(HasSubstr("#picture-1")), HasSubstr("id=\"small-picture-2\"")));
    EXPECT_THAT(opening_picture(fixture.view(), one).markup(), HasSubstr("<a href=\"#picture-1\">"));
    const auto large = large_pictures(fixture.view(), three).markup();
    for (const char* part : {"id=\"picture-1\"", "id=\"picture-3\"", "aria-label=\"Picture 2 of 3\"",
                             "href=\"#small-picture-2\"", "<span class=\"credit\">© RVR</span>"})
        EXPECT_THAT(large, HasSubstr(part));
    EXPECT_THAT(large_pictures(fixture.view(), {one}).markup(), Not(HasSubstr("large-picture__step\"")));
}

TEST(View, AnnouncedIsNeverShownAsHeld) {
    const ViewFixture fixture;
    EXPECT_THAT(status_badge(fixture.view(), ActivityStatus::announced).markup(), HasSubstr("Announced"));
    EXPECT_THAT(status_badge_in_list(fixture.view(), ActivityStatus::announced).markup(), HasSubstr("Announced"));
    EXPECT_TRUE(status_badge_in_list(fixture.view(), ActivityStatus::held).empty());
    for (const auto status :
         {ActivityStatus::idea, ActivityStatus::planned, ActivityStatus::postponed, ActivityStatus::cancelled})
        EXPECT_FALSE(status_badge_in_list(fixture.view(), status).empty());
}

TEST(View, ContactsLinkTelephoneAndMail) {
    const ViewFixture fixture;
    ContactCard contact{fixture.gzm_link(),   PersonName{"Andrea Höber", languages::german},
                        std::nullopt,         std::nullopt,
                        "hoeber@rvr.ruhr",    "+49 201 2069-6362",
                        "Kronprinzenstraße 6"};
    const auto markup = contact_list(fixture.view(), {contact}, 3).markup();
    EXPECT_THAT(markup, HasSubstr("<a href=\"tel:+4920120696362\">+49 201 2069-6362</a>"));
    EXPECT_THAT(markup, HasSubstr("<a href=\"mailto:hoeber@rvr.ruhr\">"));
    EXPECT_THAT(markup, HasSubstr("<span lang=\"de\">Andrea Höber</span>"));
}

TEST(View, ContactsNameAUnitThatIsTheFunctionOnce) {
    const ViewFixture fixture;
    ContactCard contact;
    contact.organisation = fixture.gzm_link();
    contact.person = PersonName{"Jan Nowak", languages::polish};
    contact.function = fixture.text("International team");
    contact.unit = fixture.text("International team");
    const auto once = contact_list(fixture.view(), {contact}, 3).markup();
    EXPECT_EQ(once.find("International team"), once.rfind("International team"));
    contact.unit = fixture.text("Press office");
    EXPECT_THAT(contact_list(fixture.view(), {contact}, 3).markup(), HasSubstr("Press office"));
}

TEST(View, LongWordsMakeHeadingsSmaller) {
    const ViewFixture fixture;
    EXPECT_THAT(page_heading(fixture.view(), fixture.text("Partnerschaftsvereinbarung")).markup(),
                HasSubstr("has-long-word"));
    EXPECT_THAT(page_heading(fixture.view(), fixture.text("Żółć żółć żółć-żółćżółćżó")).markup(),
                Not(HasSubstr("has-long-word")));
}

TEST(View, TeasersEndAtASentenceOrWord) {
    const ViewFixture fixture;
    EXPECT_EQ(teaser(fixture.text("**Short** one."), 50), "Short one.");
    EXPECT_EQ(teaser(fixture.text("This is the first sentence. And this second one is far too long."), 40),
              "This is the first sentence.");
    EXPECT_EQ(teaser(fixture.text("Żółć żółć żółć żółć żółć"), 20), "Żółć żółć …");
}

} // namespace
} // namespace interregio::portal::web
