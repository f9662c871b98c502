#include "modules/activity_import/heading_words.h"

#include "modules/editing/record_names.h"
#include "platform/locale/catalogue.h"

#include <map>

namespace interregio::activity_import {
namespace {

using editing::folded_name;

struct Word {
    ImportField field;
    std::string_view words; ///< parted by '|'
};

// What people write over their columns, but for remarks, which may be for themselves alone; the words of our own tables
// come from the catalogues.
constexpr std::array heading_words{
    Word{ImportField::title, "Titel|Name|Bezeichnung|Veranstaltung|Aktivität|Maßnahme|Betreff|Thema|Projekt|Tytuł|"
                             "Nazwa|Wydarzenie|Działanie|"
                             "Temat|Title|Activity|Event|Subject|Name of the event"},
    Word{ImportField::summary, "Zusammenfassung|Kurzbeschreibung|Kurztext|Kurzfassung|Streszczenie|Krótki opis|Skrót|"
                               "Summary|Abstract|Short description"},
    Word{ImportField::body, "Beschreibung|Inhalt|Text|Bericht|Opis|Treść|"
                            "Sprawozdanie|Description|Content|Report|Details"},
    Word{ImportField::text_language, "Sprache|Język|Language"},
    Word{ImportField::date, "Datum|Wann|Termin|Zeitraum|Zeit|Tag|Jahr|Data|Kiedy|Czas|Okres|Rok|Date|When|Dates|Period|"
                            "Year|Day"},
    Word{ImportField::first_day, "Von|Ab|Beginn|Anfang|Start|Startdatum|Datum von|Anfangsdatum|Od|Początek|Data od|"
                                 "Data rozpoczęcia|From|Begin|Begins|Start date|Date from"},
    Word{ImportField::last_day, "Bis|Ende|Enddatum|Datum bis|Do|Koniec|Data do|Data zakończenia|To|Until|Till|End|Ends|"
                                "End date|Date to"},
    Word{ImportField::kind, "Art|Typ|Kategorie|Format|Art der Veranstaltung|Rodzaj|Kategoria|Kind|Type|Category"},
    Word{ImportField::status, "Status|Stand|Stan|State"},
    Word{ImportField::form, "Form|Durchführung|Forma|Tryb|Mode|Online oder vor Ort"},
    Word{ImportField::audience, "Öffentlichkeit|Zielgruppe|Zugang|Dostęp|Audience|Open to"},
    Word{ImportField::fields, "Handlungsfeld|Themenfeld|Handlungsfelder|Bereich|Obszar|Obszary|Obszar współpracy|"
                              "Field|Fields|Field of action|Topic|Topics|Area"},
    Word{ImportField::series, "Reihe|Serie|Veranstaltungsreihe|Cykl|Seria|Series"},
    Word{ImportField::edition, "Ausgabe|Auflage|Nummer|Nr|Edycja|Numer|Edition|Number|No"},
    Word{ImportField::places, "Ort|Orte|Wo|Stadt|Veranstaltungsort|Miejsce|Miejsca|Gdzie|Miasto|Place|Places|Where|"
                              "Location|City|Venue"},
    Word{ImportField::organisations,
         "Organisation|Organisationen|Partner|Beteiligte|Teilnehmende Organisationen|Mitwirkende|Organizacja|"
         "Organizacje|Partnerzy|Uczestniczące organizacje|Partners|Organisations taking part|Organizations|"
         "Organization|Participating organisations"},
    Word{ImportField::participants,
         "Teilnehmer|Teilnehmende|Teilnehmerzahl|Anzahl|Personen|Anzahl Teilnehmende|TN|Uczestnicy|"
         "Liczba uczestników|Liczba osób|Participants|Attendees|Number of participants|People"},
    Word{ImportField::participants_planned, "Geplante Teilnehmende|Geplante Teilnehmer|Planowana liczba uczestników|"
                                            "Planned participants"},
    Word{ImportField::partnerships, "Partnerschaft|Partnerschaften|Partnerstwo|Partnerstwa|Partnership|Partnerships"},
    Word{ImportField::sources, "Quelle|Quellen|Beleg|Link|Links|URL|Źródło|Źródła|Source|Sources|Reference|Web"},
};

// The headings of the table of activities as a file.
constexpr std::array table_headings{
    std::pair{ImportField::title, "table.title"},
    std::pair{ImportField::text_language, "table.language"},
    std::pair{ImportField::kind, "table.kind"},
    std::pair{ImportField::status, "table.status"},
    std::pair{ImportField::form, "table.form"},
    std::pair{ImportField::audience, "activities_table.audience"},
    std::pair{ImportField::series, "table.series"},
    std::pair{ImportField::edition, "activities_table.edition"},
    std::pair{ImportField::organisations, "table.organisations"},
    std::pair{ImportField::fields, "table.fields"},
    std::pair{ImportField::places, "table.places"},
    std::pair{ImportField::first_day, "activities_table.first_day"},
    std::pair{ImportField::last_day, "activities_table.last_day"},
    std::pair{ImportField::date, "table.date"},
};
// Of which it has a second, more exact one.
constexpr std::array exact_headings{
    std::pair{ImportField::date, "table.edtf"},
    std::pair{ImportField::participants, "activities_table.heads_known"},
    std::pair{ImportField::participants_planned, "activities_table.heads_planned"},
};

struct Meaning {
    ImportField field = ImportField::title;
    int clearness = 0;
    std::optional<OrganisationRole> role{};
};
using Meanings = std::map<std::string, Meaning, std::less<>>;

void put(Meanings& meanings, std::string_view words, const Meaning& meaning) {
    Meaning& known = meanings[folded_name(words)];
    if (known.clearness < meaning.clearness) known = meaning;
}

Meanings all_meanings() {
    Meanings meanings;
    for (const Word& word : heading_words) {
        std::string_view rest = word.words;
        while (!rest.empty()) {
            const auto one = rest.substr(0, rest.find('|'));
            put(meanings, one, {word.field, 2});
            rest.remove_prefix(std::min(one.size() + 1, rest.size()));
        }
    }
    for (const Language language : Catalogue::spoken()) {
        const Catalogue& words = *Catalogue::find(language);
        for (const auto& [field, key] : table_headings) put(meanings, words.text(key), {field, 2});
        for (const auto& [field, key] : exact_headings) put(meanings, words.text(key), {field, 3});
        for (std::size_t i = 0; i < enum_names(OrganisationRole{}).size(); ++i) {
            const auto role = static_cast<OrganisationRole>(i);
            put(meanings, words.text("organisation.role." + std::string(name_of(role))),
                {ImportField::organisations, 1, role});
        }
    }
    return meanings;
}

/// "deutsch", "niemiecki", "german", "de" for the languages of a site.
std::optional<Language> language_called(std::string_view word, const std::vector<Language>& languages) {
    for (const Language language : languages) {
        if (word == language.tag()) return language;
        for (const Language spoken : Catalogue::spoken())
            if (word == folded_name(Catalogue::find(spoken)->language_name(language))) return language;
    }
    return std::nullopt;
}

} // namespace

HeadingMeaning meaning_of_heading(std::string_view heading, const std::vector<Language>& languages) {
    static const Meanings meanings = all_meanings();
    const std::string folded = folded_name(heading);
    HeadingMeaning meaning;
    std::string words;
    std::string_view rest = folded;
    while (!rest.empty()) {
        const auto word = rest.substr(0, rest.find(' '));
        rest.remove_prefix(std::min(word.size() + 1, rest.size()));
        const auto language = words.empty() ? std::nullopt : language_called(word, languages);
        if (language)
            meaning.language = language;
        else
            words.append(words.empty() ? "" : " ").append(word);
    }
    auto found = meanings.find(words);
    bool whole = true;
    if (found == meanings.end()) {
        found = meanings.find(words.substr(0, words.find(' ')));
        whole = false;
    }
    if (found == meanings.end()) return meaning;
    meaning.field = found->second.field;
    meaning.role = found->second.role;
    meaning.clearness = whole ? found->second.clearness : 1;
    return meaning;
}

} // namespace interregio::activity_import
