#!/usr/bin/env node
// Measures the search of a generated record: how soon after the start it answers, and how long answers take, each query
// another one, so that nothing that was kept helps.
//   node bench/search.mjs PROGRAM DATABASE [QUERIES]
import { pathToFileURL } from 'node:url';
import { Random } from './random.mjs';
import { Server, sleep } from './process.mjs';
import { bodies, groups, localities, names, occasions, topics } from './words.mjs';

const addresses = { de: '/de/suche', pl: '/pl/szukaj', en: '/en/search' };
const languages = Object.keys(addresses);

/** One word of a text, of a length that people search for. */
const wordOf = (random, text) => random.of(text.split(/[\s,.]+/).filter((word) => word.length > 3)) ?? text;

function misspelt(random, word) {
  const at = 1 + random.below(Math.max(1, word.length - 2));
  return random.of([word.slice(0, at) + word.slice(at + 1), word.slice(0, at) + word[at] + word.slice(at),
    word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2)].filter((each) => !each.includes('undefined')));
}

/** What people type: { kind, query }. */
function queryOf(random, language) {
  const topic = random.of(topics)[language];
  const place = wordOf(random, random.of(Object.values(localities))[language]);
  const occasion = random.of(Object.values(occasions).flat())[language];
  const kinds = [
    ['one word', () => wordOf(random, topic)],
    ['one word of a very frequent kind', () => wordOf(random, occasion)],
    ['a place', () => place],
    ['two words', () => `${wordOf(random, topic)} ${place}`],
    ['a phrase', () => `${occasion} ${topic} ${place}`],
    ['a typing error', () => misspelt(random, wordOf(random, topic))],
    ['a person', () => `${random.of(names.de.given)} ${random.of(names.de.family)}`],
    ['an organisation', () => random.of(['RVR', 'GZM', 'Regionalverband Ruhr', 'Metropole GZM', random.of(bodies.de.kinds)])],
    ['a group of people', () => wordOf(random, random.of(groups)[language])],
    ['another language', () => wordOf(random, random.of(topics)[random.of(languages)])],
    ['nothing', () => `qzx${random.below(1e6)}`],
  ];
  const [kind, make] = random.of(kinds);
  return { kind, query: make() };
}

export const quantile = (values, part) => [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))];

/** Waits until the search answers; gives the seconds since the start of the server. */
export async function searchReady(server) {
  while ((await server.get('/en/search?q=ruhr')).status === 503) await sleep(10);
  return server.since();
}

/** { pages, suggestions }: for each, milliseconds of all queries, and the kinds of queries with theirs. */
export async function measureSearch(server, count = 2000, seed = 7) {
  const random = new Random(seed);
  const pages = [];
  const suggestions = [];
  const kinds = {};
  for (let i = 0; i < count; ++i) {
    const language = random.of(languages);
    const { kind, query } = queryOf(random, language);
    const narrowed = random.chance(15) ? `&year=${1995 + random.below(30)}` : '';
    const answer = await server.get(`${addresses[language]}?q=${encodeURIComponent(query)}${narrowed}`);
    if (answer.status !== 200) throw new Error(`${query}: ${answer.status}`);
    pages.push(answer.milliseconds);
    (kinds[kind] ??= []).push(answer.milliseconds);
    const typed = query.slice(0, 2 + random.below(query.length));
    suggestions.push((await server.get(`${addresses[language]}/suggestions.json?q=${encodeURIComponent(typed)}`)).milliseconds);
  }
  return { pages, suggestions, kinds };
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [program, database, count] = process.argv.slice(2);
  const server = await Server.start(program, database);
  try {
    console.log(`ready after ${(await searchReady(server)).toFixed(2)} s`);
    const before = server.usage();
    const result = await measureSearch(server, Number(count ?? 2000));
    const after = server.usage();
    const show = (name, values) => console.log(`${name}: p50 ${quantile(values, 0.5).toFixed(1)} ms, p99 ${quantile(values, 0.99).toFixed(1)} ms, longest ${quantile(values, 1).toFixed(1)} ms`);
    show('pages', result.pages);
    show('suggestions', result.suggestions);
    for (const [kind, values] of Object.entries(result.kinds)) show(`  ${kind}`, values);
    console.log(`processor: ${((1000 * (after.cpu - before.cpu)) / (2 * result.pages.length)).toFixed(2)} ms for each answer; memory ${(after.own / 1e6).toFixed(0)} MB`);
  } finally {
    await server.stop();
  }
}
