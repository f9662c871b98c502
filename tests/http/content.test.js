// Proves: the pages say what the record says: facts with since when and by whom, disagreeing sources side by side,
// translations that are missing or behind, functions of that day, and dates as precise as they are known.
import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { fixture } from '../support/folders.js';
import { databaseOf, serve, serveDemo } from '../support/server.js';
import { languages, linkedFrom, Site } from '../support/site.js';

let server;
let site;
let pages;
const page = async (kind, language) => site.page(pages[kind][language]);
before(async () => {
  server = await serveDemo();
  site = new Site(server.url);
  pages = await site.demoPages();
});
after(() => server.stop());

const spaced = (text) => text.replace(/[\u00a0\u202f\u2009]/g, ' ');
function section(tree, id) {
  return tree.one('section', (each) => each.get('aria-labelledby') === id);
}
function fact(tree, term) {
  return tree.one('div', (each) => each.classes.includes('fact') && each.one('dt').text.startsWith(term));
}

test('three sources give three areas of GZM: all are shown, with who says so and since when', async () => {
  const words = { de: 'Fläche', pl: 'Powierzchnia', en: 'Area' };
  const numbers = { de: ['2.554', '2.500', '2.300'], pl: ['2554', '2500', '2300'], en: ['2,554', '2,500', '2,300'] };
  for (const language of languages) {
    const area = fact(await page('organisation', language), words[language]);
    const statements = area.withClass('statement');
    assert.equal(statements.length, 3);
    const text = spaced(area.text);
    for (const number of numbers[language]) assert.ok(text.replace(/(\d) (?=\d{3})/g, '$1').includes(number) || text.includes(number), `${number} in ${text}`);
    assert.match(text, /km²/);
    assert.match(text, /Wikipedia/);
    assert.match(text, /2025/, 'as of');
    assert.equal(area.withClass('statement__mark').length, 1, 'one is preferred');
    assert.ok(statements[0].withClass('statement__mark').length === 1, 'and stands first');
    assert.ok(area.one('dt').all('small').length === 1, 'said to disagree');
    assert.equal(area.all('cite').length, 3, 'each with its source');
  }
});

test('facts of both partners stand on the partnership’s page side by side', async () => {
  for (const language of languages) {
    const partners = (await page('partnership', language)).withClass('partner');
    assert.equal(partners.length, 2);
    const [rvr, gzm] = partners.map((each) => spaced(each.text));
    assert.match(rvr, /RVR/);
    assert.match(rvr, /5[.,\s]?111[.,\s]?530/);
    assert.match(rvr, /4[.,\s]?435/);
    assert.match(rvr, /1920/);
    assert.match(gzm, /GZM/);
    assert.match(gzm, /2[.,\s]?554/);
    assert.match(gzm, /2[.,\s]?128[.,\s]?034/);
    assert.deepEqual(partners.map((each) => each.classes.find((name) => name.startsWith('party--'))), ['party--a', 'party--b']);
  }
});

test('the date of the signing: GZM says 9 August 2019, RVR August 2019', async () => {
  const expected = {
    de: [/9\. August 2019[^;]*GZM/, /RVR[^;.]*August 2019/],
    pl: [/9 sierpnia 2019 r\.[^;]*GZM|GZM[^;]*9 sierpnia 2019/, /RVR[^;]*sierpień 2019|sierpień 2019 r\.[^;]*RVR/],
    en: [/9 August 2019[^;]*GZM/, /RVR[^;]*August 2019/],
  };
  for (const language of languages) {
    const signed = section(await page('agreement', language), 'signed');
    const sentence = spaced(signed.withClass('disagree')[0].text);
    for (const pattern of expected[language]) assert.match(sentence, pattern);
    assert.doesNotMatch(sentence, /[{}]|\.\.|  /);
    assert.equal(signed.withClass('statement').length, 4, 'every statement is listed');
    const texts = signed.withClass('statement').map((each) => spaced(each.text));
    assert.ok(texts.some((text) => /\b8\.?–9\b/.test(text)), 'also the visit of two days');
    assert.ok(signed.all('cite').length >= 4);
  }
});

test('each signatory stands there with those who name them: Hovenjürgen with RVR only', async () => {
  for (const language of languages) {
    const people = section(await page('agreement', language), 'signatories').withClass('person');
    const said = Object.fromEntries(people.map((each) => [each.withClass('person__name')[0].text, each.withClass('person__said')[0].text]));
    assert.deepEqual(Object.keys(said), ['Kazimierz Karolczak', 'Karola Geiß-Netthöfel', 'Josef Hovenjürgen']);
    assert.match(said['Josef Hovenjürgen'], /RVR/);
    assert.doesNotMatch(said['Josef Hovenjürgen'], /GZM/);
    assert.match(said['Kazimierz Karolczak'], /GZM/);
    assert.match(said['Kazimierz Karolczak'], /RVR/);
  }
});

test('each field of the agreement stands there with those who name it', async () => {
  const fields = section(await page('agreement', 'en'), 'fields').all('li').map((item) => item.text);
  const by = (name) => fields.find((text) => text.startsWith(name));
  assert.match(by('Quality of life'), /RVR/);
  assert.doesNotMatch(by('Quality of life'), /GZM/);
  assert.match(by('Transformation of industrial cities'), /GZM/);
  assert.doesNotMatch(by('Transformation of industrial cities'), /RVR/);
  assert.match(by('Sustainable mobility'), /RVR.*GZM|GZM.*RVR/);
});

test('documents are offered with their language and size', async () => {
  const words = { de: ['Deutsch', 'Polnisch'], pl: ['niemiecki', 'polski'], en: ['German', 'Polish'] };
  for (const language of languages) {
    const documents = (await page('agreement', language)).withClass('document');
    assert.equal(documents.length, 2);
    documents.forEach((each, index) => {
      assert.match(each.text, new RegExp(words[language][index], 'i'));
      assert.match(spaced(each.text), /PDF · \d+([.,]\d+)? (kB|KB|MB)/);
      const link = each.one('a');
      assert.equal(link.get('hreflang'), ['de', 'pl'][index]);
      assert.equal(link.get('type'), 'application/pdf');
    });
  }
});

const emaForum = '/de/aktivitaeten/forum-der-european-metropolitan-authorities-metropolen-vor-grossen-aufgaben';
test('a translation that is behind says from when it is, and leads to the original', async () => {
  const path = await site.version(emaForum, 'en');
  const notice = (await site.page(path)).withClass('notice--behind');
  assert.equal(notice.length, 1);
  assert.match(notice[0].text, /2 May 2024/);
  assert.deepEqual(notice[0].all('a').map((link) => [link.get('href'), link.get('hreflang')]), [[emaForum, 'de']]);
  assert.equal((await site.page(emaForum)).withClass('notice').length, 0);
  assert.equal((await site.page(await site.version(emaForum, 'pl'))).withClass('notice').length, 0);
});

test('a text that is missing is shown in the original, with its language and a notice', async () => {
  const german = '/de/aktivitaeten/fachaustausch-zur-nachhaltigen-mobilitaet-in-der-region';
  const polish = await site.page(await site.version(german, 'pl'));
  assert.equal(polish.one('html').get('lang'), 'pl');
  const prose = polish.withClass('detail__main')[0].withClass('prose')[0];
  assert.equal(prose.get('lang'), 'de');
  assert.match(prose.text, /Beide Regionen bestehen aus vielen Städten/);
  const notices = polish.withClass('notice');
  assert.equal(notices.length, 1);
  assert.match(notices[0].text, /niemiecki/);
  assert.equal(notices[0].language, 'pl');
  assert.match(polish.one('h1').text, /Wymiana doświadczeń/);
  assert.equal((await site.page(german)).withClass('notice').length, 0);
});

test('names in another language are marked as such', async () => {
  const german = await site.page('/de/');
  const foreign = (tree, text) => tree.all('*', (each) => each.children.length > 0 && each.text === text);
  for (const element of foreign(german, 'Kazimierz Karolczak')) assert.equal(element.language, 'pl');
  const agreement = await page('agreement', 'de');
  const karolczak = agreement.withClass('person__name')[0];
  assert.equal(karolczak.all('span')[0]?.get('lang') ?? karolczak.get('lang'), 'pl');
  const members = (await page('organisation', 'de')).withClass('members')[0];
  const bytom = members.all('*', (each) => each.text.endsWith('Bytom') && each.all('*').length === 0)[0];
  assert.equal(bytom.language, 'pl');
  const english = await page('activity', 'en');
  const netthoefel = english.withClass('person__name').find((each) => each.text.includes('Geiß'));
  assert.equal(netthoefel.all('span')[0]?.get('lang'), 'de');
});

test('people hold the function of that day', async () => {
  const own = await serve(await databaseOf(fixture('small')));
  try {
    const small = new Site(own.url);
    const said = async (path) => (await small.page(path)).withClass('person')[0].text;
    assert.match(await said('/en/activities/first-river-day'), /Ada Nowak.*Officer/);
    assert.doesNotMatch(await said('/en/activities/first-river-day'), /Director/);
    assert.match(await said('/de/aktivitaeten/zweiter-flusstag'), /Direktorin/);
    assert.doesNotMatch(await said('/de/aktivitaeten/zweiter-flusstag'), /Referentin/);
    assert.match(await said('/en/agreements/charter'), /Officer/);
    // Today's function where somebody is a contact.
    assert.match((await small.page('/pl/kontakt')).withClass('contact')[0].text, /dyrektorka/);
  } finally {
    await own.stop();
  }
});

test('people of the demo record: who, with which function, for whom', async () => {
  const people = (await page('activity', 'en')).withClass('person').map((each) => each.text);
  assert.equal(people.length, 4);
  assert.match(people[0], /Kazimierz Karolczak Chair of the Board, GZM/);
  assert.match(people[2], /Krzysztof Lewandowski Deputy Mayor, Zabrze/);
  const visit = await site.page('/pl/dzialania/delegacja-gzm-w-zaglebiu-ruhry');
  assert.match(visit.withClass('person')[0].text, /Maciej Biskupski wiceprzewodniczący zarządu, GZM/);
});

test('dates are as precise as they are known and read naturally', async () => {
  const dates = {
    '/de/aktivitaeten/studienbesuch-des-rvr-in-kattowitz-die-partnerschaft-wird-besiegelt': '8.–9. August 2019',
    '/pl/dzialania/delegacja-rvr-w-katowicach': 'październik 2025 r.',
    '/en/activities/rvr-delegation-in-katowice': 'October 2025',
    '/de/aktivitaeten/delegation-des-rvr-in-kattowitz': 'Oktober 2025',
    '/en/activities/ideas-marathon-createyourope': '7–8 May 2021',
    '/pl/dzialania/maraton-pomyslow-createyourope': '7–8 maja 2021 r.',
  };
  for (const [path, words] of Object.entries(dates)) {
    const text = spaced((await site.page(path)).withClass('page-head')[0].one('p').text);
    assert.ok(text.toLowerCase().includes(words.toLowerCase()), `"${words}" in "${text}"`);
  }
});

test('what was announced differs from what was held, and both are told', async () => {
  const marathon = await site.page('/en/activities/ideas-marathon-createyourope');
  const when = spaced(marathon.withClass('glance')[0].text);
  assert.match(when, /7–8 May 2021/);
  assert.match(when, /[Aa]nnounced.*7–9 May 2021|7–9 May 2021.*announced/);
  const groups = marathon.withClass('group').map((each) => each.text);
  assert.equal(groups.length, 4);
  assert.ok(groups.some((text) => /60/.test(text) && /planned/i.test(text)));
  assert.ok(groups.some((text) => /16/.test(text) && /22/.test(text)));
  const youth = (await site.page('/en/activities/youth-parliaments-compare-notes-the-ruhr-gzm-and-county-durham')).withClass('group');
  assert.ok(youth.some((each) => each.withClass('group__number')[0].text === '17'));
});

test('outcomes and next steps: due, responsible, state', async () => {
  const outcome = (await site.page('/en/activities/rvr-delegation-in-katowice')).withClass('outcome')[0].text;
  for (const words of [/From 2026/, /2026/, /RVR/, /GZM/, /[Oo]pen/]) assert.match(outcome, words);
});

test('a programme in its order, with places', async () => {
  const items = (await page('activity', 'de')).withClass('programme__what').map((each) => each.text);
  assert.equal(items.length, 5);
  assert.match(items[0], /Schlesischer Park/);
  assert.match(items[4], /Unterzeichnung der Partnerschaftsvereinbarung/);
});

test('a series shows its editions, and an activity the neighbours in time', async () => {
  const series = await page('series', 'pl');
  assert.equal(series.withClass('kern-card').length, 2);
  const festival = await site.page('/en/activities/united-by-bread-salt-and-herbs');
  const links = linkedFrom(festival);
  assert.ok(links.includes(pages.series.en));
  assert.ok(links.includes('/en/activities/united-by-bread-festival-2025'), 'the other edition');
  const neighbours = festival.withClass('neighbours')[0];
  assert.deepEqual(neighbours.all('a').map((link) => link.get('rel')), ['prev', 'next']);
  const first = await site.page('/en/activities/letter-of-intent-signed-in-essen');
  assert.deepEqual(first.withClass('neighbours')[0].all('a').map((link) => link.get('rel')), ['next']);
});

test('a field of action shows its activities and the agreements that name it', async () => {
  const field = await page('field', 'de');
  const links = linkedFrom(field);
  assert.ok(links.includes('/de/aktivitaeten/fachaustausch-zur-nachhaltigen-mobilitaet-in-der-region'));
  assert.ok(links.includes(pages.agreement.de));
});

test('an organisation shows members with correct letters, contacts and its activities', async () => {
  const gzm = await page('organisation', 'pl');
  const members = gzm.withClass('members')[0].all('li').map((item) => item.text);
  assert.equal(members.length, 41);
  for (const name of ['Dąbrowa Górnicza', 'Świętochłowice', 'Łaziska Górne', 'Chełm Śląski', 'Sławków', 'Zbrosławice', 'Gierałtowice', 'Sośnicowice', 'Będzin', 'Czeladź'])
    assert.ok(members.some((text) => text.includes(name)), name);
  const sorted = [...members].sort(new Intl.Collator('pl').compare);
  assert.deepEqual(members, sorted, 'in the alphabet of the reader');
  const rvr = await site.page('/de/organisationen/regionalverband-ruhr');
  assert.equal(rvr.withClass('members')[0].all('li').length, 15);
  assert.ok(rvr.withClass('members')[0].text.includes('Mülheim an der Ruhr'));
  assert.ok(rvr.withClass('kern-card').length + rvr.withClass('entry').length > 3);
  assert.ok(rvr.withClass('contact').length >= 2);
});

test('the home page shows the partnership and the latest activities, newest first', async () => {
  for (const language of languages) {
    const home = await page('home', language);
    assert.ok(linkedFrom(home).includes(pages.partnership[language]));
    assert.ok(linkedFrom(home).includes(pages.timeline[language]));
    const cards = home.withClass('kern-card');
    assert.ok(cards.length >= 4);
    assert.match(spaced(cards[0].text), /2025/);
  }
});

test('the partnership’s page has all its parts', async () => {
  for (const language of languages) {
    const partnership = await page('partnership', language);
    const parts = partnership.all('section').map((each) => each.get('aria-labelledby'));
    for (const part of ['current', 'origin', 'aims', 'good-to-know', 'fields', 'partners', 'agreements', 'contacts'])
      assert.ok(parts.includes(part), `${part} in ${parts}`);
    assert.equal(partnership.withClass('contact').length, 2);
    assert.ok(linkedFrom(partnership).includes(pages.agreement[language]));
    assert.ok(linkedFrom(partnership).includes('mailto:hoeber@rvr.ruhr'));
    assert.ok(linkedFrom(partnership).some((href) => href === 'tel:+4920120696362'));
  }
});

test('contact says of GZM, too, where to ask', async () => {
  const contact = await page('contact', 'pl');
  assert.match(contact.one('main').text, /Górnośląsko-Zagłębiowska Metropolia/);
  assert.ok(linkedFrom(contact).some((href) => href.startsWith('https://metropoliagzm.pl')));
});

test('every picture has words for those who do not see it, a size and a credit', async () => {
  for (const versions of Object.values(pages))
    for (const language of languages) {
      const tree = await site.page(versions[language]);
      for (const image of tree.all('img')) {
        assert.ok(image.get('alt')?.length > 10, `${versions[language]}: ${image.get('src')}`);
        assert.ok(Number(image.get('width')) > 0 && Number(image.get('height')) > 0);
      }
      for (const figure of tree.all('figure', (each) => each.all('img').length > 0)) assert.match(figure.text, /© /);
    }
});
