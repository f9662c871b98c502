// Proves: whoever opens a form and sends it as it is changes nothing, whatever the record says and in whatever language
// the form is filled in. What a form cannot show would be lost here.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { Editor, everything, kinds, problemsOn, sql } from '../support/editing.js';
import { copyOf, edit, write } from '../support/folders.js';
import { hostileRecord } from '../support/hostile.js';
import { Visitor, addUser, setPassword } from '../support/people.js';
import { demo } from '../support/program.js';
import { small } from '../support/record.js';
import { databaseOf, serve } from '../support/server.js';
import { languages, Site } from '../support/site.js';

const roles = ['editor', 'publisher'];

/** A server with a record, and somebody at each organisation named by a key who may change all that is theirs. */
async function siteOf(folder, people) {
  const database = await databaseOf(folder);
  const links = await Promise.all(people.map(([person, organisation]) => addUser(database, person, organisation, `${person}@${organisation}.example`, roles)));
  const server = await serve(database);
  after(() => server.stop());
  const site = new Site(server.url);
  const visitors = [];
  for (const [number, [person, organisation]] of people.entries()) {
    await setPassword(site, links[number].link);
    const visitor = new Visitor(site);
    assert.equal((await visitor.signIn(`${person}@${organisation}.example`)).status, 303);
    visitors.push(visitor);
  }
  return { database, visitors };
}

/** The journal since an entry, in lines that show what differs: [no-break space] is one that nobody typed. */
function changedSince(database, sequence) {
  const rows = sql(database, `SELECT json_array(kind, record_id, change) FROM journal WHERE sequence > ${sequence}`).split('\n').filter(Boolean);
  return rows.flatMap((row) => {
    const [kind, id, change] = JSON.parse(row);
    return Object.entries(JSON.parse(change))
      .filter(([path]) => !/\/(revision|of|at|by)$/.test(path))
      .map(([path, [from, to]]) => `${kind} ${id} ${path}: ${difference(JSON.stringify(from), JSON.stringify(to))}`);
  });
}

function difference(from = '', to = '') {
  let begin = 0;
  while (begin < from.length && from[begin] === to[begin]) begin += 1;
  const piece = (text) => text.slice(Math.max(0, begin - 20), begin + 30).replaceAll('\u00a0', '[no-break space]');
  return `${piece(from)} -> ${piece(to)}`;
}

/** Opens and sends every form. Gives how many, and which did not say that nothing was changed. */
async function sendAllAsTheyAre({ database, visitors }, language) {
  const people = visitors.map((visitor) => new Editor(visitor, language));
  const wrong = [];
  let count = 0;
  for (const kind of kinds)
    for (const { id, name } of await people[0].list(kind)) {
      const pages = [];
      for (const person of people) pages.push(await person.get(person.at.edit(kind, id)));
      const { form } = pages.find(({ status }) => status === 200) ?? assert.fail(`nobody may change ${kind} ${name}`);
      const answer = await form.send();
      count += 1;
      if (answer.status !== 303 || !/done=unchanged$/.test(answer.location))
        wrong.push(`${kind} ${name}: ${answer.status} ${answer.location ?? problemsOn(answer).join('; ')}`);
    }
  assert.equal(count, kinds.reduce((sum, kind) => sum + Number(sql(database, `SELECT count(*) FROM ${tables[kind]}`)), 0), 'every record was opened');
  return wrong;
}

const tables = { site: 'sites', place: 'places', source: 'sources', organisation: 'organisations', person: 'people', image: 'images', document: 'documents',
  field_of_action: 'fields_of_action', partnership: 'partnerships', series: 'series', agreement: 'agreements', activity: 'activities' };

function proveUnchanged(what, people, folder) {
  for (const language of languages)
    test(`${what}: every form sent as it was opened changes nothing, in ${language}`, async () => {
      const site = await siteOf(folder(), people);
      const before = await everything(site.database);
      const last = sql(site.database, 'SELECT max(sequence) FROM journal');
      const wrong = await sendAllAsTheyAre(site, language);
      assert.deepEqual({ wrong, journal: changedSince(site.database, last) }, { wrong: [], journal: [] });
      assert.deepEqual(await everything(site.database), before, 'the export is the same, byte for byte');
    });
}

proveUnchanged('the demo record', [['joerg-kemna', 'rvr'], ['maciej-biskupski', 'gzm']], () => demo);
proveUnchanged('hostile words', [['person', 'a'], ['person', 'b']], hostileRecord);

/** All shapes that a date can have. */
const dates = ['2018', '2018-08', '2018-08-08', '2018?', '2018~', '2018%', '2018-08?', '2018-08~', '2018-08-08?', '2018-21', '2018-22', '2018-23', '2018-24',
  '2018-22?', '2018-08-08/2018-08-09', '2018-02-28/2018-03-02', '2017-12-30/2018-01-02', '2018-08/2018-10', '2018/2020', '2018/..', '2018-08/..',
  '2018-08-08/..', '../2018', '../2018-08-08', '2018/', '2018-08/', '/2018', '2018-08?/2018-09', '2018-08/2018-09?', '2018?/2020?', '2018-08-08/2018-09',
  '2018/2018-05', '2018-21/2018-23', '2018~/2020', '2018-08-08~/2018-08-10', '2018-24/2019-21'];

/** Whatever a record can hold that forms have trouble with. */
function oddRecord() {
  const folder = copyOf(small);
  const activity = (key, more) => ({ key, kind: 'other', status: 'held', form: 'online', partnerships: ['two-banks'], title: { pl: `Akcja ${key}` }, ...more });
  const odd = activity('odd', {
    date: '2018-08-08',
    date_statements: dates.filter((date) => date.length > 4).map((date) => ({ kind: 'announced', date, source: 'odd-source' })),
    title: { original: 'fr', fr: 'Les « eaux » : a et b', pl: 'Z wody i o wodzie w 5 km', de: 'Am Fluss, z. B. bei km 5' },
    summary: { pl: 'Tab\there, two  spaces, no-break\u00a0space, narrow\u202fspace, soft\u00adhyphen, zero\u200bwidth, 😀 e\u0301' },
    body: { pl: '    kod na początku\n\n\n\n- lista\n  - w liście\n\nkoniec z twardą  \nprzerwą\n\n\n```\n  kod\n```', de: 'a &amp; b &lt;c&gt; </textarea> \\* "x" \'y\'' },
    participants: [{ label: { de: 'Alle' }, head_count: 'exact', number: 0 }, { label: { de: 'Viele' }, head_count: 'about', number: 10000000, age_from: 0, age_to: 120 }],
    programme: [{ day: '2018-08-08', begins: '00:00', ends: '23:59', title: { de: 'Nacht' } }],
    outcomes: [{ kind: 'next_step', text: { de: 'Weiter' }, due: '2019-21', state: 'dropped', responsible: ['ufer', 'brzeg'] }],
    series: 'odd', edition: 10000,
  });
  const facts = [0.1, 4439.5, 1e15, 1234567.891, -0.000001, 123456789012345, 0, -1234.5].map((number) => ({ measure: 'other', label: { de: `Maß ${number}` }, number, source: 'odd-source' }));
  write(folder, 'odd.yaml', JSON.stringify({
    places: [{ key: 'odd-place', name: { pl: 'Dom w lesie' }, country: 'PL', latitude: -89.999999, longitude: 0.000001 }, { key: 'twin-a', name: { de: 'Zwilling' }, country: 'DE' },
      { key: 'twin-b', name: { de: 'Zwilling' }, country: 'DE', within: 'twin-a' }],
    sources: [{ key: 'odd-source', title: { cs: 'Pramen z lesa' }, url: 'https://brzeg.example/?a=%20b&c="d"#e'.replaceAll('"', '%22'), published: '2018~', retrieved: '2019-12-31' }],
    organisations: [{ key: 'odd', kind: 'other', name: { de: 'Amt mit Zahlen' }, country: 'DE', seat: 'twin-b', address: 'Weg 1,  12345 Ort', facts, websites: [{ url: 'https://a.example/' }, { url: 'https://b.example/', language: 'en' }] }],
    series: [{ key: 'odd', title: { de: 'Reihe' }, partnerships: ['two-banks'] }],
    people: [{ key: 'odd', given_name: 'Zoë  W.', family_name: "O'Neil-Żak", name_language: 'ga', appointments: [{ organisation: 'odd', function: { de: 'Amt' }, from: '2018?', until: '2019-21' }] }],
    activities: [odd, ...dates.map((date, i) => activity(`odd-${i}`, { date, status: 'planned' }))],
  }));
  edit(folder, 'record.yaml', '  - activities.yaml\n', '  - activities.yaml\n  - odd.yaml\n');
  return folder;
}

proveUnchanged('dates, numbers, white space and names of every shape', [['ada-nowak', 'brzeg'], ['ada-nowak', 'ufer']], oddRecord);
