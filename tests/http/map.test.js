// Proves: the map and the charts say what the record says, and the list and the tables beside them say the same.
import assert from 'node:assert/strict';
import test from 'node:test';
import { demoSite } from '../support/server.js';
import { languages } from '../support/site.js';

const { site, pages } = await demoSite();

const section = (tree, id) => tree.one('section', (each) => each.get('aria-labelledby') === id);
const spaced = (text) => text.replace(/[\u00a0\u202f\u2009]/g, ' ');

for (const kind of ['home', 'partnership', 'organisation'])
  test(`the list beside the map of the ${kind} page has each point, and no other`, async () => {
    for (const language of languages) {
      const map = section(await site.page(pages[kind][language]), 'map');
      const drawings = map.withClass('map__drawing');
      assert.equal(drawings.length, 2, 'for wide and for narrow screens');
      const towns = new Map(map.withClass('town').map((town) => [town.get('id'), town]));
      assert.ok(towns.size >= 3);
      for (const drawing of drawings) {
        assert.ok(drawing.get('aria-label'));
        const points = drawing.withClass('map__point');
        assert.ok(points.length >= 3);
        for (const point of points) {
          const town = towns.get(point.get('href').slice(1));
          assert.ok(town, `${point.get('href')} is in the list`);
          const [name] = point.get('aria-label').split(': ');
          assert.ok(town.one('h3').text.startsWith(name), `${name} is called so in the list`);
          const number = point.withClass('map__number');
          if (number.length) assert.ok(town.withClass('town__count')[0].text.startsWith(number[0].text), `as many in the list: ${name}`);
        }
        // What is not drawn for itself is named by the point it lies close to.
        const drawn = new Set(points.map((point) => point.get('href').slice(1)));
        const words = points.map((point) => point.get('aria-label')).join(' ');
        for (const [id, town] of towns)
          if (!drawn.has(id)) assert.ok(words.includes(town.one('h3').raw.trim().split(/\s/)[0]), `${id} is named on the map`);
      }
    }
  });

test('five activities were in Katowice, and the town has its name in the language of the reader', async () => {
  const names = { de: 'Kattowitz', pl: 'Katowice', en: 'Katowice' };
  for (const language of languages) {
    const katowice = section(await site.page(pages.partnership[language]), 'map').one('*', (each) => each.get('id') === 'town-katowice');
    assert.ok(katowice.one('h3').text.startsWith(names[language]));
    assert.equal(katowice.one('h3').language, language);
    assert.match(katowice.withClass('town__count')[0].text, /^5 /);
    assert.match(spaced(katowice.text).replace(/(\d)[ .,](?=\d{3})/g, '$1'), /2554 km²/);
  }
  const brussels = section(await site.page(pages.home.pl), 'map').one('*', (each) => each.get('id') === 'town-brussels');
  assert.match(brussels.text, /Bruksela/);
});

test('the land is a file of this site that may be kept for ever', async () => {
  const map = section(await site.page(pages.home.de), 'map');
  const [land] = map.withClass('map__land');
  const answer = await site.get(land.get('href').split('#')[0]);
  assert.equal(answer.status, 200);
  assert.equal(answer.headers['content-type'], 'image/svg+xml');
  assert.match(answer.headers['cache-control'], /immutable/);
  assert.match(answer.text, /id="land"/);
  assert.match(map.text, /Natural Earth/);
});

test('the chart of the years has every year, also the silent ones, and its table says the same', async () => {
  for (const language of languages) {
    const chart = section(await site.page(pages.partnership[language]), 'charts').withClass('chart--columns')[0];
    const columns = chart.withClass('column').map((column) => [column.withClass('column__name')[0].text, column.withClass('column__number')[0].text]);
    assert.deepEqual(columns, [['2018', '1'], ['2019', '1'], ['2020', '1'], ['2021', '2'], ['2022', '1'], ['2023', '1'], ['2024', '0'], ['2025', '5']]);
    const rows = chart.one('tbody').all('tr').map((row) => [row.one('th').text, row.one('td').text]);
    assert.deepEqual(rows.slice(0, -1), columns);
    assert.equal(rows.at(-1)[1], '12');
    for (const cell of chart.all('th')) assert.match(cell.get('scope'), /^(row|col)$/);
  }
});

test('each year of the table leads to its activities', async () => {
  const chart = section(await site.page(pages.partnership.de), 'charts').withClass('chart--columns')[0];
  const links = chart.all('a');
  assert.equal(links.length, 7, 'nothing was in 2024');
  for (const link of links) assert.match((await site.page(link.get('href'))).text, new RegExp(link.text));
});

test('what was only planned is not added to what was counted', async () => {
  const chart = section(await site.page(pages.partnership.en), 'charts').withClass('chart--rows')[0];
  const text = spaced(chart.text);
  assert.match(text, /17, 60 planned/);
  assert.doesNotMatch(text, /77/);
});
