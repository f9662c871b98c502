// Words for generated activities. Every entry says the same in German, Polish and English, in the grammatical form that
// the sentences in sentences.mjs need.

const entries = (text) => text.trim().split('\n').map((line) => {
  const [de, pl, en] = line.trim().split(/\s*\|\s*/);
  return { de, pl, en };
});

/** Subjects: German without an article, Polish in the genitive, English as after ‘on’. */
export const topics = entries(`
  Radschnellwege | szybkich dróg rowerowych | cycle highways
  Straßenbahnen | tramwajów | trams
  Industriekultur | dziedzictwa przemysłowego | industrial heritage
  Abwärme | ciepła odpadowego | waste heat
  Wasserstoff | wodoru | hydrogen
  Stadtgrün | zieleni miejskiej | urban green spaces
  Hitzevorsorge | ochrony przed upałami | protection from heat
  Schwammstädte | miast gąbek | sponge cities
  Brachflächen | terenów poprzemysłowych | brownfield sites
  Bergbaufolgen | skutków górnictwa | the effects of mining
  Berufsausbildung | kształcenia zawodowego | vocational training
  Jugendbeteiligung | udziału młodzieży w życiu publicznym | youth participation
  Mehrsprachigkeit | wielojęzyczności | multilingualism
  Bibliotheken | bibliotek | libraries
  Museen | muzeów | museums
  Chormusik | muzyki chóralnej | choral music
  Breitensport | sportu dla wszystkich | grassroots sport
  offene Daten | otwartych danych | open data
  digitale Zwillinge | cyfrowych bliźniaków | digital twins
  Bürgerdienste | usług dla mieszkańców | public services
  Regionalplanung | planowania regionalnego | regional planning
  Flächenentwicklung | zagospodarowania terenów | land development
  Luftreinhaltung | czystości powietrza | clean air
  Gewässerschutz | ochrony wód | water protection
  Artenvielfalt | różnorodności biologicznej | biodiversity
  Stadtwälder | lasów miejskich | urban forests
  Kreislaufwirtschaft | gospodarki o obiegu zamkniętym | the circular economy
  Gründungen | przedsiębiorczości | business start-ups
  Fachkräfte | pozyskiwania specjalistów | skilled workers
  Tourismus | turystyki | tourism
  Barrierefreiheit | dostępności | accessibility
  Wohnungsbau | budownictwa mieszkaniowego | housing
  Katastrophenschutz | ochrony ludności | civil protection
  Pflege | opieki długoterminowej | long-term care
  Familienzentren | centrów rodzinnych | family centres
  Europapolitik | polityki europejskiej | European policy
  EU-Fördermittel | funduszy europejskich | EU funding
  Theater | teatru | theatre
  Güterverkehr | transportu towarowego | freight transport
  Nachtzüge | pociągów nocnych | night trains
  Verbundfahrkarten | wspólnych biletów | shared tickets
  Grundwasser | wód podziemnych | groundwater`);

/** Who meets: subjects in the plural; in Polish all of masculine personal gender, so that one verb form fits. */
export const groups = entries(`
  Fachleute beider Regionen | specjaliści z obu regionów | specialists from both regions
  Schülerinnen und Schüler | uczniowie | pupils
  Studierende | studenci | students
  Forscherinnen und Forscher | naukowcy | researchers
  Stadtplanerinnen und Stadtplaner | urbaniści | town planners
  Ehrenamtliche | wolontariusze | volunteers
  Bürgermeisterinnen und Bürgermeister | prezydenci miast i burmistrzowie | mayors
  Auszubildende | uczniowie szkół zawodowych | apprentices
  Ratsmitglieder | radni | councillors
  Künstlerinnen und Künstler | artyści | artists
  Mitglieder von Vereinen | członkowie stowarzyszeń | members of associations
  Unternehmerinnen und Unternehmer | przedsiębiorcy | entrepreneurs
  Lehrerinnen und Lehrer | nauczyciele | teachers
  Bibliothekarinnen und Bibliothekare | bibliotekarze | librarians`);

/** Where they go: accusative in German and Polish. */
export const sights = entries(`
  eine stillgelegte Kokerei | nieczynną koksownię | a disused coking plant
  ein umgebautes Kraftwerk | przebudowaną elektrownię | a converted power station
  einen Betriebshof der Straßenbahn | zajezdnię tramwajową | a tram depot
  ein Stadtteilzentrum | dzielnicowe centrum kultury | a community centre
  eine Berufsschule | szkołę zawodową | a vocational school
  einen Landschaftspark | park krajobrazowy | a landscape park
  ein Museum unter Tage | podziemne muzeum | an underground museum
  eine Zechensiedlung | osiedle górnicze | a miners’ housing estate
  ein Wasserwerk | stację uzdatniania wody | a waterworks
  ein Rechenzentrum | centrum danych | a data centre
  einen renaturierten Fluss | zrenaturyzowaną rzekę | a restored river
  eine begrünte Halde | zazielenioną hałdę | a greened spoil heap
  eine Maschinenhalle | halę maszyn | an engine hall
  einen alten Güterbahnhof | dawny dworzec towarowy | an old goods station`);

/** What is agreed: German nominative, Polish accusative. */
export const results = entries(`
  ein gemeinsamer Leitfaden | wspólny poradnik | a joint guide
  ein Austausch von Praktikantinnen und Praktikanten | wymianę praktykantów | an exchange of interns
  eine Wanderausstellung | wystawę objazdową | a touring exhibition
  eine gemeinsame Arbeitsgruppe | powołanie wspólnej grupy roboczej | a joint working group
  ein Förderantrag bei der Europäischen Union | złożenie wniosku o fundusze europejskie | an application for EU funding
  ein Gegenbesuch im Frühjahr | rewizytę wiosną | a return visit in spring
  ein gemeinsamer Datensatz | wspólny zbiór danych | a shared data set
  eine Reihe von Online-Treffen | cykl spotkań online | a series of online meetings
  ein Schulwettbewerb | konkurs dla szkół | a competition for schools
  ein zweisprachiges Glossar | dwujęzyczny glosariusz | a bilingual glossary`);

/** What an activity is called, by its kind. */
export const occasions = {
  delegation_visit: entries(`Delegationsbesuch | Wizyta delegacji | Delegation visit
    Studienreise | Wyjazd studyjny | Study trip`),
  youth_exchange: entries(`Jugendbegegnung | Spotkanie młodzieży | Youth exchange
    Sommerwerkstatt | Warsztaty letnie | Summer workshop`),
  expert_exchange: entries(`Fachaustausch | Wymiana doświadczeń | Expert exchange
    Werkstattgespräch | Rozmowy warsztatowe | Workshop talks`),
  online_seminar: entries('Online-Seminar | Seminarium online | Online seminar'),
  conference: entries(`Fachtagung | Konferencja | Conference
    Symposium | Sympozjum | Symposium`),
  festival: entries('Festival | Festiwal | Festival'),
  forum: entries('Forum | Forum | Forum'),
  joint_project: entries('Gemeinsames Projekt | Wspólny projekt | Joint project'),
  other: entries('Treffen | Spotkanie | Meeting'),
};

/** Where it is, as in ‘a meeting in Essen’, by the key of a place of the demo record. */
export const localities = {
  essen: { de: 'in Essen', pl: 'w Essen', en: 'in Essen' },
  zollverein: { de: 'auf Zollverein', pl: 'w Zollverein', en: 'at Zollverein' },
  bochum: { de: 'in Bochum', pl: 'w Bochum', en: 'in Bochum' },
  schwelm: { de: 'in Schwelm', pl: 'w Schwelm', en: 'in Schwelm' },
  recklinghausen: { de: 'in Recklinghausen', pl: 'w Recklinghausen', en: 'in Recklinghausen' },
  unna: { de: 'in Unna', pl: 'w Unna', en: 'in Unna' },
  wesel: { de: 'in Wesel', pl: 'w Wesel', en: 'in Wesel' },
  katowice: { de: 'in Kattowitz', pl: 'w Katowicach', en: 'in Katowice' },
  mck: { de: 'im Internationalen Kongresszentrum', pl: 'w Międzynarodowym Centrum Kongresowym', en: 'at the International Congress Centre' },
  'strefa-kultury': { de: 'in der Kulturzone', pl: 'w Strefie Kultury', en: 'in the Culture Zone' },
  nikiszowiec: { de: 'in Nikiszowiec', pl: 'w Nikiszowcu', en: 'in Nikiszowiec' },
  giszowiec: { de: 'in Giszowiec', pl: 'w Giszowcu', en: 'in Giszowiec' },
  chorzow: { de: 'in Chorzów', pl: 'w Chorzowie', en: 'in Chorzów' },
  'park-slaski': { de: 'im Schlesischen Park', pl: 'w Parku Śląskim', en: 'in the Silesian Park' },
  brussels: { de: 'in Brüssel', pl: 'w Brukseli', en: 'in Brussels' },
  durham: { de: 'in Durham', pl: 'w Durham', en: 'in Durham' },
};

export const origins = entries(`
  Ruhrgebiet | Zagłębie Ruhry | the Ruhr
  Metropole GZM | Metropolia GZM | Metropolis GZM
  beide Regionen | oba regiony | both regions`);

export const functions = entries(`
  Referatsleitung | kierownictwo referatu | head of unit
  Projektleitung | kierownictwo projektu | project lead
  Vorstand | zarząd | board
  Moderation | prowadzenie spotkania | moderation`);

export const names = {
  de: {
    given: ['Anja', 'Björn', 'Çiğdem', 'Dörte', 'Emre', 'Friederike', 'Günther', 'Heike', 'Jürgen', 'Käthe', 'Lennart', 'Mareike', 'Öznur', 'Rüdiger', 'Sören', 'Ute'],
    family: ['Althöfer', 'Böckmann', 'Dörnemann', 'Eßer', 'Fürstenberg', 'Großmann', 'Hülsmann', 'Jäger', 'Kötter', 'Lüdenscheidt', 'Möllers', 'Nüßing', 'Overbäck', 'Pröpper', 'Schäfer', 'Töpfer', 'Weiß', 'Yıldız'],
  },
  pl: {
    given: ['Agnieszka', 'Błażej', 'Cecylia', 'Dąbrówka', 'Elżbieta', 'Grażyna', 'Jędrzej', 'Łucja', 'Małgorzata', 'Michał', 'Przemysław', 'Róża', 'Sławomir', 'Wacław', 'Zdzisława', 'Żaneta'],
    family: ['Błaszczyk', 'Ćwik', 'Dąbek', 'Gałązka', 'Gwóźdź', 'Jeż', 'Kołodziej', 'Łącki', 'Mięso', 'Nowak', 'Ołdak', 'Pająk', 'Rączka', 'Ślusarczyk', 'Śmiałek', 'Wójcik', 'Żak', 'Źrebiec'],
  },
};

/** Names of organisations: what they are, and after what they are named. */
export const bodies = {
  de: { kinds: ['Gesamtschule', 'Berufskolleg', 'Chorverein', 'Geschichtsverein', 'Bürgerstiftung', 'Sportverein', 'Jugendzentrum'], after: ['Am Förderturm', 'Emschertal', 'Glückauf', 'Hüttenstraße', 'Nordpark', 'Röhrenwerk', 'Südviertel', 'Weiße Mühle'] },
  pl: { kinds: ['Szkoła Podstawowa', 'Zespół Szkół', 'Stowarzyszenie', 'Fundacja', 'Towarzystwo Śpiewacze', 'Klub Sportowy', 'Dom Kultury'], after: ['„Brzęczkowice”', '„Gwarek”', '„Jaśminowa”', '„Kuźnica”', '„Pod Dębem”', '„Źródło”', '„Żabie Doły”', '„Światło”'] },
};
