// What is not for everybody is nowhere on the site: a word that stands in everything that is restricted is looked for in
// every page, file, feed, answer of the interface, header and line of the log, as a stranger and as a member of each
// organisation.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { canaries, canaryRecord } from '../support/canaries.js';
import { bytesOf } from '../support/folders.js';
import { Visitor, addUser, setPassword } from '../support/people.js';
import { run } from '../support/program.js';
import { databaseOf, serve } from '../support/server.js';
import { linkedFrom, loadedBy, Site } from '../support/site.js';
import { parse } from '../support/markup.js';

const folder = canaryRecord();
const database = await databaseOf(folder);
assert.equal((await run(['pictures', '--database', database])).code, 0);
const people = {
  stranger: {},
  'a member of brzeg': { links: await addUser(database, 'ada-nowak', 'brzeg', 'ada@brzeg.example', ['administrator', 'editor']) },
  'a member of ufer': { links: await addUser(database, 'ada-nowak', 'ufer', 'ada@ufer.example', ['administrator', 'reader']) },
};
const server = await serve(database);
after(() => server.stop());
const site = new Site(server.url);
// Until the search has read the record: before, it would find nothing of anything.
for (let tries = 0; !/Offenes/.test((await site.get('/de/suche?q=Treffen')).text); tries += 1) {
  assert.ok(tries < 200, 'the search does not find what is public');
  await new Promise((done) => setTimeout(done, 50));
}
for (const [who, person] of Object.entries(people)) {
  person.visitor = new Visitor(site);
  if (!person.links) continue;
  await setPassword(site, person.links.link);
  const answer = await person.visitor.signIn(who.endsWith('brzeg') ? 'ada@brzeg.example' : 'ada@ufer.example');
  assert.equal(answer.status, 303);
}
/** Which canaries may not be seen by whom; public pages are the same for everybody. */
const hiddenFrom = {
  stranger: Object.keys(canaries),
  'a member of brzeg': ['ufercanary'],
  'a member of ufer': ['brzegcanary'],
};

const hashes = bytesOf(folder);
const routes = JSON.parse((await run(['routes', '--json'])).stdout).filter(({ method }) => method === 'GET');
const kinds = ['activity', 'agreement', 'organisation', 'partnership', 'series', 'field', 'office', 'person', 'place', 'image', 'document', 'source'];

/** Every address there is to ask for: each route filled in with everything that is restricted. */
function addresses() {
  const all = new Set();
  for (const { pattern } of routes) {
    if (!pattern.includes('{')) {
      all.add(pattern);
      continue;
    }
    for (const word of Object.keys(canaries)) {
      for (const kind of kinds)
        all.add(pattern.replace('{hash}', hashes[`documents/${word}.pdf`]).replace('{name}', `${word}.pdf`).replace(/\{\w+\}/g, `${word}-${kind}`));
      for (const slug of ['klausur', 'narada', 'amt', 'feld', 'partnerschaft', 'reihe', 'vereinbarung'])
        all.add(pattern.replace('{hash}', hashes[`images/${word}.png`]).replace('{name}', `${word}.png`).replace(/\{\w+\}/g, `${word}-${slug}`));
    }
  }
  const queries = Object.keys(canaries).flatMap((word) => [
    `/de/suche?q=${word}`, `/pl/szukaj?q=${word}`, `/en/search?q=${word}`, `/de/suche?q=Treffen&organisation=${word}-office`,
    `/de/suche/vorschlaege?q=${word.slice(0, 5)}`, `/de/chronik?organisation=${word}-office`, `/de/chronik?field=${word}-field`,
    `/de/chronik?series=${word}-series`, `/de/chronik?partnership=${word}-partnership`, `/api/v1/activities?organisation=${word}-office`,
    `/api/v1/activities?field=${word}-field`, `/api/v1/activities?place=${word}-place`, `/api/v1/activities?limit=100`,
  ]);
  for (const path of queries) all.add(path);
  return [...all];
}

test('the word is in the files that were imported, so that it could be found', () => {
  assert.ok(addresses().length > 800, String(addresses().length));
  for (const word of Object.keys(canaries)) assert.ok(hashes[`documents/${word}.pdf`]);
});

for (const [who, { visitor }] of Object.entries(people))
  test(`nothing of it is shown to ${who}`, async () => {
    const waiting = addresses();
    const asked = new Set(waiting);
    const found = [];
    let pages = 0;
    while (waiting.length > 0) {
      const path = waiting.pop();
      const answer = await visitor.get(path);
      assert.ok(answer.status < 500, `${path}: ${answer.status}`);
      if (answer.status === 200) pages += 1;
      // What was asked for may be said back: by the address itself, by a field of the search.
      const said = `${answer.text}\n${JSON.stringify(answer.headers)}`;
      for (const word of hiddenFrom[who]) if (said.replaceAll(path, '').includes(word) && !path.includes(word)) found.push(`${word}: ${path}`);
      if (path.includes('canary') && !path.includes('?') && answer.status === 200) found.push(`there: ${path}`);
      if (!/html|xml/.test(answer.headers['content-type'] ?? '')) continue;
      const links = /html/.test(answer.headers['content-type'])
        ? [...linkedFrom(parse(answer.text)), ...loadedBy(parse(answer.text))]
        : [...answer.text.matchAll(/<(?:loc|id)>([^<]+)</g)].map(([, address]) => address);
      for (const link of links) {
        if (/^(mailto|tel|data):/.test(link) || link.includes('canary')) {
          for (const word of hiddenFrom[who]) if (link.includes(word) && !path.includes(word)) found.push(`${word}: link ${link} on ${path}`);
          continue;
        }
        const at = new URL(link, server.url + path);
        if (at.origin !== server.url || asked.has(at.pathname + at.search)) continue;
        asked.add(at.pathname + at.search);
        waiting.push(at.pathname + at.search);
      }
    }
    assert.deepEqual(found, []);
    assert.ok(pages > 100, `${pages} pages`);
  });

test('a search for it finds nothing', async () => {
  for (const word of Object.keys(canaries))
    for (const path of [`/de/suche?q=${word}`, `/pl/szukaj?q=${word}`]) {
      const answer = await people.stranger.visitor.get(path);
      const text = answer.text.replaceAll(new RegExp(`value="${word}"|[?&;]q=${word}`, 'g'), '');
      assert.doesNotMatch(text, /Klausur|Kurzfassung|Leitung|Beschreibung/, path);
      assert.doesNotMatch(answer.text, /class="search-hit/, path);
    }
});

test('what everybody may see of a mixed record is there', async () => {
  const answer = await people.stranger.visitor.get('/api/v1/activities?limit=100');
  assert.equal(JSON.stringify(JSON.parse(answer.text)).match(/Offenes Treffen/g).length, 3);
});

test('nobody invites a person whom they may not see', async () => {
  const idOf = async (kind, key) => /^id: "?([0-9a-f-]{36})/m.exec((await run(['show', kind, key, '--database', database])).stdout)[1];
  const { visitor } = people['a member of ufer'];
  const organisation = await idOf('organisation', 'ufer');
  const invite = async (key) =>
    visitor.submit('/de/arbeitsbereich/konten/neu', {
      person: await idOf('person', key), organisation, language: 'de', role: 'reader', scope: `organisation/${organisation}`, email: `${key}@ufer.example`,
    });
  const refused = await invite('brzegcanary-person');
  assert.equal(refused.status, 422);
  assert.doesNotMatch(refused.text, /brzegcanaryNAME/);
  assert.equal((await invite('partnercanary-person')).status, 200, 'one who is shared with them');
});

test('the log holds no word of it but in addresses that were asked for', async () => {
  for (const line of server.log) {
    const { path, ...rest } = line;
    assert.doesNotMatch(JSON.stringify(rest), /canary/, JSON.stringify(line));
  }
});
