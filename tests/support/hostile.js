// A record in which every text, name and address that may be written freely holds what an attacker would like to see
// executed. It is valid: whatever it says is to be shown as text.
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fixture, temporaryFolder, write } from './folders.js';

/** Stands at the end of every hostile text; a page that shows the text shows this. */
export const marker = 'canary';

export const attack =
  `<script>window.canary=1</script>"'><img src=x onerror="window.canary=1"> ` +
  `[link](javascript:window.canary=1) <javascript:window.canary=1> ![picture](data:image/svg+xml;base64,AAAA) ` +
  `</title></textarea></style><svg/onload=window.canary=1> &lt;b&gt; &#60;i&#62; ${marker}`;

/** Further hostile CommonMark, for fields that take it. */
export const markdownAttack = [
  attack,
  '<div onclick="window.canary=1">raw block</div>',
  '# heading <script>window.canary=1</script>',
  '[a]: javascript:window.canary=1 "title\\" onmouseover=window.canary=1"',
  '[a] [b](<javascript:window.canary=1>) [c](//evil.example/x) [d](vbscript:x) [e](JaVaScRiPt:x) [f](&#106;avascript:x)',
  '`code <script>window.canary=1</script>`',
  '| <script>window.canary=1</script> | b |\n|---|---|\n| [x](javascript:x) | " onload=x |',
  '[named <b>]{#a11y-x" onload="window.canary=1}',
].join('\n\n');

const fileName = `"><script>window.canary=1<` + `&'.png`;

/** Writes the record; gives its folder. */
export function hostileRecord() {
  const folder = join(temporaryFolder(), 'record');
  const text = () => ({ de: attack, pl: attack, en: attack });
  const prose = () => ({ de: markdownAttack, pl: markdownAttack, en: markdownAttack });
  // In French, which the site does not speak: shown as a foreign original, in other branches of the views.
  const foreign = () => ({ fr: attack });
  const line = attack.slice(0, 50) + marker;
  const url = `https://evil.example/?"onload='x'&<script>`.replace(/["<>]/g, encodeURIComponent);
  const organisation = (key) => ({
    key,
    kind: 'other',
    name: text(),
    short_name: line.slice(-60),
    country: 'DE',
    seat: 'place',
    address: attack.slice(-180),
    websites: [{ url, language: 'de' }],
    description: prose(),
    facts: [
      { measure: 'other', label: text(), note: text(), as_of: '2020', source: 'source' },
      { measure: 'area', number: 5, unit: '<i>"&km', source: 'foreign-source', stated_by: 'b' },
      { measure: 'area', number: 6, unit: `'<b>`, note: text(), source: 'source', preference: 'preferred' },
      { measure: 'founded', date: '1950', note: text(), source: 'source' },
    ],
  });
  const activity = (key, extra) => ({
    key,
    kind: 'other',
    status: 'held',
    date: '2020-05-05',
    form: 'on_site',
    audience: 'public',
    partnerships: ['partnership'],
    places: ['place'],
    date_statements: [{ kind: 'announced', date: '2020-05', source: 'source' }],
    organisations: [{ organisation: 'a', role: 'host' }, { organisation: 'b', role: 'guest' }],
    people: [{ person: 'person', role: 'speaker', organisation: 'a', function: text() }],
    participants: [{ label: text(), origin: text(), head_count: 'exact', number: 3, note: text(), source: 'source' }],
    fields: ['field'],
    title: text(),
    summary: text(),
    body: prose(),
    programme: [{ day: '2020-05-05', begins: '09:00', place: 'place', title: text(), description: prose() }],
    outcomes: [{ kind: 'next_step', text: text(), due: '2021', responsible: ['a'], state: 'open' }],
    series: 'series',
    images: ['image', 'second-image'],
    documents: ['document'],
    sources: ['source', 'foreign-source'],
    ...extra,
  });
  const record = {
    format: 'interregio-record/1',
    sites: [
      {
        key: 'site',
        name: text(),
        tagline: text(),
        languages: ['de', 'pl', 'en'],
        publisher: 'a',
        email: `o'"office@evil.example`.replace('"', ''),
        imprint: prose(),
        privacy: prose(),
        accessibility: prose(),
        contact: prose(),
      },
    ],
    places: [{ key: 'place', name: text(), country: 'DE' }],
    sources: [
      { key: 'source', title: text(), publisher: 'a', url, published: '2019' },
      { key: 'foreign-source', title: foreign(), url },
    ],
    organisations: [organisation('a'), organisation('b'), { key: 'c', kind: 'other', name: foreign(), description: { fr: markdownAttack } }],
    people: [
      {
        key: 'person',
        given_name: attack.slice(0, 60),
        family_name: attack.slice(-60),
        name_language: 'fr',
        appointments: [{ organisation: 'a', function: text(), from: '2000' }],
      },
    ],
    images: ['image', 'second-image'].map((key) => ({
      key,
      file: `images/${fileName}`,
      credit: attack.slice(0, 100) + attack.slice(-60),
      licence: line,
      alt: text(),
      caption: text(),
    })),
    documents: [{ key: 'document', file: `documents/${fileName}.pdf`, title: text(), language: 'de' }],
    fields_of_action: [{ key: 'field', name: text(), description: prose() }],
    partnerships: [
      {
        key: 'partnership',
        kind: 'partnership',
        parties: ['a', 'b'],
        name: text(),
        introduction: prose(),
        origin: prose(),
        aims: prose(),
        good_to_know: prose(),
        since: '2000',
        fields: ['field'],
        contacts: [
          {
            organisation: 'a',
            person: 'person',
            unit: text(),
            email: `x'&y@evil.example`,
            telephone: '+49 201 123',
            address: attack.slice(-180),
          },
        ],
        image: 'image',
        sources: ['source'],
      },
    ],
    series: [{ key: 'series', title: text(), description: prose(), partnerships: ['partnership'], image: 'image' }],
    agreements: [
      {
        key: 'agreement',
        kind: 'other',
        partnership: 'partnership',
        title: text(),
        summary: prose(),
        signings: [
          { date: '2000-01-01', place: 'place', source: 'source', preference: 'preferred' },
          { date: '2000-01', source: 'foreign-source' },
        ],
        signatories: [{ person: 'person', organisation: 'a', function: text(), sources: ['source'] }],
        fields: [{ field: 'field', sources: ['source'] }],
        documents: ['document'],
        image: 'image',
      },
    ],
    activities: [
      activity('held-one', {}),
      activity('announced-one', { status: 'announced', date: '2999', date_statements: [], programme: [] }),
      activity('foreign-one', { title: foreign(), summary: foreign(), body: { fr: markdownAttack } }),
    ],
  };
  write(folder, 'record.yaml', JSON.stringify(record, null, 1)); // JSON is YAML
  mkdirSync(join(folder, 'images'));
  mkdirSync(join(folder, 'documents'));
  copyFileSync(fixture('small/images/square.png'), join(folder, 'images', fileName));
  copyFileSync(fixture('small/documents/charter.pdf'), join(folder, 'documents', `${fileName}.pdf`));
  return folder;
}
