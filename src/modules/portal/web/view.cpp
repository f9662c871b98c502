#include "modules/portal/web/view.h"

#include "modules/portal/web/parts.h"
#include "modules/portal/web/typography.h"
#include "platform/html/markdown.h"

namespace interregio::portal::web {

using namespace html;

namespace {

/// The value of a <time> element (HTML Standard, 2.3.5): a year, month or day that is certain. None for the rest.
std::optional<std::string> time_value(const PartialDate& when) {
    if (when.interval() || !when.start() || when.start()->qualifier != DateQualifier::certain) return std::nullopt;
    if (when.start()->precision == DatePrecision::season || when.start()->year < 1) return std::nullopt;
    return when.edtf();
}

MarkdownOptions options_for(Language language) {
    MarkdownOptions options;
    options.day_in_words = [language](std::chrono::year_month_day day) {
        const DatePoint point{DatePrecision::day, static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                              static_cast<unsigned>(day.day()), DateQualifier::certain};
        return unbroken_date(in_words(PartialDate(point), language, DatePhrase::standalone));
    };
    return options;
}

} // namespace

std::optional<Attribute<"lang">> lang_of(const View& view, const std::optional<Language>& language) {
    return when(language && *language != view.language(), [&] { return lang(*language); });
}

std::optional<Attribute<"lang">> lang_of(const View& view, const ShownText& text) {
    return lang_of(view, std::optional(text.language));
}

Node line(const View& view, const ShownText& text) {
    const auto language = lang_of(view, text);
    return language ? span(*language, text.body) : html::text(text.body);
}

Node notice(const View& view, const ShownText& text) {
    switch (text.standing) {
    case TextStanding::own:
        return {};
    case TextStanding::other_language:
        return div(cls("notice"), icon("info"),
                   p(view.text("text.missing", {{"language", view.words.language_name(text.language)}})));
    case TextStanding::behind:
        break;
    }
    const auto day = PartialDate::parse(text.day);
    const auto original = view.alternates.find(text.original);
    return div(cls("notice notice--behind"), icon("autorenew"),
               p(day ? fill(view.text("text.behind"), {{"date", date(view, *day)}})
                     : html::text(view.text("text.behind.undated")),
                 when(original != view.alternates.end(), [&] {
                     return group(
                         " ", a(href(Url::path(original->second)), hreflang(text.original),
                                view.text("text.original", {{"language", view.words.language_name(text.original)}})));
                 })));
}

Node prose(const View& view, const ShownText& text) {
    return group(notice(view, text),
                 div(cls("prose"), lang_of(view, text), markdown(text.body, options_for(text.language))));
}

Node lead(const View& view, const ShownText& text) {
    return group(notice(view, text), div(cls("lead"), lang_of(view, text), markdown(text.body)));
}

std::string teaser(const ShownText& text, std::size_t most_characters) {
    std::string plain = markdown_plain_text(text.body);
    if (plain.size() <= most_characters) return plain;
    const std::string_view start = std::string_view(plain).substr(0, most_characters);
    const auto sentence = start.rfind(". ");
    if (sentence != std::string_view::npos && sentence > most_characters / 2) return plain.substr(0, sentence + 1);
    const auto word = start.rfind(' ');
    return plain.substr(0, word == std::string_view::npos ? most_characters / 2 : word) + " …";
}

Node date(const View& view, const PartialDate& when, DatePhrase phrase) {
    const auto words = unbroken_date(in_words(when, view.language(), phrase));
    const auto value_text = time_value(when);
    return value_text ? time(datetime(*value_text), words) : span(words);
}

Node person(const View& view, const PersonName& name) {
    const auto language = lang_of(view, name.language);
    return language ? span(*language, name.name) : html::text(name.name);
}

Node organisation_name(const View& view, const OrganisationLink& link) {
    return link.short_name ? html::text(*link.short_name) : line(view, link.page.name);
}

Node organisation(const View& view, const OrganisationLink& link) {
    const auto party = party_class(view, link.page.id);
    if (party.empty()) return a(href(view.paths.to(link)), organisation_name(view, link));
    return a(cls("party-name " + party), href(view.paths.to(link)), organisation_name(view, link));
}

std::string party_class(const View& view, const Uuid& organisation) {
    const auto place_in_order = view.site.party(organisation);
    constexpr std::string_view letters = "abcd";
    if (!place_in_order || *place_in_order >= letters.size()) return {};
    return std::string("party--") + letters[*place_in_order];
}

std::optional<Attribute<"class">> party_cls(const View& view, std::string_view base, const Uuid& organisation) {
    std::string classes(base);
    const auto party = party_class(view, organisation);
    if (!classes.empty() && !party.empty()) classes += ' ';
    classes += party;
    return when(!classes.empty(), [&] { return cls(classes); });
}

Node place(const View& view, const PlaceName& name) {
    return group(line(view, name.name),
                 when(name.town, [&](const ShownText& town) { return group(", ", line(view, town)); }), ", ",
                 view.words.country_name(name.country));
}

} // namespace interregio::portal::web
