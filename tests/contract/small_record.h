#pragma once
// A small record in which every field of every kind is used: what the store and the exchange format must carry.

#include "fixture.h"
#include "modules/record/records.h"

#include <map>

namespace interregio {

/// A picture of two pixels (PNG), and a document that claims to be PDF and is.
inline constexpr std::string_view tiny_png_bytes{
    "\x89\x50\x4e\x47\x0d\x0a\x1a\x0a\x00\x00\x00\x0d\x49\x48\x44\x52\x00\x00\x00\x02\x00\x00\x00\x01\x08"
    "\x02\x00\x00\x00\x7b\x40\xe8\xdd\x00\x00\x00\x0f\x49\x44\x41\x54\x78\x9c\x63\xf8\xcf\xc0\xc0\xf0\x9f"
    "\x01\x00\x07\xff\x01\xff\x01\x7f\x89\xa7\x00\x00\x00\x00\x49\x45\x4e\x44\xae\x42\x60\x82",
    72};
inline constexpr std::string_view tiny_pdf =
    "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";

inline void write_small_record(const TemporaryFolder& folder) {
    folder.write("images/tower.png", tiny_png_bytes);
    folder.write("documents/agreement.pdf", tiny_pdf);
    folder.write("record.yaml", R"(format: interregio-record/1
include: [base.yaml, activities.yaml]
)");
    folder.write("base.yaml", R"(sites:
  - key: site
    name: {de: Partnerschaft, pl: Partnerstwo}
    tagline: {de: Gemeinsam, pl: Razem}
    languages: [de, pl]
    publisher: rvr
    email: office@example.org
    imprint: {de: "## Impressum"}
    privacy: {de: Keine Kekse}
    accessibility: {de: Ja}
    contact: {de: Fragen Sie}
places:
  - key: katowice
    name: {pl: Katowice, de: Kattowitz}
    country: PL
    latitude: 50.26
    longitude: 19.02
  - key: spodek
    name: {pl: Spodek}
    country: PL
    within: katowice
sources:
  - key: page
    title: {de: Seite des RVR}
    publisher: rvr
    url: https://www.rvr.ruhr/europa
    published: "2025-10"
    retrieved: "2026-01-05"
organisations:
  - key: rvr
    kind: metropolitan_authority
    name: {de: Regionalverband Ruhr}
    short_name: RVR
    country: DE
    seat: katowice
    address: Kronprinzenstraße 35, 45128 Essen
    websites:
      - {url: "https://www.rvr.ruhr", language: de}
    description: {de: "Ein *Verband*.\n\nMit zwei Absätzen."}
    members: [bochum]
    facts:
      - measure: area
        number: 4435.5
        exactness: about
        unit: km²
        note: {de: Mit Wasser}
        as_of: "2018-12-31"
        source: page
        stated_by: gzm
        preference: preferred
      - {measure: founded, date: "1920-05-05", source: page}
      - {measure: other, label: {de: Besonderheit}, note: {de: Ein Wald}, source: page}
  - {key: gzm, kind: metropolitan_authority, name: {pl: Górnośląsko-Zagłębiowska Metropolia, de: Metropole GZM}}
  - {key: bochum, kind: municipality, name: {de: Bochum}, parent: rvr}
people:
  - key: karolczak
    given_name: Kazimierz
    family_name: Karolczak
    name_language: pl
    appointments:
      - organisation: gzm
        function: {pl: przewodniczący zarządu, de: Vorstandsvorsitzender}
        from: "2017"
        until: "2024-05"
        source: page
images:
  - key: tower
    file: images/tower.png
    credit: © RVR / Sandra Jureck
    licence: EUPL-1.2
    alt: {de: Ein Turm, pl: Wieża}
    caption: {de: Der Turm}
    focal_x: 0.25
    focal_y: 0.5
documents:
  - {key: agreement-de, file: documents/agreement.pdf, title: {de: Vereinbarung}, language: de}
fields_of_action:
  - {key: mobility, name: {de: Mobilität, pl: Mobilność}, description: {de: Bahn und Rad}}
partnerships:
  - key: ruhr-gzm
    kind: partnership
    parties: [rvr, gzm]
    name: {de: Ruhr und GZM, pl: Ruhra i GZM}
    introduction: {de: Zwei Regionen}
    origin: {de: Kohle}
    aims: {de: Wandel}
    good_to_know: {de: Lernen}
    since: "2019-08"
    review: "2027"
    fields: [mobility]
    contacts:
      - organisation: rvr
        person: karolczak
        unit: {de: Referat Europa}
        email: office@example.org
        telephone: +49 201 2069 6362
        address: Kronprinzenstraße 6, Essen
    image: tower
    sources: [page]
series:
  - {key: bread, title: {en: United by Bread}, description: {en: A festival}, partnerships: [ruhr-gzm], image: tower, sources: [page]}
agreements:
  - key: agreement
    kind: partnership_agreement
    partnership: ruhr-gzm
    title: {de: Partnerschaftsvereinbarung}
    summary: {de: Was vereinbart ist}
    signings:
      - {date: "2019-08-09", place: spodek, source: page, preference: preferred}
      - {date: "2019-08", source: page}
    signatories:
      - {person: karolczak, organisation: gzm, function: {pl: przewodniczący}, sources: [page]}
    fields:
      - {field: mobility, sources: [page]}
    documents: [agreement-de]
    image: tower
)");
    folder.write("activities.yaml", R"(activities:
  - key: visit
    kind: delegation_visit
    status: held
    date: "2025-10"
    date_statements:
      - {kind: announced, date: "2025-09", source: page}
    form: on_site
    audience: by_invitation
    partnerships: [ruhr-gzm]
    places: [katowice, spodek]
    organisations:
      - {organisation: gzm, role: host}
      - {organisation: rvr, role: guest}
    people:
      - {person: karolczak, role: head_of_delegation, organisation: gzm, function: {de: Vorsitzender}}
    participants:
      - label: {de: Jugendliche}
        origin: {de: aus beiden Regionen}
        organisation: rvr
        age_from: 15
        age_to: 18
        head_count: exact
        number: 17
        note: {de: gezählt auf dem Bild}
        source: page
      - {label: {de: Begleitung}, head_count: not_known}
    fields: [mobility]
    title: {de: Besuch in Kattowitz, pl: Wizyta w Katowicach}
    summary: {de: Ein Besuch, pl: Wizyta}
    body: {de: "Erster Absatz.\n\nZweiter Absatz.", pl: Akapit.}
    programme:
      - {day: "2025-10-07", begins: "09:00", ends: "10:30", place: spodek, title: {de: Rundgang}, description: {de: Zu Fuß}}
    outcomes:
      - {kind: next_step, text: {de: Mehr davon}, due: "2026", responsible: [rvr, gzm], state: open}
    series: bread
    edition: 2
    images: [tower]
    documents: [agreement-de]
    sources: [page]
)");
}

/// A database with the small record, and what in it is asked for again and again.
class SmallRecordTest : public RecordTest {
  protected:
    void SetUp() override {
        RecordTest::SetUp();
        write_small_record(source_);
        const auto imported = import(source_.path());
        ASSERT_TRUE(imported) << words(imported.error());
        const db::Reader reader = database_->read();
        for (const char* key : {"rvr", "gzm"}) organisations_[key] = *id_of_key<Organisation>(*reader, key);
        partnership_ = *id_of_key<Partnership>(*reader, "ruhr-gzm");
        visit_ = id_of_key<Activity>(*reader, "visit")->uuid();
    }

    TemporaryFolder source_;
    std::map<std::string, Id<Organisation>> organisations_; ///< by key
    Id<Partnership> partnership_;                           ///< of both
    Uuid visit_;                                            ///< its activity
};

} // namespace interregio
