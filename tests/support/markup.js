// Reads the HTML that our own pages consist of (every element closed, every attribute quoted) into a small tree. What is
// no such HTML is an error, which is a test in itself.
const empty = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'wbr']);
const entities = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };

export const unescaped = (text) =>
  text.replace(/&(#x[0-9a-f]+|#\d+|\w+);/gi, (whole, name) => {
    if (name[0] !== '#') return entities[name] ?? whole;
    return String.fromCodePoint(name[1] === 'x' ? parseInt(name.slice(2), 16) : Number(name.slice(1)));
  });

/** Whether an element is a script that browsers do not carry out: JSON-LD. */
export const isData = (element) => element.name === 'script' && element.get('type') === 'application/ld+json' && element.attributes.size === 1;

/** Whether an element is a script of the portal: a module of its own, without words in the page. */
export const isOwnModule = (element) =>
  element.name === 'script' && element.get('type') === 'module' && /^\/assets\//.test(element.get('src') ?? '') && element.children.length === 0;

/** Markup without the beginnings of scripts that are data or modules of our own. */
export const withoutOwnScripts = (markup) => markup.replace(/<script type="(application\/ld\+json"|module" src="\/assets\/[^"]*")>/g, '');

class Element {
  constructor(name, attributes, parent) {
    Object.assign(this, { name, attributes, parent, children: [] });
  }
  /** The value of an attribute; undefined when it is not there. */
  get(name) {
    return this.attributes.get(name);
  }
  get classes() {
    return (this.get('class') ?? '').split(/\s+/);
  }
  /** All elements below, in order, that have the name ("*": any) and pass the test. */
  all(name, test = () => true) {
    return this.children.flatMap((child) =>
      typeof child === 'string'
        ? []
        : [...((name === '*' || child.name === name) && test(child) ? [child] : []), ...child.all(name, test)],
    );
  }
  one(name, test) {
    const found = this.all(name, test);
    if (found.length === 0) throw new Error(`no <${name}> as asked for`);
    return found[0];
  }
  /** The data for programs in it: JSON-LD, parsed. */
  get linkedData() {
    return this.all('script', isData).map((script) => JSON.parse(script.raw));
  }
  withClass(name) {
    return this.all('*', (element) => element.classes.includes(name));
  }
  /** The words, white space made simple. */
  get text() {
    return this.raw.replace(/\s+/g, ' ').trim();
  }
  get raw() {
    const block = /^(p|li|h\d|div|section|dt|dd|ul|ol|dl|article|header|footer|figcaption|br|td|th|option)$/;
    return this.children
      .map((child) => (typeof child === 'string' ? child : child.name === 'script' ? '' : block.test(child.name) ? ` ${child.raw} ` : child.raw))
      .join('');
  }
  /** The language the words of this element are in. */
  get language() {
    for (let at = this; at; at = at.parent) if (at.get('lang')) return at.get('lang');
    return undefined;
  }
}

export function parse(markup) {
  const document = new Element('document', new Map(), null);
  let open = document;
  let position = 0;
  const tag = /<!doctype[^>]*>|<!--[\s\S]*?-->|<(\/?)([a-z][^\s/>]*)((?:\s+[^\s=>/"]+(?:="[^"]*")?)*)\s*(\/?)>/giy;
  while (position < markup.length) {
    const next = markup.indexOf('<', position);
    const end = next < 0 ? markup.length : next;
    if (end > position) open.children.push(unescaped(markup.slice(position, end)));
    if (next < 0) break;
    tag.lastIndex = next;
    const found = tag.exec(markup);
    if (!found) throw new Error(`no tag at ${markup.slice(next, next + 120)}`);
    position = tag.lastIndex;
    const [, closing, name, attributeText, selfClosed] = found;
    if (!name) continue;
    if (closing) {
      if (open.name !== name) throw new Error(`</${name}> closes <${open.name}>`);
      open = open.parent;
      continue;
    }
    const attributes = new Map();
    for (const [, key, value] of attributeText.matchAll(/([^\s=>/"]+)(?:="([^"]*)")?/g)) {
      if (attributes.has(key)) throw new Error(`<${name}> has ${key} twice`);
      attributes.set(key, unescaped(value ?? ''));
    }
    const element = new Element(name, attributes, open);
    open.children.push(element);
    if (!empty.has(name) && !selfClosed) open = element;
  }
  if (open !== document) throw new Error(`<${open.name}> is never closed`);
  return document;
}
