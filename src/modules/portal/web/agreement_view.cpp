#include "modules/portal/web/agreement_view.h"

#include "modules/portal/web/parts.h"

#include <algorithm>
#include <span>

namespace interregio::portal::web {

using namespace html;

namespace {

std::optional<Attribute<"class">> statement_class(const View& view, std::string_view base, const SourceNote& source) {
    return source.publisher ? party_cls(view, base, source.publisher->page.id) : std::optional(cls(base));
}

/// The sources that state the same date.
struct StatedDate {
    const PartialDate* date;
    std::vector<SourceNote> sources;
};

std::vector<StatedDate> by_date(const std::vector<SigningStatement>& signings) {
    std::vector<StatedDate> dates;
    for (const auto& signing : signings) {
        const auto found =
            std::ranges::find_if(dates, [&](const auto& stated) { return *stated.date == signing.date; });
        if (found != dates.end())
            found->sources.push_back(signing.source);
        else
            dates.push_back({&signing.date, {signing.source}});
    }
    return dates;
}

/// Each voice once, in the order of the sources.
std::vector<Node> voices(const View& view, const std::vector<SourceNote>& sources) {
    std::vector<Node> names;
    for (const auto& source : sources) {
        Node voice = source_voice(view, source);
        const bool heard =
            std::ranges::any_of(names, [&](const Node& name_node) { return name_node.markup() == voice.markup(); });
        if (!heard) names.push_back(std::move(voice));
    }
    return names;
}

/// "GZM, RVR"
Node voice_list(const View& view, const std::vector<SourceNote>& sources) {
    return each(voices(view, sources), ", ", [](const Node& name_node) { return name_node; });
}

/// "August 2019, 8–9 August 2019 and 12 August 2019"
Node in_a_row(const View& view, std::span<const Node> items) {
    if (items.empty()) return {};
    if (items.size() == 1) return items.front();
    return fill(view.text("sentence.and"),
                {{"first", each(items.first(items.size() - 1), ", ", [](const Node& item) { return item; })},
                 {"last", items.back()}});
}

/// A voice and all dates it states.
struct StatedBy {
    Node voice;
    std::vector<Node> dates;
};

std::vector<StatedBy> by_voice(const View& view, std::span<const StatedDate> dates) {
    std::vector<StatedBy> said;
    for (const auto& stated : dates)
        for (const Node& voice : voices(view, stated.sources)) {
            auto found =
                std::ranges::find_if(said, [&](const auto& one) { return one.voice.markup() == voice.markup(); });
            if (found == said.end()) found = said.insert(said.end(), StatedBy{voice, {}});
            found->dates.push_back(date(view, *stated.date));
        }
    return said;
}

/// "Signed on 9 August 2019 according to GZM; RVR states August 2019 and 8–9 August 2019."
Node disagreement(const View& view, const AgreementPage& page) {
    const auto dates = by_date(page.signings);
    if (dates.size() < 2) return {};
    Node sentence = fill(view.text("agreement.signed_according_to"),
                         {{"date", date(view, *dates.front().date, DatePhrase::in_sentence)},
                          {"source", in_a_row(view, voices(view, dates.front().sources))}});
    for (const auto& stated : by_voice(view, std::span(dates).subspan(1)))
        sentence += group("; ", fill(view.text("agreement.other_states"),
                                     {{"date", in_a_row(view, stated.dates)}, {"source", stated.voice}}));
    // The full stop of the Polish "r." ends the sentence, too.
    const bool ended = plain_text(sentence).ends_with('.');
    return p(cls("disagree"), span(cls("kern-icon kern-icon--info kern-icon--small"), aria_hidden("true")),
             span(sentence, when(!ended, [&] { return view.text("sentence.end"); })));
}

Node signing_item(const View& view, const AgreementPage& page, const SigningStatement& signing) {
    const bool marked = page.signings.size() > 1 && signing.preference == Preference::preferred;
    return li(statement_class(view, "statement", signing.source),
              span(cls("statement__value"), date(view, signing.date)), " ",
              span(cls("statement__meta"),
                   when(signing.place, [&](const PlaceName& name) { return group(place(view, name), " · "); }),
                   when(signing.source.publisher,
                        [&](const OrganisationLink& publisher) {
                            return group(fill(view.text("fact.stated_by"),
                                              {{"organisation", organisation_name(view, publisher)}}),
                                         " · ");
                        }),
                   source_title(view, signing.source)),
              when(marked, [&] { return group(" ", span(cls("statement__mark"), view.text("fact.preferred"))); }));
}

Node signatory_item(const View& view, const SignatoryLine& signatory) {
    return li(
        party_cls(view, "person", signatory.organisation.page.id),
        span(cls("person__name"), person(view, signatory.person)), " ",
        span(cls("person__function"),
             when(signatory.function, [&](const ShownText& function) { return group(line(view, function), ", "); }),
             organisation(view, signatory.organisation)),
        " ",
        span(cls("person__said"),
             fill(view.text("agreement.named_by"), {{"sources", voice_list(view, signatory.sources)}})));
}

Node field_item(const View& view, const AgreedFieldLine& agreed) {
    return li(a(cls("tag"), href(view.paths.to(agreed.field)), line(view, agreed.field.name)), " ",
              span(cls("roles__role"),
                   fill(view.text("agreement.named_by"), {{"sources", voice_list(view, agreed.sources)}})));
}

Node glance(const View& view, const AgreementPage& page) {
    const auto place_stated =
        std::ranges::find_if(page.signings, [](const auto& each) { return each.place.has_value(); });
    return glance_box(
        view,
        group(glance_item(view.text("agreement.kind"), text(view.named(page.kind, "agreement.kind."))),
              when(!page.signings.empty(),
                   [&] { return glance_item(view.text("agreement.signed"), date(view, page.signings.front().date)); }),
              when(place_stated != page.signings.end(),
                   [&] { return glance_item(view.text("agreement.place"), place(view, *place_stated->place)); }),
              glance_item(view.text("agreement.between"), party_names(view, page.parties))));
}

} // namespace

PageParts agreement_view(const View& view, const AgreementPage& page) {
    PageParts parts;
    parts.title = page.page.name.body;
    if (page.summary) parts.description = teaser(*page.summary, 160);
    parts.breadcrumb = {crumb(view, page.partnership), here(view, page.page.name)};
    parts.contents = article(
        cls("agreement"),
        div(cls("wrap"),
            header(cls("page-head"), p(cls("kern-preline"), span(view.named(page.kind, "agreement.kind."))),
                   page_heading(view, page.page.name), notice(view, page.page.name),
                   when(page.summary, [&](const ShownText& words) { return lead(view, words); }))),
        div(cls("wrap"),
            div(cls("detail"), glance(view, page),
                div(cls("detail__main"),
                    when(page.picture,
                         [&](const Picture& shown_picture) {
                             return picture_figure(view, shown_picture, Loading::eager);
                         }),
                    when(!page.documents.empty(),
                         [&] {
                             return detail_section("documents", view.text("agreement.documents"),
                                                   download_list(view, page.documents));
                         }),
                    detail_section("signed", view.text("agreement.signed"),
                                   group(disagreement(view, page), ul(cls("statements"), each(page.signings,
                                                                                              [&](const auto& signing) {
                                                                                                  return signing_item(
                                                                                                      view, page,
                                                                                                      signing);
                                                                                              })))),
                    when(!page.signatories.empty(),
                         [&] {
                             return detail_section(
                                 "signatories", view.text("agreement.signatories"),
                                 ul(cls("people signatures"), each(page.signatories, [&](const auto& signatory) {
                                        return signatory_item(view, signatory);
                                    })));
                         }),
                    when(!page.fields.empty(),
                         [&] {
                             return detail_section("fields", view.text("fields.title"),
                                                   ul(cls("agreed-fields"), each(page.fields, [&](const auto& agreed) {
                                                          return field_item(view, agreed);
                                                      })));
                         }),
                    detail_section("sources", view.text("page.sources"), source_list(view, page.sources))))));
    return parts;
}

} // namespace interregio::portal::web
