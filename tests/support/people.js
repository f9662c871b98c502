// People who sign in: what a browser does for them, without one.
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { createServer } from 'node:net';
import { after } from 'node:test';
import { demo, run } from './program.js';
import { databaseOf, serve } from './server.js';
import { Site } from './site.js';
import { request } from './web.js';

export const password = 'wierzba pod oknem 7';

/** The addresses of the workspace in German. */
export const at = {
  signIn: '/de/anmelden',
  code: '/de/anmelden/zweiter-faktor',
  signOut: '/de/abmelden',
  desk: '/de/arbeitsbereich',
  confirm: '/de/arbeitsbereich/bestaetigen',
  profile: '/de/arbeitsbereich/profil',
  password: '/de/arbeitsbereich/profil/passwort',
  passkeys: '/de/arbeitsbereich/profil/passkeys',
  secondFactor: '/de/arbeitsbereich/profil/zweiter-faktor',
  recoveryCodes: '/de/arbeitsbereich/profil/wiederherstellungscodes',
  ownData: '/de/arbeitsbereich/profil/eigene-daten',
  accounts: '/de/arbeitsbereich/konten',
  newAccount: '/de/arbeitsbereich/konten/neu',
  events: '/de/arbeitsbereich/protokoll',
};

/** What an authenticator app shows for a secret in base 32 (RFC 6238). */
export function appCode(secret, time = Date.now()) {
  let bits = '';
  for (const letter of secret.replaceAll(' ', '')) bits += 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0');
  const key = Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(time / 30_000)));
  const hash = createHmac('sha1', key).update(counter).digest();
  const offset = hash[19] & 15;
  return String((hash.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

/** One browser: cookies, and forms filled in on the page they are on. */
export class Visitor {
  constructor(site, headers = {}) {
    this.site = site;
    this.headers = headers;
    this.cookies = new Map();
  }

  async send(path, { method = 'GET', fields, body, headers = {} } = {}) {
    const all = { ...this.headers, ...headers };
    if (this.cookies.size) all.cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    if (fields) {
      all['content-type'] ??= 'application/x-www-form-urlencoded';
      body = new URLSearchParams(fields).toString();
    }
    if (method === 'POST') all.origin ??= this.site.url;
    const answer = await request(this.site.url + path, { method, headers: all, body });
    for (const cookie of [answer.headers['set-cookie'] ?? []].flat()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie);
      if (/max-age=0/i.test(cookie)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return answer;
  }

  get(path, options) {
    return this.send(path, options);
  }

  /** The token in the forms of a page. */
  async formToken(path) {
    const page = await this.get(path);
    const found = /name="form_token" value="([^"]+)"/.exec(page.text);
    assert.ok(found, `${path} (${page.status}) has no form`);
    return found[1];
  }

  /** Sends a form as the page `on` has it. */
  async submit(path, fields, { on = path, headers } = {}) {
    return this.send(path, { method: 'POST', fields: { form_token: await this.formToken(on), ...fields }, headers });
  }

  async signIn(email, secret = password) {
    return this.submit(at.signIn, { email, password: secret });
  }
}

/** Signs in on the page for it, in the tab of a browser. */
export async function signInBy(tab, site, email) {
  await tab.goto(site.url + at.signIn);
  await tab.getByLabel('E-Mail-Adresse').fill(email);
  await tab.getByLabel('Passwort').fill(password);
  await tab.getByRole('button', { name: 'Anmelden', exact: true }).click();
}

/** The path of a link that the command line printed. */
export const pathOf = (link) => new URL(link).pathname;

export async function addUser(database, person, organisation, email, roles, more = []) {
  const made = await run(['user', 'add', '--json', '--database', database, '--person', person, '--organisation', organisation,
    '--email', email, '--account-language', 'de', ...roles.flatMap((role) => ['--role', role]), ...more]);
  assert.equal(made.code, 0, made.all);
  return JSON.parse(made.stdout);
}

/** Follows a link and sets the usual password. */
export async function setPassword(site, link, secret = password) {
  const visitor = new Visitor(site);
  const answer = await visitor.submit(pathOf(link), { password: secret, repeated: secret });
  assert.equal(answer.status, 303, answer.text);
  assert.match(answer.headers.location, /done=password$/);
}

export const emails = { boss: 'boss@rvr.example', editor: 'editor@rvr.example', publisher: 'publisher@rvr.example', reader: 'reader@rvr.example', foreign: 'boss@gzm.example' };

/**
 * For the tests of one file: a server with the demo record and an account for each role, all with the usual password.
 * { site, server, database, ids, person(who) }: person() gives a Visitor who has signed in. `url` is where it is found, if
 * that is not where it listens.
 */
export async function siteWithPeople(parameters = [], url) {
  const database = await databaseOf(demo);
  const links = {
    boss: await addUser(database, 'garrelt-duin', 'rvr', emails.boss, ['administrator']),
    editor: await addUser(database, 'karola-geiss-netthoefel', 'rvr', emails.editor, ['editor']),
    publisher: await addUser(database, 'joerg-kemna', 'rvr', emails.publisher, ['publisher']),
    reader: await addUser(database, 'andrea-hoeber', 'rvr', emails.reader, ['reader']),
    foreign: await addUser(database, 'kazimierz-karolczak', 'gzm', emails.foreign, ['administrator']),
  };
  const server = await serve(database, parameters);
  after(() => server.stop());
  const site = new Site(url ?? server.url);
  for (const { link } of Object.values(links)) await setPassword(site, link);
  const person = async (who, headers) => {
    const visitor = new Visitor(site, headers);
    const answer = await visitor.signIn(emails[who]);
    assert.equal(answer.status, 303, answer.text);
    return visitor;
  };
  return { site, server, database, person, ids: Object.fromEntries(Object.entries(links).map(([who, { account }]) => [who, account])) };
}

/** The same under a name, which passkeys need: http://localhost. */
export async function siteWithPasskeys() {
  const port = await new Promise((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });
  const url = `http://localhost:${port}`;
  return siteWithPeople(['--listen', `127.0.0.1:${port}`, '--base-url', url], url);
}
