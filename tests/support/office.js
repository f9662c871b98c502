// The sign-on of an office: a provider of OpenID Connect that is not ours (oidc-provider), and one of our own that does
// whatever a test tells it. Both listen on this machine, on a free port.
import assert from 'node:assert/strict';
import { createHash, generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { chmodSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { after } from 'node:test';
import Provider from 'oidc-provider';
import { temporaryFolder } from './folders.js';
import { siteWithPeople } from './people.js';
import { request } from './web.js';

export const clientId = 'interregio';
export const clientSecret = 'only for tests, only on this machine';

export function freePort() {
  return new Promise((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });
}

function listening(handler) {
  return new Promise((done) => {
    const server = http.createServer(handler);
    server.listen(0, '127.0.0.1', () => done(server));
    after(() => {
      server.closeAllConnections();
      server.close();
    });
  });
}

/** What the operator writes; `providers` are the entries as YAML. Gives the name of the file. */
export function signOnFile(providers) {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'secret'), `${clientSecret}\n`);
  chmodSync(join(folder, 'secret'), 0o600);
  const file = join(folder, 'sign-on.yaml');
  writeFileSync(file, `providers:\n${providers.join('')}`);
  return file;
}

export function entry(key, issuer, { name = key, organisation = 'rvr', more = '' } = {}) {
  return `  - key: ${key}
    name: ${name}
    issuer: ${issuer}
    http_on_loopback: allowed
    client_id: ${clientId}
    client_secret_file: secret
    organisation: ${organisation}
${more}`;
}

export const roleRules = `    roles:
      claim: groups
      values:
        - { value: interregio-editors, role: editor }
        - { value: interregio-publishers, role: publisher }
    second_factor:
      amr: [mfa]
`;

/** A site under a name, with accounts and providers: { key: issuer } or entries as text. */
export async function siteWithOffices(makeEntries) {
  const url = `http://localhost:${await freePort()}`;
  const file = signOnFile(await makeEntries(url));
  return siteWithPeople(['--listen', `127.0.0.1:${new URL(url).port}`, '--base-url', url, '--sign-on', file], url);
}

/**
 * oidc-provider. `people`: name at the office -> claims; they may be changed while it runs. Its own pages for signing in
 * are used, as a person would. { issuer, people, provider }
 */
export async function realOffice(siteUrl, keys) {
  const port = await freePort();
  const issuer = `http://127.0.0.1:${port}`;
  const people = new Map();
  const provider = new Provider(issuer, {
    clients: keys.map((key) => ({
      client_id: clientId,
      client_secret: clientSecret,
      redirect_uris: [`${siteUrl}/sign-on/${key}`],
      post_logout_redirect_uris: [`${siteUrl}/sign-on/${key}/signed-out`],
    })),
    claims: { openid: ['sub', 'groups'], email: ['email', 'email_verified'], profile: ['name'] },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    findAccount: (context, id) => ({ accountId: id, claims: () => ({ sub: id, ...people.get(id) }) }),
    // Nobody is asked whether they agree: it is their own office.
    async loadExistingGrant(context) {
      const grant = new context.oidc.provider.Grant({ clientId: context.oidc.client.clientId, accountId: context.oidc.session.accountId });
      grant.addOIDCScope('openid email profile');
      await grant.save();
      return grant;
    },
    cookies: { keys: ['only for tests'] },
    ttl: { Session: 3600, Grant: 3600, Interaction: 3600, IdToken: 3600, AccessToken: 3600 },
  });
  await new Promise((done) => {
    const server = provider.listen(port, '127.0.0.1', done);
    after(() => {
      server.closeAllConnections();
      server.close();
    });
  });
  return { issuer, people, provider };
}

/** A browser at an office: keeps its cookies, follows it, fills in its forms; gives the address that leads away. */
export class OfficeBrowser {
  constructor(issuer) {
    this.issuer = issuer;
    this.cookies = new Map();
    this.forms = 0; // how often it was asked who it is
  }

  async send(url, options = {}) {
    const headers = { ...options.headers };
    if (this.cookies.size) headers.cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await request(url, { ...options, headers });
    for (const cookie of [answer.headers['set-cookie'] ?? []].flat()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie);
      if (/expires=Thu, 01 Jan 1970/i.test(cookie)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return answer;
  }

  async go(url, login) {
    let answer = await this.send(url);
    for (let steps = 0; steps < 12; ++steps) {
      const location = answer.headers.location && new URL(answer.headers.location, url).href;
      if (location && !location.startsWith(this.issuer)) return location;
      if (location) {
        answer = await this.send(location);
        continue;
      }
      const form = /<form[^>]*action="([^"]+)"[^>]*method="post"/i.exec(answer.text) ?? /<form[^>]*method="post"[^>]*action="([^"]+)"/i.exec(answer.text);
      assert.ok(form, `${url}: ${answer.status} ${answer.text.slice(0, 500)}`);
      const fields = new URLSearchParams([...answer.text.matchAll(/<input[^>]*type="hidden"[^>]*name="([^"]+)"[^>]*value="([^"]*)"/g)].map(([, name, value]) => [name, value]));
      if (/name="login"/.test(answer.text)) {
        ++this.forms;
        fields.set('login', login);
        fields.set('password', 'any');
      }
      if (/name="logout"/.test(answer.text)) fields.set('logout', 'yes');
      answer = await this.send(new URL(form[1], url).href, { method: 'POST', body: fields.toString(), headers: { 'content-type': 'application/x-www-form-urlencoded' } });
    }
    throw new Error(`${url} leads nowhere`);
  }
}

const base64url = (value) => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');

/** A key with the name `kid`, as the office has it. */
export function signingKey(kid) {
  const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { kid, privateKey: pair.privateKey, public: { ...pair.publicKey.export({ format: 'jwk' }), kid, use: 'sig', alg: 'RS256' } };
}

export function signedToken(claims, key, header = {}) {
  const signed = `${base64url({ alg: 'RS256', kid: key.kid, typ: 'JWT', ...header })}.${base64url(claims)}`;
  return `${signed}.${sign('sha256', Buffer.from(signed), key.privateKey).toString('base64url')}`;
}

/**
 * A provider that does as it is told. A test changes `office`: claims, key (it signs with), published (keys), headers of
 * the token, metadata, and `misbehave`: path -> handler(request, answer) in place of the good one. `asked` counts.
 */
export async function toldOffice() {
  const office = { key: signingKey('first'), claims: {}, header: {}, metadata: {}, misbehave: {}, asked: {}, codes: new Map(), tokens: null };
  office.published = [office.key.public];
  const json = (answer, value, status = 200) => answer.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
  const good = {
    '/.well-known/openid-configuration': (incoming, answer) => json(answer, {
      issuer: office.issuer,
      authorization_endpoint: `${office.issuer}/authorize`,
      token_endpoint: `${office.issuer}/token`,
      jwks_uri: `${office.issuer}/keys`,
      authorization_response_iss_parameter_supported: true,
      ...office.metadata,
    }),
    '/keys': (incoming, answer) => json(answer, { keys: office.published }),
    '/token': (incoming, answer, body) => {
      const fields = new URLSearchParams(body);
      const [user, secret] = Buffer.from((incoming.headers.authorization ?? '').replace('Basic ', ''), 'base64').toString().split(':').map(decodeURIComponent);
      const asked = office.codes.get(fields.get('code'));
      office.codes.delete(fields.get('code'));
      const challenge = createHash('sha256').update(fields.get('code_verifier') ?? '').digest('base64url');
      if (user !== clientId || secret !== clientSecret) return json(answer, { error: 'invalid_client' }, 401);
      if (!asked || asked.code_challenge !== challenge || asked.redirect_uri !== fields.get('redirect_uri')) return json(answer, { error: 'invalid_grant' }, 400);
      const now = Math.floor(Date.now() / 1000);
      const claims = { iss: office.issuer, aud: clientId, iat: now, exp: now + 300, nonce: asked.nonce, auth_time: now, ...office.claims };
      return json(answer, { access_token: 'x', token_type: 'Bearer', id_token: office.tokens?.(claims) ?? signedToken(claims, office.key, office.header) });
    },
  };
  const server = await listening((incoming, answer) => {
    const { pathname } = new URL(incoming.url, 'http://x');
    office.asked[pathname] = (office.asked[pathname] ?? 0) + 1;
    let body = '';
    incoming.setEncoding('utf8').on('data', (text) => (body += text));
    incoming.on('end', () => {
      const handler = office.misbehave[pathname] ?? good[pathname];
      if (handler) handler(incoming, answer, body);
      else answer.writeHead(404).end();
    });
  });
  office.issuer = `http://127.0.0.1:${server.address().port}`;
  /** What the office does with somebody who comes with `address`: the address back. */
  office.answer = (address, more = {}) => {
    const asked = Object.fromEntries(new URL(address).searchParams);
    const code = randomUUID();
    office.codes.set(code, asked);
    const back = new URL(asked.redirect_uri);
    for (const [name, value] of Object.entries({ code, state: asked.state, iss: office.issuer, ...more })) if (value !== null) back.searchParams.set(name, value);
    return back.href;
  };
  return office;
}

/** Presses the button of a provider; gives the address to which the browser is sent. */
export async function leave(visitor, key, { page = '/de/anmelden', next } = {}) {
  const on = next ? `${page}?next=${encodeURIComponent(next)}` : page;
  const answer = await visitor.submit(page, { through: key, ...(next ? { next } : {}) }, { on });
  if (answer.status === 303) return { refused: answer.headers.location };
  assert.equal(answer.status, 200, answer.text);
  const address = /^0; url=(.+)$/.exec(answer.headers.refresh)[1];
  assert.ok(answer.text.includes(`href="${address.replaceAll('&', '&amp;')}"`), 'without Refresh a link leads on');
  return { address };
}

/** Comes back with an address that a provider gave. */
export function comeBack(visitor, address) {
  const { pathname, search } = new URL(address);
  return visitor.get(pathname + search);
}
