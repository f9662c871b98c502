// Sentences about generated activities, each in three languages. They take the words of one activity (see words.mjs):
// topic and further topics, place, groups, sights, result and numbers.

const capital = (text) => text[0].toUpperCase() + text.slice(1);

export const meeting = {
  de: (w) => `${w.group.de} kamen ${w.place.de} zusammen, um über ${w.topic.de} zu sprechen.`,
  pl: (w) => `${capital(w.group.pl)} spotkali się ${w.place.pl}, żeby rozmawiać na temat ${w.topic.pl}.`,
  en: (w) => `${capital(w.group.en)} met ${w.place.en} to talk about ${w.topic.en}.`,
};

export const agreed = {
  de: (w) => `Vereinbart wurde ${w.result.de}.`,
  pl: (w) => `Uzgodniono ${w.result.pl}.`,
  en: (w) => `The participants agreed on ${w.result.en}.`,
};

export const opening = [
  {
    de: (w) => `Am Anfang stand eine einfache Frage: Was lässt sich beim Thema ${w.topic.de} voneinander lernen?`,
    pl: (w) => `Na początku padło proste pytanie: czego można się od siebie nauczyć w sprawie ${w.topic.pl}?`,
    en: (w) => `It began with a simple question: what can each side learn from the other about ${w.topic.en}?`,
  },
  {
    de: (w) => `Am Vormittag besichtigte die Gruppe ${w.sight.de}.`,
    pl: (w) => `Przed południem grupa zwiedziła ${w.sight.pl}.`,
    en: (w) => `In the morning the group visited ${w.sight.en}.`,
  },
  {
    de: (w) => `Die Gastgeber hatten ${w.sight.de} als Treffpunkt gewählt.`,
    pl: (w) => `Gospodarze wybrali ${w.sight.pl} na miejsce spotkania.`,
    en: (w) => `The hosts had chosen ${w.sight.en} as the meeting place.`,
  },
  {
    de: (w) => `Insgesamt nahmen ${w.number} Personen teil.`,
    pl: (w) => `Łączna liczba uczestników wyniosła ${w.number}.`,
    en: (w) => `In all, ${w.number} people took part.`,
  },
  {
    de: () => 'Für viele war es der erste Besuch in der Partnerregion.',
    pl: () => 'Dla wielu osób była to pierwsza wizyta w regionie partnerskim.',
    en: () => 'For many it was their first visit to the partner region.',
  },
  {
    de: (w) => `Das Interesse war größer als erwartet: ${w.number + 17} Anmeldungen gingen ein.`,
    pl: (w) => `Zainteresowanie było większe, niż oczekiwano: liczba zgłoszeń sięgnęła ${w.number + 17}.`,
    en: (w) => `Interest was greater than expected: ${w.number + 17} people registered.`,
  },
  {
    de: () => 'Beide Seiten brachten Beispiele aus ihren Städten mit und zeigten auch, was nicht gelungen war.',
    pl: () => 'Obie strony przywiozły przykłady ze swoich miast i pokazały także to, co się nie udało.',
    en: () => 'Both sides brought examples from their cities and also showed what had not worked.',
  },
];

export const further = [
  {
    de: (w) => `Besonders lebhaft war die Diskussion über ${w.second.de}.`,
    pl: (w) => `Szczególnie ożywiona była dyskusja na temat ${w.second.pl}.`,
    en: (w) => `The discussion about ${w.second.en} was especially lively.`,
  },
  {
    de: (w) => `Am Nachmittag ging es in kleinen Gruppen weiter, unter anderem zum Thema ${w.third.de}.`,
    pl: (w) => `Po południu pracowano w małych grupach, między innymi na temat ${w.third.pl}.`,
    en: (w) => `In the afternoon work continued in small groups, on ${w.third.en} among other things.`,
  },
  {
    de: () => 'Dolmetscherinnen übersetzten in beide Richtungen; die Unterlagen lagen auf **Deutsch und Polnisch** vor.',
    pl: () => 'Tłumaczki przekładały w obie strony, a materiały były dostępne **po polsku i po niemiecku**.',
    en: () => 'Interpreters translated in both directions; the papers were available in **German and Polish**.',
  },
  {
    de: () => 'Wer nicht anreisen konnte, schaltete sich online dazu.',
    pl: () => 'Kto nie mógł przyjechać, dołączył online.',
    en: () => 'Those who could not travel joined online.',
  },
  {
    de: () => 'Die Ergebnisse stehen allen Mitgliedskommunen zur Verfügung.',
    pl: () => 'Wyniki są dostępne dla wszystkich gmin członkowskich.',
    en: () => 'The results are available to all member municipalities.',
  },
  {
    de: (w) => `${w.others.de} berichteten von ihren Erfahrungen mit dem Thema ${w.second.de}.`,
    pl: (w) => `${capital(w.others.pl)} opowiedzieli o swoich doświadczeniach w sprawie ${w.second.pl}.`,
    en: (w) => `${capital(w.others.en)} reported on their experience with ${w.second.en}.`,
  },
  {
    de: () => 'Ein ausführlicher Bericht folgt, sobald die Beiträge übersetzt sind.',
    pl: () => 'Szczegółowe sprawozdanie ukaże się po przetłumaczeniu wystąpień.',
    en: () => 'A detailed report will follow as soon as the contributions have been translated.',
  },
  {
    de: () => 'Auch das Rahmenprogramm kam nicht zu kurz: Am Abend besuchten die Gäste ein Konzert.',
    pl: () => 'Nie zabrakło programu towarzyszącego: wieczorem goście wybrali się na koncert.',
    en: () => 'There was more than work on the agenda: in the evening the guests went to a concert.',
  },
  {
    de: () => 'Offen blieb, wie sich die Vorhaben dauerhaft finanzieren lassen.',
    pl: () => 'Otwarte pozostało pytanie o trwałe finansowanie przedsięwzięć.',
    en: () => 'What remained open was how the projects can be funded in the long run.',
  },
  {
    de: (w) => `Am zweiten Tag besichtigten ${w.others.de} ${w.secondSight.de}.`,
    pl: (w) => `Drugiego dnia ${w.others.pl} zwiedzili ${w.secondSight.pl}.`,
    en: (w) => `On the second day ${w.others.en} visited ${w.secondSight.en}.`,
  },
];

/** A list in CommonMark, for one body in five. */
export const agenda = {
  de: (w) => `Auf dem Programm standen:\n\n- ${[w.topic, w.second, w.third].map((t) => t.de).join('\n- ')}`,
  pl: (w) => `W programie znalazły się wystąpienia na temat:\n\n- ${[w.topic, w.second, w.third].map((t) => t.pl).join('\n- ')}`,
  en: (w) => `The programme covered:\n\n- ${[w.topic, w.second, w.third].map((t) => t.en).join('\n- ')}`,
};

export const title = {
  de: (w, more) => `${w.occasion.de} zum Thema ${w.topic.de}${more ? ` und ${w.second.de}` : ''} ${w.place.de}`,
  pl: (w, more) => `${w.occasion.pl} na temat ${w.topic.pl}${more ? ` i ${w.second.pl}` : ''} ${w.place.pl}`,
  en: (w, more) => `${w.occasion.en} on ${w.topic.en}${more ? ` and ${w.second.en}` : ''} ${w.place.en}`,
};

export const seriesTitle = {
  de: (w) => `${w.occasion.de} zum Thema ${w.topic.de}`,
  pl: (w) => `${w.occasion.pl} na temat ${w.topic.pl}`,
  en: (w) => `${w.occasion.en} on ${w.topic.en}`,
};
