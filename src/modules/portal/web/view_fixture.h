#pragma once
// What view tests need: a site with two parties, and texts. For tests only.

#include "base/clock.h"
#include "modules/portal/activity_card.h"
#include "modules/portal/web/shell.h"

namespace interregio::portal::web {

class ViewFixture {
  public:
    explicit ViewFixture(Language language = languages::english) : words_(*Catalogue::find(language)) {
        site_.name = text("Ruhr & GZM");
        site_.languages = {languages::german, languages::polish, languages::english};
        site_.partnerships = {link(RecordKind::partnership, "ruhr-gzm", "Ruhr and GZM")};
        site_.parties = {{gzm_, organisation("gzm", "Górnośląsko-Zagłębiowska Metropolia", "GZM", gzm_), std::nullopt},
                         {rvr_, organisation("rvr", "Regionalverband Ruhr", "RVR", rvr_), std::nullopt}};
        view_.alternates = {{languages::german, "/de/x"}, {languages::english, "/en/x"}};
    }

    [[nodiscard]] const View& view() const { return view_; }
    [[nodiscard]] Id<Organisation> gzm() const { return gzm_; }
    [[nodiscard]] OrganisationLink gzm_link() const { return site_.parties[0].organisation; }
    [[nodiscard]] OrganisationLink rvr_link() const { return site_.parties[1].organisation; }

    [[nodiscard]] ShownText text(std::string body) const {
        return {std::move(body), words_.language(), TextStanding::own, {}, words_.language()};
    }
    [[nodiscard]] static ShownText foreign(std::string body, Language language) {
        return {std::move(body), language, TextStanding::other_language, {}, language};
    }
    [[nodiscard]] PageLink link(RecordKind kind, std::string slug, std::string name_words) const {
        return {kind, Uuid::make(clock_), std::move(slug), text(std::move(name_words))};
    }
    [[nodiscard]] SourceNote source(std::string title_words,
                                    std::optional<OrganisationLink> publisher = std::nullopt) const {
        return {text(std::move(title_words)), std::nullopt, std::move(publisher), std::nullopt, std::nullopt};
    }
    [[nodiscard]] static PartialDate date(std::string_view edtf) { return PartialDate::parse(edtf).value(); }

  private:
    [[nodiscard]] OrganisationLink organisation(std::string slug, std::string name_words, std::string short_name,
                                                Id<Organisation> id) const {
        return {{RecordKind::organisation, id.uuid(), std::move(slug), text(std::move(name_words))},
                std::move(short_name)};
    }

    SystemClock clock_;
    const Catalogue& words_;
    Id<Organisation> gzm_{Uuid::make(clock_)};
    Id<Organisation> rvr_{Uuid::make(clock_)};
    SiteFrame site_;
    Assets assets_{std::span<const EmbeddedFile>{}};
    View view_{words_, site_, assets_};
};

inline std::string text_of(const PageParts& parts) { return html::plain_text(parts.contents); }

inline ActivityCard card_of(const ViewFixture& fixture, std::string_view edtf, std::string title,
                            ActivityStatus status = ActivityStatus::held) {
    ActivityCard card;
    card.row.date = ViewFixture::date(edtf);
    card.row.status = status;
    card.page = fixture.link(RecordKind::activity, "visit", std::move(title));
    return card;
}

} // namespace interregio::portal::web
