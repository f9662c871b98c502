// Proves: on an empty server one command and five short forms lead to a public activity of a partnership, in each
// language and without script; and nobody begins twice.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { Editor, problemsOn } from '../support/editing.js';
import { temporaryFolder } from '../support/folders.js';
import { at, setPassword, siteWithPeople, Visitor } from '../support/people.js';
import { run } from '../support/program.js';
import { serve } from '../support/server.js';
import { Site } from '../support/site.js';

const named = ['--organisation', 'Kreis Lindental', '--given-name', 'Jürgen', '--family-name', 'Müßig', '--email', 'Europa@lindental.example'];

async function begun(parameters = ['--account-language', 'de']) {
  const database = join(temporaryFolder(), 'new.db');
  const answer = await run(['begin', '--database', database, '--json', ...named, ...parameters]);
  assert.equal(answer.code, 0, answer.all);
  const server = await serve(database);
  after(() => server.stop());
  const site = new Site(server.url);
  await setPassword(site, JSON.parse(answer.stdout).link);
  const visitor = new Visitor(site);
  assert.equal((await visitor.signIn('europa@lindental.example')).status, 303);
  return { database, site, visitor };
}

const paths = { de: '/de/arbeitsbereich/erste-schritte', pl: '/pl/panel/pierwsze-kroki', en: '/en/workspace/first-steps' };
const desks = { de: at.desk, pl: '/pl/panel', en: '/en/workspace' };
const dates = { de: 'Oktober 2024', pl: 'październik 2024', en: 'October 2024' };

for (const language of ['de', 'pl', 'en'])
  test(`from an empty server to a public activity, in ${language}`, async () => {
    const { site, visitor } = await begun(['--account-language', language]);
    const home = await site.get(`/${language}/`);
    assert.equal(home.status, 200, 'the portal has a front page before there is anything on it');
    for (const page of ['impressum', 'datenschutz', 'barrierefreiheit']) assert.equal((await site.get(`/de/${page}`)).status, 200, page);
    const editor = new Editor(visitor, language);
    const desk = await editor.get(desks[language]);
    assert.ok(desk.page.all('a').some((link) => link.get('href') === paths[language]), 'the desk leads there');

    const step = async (changes) => {
      const { status, form } = await editor.get(paths[language]);
      assert.equal(status, 200);
      const answer = await form.set(changes).send();
      assert.equal(answer.status, 303, answer.text.slice(0, 3000));
      assert.match(answer.location, new RegExp(`^${paths[language]}(\\?step=partner)?$`));
    };
    await step({ 'name.pl': 'Powiat Lindental', short_name: 'KLT', kind: 'county', country: 'DE' });
    await step({ 'name.pl': 'Powiat Dolina Lipowa', kind: 'county', country: 'PL' });
    await step({ [`name.${language}`]: 'Lindental i Dolina Lipowa', since: '1998' });
    await step({ [`title.${language}`]: 'Młodzieżowa orkiestra', kind: 'youth_exchange', status: 'held', date: dates[language], form: 'on_site' });

    const last = await editor.get(paths[language]);
    assert.equal(last.form, undefined, 'no form is left');
    const published = await editor.act(paths[language], 'publish');
    assert.equal(published.location, paths[language], problemsOn(published).join());
    const done = await editor.get(paths[language]);
    assert.ok(done.page.all('a').some((link) => link.get('href') === `/${language}/`));
    const portal = await site.get(`/${language}/`);
    assert.match(portal.text, /Lindental i[ \u00a0]Dolina Lipowa/);
    const all = async (kind) => JSON.parse((await site.get(`/api/v1/${kind}`)).text).itemListElement;
    const [activity, ...others] = await all('activities');
    assert.deepEqual(others, []);
    assert.match(JSON.stringify(activity), /Młodzieżowa orkiestra.*2024-10|2024-10.*Młodzieżowa orkiestra/);
    assert.deepEqual((await all('organisations')).map((each) => /Powiat [A-Z][a-z]+/.exec(JSON.stringify(each))[0]).sort(), ['Powiat Dolina', 'Powiat Lindental']);
    assert.ok(!(await editor.get(desks[language])).page.all('a').some((link) => link.get('href') === paths[language]), 'the desk leads there no more');
  });

test('a partner that nobody acts for is kept by the other one; from then on it keeps itself', async () => {
  const { database, visitor } = await begun();
  const editor = new Editor(visitor);
  for (const changes of [{ kind: 'county', country: 'DE' }, { 'name.pl': 'Powiat Dolina Lipowa', kind: 'county', country: 'PL' }, { 'name.de': 'Lindental und Dolina Lipowa' }])
    assert.equal((await (await editor.get(paths.de)).form.set(changes).send()).status, 303);
  const { id } = (await editor.list('organisation')).find(({ name }) => name === 'Powiat Dolina Lipowa');
  const partnership = (await editor.list('partnership'))[0].id;
  await editor.publish('partnership', partnership);
  assert.equal((await editor.save('organisation', id, { short_name: 'PDL' })).done, 'saved', 'public, and nobody else could');
  const added = await run(['user', 'add', '--database', database, '--person', 'juergen-muessig', '--organisation', 'powiat-dolina-lipowa',
    '--email', 'someone@lipowa.example', '--account-language', 'pl', '--role', 'reader']);
  assert.equal(added.code, 0, added.all);
  assert.equal((await editor.get(editor.at.edit('organisation', id))).status, 403);
});

test('what is wrong in a step is shown with all of its form, and it goes on from there', async () => {
  const { visitor } = await begun();
  const editor = new Editor(visitor);
  const wrong = await (await editor.get(paths.de)).form.set({ 'name.de': '', 'name.pl': '', kind: 'county' }).send();
  assert.equal(wrong.status, 422);
  const answer = await wrong.form.set({ 'name.de': 'Kreis Lindental', country: 'DE' }).send();
  assert.equal(answer.status, 303, answer.text.slice(0, 2000));
  assert.equal(answer.location, `${paths.de}?step=partner`);
});

test('one’s own organisation may stay as it is, and a step cannot be taken before what it builds on', async () => {
  const editor = new Editor((await begun()).visitor);
  const { location } = await (await editor.get(paths.de)).form.send();
  assert.equal(location, `${paths.de}?step=partner`);
  const heading = async (path) => (await editor.get(path)).page.withClass('workspace-part')[0].all('h2')[0].text;
  assert.equal(await heading(location), 'Die Partnerorganisation');
  for (const step of ['partnership', 'activity', 'publish', 'done', 'nonsense']) assert.equal(await heading(`${paths.de}?step=${step}`), 'Die eigene Organisation', step);
});

test('a form leads nowhere else than to this site', async () => {
  for (const next of ['https://elsewhere.example/', '//elsewhere.example', '/\\elsewhere.example']) {
    const editor = new Editor((await begun()).visitor);
    const { form } = await editor.get(paths.de);
    form.values.set('next', next);
    const answer = await form.set({ country: 'DE', kind: 'county' }).send();
    assert.match(answer.location, /^\/de\/arbeitsbereich\/akte\/organisationen\//, next);
  }
});

test('the texts of the law say what is true and what is still missing, in each language of the site', async () => {
  const { site } = await begun(['--account-language', 'pl', '--site-language', 'de']);
  assert.equal((await site.get('/en/')).status, 404, 'a language that the site does not have');
  assert.match((await site.get('/de/impressum')).text, /Kreis Lindental[\s\S]*europa@lindental\.example[\s\S]*fehlen noch/);
  assert.match((await site.get('/de/datenschutz')).text, /keine Cookies/);
});

test('begin refuses what it cannot use, and makes nothing then', async () => {
  const database = join(temporaryFolder(), 'new.db');
  const begin = (parameters, who = named) => run(['begin', '--database', database, '--language', 'de', ...who, ...parameters]);
  for (const [parameters, words] of [[['--account-language', 'fr'], /fr/], [['--account-language', 'de', '--site-language', 'xx'], /xx/]]) {
    const { code, all } = await begin(parameters);
    assert.equal(code, 1, all);
    assert.match(all, words);
  }
  const replaced = (option, value) => named.map((each, index) => (named[index - 1] === option ? value : each));
  for (const [option, value] of [['--email', 'keine Adresse'], ['--organisation', '  '], ['--family-name', 'x'.repeat(101)], ['--given-name', '\u0007']]) {
    const { code, all } = await begin(['--account-language', 'de'], replaced(option, value));
    assert.equal(code, 1, `${option}: ${all}`);
  }
  assert.equal((await begin(['--account-language', 'de'])).code, 0, 'nothing was left of the attempts');
  const again = await begin(['--account-language', 'de']);
  assert.equal(again.code, 1);
  assert.match(again.all, /schon begonnen/);
});

test('who may not edit has no first steps, and a record that is there needs none', async () => {
  const { person } = await siteWithPeople();
  assert.equal((await (await person('reader')).get(paths.de)).status, 403);
  const editor = new Editor(await person('editor'));
  assert.ok(!(await editor.get(at.desk)).page.all('a').some((link) => link.get('href') === paths.de));
  assert.match((await editor.get(paths.de)).page.text, /Fertig/);
});
