#!/usr/bin/env node
// Writes a valid record folder with many activities in German, Polish and English, for benchmarks: the demo record
// without its activities, and generated ones in their place. The same number and seed give the same bytes.
//   node bench/generate.mjs FOLDER [ACTIVITIES [SEED]]
import { cpSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Random } from './random.mjs';
import { bodies, functions, groups, localities, names, occasions, origins, results, sights, topics } from './words.mjs';
import { agenda, agreed, further, meeting, opening, seriesTitle, title } from './sentences.mjs';
import { block, inline, mapping, quoted } from './yaml.mjs';

const demo = fileURLToPath(new URL('../demo', import.meta.url));
const languages = ['de', 'pl', 'en'];
const activitiesInFile = 1500;
const firstYear = 1990;
const lastYear = 2026;

/** The keys of each kind in the demo's files: { places: ['essen', …], … }. */
function demoKeys(files) {
  const keys = {};
  for (const file of files) {
    let kind;
    for (const line of readFileSync(join(demo, file), 'utf8').split('\n')) {
      kind = /^([a-z_]+):/.exec(line)?.[1] ?? kind;
      const key = /^ {2}- key: ([a-z0-9-]+)$/.exec(line)?.[1];
      if (key) (keys[kind] ??= []).push(key);
    }
  }
  return keys;
}

/** The text of a localized field, in an order of languages that makes the first the original. */
const inLanguages = (order, words) => Object.fromEntries(order.map((language) => [language, words(language)]));

class Generator {
  constructor(folder, count, seed) {
    this.folder = folder;
    this.count = count;
    this.random = new Random(seed);
    this.include = [];
    this.bytes = 0;
  }

  run() {
    mkdirSync(this.folder, { recursive: true });
    this.copyDemo();
    this.writeOrganisations(Math.min(400, Math.ceil(this.count / 250)));
    this.writePeople(Math.min(1000, Math.ceil(this.count / 100)));
    this.writeSeries(Math.min(200, Math.ceil(this.count / 500)));
    const deep = this.writeActivities();
    this.write('record.yaml', `format: interregio-record/1\ninclude:\n${this.include.map((name) => `  - ${name}\n`).join('')}`);
    return { activities: this.count, bytes: this.bytes, files: this.include.length + 1, deep };
  }

  write(name, text) {
    writeFileSync(join(this.folder, name), text);
    this.bytes += Buffer.byteLength(text);
    if (name !== 'record.yaml' && !this.include.includes(name)) this.include.push(name);
  }

  copyDemo() {
    const files = readdirSync(demo).filter((name) => name.endsWith('.yaml') && name !== 'record.yaml' && !name.startsWith('activities')).sort();
    for (const file of files) this.write(file, readFileSync(join(demo, file), 'utf8'));
    for (const name of ['images', 'documents']) cpSync(join(demo, name), join(this.folder, name), { recursive: true });
    this.keys = demoKeys(files);
    this.places = this.keys.places.filter((key) => key in localities);
    this.organisations = [...this.keys.organisations];
    this.people = [...this.keys.people];
  }

  writeOrganisations(count) {
    let text = 'organisations:\n';
    for (let i = 1; i <= count; ++i) {
      const key = `club-${i}`;
      const language = this.random.of(['de', 'pl']);
      const name = `${this.random.of(bodies[language].kinds)} ${this.random.of(bodies[language].after)} ${i}`;
      text += `  - key: ${key}\n    kind: association\n    name: {${language}: ${quoted(name)}}\n    country: ${language === 'de' ? 'DE' : 'PL'}\n`;
      this.organisations.push(key);
    }
    this.write('organisations-generated.yaml', text);
  }

  writePeople(count) {
    let text = 'people:\n';
    for (let i = 1; i <= count; ++i) {
      const language = this.random.of(['de', 'pl']);
      text += `  - key: person-${i}\n    given_name: ${this.random.of(names[language].given)}\n    family_name: ${this.random.of(names[language].family)}\n` +
        `    name_language: ${language}\n    appointments:\n      - organisation: ${this.random.of(this.organisations)}\n` +
        `        function: ${inline(this.random.of(functions))}\n`;
      this.people.push(`person-${i}`);
    }
    this.write('people-generated.yaml', text);
  }

  writeSeries(count) {
    this.series = [];
    let text = 'series:\n';
    for (let i = 1; i <= count; ++i) {
      const kind = this.random.of(Object.keys(occasions));
      const words = { occasion: this.random.of(occasions[kind]), topic: this.random.of(topics) };
      const key = `series-${i}`;
      text += `  - key: ${key}\n    title:\n${mapping(inLanguages(languages, (l) => quoted(seriesTitle[l](words))), 6)}` +
        `    partnerships: [${this.keys.partnerships[0]}]\n`;
      this.series.push({ key, kind, editions: 0, words });
    }
    this.write('series-generated.yaml', text);
  }

  /** Activities in the order of time; gives the key of one that lies far back. */
  writeActivities() {
    const years = lastYear - firstYear + 1;
    let deep;
    let text = '';
    for (let i = 0; i < this.count; ++i) {
      const position = (i / this.count) * years;
      const year = firstYear + Math.floor(position);
      const day = Math.floor((position % 1) * 365);
      const key = this.addActivity(i, year, day, (part) => { text += part; });
      if (i === Math.floor(this.count / 20)) deep = key;
      if ((i + 1) % activitiesInFile === 0 || i + 1 === this.count) {
        this.write(`activities-${String(Math.floor(i / activitiesInFile) + 1).padStart(4, '0')}.yaml`, `activities:\n${text}`);
        text = '';
      }
    }
    return deep;
  }

  date(year, dayOfYear) {
    const iso = (offset) => new Date(Date.UTC(year, 0, 1 + dayOfYear + offset)).toISOString().slice(0, 10);
    const month = iso(0).slice(0, 7);
    const form = this.random.below(100);
    if (form < 55) return iso(0);
    if (form < 72) return `${iso(0)}/${iso(1 + this.random.below(3))}`;
    if (form < 86) return month;
    if (form < 90) return `${year}-${21 + Math.min(3, Math.floor(dayOfYear / 92))}`;
    if (form < 94) return `${year}`;
    if (form < 96) return `${iso(0)}~`;
    if (form < 98) return `${month}?`;
    return `${month}/${new Date(Date.UTC(year, 0, 70 + dayOfYear)).toISOString().slice(0, 7)}`;
  }

  /** What lies in 2026 is partly still to come; nothing is said to be held that began after June 2026. */
  status(year, dayOfYear) {
    if (year === lastYear && dayOfYear > 150) return this.random.of(['idea', 'planned', 'planned', 'announced']);
    const chance = this.random.below(100);
    return chance < 94 ? 'held' : chance < 97 ? 'cancelled' : chance < 99 ? 'postponed' : 'announced';
  }

  /** The words of one activity: what its sentences speak of. */
  words(series, kind, placeKey) {
    const random = this.random;
    const topic = series?.words.topic ?? random.of(topics);
    return {
      occasion: series?.words.occasion ?? random.of(occasions[kind]),
      place: localities[placeKey],
      topic,
      second: random.of(topics.filter((other) => other !== topic)),
      third: random.of(topics),
      group: random.of(groups),
      others: random.of(groups),
      sight: random.of(sights),
      secondSight: random.of(sights),
      result: random.of(results),
      number: 8 + random.below(random.chance(10) ? 900 : 60),
    };
  }

  addActivity(index, year, dayOfYear, add) {
    const random = this.random;
    const series = this.series.length > 0 && random.chance(20) ? random.of(this.series) : undefined;
    const kind = series?.kind ?? random.of(Object.keys(occasions));
    const placeKey = random.of(this.places);
    const words = this.words(series, kind, placeKey);
    const order = random.of([['de', 'pl', 'en'], ['de', 'pl', 'en'], ['pl', 'de', 'en'], ['pl', 'de', 'en'], ['en', 'de', 'pl']]);
    const key = `${kind.replaceAll('_', '-')}-${year}-${index + 1}`;
    add(`  - key: ${key}\n    kind: ${kind}\n    status: ${this.status(year, dayOfYear)}\n    date: "${this.date(year, dayOfYear)}"\n` +
      `    form: ${kind === 'online_seminar' ? 'online' : random.of(['on_site', 'on_site', 'hybrid'])}\n`);
    if (random.chance(60)) add(`    audience: ${random.of(['public', 'by_invitation', 'internal'])}\n`);
    add(`    partnerships: [${this.keys.partnerships[0]}]\n`);
    if (kind !== 'online_seminar') add(`    places: [${placeKey}]\n`);
    this.addParticipants(words, order, add);
    this.addTexts(words, order, add);
    this.addProgramme(words, order, add);
    this.addOutcomes(words, order, add);
    if (series) add(`    series: ${series.key}\n    edition: ${++series.editions}\n`);
    if (random.chance(35)) add(`    images: [${random.several(this.keys.images, 1 + random.below(2)).join(', ')}]\n`);
    add(`    sources: [${random.several(this.keys.sources, 1 + random.below(2)).join(', ')}]\n\n`);
    return key;
  }

  addParticipants(words, order, add) {
    const random = this.random;
    const [host, guest] = random.shuffled(['rvr', 'gzm']);
    const others = random.several(this.organisations, random.below(4)).filter((key) => key !== host && key !== guest);
    add(`    organisations:\n      - organisation: ${host}\n        role: host\n      - organisation: ${guest}\n        role: guest\n`);
    for (const other of others)
      add(`      - organisation: ${other}\n        role: ${random.of(['participant', 'participant', 'co_organiser', 'speakers_organisation', 'funder'])}\n`);
    const people = random.several(this.people, random.below(3));
    if (people.length) add('    people:\n');
    for (const person of people)
      add(`      - person: ${person}\n        role: ${random.of(['participant', 'speaker', 'moderator', 'head_of_delegation'])}\n        organisation: ${random.of([host, guest])}\n` +
        (random.chance(40) ? `        function: ${inline(random.of(functions), order)}\n` : ''));
    if (random.chance(60)) {
      const known = random.of(['exact', 'about', 'planned', 'not_known']);
      add(`    participants:\n      - label: ${inline(words.group, order)}\n        origin: ${inline(random.of(origins), order)}\n        head_count: ${known}\n` +
        (known === 'not_known' ? '' : `        number: ${words.number}\n`) + (random.chance(20) ? '        age_from: 14\n        age_to: 21\n' : ''));
    }
    add(`    fields: [${random.several(this.keys.fields_of_action, 1 + random.below(3)).join(', ')}]\n`);
  }

  addTexts(words, order, add) {
    const random = this.random;
    const more = random.chance(50);
    const first = random.several(opening, 3 + random.below(3));
    const second = random.several(further, 3 + random.below(4));
    const withAgenda = random.chance(20);
    const texts = (make) => inLanguages(order, make);
    add(`    title:\n${mapping(texts((l) => quoted(title[l](words, more))), 6)}`);
    add(`    summary:\n${mapping(texts((l) => block('>-', `${meeting[l](words)} ${agreed[l](words)}`, 8)), 6)}`);
    add(`    body:\n${mapping(texts((l) => {
      const paragraphs = [
        [meeting, ...first].map((sentence) => sentence[l](words)).join(' '),
        [...second, agreed].map((sentence) => sentence[l](words)).join(' '),
      ];
      if (withAgenda) paragraphs.push(agenda[l](words));
      return block('|-', paragraphs.join('\n\n'), 8);
    }), 6)}`);
  }

  addProgramme(words, order, add) {
    if (!this.random.chance(10)) return;
    add('    programme:\n');
    for (const [begins, ends, text] of [['09:30', '11:00', words.topic], ['11:30', '13:00', words.second], ['14:00', '16:30', words.third]])
      add(`      - begins: "${begins}"\n        ends: "${ends}"\n        title: ${inline(text, order)}\n`);
  }

  addOutcomes(words, order, add) {
    const count = this.random.below(3);
    if (count === 0) return;
    add(`    outcomes:\n      - kind: outcome\n        text:\n${mapping(inLanguages(order, (l) => quoted(agreed[l](words))), 10)}`);
    if (count > 1) add(`      - kind: next_step\n        text: ${inline(this.random.of(results), order)}\n        responsible: [${this.random.of(['rvr', 'gzm'])}]\n        state: ${this.random.of(['open', 'done', 'dropped'])}\n`);
  }
}

/** Writes the folder; gives { activities, bytes, files, deep }: bytes of YAML, and the key of an activity far back. */
export function generate(folder, count = 100_000, seed = 1) {
  return new Generator(folder, count, seed).run();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder, count = '100000', seed = '1'] = process.argv.slice(2);
  if (!folder || folder.startsWith('-') || !/^[1-9]\d*$/.test(count) || !/^\d+$/.test(seed)) {
    console.error('Usage: node bench/generate.mjs FOLDER [ACTIVITIES [SEED]]');
    process.exit(2);
  }
  console.log(JSON.stringify(generate(folder, Number(count), Number(seed))));
}
