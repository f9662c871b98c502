// What the text editor writes: CommonMark that reads back as the same document, over many documents made by chance.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scriptModule } from '../support/script_module.js';

const { read, write, sameRendering, schema, isAllowed, completed } = await scriptModule(
  'text-editor/reading.ts', 'text-editor/writing.ts', 'text-editor/schema.ts', 'text-editor/address.ts');
const rounds = Number(process.env.INTERREGIO_TEXT_ROUNDS ?? 4000);

/** Chance that can be repeated (mulberry32). */
function chance(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const words = ['Städte', 'łódź', 'a', 'Bürger*innen', 'snake_case', '12.', '1)', '2024', '-', '+', '*', '**', '_', '__', '#', '##', '>', '=', '===', '---', '***', '_ _ _',
  '`', '``', '```', '~~~', '[', ']', '](', '(x)', '[a]:', '[x]', '![', '!', '<', '<b>', '<https://a.org>', '&', '&amp;', '&#65;', '&copy', '\\', '\\*', '|', '|---|', ':-:', '-|-',
  '„so“', '„tak”', '“so”', '–', '€', '100 €', '§ 3', '😀', '.', ',', '!?', '…', '\u00a0', 'z\u00a0', '{#', '}', 'https://a.org/x_y_z', 'x@y.pl', '//', '"', "'", '\u2009', '$', '^', '~', '×'];
const addresses = ['https://a.org', 'https://a.org/(b)_c*d', 'https://a.org/)b', 'mailto:x@y.pl', 'x@y.pl', 'tel:+48123', '/de/x?a=1&amp;b=2', '#top', 'https://a.org/<b>', 'https://a.org/`x', 'www.a b.org', 'https://a.org/\\*'];

function documentOf(random) {
  const below = (n) => Math.floor(random() * n);
  const one = (list) => list[below(list.length)];
  const { nodes, marks } = schema;
  const phrase = () => {
    let text = '';
    for (let i = 1 + below(4); i > 0; --i) text += one(words) + (random() < 0.5 ? ' ' : '');
    return text;
  };
  const inlines = (breaks) => {
    const parts = [];
    for (let i = below(6); i >= 0; --i) {
      if (breaks && random() < 0.12) parts.push(nodes.hard_break.create());
      let set = [];
      if (random() < 0.35) set = marks.strong.create().addToSet(set);
      if (random() < 0.3) set = marks.em.create().addToSet(set);
      if (random() < 0.2) {
        const href = one(addresses);
        set = marks.link.create({ href }).addToSet(set);
        if (random() < 0.3) {
          parts.push(schema.text(href.replace('mailto:', ''), set));
          continue;
        }
      }
      parts.push(schema.text(random() < 0.3 ? one(words) : phrase(), set));
    }
    return parts;
  };
  const paragraph = () => nodes.paragraph.create(null, random() < 0.06 ? [] : inlines(true));
  const block = (depth) => {
    const kind = random();
    if (depth > 3 || kind < 0.5) return paragraph();
    if (kind < 0.62) return nodes.heading.create({ level: 1 + below(6) }, inlines(false));
    if (kind < 0.72) return nodes.blockquote.create(null, blocks(depth + 1));
    const items = Array.from({ length: 1 + below(3) }, () =>
      nodes.list_item.create(null, [paragraph(), ...(random() < 0.4 ? blocks(depth + 1).slice(0, 2) : [])]));
    return random() < 0.5
      ? nodes.bullet_list.create({ tight: random() < 0.6 }, items)
      : nodes.ordered_list.create({ order: one([1, 1, 1, 3, 9, 0]), tight: random() < 0.6 }, items);
  };
  const blocks = (depth) => Array.from({ length: 1 + below(3) }, () => block(depth));
  return nodes.doc.create(null, blocks(0));
}

/** What of a document is seen: no space at the ends of lines, no mark on space, nothing empty, a list tight where it can only be so. */
function seen(node) {
  if (node.isTextblock) {
    let letters = [];
    node.forEach((child) => {
      const signs = child.marks.map(({ type, attrs }) => type.name + (attrs.href ?? '')).sort().join(' ');
      for (const letter of child.isText ? child.text : '\n') letters.push([letter, signs]);
    });
    const blank = ([letter]) => /\s/u.test(letter);
    letters = letters.filter((_, i) => {
      if (letters[i][0] === '\n') return true;
      if (!blank(letters[i])) return true;
      let left = i, right = i;
      while (left >= 0 && letters[left][0] !== '\n' && blank(letters[left])) --left;
      while (right < letters.length && letters[right][0] !== '\n' && blank(letters[right])) ++right;
      return left >= 0 && letters[left][0] !== '\n' && right < letters.length && letters[right][0] !== '\n';
    });
    while (letters.length && blank(letters[0])) letters.shift();
    while (letters.length && blank(letters.at(-1))) letters.pop();
    if (letters.length === 0) return null;
    return [node.type.name, node.attrs.level, letters.map(([letter, signs]) => (/\s/u.test(letter) ? letter : `${letter}{${signs}}`)).join('')];
  }
  const inside = node.children.map(seen).filter(Boolean);
  if (inside.length === 0) return node.type.name === 'doc' ? ['doc'] : null;
  const name = node.type.name;
  if (!name.endsWith('_list')) return [name, ...inside];
  const canBe = inside.every(([, first, second, third]) => !second || (first[0] === 'paragraph' && !third && (second[0] === 'bullet_list' || (second[0] === 'ordered_list' && second[1] === 1))));
  const hasPlace = inside.length > 1 || inside[0].length > 2;
  // Whether a list of lists alone is tight makes no difference.
  const paragraphs = inside.some((item) => item.slice(1).some(([kind]) => kind === 'paragraph'));
  return [name, node.attrs.order, paragraphs ? canBe && (node.attrs.tight || !hasPlace) : '-', ...inside];
}

test('what is written reads back as the same document and is written the same again', () => {
  for (let seed = 1; seed <= rounds; ++seed) {
    const doc = documentOf(chance(seed));
    const text = write(doc);
    const about = `seed ${seed}:\n${text}\n`;
    const again = read(text);
    if (!text.includes('{#a11y-')) assert.ok(again, about);
    assert.deepEqual(seen(again.doc), seen(doc), about);
    assert.equal(write(again.doc), text, about);
    assert.ok(sameRendering(text, write(again.doc)), about);
    assert.doesNotMatch(text, /[ \t]$/m, about);
    assert.doesNotMatch(text, /\n\n\n|^\n|\n$/, about);
  }
});

test('only what is changed is written anew', () => {
  const text = '# Titel\n=======\n\nErste Zeile\nzweite Zeile mit __fett__.\n\n* a\n* b\n\n\n> Zitat\nfaul\n\nEnde\n';
  const original = read(text.replace('=======\n', ''));
  const source = text.replace('=======\n', '');
  assert.equal(write(original.doc, original), source);
  const { nodes } = schema;
  const changed = original.doc.copy(original.doc.content.replaceChild(4, nodes.paragraph.create(null, schema.text('Schluss'))));
  assert.equal(write(changed, original), '# Titel\n\nErste Zeile\nzweite Zeile mit __fett__.\n\n* a\n* b\n\n> Zitat\nfaul\n\nSchluss\n');
  // A list beside another one is not kept: both would become one.
  const item = nodes.list_item.create(null, nodes.paragraph.create(null, schema.text('c')));
  const twice = original.doc.copy(original.doc.content.replaceChild(1, nodes.bullet_list.create(null, item)));
  assert.equal(write(twice, original), '# Titel\n\n- c\n\n* a\n* b\n\n> Zitat\nfaul\n\nEnde\n');
});

test('a changed block never changes how the others read', () => {
  for (let seed = 1; seed <= rounds / 4; ++seed) {
    const random = chance(seed);
    const original = read(write(documentOf(random)));
    const other = documentOf(random);
    const place = Math.floor(random() * original.doc.childCount);
    const changed = original.doc.copy(original.doc.content.replaceChild(place, other.child(0)));
    const text = write(changed, original);
    assert.deepEqual(seen(read(text).doc), seen(changed), `seed ${seed}:\n${text}`);
  }
});

const written = (text) => write(read(text).doc);

test('a backslash stands only where it is needed', () => {
  for (const text of [
    'Die Bürger*innen der Städte', 'snake_case und 5 * 3 = 15', '„Gut so“, sagte er – „tak”, powiedział', 'a [b] c', 'AT&T & Co.', 'a < b > c', 'C# und #1',
    'im Jahr 2024. Danach', '3.5 Mio. €', 'Weg \\ Ziel', 'ein ` Zeichen', 'Wow!', 'a | b', '**Fett**, *kursiv* und **_beides_**', '[Ruhr](https://a.org/(b))', '<https://a.org> und <x@y.pl>',
    'Zeile\\\nZeile', '1. a\n2. b\n   - c\n   - d\n3. e', '> a\n>\n> b', '- a\n\n  b\n\n- c', '2. a\n3. b', '**100 € für alle** Tage', '## Titel\n\nText',
  ]) assert.equal(written(text), text);
  assert.equal(written('12\\. Mai 2024'), '12\\. Mai 2024');
  assert.equal(written('Schüler\\*innen und Lehrer\\*innen'), 'Schüler\\*innen und Lehrer\\*innen');
  assert.equal(written('__fett__ und _kursiv_'), '**fett** und *kursiv*');
  assert.equal(written('Titel\n=====\n\n* a\n* b\n1) c'), '# Titel\n\n- a\n- b\n\n1. c');
  assert.equal(written('a  \nb'), 'a\\\nb');
});

test('where a letter follows what would not end, it is written as a number', () => {
  const { nodes, marks } = schema;
  const doc = nodes.doc.create(null, nodes.paragraph.create(null, [schema.text('Gut!', [marks.strong.create()]), schema.text('so')]));
  assert.equal(write(doc), '**Gut!**&#115;o');
});

test('what the editor has no place for is not read', () => {
  for (const text of ['| a |\n|---|\n| b |', '```\ncode\n```', '    code', 'ein `code`', '![Bild](x.png)', '---', '<b>fett</b>', '<div>\nx\n</div>', '[a](https://a.org "Titel")',
    '[a][b]\n\n[b]: https://a.org', '[Urząd]{#a11y-podmiot}', '## Status {#a11y-status}', `${'> '.repeat(30)}tief`])
    assert.equal(read(text), undefined, text);
  for (const text of ['[](https://a.org)', 'a\n\n- \n- b', '&nbsp;']) assert.ok(!sameRendering(text, written(text)), text);
  for (const text of ['***a***', '**a *b***', '* a\n+ b', 'a\nb', '[**a**](/x)', '- # a', '1. a\n\n   b', '[a](kontakt)', '[a](javascript:x)'])
    assert.ok(sameRendering(text, written(text)), text);
});

test('links lead only where the program lets them', () => {
  for (const address of ['https://a.org', 'HTTP://a.org/x', 'mailto:x@y.pl', 'tel:+49', '/de/kontakt', '/', '#top', '?a=1']) assert.ok(isAllowed(address), address);
  for (const address of ['', 'javascript:alert(1)', 'data:text/html,x', '//a.org', 'https:a', 'https:///a', 'a b', 'kontakt', 'ftp://a.org', '/a\\b', 'mailto:', 'https://a.org/ x', `/${'x'.repeat(4000)}`])
    assert.ok(!isAllowed(address), address);
  assert.equal(completed(' www.rvr.ruhr/x '), 'https://www.rvr.ruhr/x');
  assert.equal(completed('info@rvr.ruhr'), 'mailto:info@rvr.ruhr');
  assert.equal(completed('/pl/kontakt'), '/pl/kontakt');
  assert.equal(completed('javascript:alert(1)'), undefined);
  assert.equal(completed('irgendwas'), undefined);
});
