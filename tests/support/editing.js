// Keeping the record as a browser without script does it: a form is read from its page with all its fields and their
// values, some are changed, and it is sent as a whole.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { bytesOf } from './folders.js';
import { parse } from './markup.js';
import { run } from './program.js';
import { exported } from './record.js';

/** The kinds of records, in an order in which each refers mostly to earlier ones; the site cannot be made. */
export const kinds = ['site', 'place', 'source', 'organisation', 'person', 'image', 'document', 'field_of_action',
  'partnership', 'series', 'agreement', 'activity'];

const words = {
  de: ['arbeitsbereich/akte', 'neu', 'bearbeiten', 'verlauf', 'website', 'orte', 'quellen', 'organisationen', 'personen', 'bilder',
    'dokumente', 'handlungsfelder', 'partnerschaften', 'reihen', 'vereinbarungen', 'aktivitaeten'],
  pl: ['panel/kronika', 'nowe', 'edycja', 'historia', 'strona', 'miejsca', 'zrodla', 'organizacje', 'osoby', 'zdjecia', 'dokumenty',
    'obszary-wspolpracy', 'partnerstwa', 'cykle', 'porozumienia', 'dzialania'],
  en: ['workspace/record', 'new', 'edit', 'history', 'site', 'places', 'sources', 'organisations', 'people', 'pictures', 'documents',
    'fields-of-action', 'partnerships', 'series', 'agreements', 'activities'],
};

/** The addresses of the record in a language. */
export function recordAt(language = 'de') {
  const [root, made, edit, history, ...kind] = words[language];
  const all = `/${language}/${root}`;
  const list = (name) => `${all}/${kind[kinds.indexOf(name)]}`;
  return {
    all,
    list,
    made: (name) => `${list(name)}/${made}`,
    record: (name, id) => `${list(name)}/${id}`,
    edit: (name, id) => `${list(name)}/${id}/${edit}`,
    history: (name, id) => `${list(name)}/${id}/${history}`,
  };
}

/** What a browser makes of the value that an attribute sets (HTML, 4.10.5.1: the value sanitization algorithms). */
function sanitized(type, value) {
  if (type === 'time') return /^\d\d:\d\d(:\d\d)?$/.test(value) ? value : '';
  if (type === 'url' || type === 'email') return value.replace(/[\r\n]/g, '').trim();
  return type === 'hidden' ? value : value.replace(/[\r\n]/g, '');
}

/** A form of a page with what stands in its fields. */
export class PageForm {
  constructor(visitor, element) {
    this.visitor = visitor;
    this.action = element.get('action');
    this.multipart = element.get('enctype') === 'multipart/form-data';
    this.values = new Map();
    /** Values that a name can have: of boxes and radio buttons. */
    this.offered = new Map();
    this.files = new Map();
    this.buttons = element.all('button').map((button) => button.get('value')).filter(Boolean);
    for (const field of element.all('*', ({ name }) => ['input', 'textarea', 'select'].includes(name))) this.read(field);
  }

  read(field) {
    const name = field.get('name');
    const type = field.name === 'input' ? field.get('type') : field.name;
    if (type === 'file') return void this.files.set(name, undefined);
    if (type === 'checkbox' || type === 'radio') {
      this.offered.set(name, [...(this.offered.get(name) ?? []), field.get('value')]);
      if (field.get('checked') !== undefined) this.put(name, field.get('value'), type === 'radio');
      return undefined;
    }
    if (type === 'select') {
      const options = field.all('option');
      this.offered.set(name, options.map((option) => option.get('value')));
      const chosen = options.findLast((option) => option.get('selected') !== undefined) ?? options[0];
      return this.put(name, chosen?.get('value') ?? '');
    }
    return this.put(name, type === 'textarea' ? field.raw.replace(/^\n/, '') : sanitized(type, field.get('value') ?? ''));
  }

  put(name, value, again = false) {
    assert.ok(again || !this.values.has(name), `two fields are called ${name}`);
    this.values.set(name, value);
  }

  get(name) {
    return this.values.get(name);
  }

  /** Types, chooses or ticks; only what the page offers. Without a value the tick is taken away. */
  set(changes) {
    for (const [name, value] of Object.entries(changes)) {
      assert.ok(this.values.has(name) || this.offered.has(name), `the form has no field ${name}`);
      const offered = this.offered.get(name);
      if (value === undefined) this.values.delete(name);
      else {
        assert.ok(!offered || offered.includes(value), `${name} does not offer ${value}, but ${offered}`);
        this.values.set(name, value);
      }
    }
    return this;
  }

  tick(...names) {
    for (const name of names) this.set({ [name]: this.offered.get(name)?.[0] ?? 'yes' });
    return this;
  }

  /** The form with a row more. */
  async add(list) {
    const answer = await this.send(`add:${list}`);
    assert.equal(answer.status, 200, answer.text);
    return answer.form;
  }

  /** A file to be sent: { name, bytes, type }; or several. */
  choose(field, file) {
    assert.ok(this.files.has(field), `no field ${field} for a file`);
    this.files.set(field, file);
    return this;
  }

  /** Sends it with the button of that value. Gives the answer with `form`, where a form comes back. */
  async send(button = 'save') {
    const fields = [...this.values, ['do', button]];
    return answered(this.visitor, this.multipart ? await this.sendParts(fields) : await this.sendFields(fields));
  }

  sendFields(fields) {
    return this.visitor.send(this.action, { method: 'POST', fields: fields.map(([name, value]) => [name, lines(value)]) });
  }

  sendParts(fields) {
    const boundary = `----form${randomBytes(12).toString('hex')}`;
    const parts = fields.map(([name, value]) => part(boundary, name, Buffer.from(lines(value))));
    for (const [name, file] of [...this.files].flatMap(([field, chosen]) => [chosen].flat().map((one) => [field, one])))
      parts.push(part(boundary, name, file?.bytes ?? Buffer.alloc(0), `; filename="${quoted(file?.name ?? '')}"`, file?.type ?? 'application/octet-stream'));
    const body = Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]);
    return this.visitor.send(this.action, { method: 'POST', body, headers: { 'content-type': `multipart/form-data; boundary=${boundary}` } });
  }
}

/** Browsers send line ends as CR LF. */
const lines = (text) => text.replace(/\r\n?|\n/g, '\r\n');
/** HTML, 4.10.22.8. */
const quoted = (name) => name.replace(/\r/g, '%0D').replace(/\n/g, '%0A').replace(/"/g, '%22');

function part(boundary, name, bytes, more = '', type) {
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="${quoted(name)}"${more}\r\n${type ? `Content-Type: ${type}\r\n` : ''}\r\n`;
  return Buffer.concat([Buffer.from(head), bytes, Buffer.from('\r\n')]);
}

/** The form of the record on a page that was answered. */
function answered(visitor, answer) {
  const html = /^text\/html/.test(answer.headers['content-type'] ?? '') && answer.text !== '';
  const page = html ? parse(answer.text.replace(/\r\n?/g, '\n')) : undefined; // HTML, 13.2.3.5
  const element = page?.all('form', (form) => form.classes.includes('record-form'))[0];
  return Object.assign(answer, { page, form: element && new PageForm(visitor, element), location: answer.headers.location });
}

/** Somebody who keeps the record, in a language. */
export class Editor {
  constructor(visitor, language = 'de') {
    this.visitor = visitor;
    this.language = language;
    this.at = recordAt(language);
  }

  async get(path) {
    return answered(this.visitor, await this.visitor.get(path));
  }

  /** The form of a record, or of a new one. */
  async open(kind, id) {
    const path = id ? this.at.edit(kind, id) : this.at.made(kind);
    const answer = await this.get(path);
    assert.equal(answer.status, 200, `${path}: ${answer.text.slice(0, 400)}`);
    assert.ok(answer.form, path);
    return answer.form;
  }

  /** Opens, changes, sends; must be saved. Gives { id, done }. */
  async save(kind, id, changes) {
    return saved(await (await this.open(kind, id)).set(changes).send());
  }

  /** Makes a record and gives its id. */
  async make(kind, changes) {
    return (await this.save(kind, undefined, changes)).id;
  }

  /** Sends one of the small forms of a page: publish, withdraw, undo. `fields` replace what stands in it. */
  async act(path, what, fields = {}) {
    const page = await this.get(path);
    assert.equal(page.status, 200, path);
    const element = page.page.all('form').find((form) => form.all('input').some((input) => input.get('name') === 'do' && input.get('value') === what));
    assert.ok(element, `${path} has no form to ${what}`);
    const form = new PageForm(this.visitor, element);
    for (const [name, value] of Object.entries(fields)) form.values.set(name, value);
    return answered(this.visitor, await form.sendFields([...form.values]));
  }

  async publish(kind, id) {
    const answer = await this.act(this.at.record(kind, id), 'publish');
    assert.equal(answer.status, 303, answer.text.slice(0, 3000));
    assert.match(answer.location, /done=published$/);
  }

  /** [{ id, name }] of a kind, from all pages of its list. */
  async list(kind) {
    const found = new Map();
    for (let number = 1; ; number += 1) {
      const { page } = await this.get(`${this.at.list(kind)}?page=${number}`);
      const links = page.all('a').filter((link) => new RegExp(`^${this.at.list(kind)}/[0-9a-f-]{36}$`).test(link.get('href')));
      const before = found.size;
      for (const link of links) found.set(link.get('href').split('/').pop(), link.text);
      if (found.size === before) return [...found].map(([id, name]) => ({ id, name }));
    }
  }

  async words(kind, id) {
    return (await this.get(this.at.record(kind, id))).page?.text;
  }
}

/** { id, done, page } of an answer that says that something was saved. */
export function saved(answer) {
  assert.equal(answer.status, 303, problemsOn(answer).join('\n') || answer.text.slice(0, 2000));
  const [, id, done] = /\/([0-9a-f-]{36})\?(?:version=\d+&)?done=(\w+)$/.exec(answer.location) ?? assert.fail(answer.location);
  return { id, done, page: answer.location };
}

/** What the summary of a form says is wrong. */
export function problemsOn(answer) {
  return answer.page?.withClass('kern-alert--danger')[0]?.all('li').map((item) => item.text) ?? [];
}

/** The fields that the summary links to: their ids, each of which must be on the page. */
export function linkedProblems(answer) {
  const ids = new Set(answer.page.all('*', (each) => each.get('id') !== undefined).map((each) => each.get('id')));
  return answer.page.withClass('kern-alert--danger')[0].all('a').map((link) => {
    const id = link.get('href').slice(1);
    assert.ok(ids.has(id), `the summary links to #${id}, which is not on the page`);
    return id;
  });
}

/** All that is in a database, to compare: every file of its export. */
export async function everything(database) {
  return bytesOf(await exported(database));
}

/** A record as `interregio show` prints it; undefined when it is not there. */
export async function shown(database, kind, key) {
  const { code, stdout } = await run(['show', kind, key, '--database', database]);
  return code === 0 ? stdout : undefined;
}

export const idIn = (yaml) => /^id: "?([0-9a-f-]{36})/m.exec(yaml)[1];

export function sql(database, statement) {
  const { status, stdout, stderr } = spawnSync('sqlite3', ['-readonly', database, statement], { encoding: 'utf8' });
  assert.equal(status, 0, stderr);
  return stdout.trim();
}

/** The key of a record by its id. */
export const keyOf = (database, table, id) => sql(database, `SELECT key FROM ${table} WHERE id = '${id}' OR lower(hex(id)) = '${id.replaceAll('-', '')}'`);
