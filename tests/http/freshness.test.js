// Proves that what is kept in memory is never old: after each edit of the record, of every kind and in many fields, a
// server that has answered before gives on every address what a new server gives.
import assert from 'node:assert/strict';
import test from 'node:test';
import { copyOf, edit } from '../support/folders.js';
import { imported, small } from '../support/record.js';
import { databaseOf, serve } from '../support/server.js';
import { Site } from '../support/site.js';
import { request } from '../support/web.js';

const edits = [
  ['record.yaml', 'de: Zwei Ufer', 'de: Zwei andere Ufer', 'the name of the site'],
  ['record.yaml', 'email: office@two-banks.example', 'email: post@two-banks.example', 'the address of the site'],
  ['record.yaml', 'de: Impressum,', 'de: Neues Impressum,', 'a legal page'],
  ['record.yaml', '{pl: Brzeg, de: Brieg}', '{pl: Brzeg, de: Brieg an der Oder}', 'the exonym of a place'],
  ['record.yaml', 'published: "2024-03"', 'published: "2024-04"', 'the date of a source'],
  ['library.yaml', 'credit: © Two Banks / Jo Doe', 'credit: © Two Banks / Jane Doe', 'the credit of a picture'],
  ['library.yaml', 'en: A blue square', 'en: A square in blue', 'the alternative text of a picture'],
  ['library.yaml', 'title: {en: Charter in English}', 'title: {en: The charter}', 'the title of a document'],
  ['partners.yaml', 'short_name: BRZ', 'short_name: BRG', 'the short name of an organisation'],
  ['partners.yaml', 'name: {de: Stadt Ufer}', 'name: {de: Stadt Ufer, pl: Miasto Ufer}', 'a translated name'],
  ['partners.yaml', 'kind: municipality\n    name: {de:', 'kind: county\n    name: {de:', 'the kind of an organisation'],
  ['partners.yaml', 'number: 36110', 'number: 36111', 'a fact'],
  ['partners.yaml', '    seat: brzeg-town\n', '', 'the seat of an organisation'],
  ['partners.yaml', 'family_name: Nowak', 'family_name: Nowak-Kowalska', 'the name of a person'],
  ['partners.yaml', 'en: Director}', 'en: Head of office}', 'the function of a person'],
  ['partners.yaml', 'until: "2019-12-31"', 'until: "2018-01-31"', 'the end of an appointment'],
  ['partners.yaml', 'name: {pl: Rzeki, de: Flüsse, en: Rivers}', 'name: {pl: Wody, de: Gewässer, en: Waters}', 'the name of a field'],
  ['partners.yaml', 'en: Two towns on rivers.', 'en: Two towns on two rivers.', 'the introduction of a partnership'],
  ['partners.yaml', 'since: "2016"', 'since: "2015"', 'the beginning of a partnership'],
  ['partners.yaml', 'email: ada@brzeg.example', 'email: office@brzeg.example', 'a contact'],
  ['partners.yaml', 'en: River Days}', 'en: Days of the River}', 'the title of a series'],
  ['partners.yaml', 'en: Charter}', 'en: The Charter}', 'the title of an agreement'],
  ['partners.yaml', 'date: "2016-05-04"', 'date: "2016-05-05"', 'the day of a signing'],
  ['activities.yaml', 'en: It was fine.', 'en: It was very fine.', 'the summary of an activity'],
  ['activities.yaml', 'en: Second River Day', 'en: The second River Day', 'the title of an activity'],
  ['activities.yaml', 'date: "2023-06"', 'date: "2021-06"', 'the date of an activity, which moves it past another'],
  ['activities.yaml', 'status: cancelled', 'status: held', 'the status of an activity'],
  ['activities.yaml', '    places: [brzeg-town]\n', '', 'the places of an activity'],
  ['activities.yaml', '    images: [square]\n', '', 'the pictures of an activity'],
  ['activities.yaml', 'fields: [rivers]\n    title: {pl: Wielkie', 'title: {pl: Wielkie', 'the fields of an activity'],
  ['activities.yaml', 'edition: 2\n', 'edition: 3\n', 'the number of an edition'],
  ['activities.yaml', 'activities:\n', `activities:
  - key: between
    kind: forum
    status: held
    date: "2019-01"
    form: on_site
    partnerships: [two-banks]
    organisations:
      - {organisation: ufer, role: guest}
    title: {pl: Pomiędzy, de: Dazwischen, en: In between}
`, 'a new activity'],
];

// Who may see what: hidden, and shown again.
for (const [file, key, what] of [
  ['partners.yaml', 'ada-nowak', 'a person'],
  ['partners.yaml', 'rivers', 'a field'],
  ['library.yaml', 'square', 'a picture'],
  ['library.yaml', 'charter-en', 'a document'],
  ['activities.yaml', 'flood-seminar', 'an activity'],
]) {
  const open = `  - key: ${key}\n`;
  const hidden = `${open}    visible_to: {organisation: brzeg}\n`;
  edits.push([file, open, hidden, `who may see ${what}: few`], [file, hidden, open, `who may see ${what}: everybody`]);
}
edits.push(['activities.yaml', 'summary: {pl: Zapraszamy.', 'summary: {visible_to: {organisation: brzeg}, pl: Zapraszamy.', 'who may see a text']);

const codings = { 'accept-encoding': 'identity' };

test('after an edit, every page is what a new server makes of the record', { timeout: 300_000 }, async () => {
  const folder = copyOf(small);
  const database = await databaseOf(folder);
  const old = await serve(database, ['--base-url', 'http://site.example']);
  try {
    for (const [file, from, to, what] of edits) {
      edit(folder, file, from, to);
      const counts = await imported(folder, database);
      assert.ok(counts.changed + counts.created > 0, what);
      const fresh = await serve(database, ['--base-url', 'http://site.example']);
      try {
        const site = new Site(fresh.url);
        const sitemap = (await request(`${fresh.url}/sitemap.xml`)).text;
        assert.equal((await request(`${old.url}/sitemap.xml`)).text, sitemap, `${what}: the sitemap`);
        site.pathOf = (address) => new URL(address, 'http://site.example').pathname;
        const paths = (await site.sitemap()).flatMap((entry) => Object.values(entry.versions));
        assert.ok(paths.length > 30);
        for (const path of [...new Set(paths), '/de/chronik?year=2022', '/en/timeline?field=rivers']) {
          const [kept, made] = await Promise.all([old, fresh].map((server) => request(server.url + path, { headers: codings })));
          assert.equal(kept.status, made.status, `${what}: ${path}`);
          assert.equal(kept.text, made.text, `${what}: ${path}`);
        }
      } finally {
        await fresh.stop();
      }
    }
  } finally {
    await old.stop();
  }
});

test('two hosts get sitemaps of their own where the server does not know its address', async () => {
  const server = await serve(await databaseOf(small));
  try {
    for (const host of ['one.example', 'two.example', 'one.example']) {
      const { text } = await request(`${server.url}/sitemap.xml`, { headers: { host } });
      assert.match(text, new RegExp(`http://${host}/`));
    }
  } finally {
    await server.stop();
  }
});
