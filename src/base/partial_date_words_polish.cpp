#include "base/partial_date_wording.h"

#include <array>

namespace interregio {
namespace {

using namespace date_wording;

struct Forms {
    std::string_view nominative; ///< październik, lato
    std::string_view genitive;   ///< (do) października, (do) lata
    std::string_view adverbial;  ///< w październiku, latem: when something happens
};

constexpr std::array<Forms, 12> months{{{"styczeń", "stycznia", "w styczniu"},
                                        {"luty", "lutego", "w lutym"},
                                        {"marzec", "marca", "w marcu"},
                                        {"kwiecień", "kwietnia", "w kwietniu"},
                                        {"maj", "maja", "w maju"},
                                        {"czerwiec", "czerwca", "w czerwcu"},
                                        {"lipiec", "lipca", "w lipcu"},
                                        {"sierpień", "sierpnia", "w sierpniu"},
                                        {"wrzesień", "września", "we wrześniu"},
                                        {"październik", "października", "w październiku"},
                                        {"listopad", "listopada", "w listopadzie"},
                                        {"grudzień", "grudnia", "w grudniu"}}};
constexpr std::array<Forms, 4> seasons{{{"wiosna", "wiosny", "wiosną"},
                                        {"lato", "lata", "latem"},
                                        {"jesień", "jesieni", "jesienią"},
                                        {"zima", "zimy", "zimą"}}};

enum class Case { nominative, genitive, adverbial };

std::string_view form(const Forms& forms, Case which) {
    switch (which) {
    case Case::nominative:
        return forms.nominative;
    case Case::genitive:
        return forms.genitive;
    case Case::adverbial:
        return forms.adverbial;
    }
    return {};
}

/// "2018 r."; a winter has two years: "2024/2025 r."
std::string year_of(const DatePoint& point) {
    std::string out = std::to_string(point.year);
    if (is_winter(point)) out += '/' + std::to_string(point.year + 1);
    return out + " r.";
}

/// "9 sierpnia 2019 r.", "październik 2025 r." / "w październiku 2025 r.", "lato 2024 r.", "2018 r." / "w 2018 r.".
/// A day stands in the genitive whatever the case asked for.
std::string declined(const DatePoint& point, Case which, WithYear with_year = WithYear::yes) {
    std::string out;
    switch (point.precision) {
    case DatePrecision::year:
        return (which == Case::adverbial ? "w " : "") + year_of(point);
    case DatePrecision::season:
        out = form(seasons[point.month - 21], which);
        break;
    case DatePrecision::month:
        out = form(months[point.month - 1], which);
        break;
    case DatePrecision::day:
        out = std::to_string(point.day) + ' ' + std::string(months[point.month - 1].genitive);
        break;
    }
    if (with_year == WithYear::yes) out += ' ' + year_of(point);
    return out;
}

/// Before a range or a preposition; a point takes "około" with the genitive instead of "mniej więcej".
std::string adverb(DateQualifier qualifier) {
    switch (qualifier) {
    case DateQualifier::certain:
        break;
    case DateQualifier::uncertain:
        return "prawdopodobnie ";
    case DateQualifier::approximate:
        return "mniej więcej ";
    case DateQualifier::uncertain_and_approximate:
        return "prawdopodobnie mniej więcej ";
    }
    return {};
}

std::string remark(DateQualifier qualifier) {
    switch (qualifier) {
    case DateQualifier::certain:
        break;
    case DateQualifier::uncertain:
        return " (prawdopodobnie)";
    case DateQualifier::approximate:
        return " (w przybliżeniu)";
    case DateQualifier::uncertain_and_approximate:
        return " (prawdopodobnie, w przybliżeniu)";
    }
    return {};
}

class PolishDateWording final : public DateWording {
    std::string point(const DatePoint& point, DatePhrase phrase) const override {
        const Case natural = phrase == DatePhrase::standalone ? Case::nominative : Case::adverbial;
        switch (point.qualifier) {
        case DateQualifier::certain:
            break;
        case DateQualifier::uncertain:
            return "prawdopodobnie " + declined(point, natural);
        case DateQualifier::approximate:
            return "około " + declined(point, Case::genitive);
        case DateQualifier::uncertain_and_approximate:
            return "prawdopodobnie około " + declined(point, Case::genitive);
        }
        return declined(point, natural);
    }

    std::string range(const DatePoint& start, const DatePoint& end, DatePhrase phrase) const override {
        const std::string sure = adverb(start.qualifier);
        const bool in_sentence = phrase == DatePhrase::in_sentence;
        if (start.precision == DatePrecision::year && end.precision == DatePrecision::year)
            return sure + (in_sentence ? "w latach " : "lata ") + std::to_string(start.year) + "–" +
                   std::to_string(end.year);
        if (share_month(start, end))
            return sure + (in_sentence ? "w dniach " : "") + std::to_string(start.day) + "–" +
                   declined(end, Case::genitive);
        const WithYear year = share_year(start, end) ? WithYear::no : WithYear::yes;
        if (in_sentence)
            return sure + "od " + declined(start, Case::genitive, year) + " do " + declined(end, Case::genitive);
        return sure + dash(start.precision, declined(start, Case::nominative, year), end.precision,
                           declined(end, Case::nominative));
    }

    std::string differently_sure_range(const DatePoint& start, const DatePoint& end, DatePhrase phrase) const override {
        if (phrase == DatePhrase::standalone)
            return declined(start, Case::nominative) + remark(start.qualifier) + " – " +
                   declined(end, Case::nominative) + remark(end.qualifier);
        return "od " + declined(start, Case::genitive) + remark(start.qualifier) + " do " +
               declined(end, Case::genitive) + remark(end.qualifier);
    }

    std::string beginning(const DatePoint& start, IntervalEnd end, DatePhrase) const override {
        std::string out = adverb(start.qualifier) + "od " + declined(start, Case::genitive);
        if (end == IntervalEnd::unknown) out += " (data zakończenia nieznana)";
        return out;
    }

    std::string ending(const DatePoint& end, IntervalEnd start, DatePhrase) const override {
        std::string out = adverb(end.qualifier) + "do " + declined(end, Case::genitive);
        if (start == IntervalEnd::unknown) out += " (data rozpoczęcia nieznana)";
        return out;
    }
};

} // namespace

const DateWording& polish_date_wording() {
    static const PolishDateWording wording;
    return wording;
}

} // namespace interregio
