#include "modules/portal/web/activity_cards_view.h"

#include "modules/portal/web/parts.h"

namespace interregio::portal::web {

using namespace html;

namespace {

Node card_title(const View& view, const PageLink& page) {
    return h3(cls("kern-title"), lang_of(view, page.name),
              a(cls("kern-link kern-link--stretched"), href(view.paths.to(page)), page.name.body));
}

/// One sentence, or two short ones.
Node card_body(const View& view, const std::optional<ShownText>& words) {
    constexpr std::size_t most_characters = 170;
    return when(words,
                [&](const ShownText& shown_words) {
                    return div(cls("kern-card__body"),
                               p(cls("kern-body"), lang_of(view, shown_words), teaser(shown_words, most_characters)));
                })
        .value_or(Node{});
}

Node card_media(const View& view, const std::optional<Picture>& picture, PictureRoom room) {
    if (!picture) return div(cls("kern-card__media kern-card__media--none"), mark());
    return figure(cls("kern-card__media"), image(view, *picture, Loading::lazy, room),
                  figcaption(cls("credit"), picture->credit));
}

/// Where it was: the town, or that it was online.
Node where_of(const View& view, const ActivityCard& card) {
    if (card.row.form == Form::online) return group(" ", span(view.named(card.row.form, "activity.form.")));
    return when(card.town, [&](const ShownText& town) { return group(" ", span(line(view, town))); }).value_or(Node{});
}

Node activity_article(const View& view, const ActivityCard& card, std::string classes, PictureRoom room) {
    const Node status = status_badge_in_list(view, card.row.status);
    // What both did has the colour of both; what one was host of, its own.
    if (card.host)
        if (const auto party = party_class(view, *card.host); !party.empty()) classes.append(" ").append(party);
    return article(cls(classes), card_media(view, card.picture, room),
                   div(cls("kern-card__container"),
                       header(cls("kern-card__header"),
                              p(cls("kern-preline"), span(view.named(card.row.kind, "activity.kind.")), " ",
                                date(view, card.row.date), where_of(view, card)),
                              card_title(view, card.page)),
                       card_body(view, card.summary),
                       when(!status.empty(), [&] { return div(cls("kern-card__footer"), status); })));
}

Node coming_item(const View& view, const ActivityCard& card) {
    return li(article(cls("coming__item"), p(cls("coming__when"), date(view, card.row.date)),
                      div(h3(cls("kern-title"), lang_of(view, card.page.name),
                             a(href(view.paths.to(card.page)), card.page.name.body)),
                          p(cls("kern-preline"), span(view.named(card.row.kind, "activity.kind.")),
                            where_of(view, card), " ", status_badge(view, card.row.status)))));
}

} // namespace

Node activity_card(const View& view, const ActivityCard& card) {
    return activity_article(view, card, "kern-card kern-card--interactive", PictureRoom::card);
}

Node lead_card(const View& view, const ActivityCard& card) {
    return activity_article(view, card, "kern-card kern-card--interactive kern-card--lead", PictureRoom::lead);
}

Node activity_cards(const View& view, const std::vector<ActivityCard>& cards) {
    return ul(cls("cards"), each(cards, [&](const ActivityCard& card) { return li(activity_card(view, card)); }));
}

Node coming_section(const View& view, const std::vector<ActivityCard>& cards) {
    if (cards.empty()) return {};
    return section_beside(
        "coming", view.text("home.coming"),
        ul(cls("coming"), each(cards, [&](const ActivityCard& card) { return coming_item(view, card); })));
}

Node lead_and_cards(const View& view, const std::vector<ActivityCard>& cards) {
    if (cards.empty()) return p(view.text("activities.none"));
    if (cards.size() == 1) return lead_card(view, cards.front());
    return group(lead_card(view, cards.front()),
                 ul(cls("cards"), each(std::span(cards).subspan(1),
                                       [&](const ActivityCard& card) { return li(activity_card(view, card)); })));
}

Node agreement_cards(const View& view, const std::vector<AgreementCard>& cards) {
    return ul(cls("cards"), each(cards, [&](const AgreementCard& card) {
                  return li(article(cls("kern-card kern-card--interactive kern-card--sheet"),
                                    div(cls("kern-card__container"),
                                        header(cls("kern-card__header"),
                                               p(cls("kern-preline"), span(view.named(card.kind, "agreement.kind.")),
                                                 " ", date(view, card.signed_on)),
                                               card_title(view, card.page)),
                                        card_body(view, card.summary))));
              }));
}

Node partnership_cards(const View& view, const std::vector<PartnershipCard>& cards) {
    return ul(cls("cards"), each(cards, [&](const PartnershipCard& card) {
                  return li(article(cls("kern-card kern-card--interactive"),
                                    card_media(view, card.picture, PictureRoom::card),
                                    div(cls("kern-card__container"),
                                        header(cls("kern-card__header"),
                                               p(cls("kern-preline"), span(view.named(card.kind, "partnership.kind.")),
                                                 when(card.since,
                                                      [&](const PartialDate& since) {
                                                          return group(" ", span(fill(view.text("partnership.since"),
                                                                                      {{"date", date(view, since)}})));
                                                      })),
                                               card_title(view, card.page)),
                                        card_body(view, card.introduction))));
              }));
}

Node field_tiles(const View& view, const std::vector<FieldTile>& tiles) {
    return ul(cls("fields"), each(tiles, [&](const FieldTile& tile) {
                  return li(a(href(view.paths.to(tile.page)), line(view, tile.page.name)), " ",
                            p(view.words.count("activities.count", tile.activities)));
              }));
}

} // namespace interregio::portal::web
