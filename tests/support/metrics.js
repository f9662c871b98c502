// Reads Prometheus' text format 0.0.4 as strictly as its specification has it.
import assert from 'node:assert/strict';
import { request } from './web.js';

const name = '[a-zA-Z_:][a-zA-Z0-9_:]*';
const label = '[a-zA-Z_][a-zA-Z0-9_]*="(?:[^"\\\\\\n]|\\\\[\\\\"n])*"';
const sample = new RegExp(`^(${name})(?:\\{(${label}(?:,${label})*)\\})? (NaN|[+-]Inf|-?\\d+(?:\\.\\d+)?(?:e[+-]\\d+)?)$`);
const kinds = ['counter', 'gauge', 'histogram', 'summary', 'untyped'];

/** { "name{labels}": number } of a text; fails at the first line that breaks a rule. */
export function parseMetrics(text) {
  assert.ok(text.endsWith('\n'), 'the last line ends');
  const values = {};
  const seen = new Set();
  let family;
  let help;
  for (const line of text.slice(0, -1).split('\n')) {
    const comment = new RegExp(`^# (HELP|TYPE) (${name}) (.+)$`).exec(line);
    if (comment?.[1] === 'HELP') {
      assert.ok(!seen.has(comment[2]), `${comment[2]} stands in one place`);
      seen.add(comment[2]);
      help = comment[2];
    } else if (comment) {
      assert.equal(comment[2], help, 'HELP and TYPE belong together');
      assert.ok(kinds.includes(comment[3]), line);
      family = { name: comment[2], kind: comment[3] };
    } else {
      const found = sample.exec(line);
      assert.ok(found, `a sample: ${line}`);
      const suffixes = family.kind === 'histogram' ? ['_bucket', '_sum', '_count'] : [''];
      assert.ok(suffixes.some((suffix) => found[1] === family.name + suffix), `${line} is in the family ${family.name}`);
      if (family.kind === 'counter') assert.match(found[1], /_total$/);
      const key = found[2] ? `${found[1]}{${found[2]}}` : found[1];
      assert.ok(!(key in values), `${key} is there once`);
      values[key] = Number(found[3].replace('Inf', 'Infinity'));
    }
  }
  checkHistograms(values);
  return values;
}

/** Buckets ascend and end with one for all. */
function checkHistograms(values) {
  const last = {};
  for (const [key, value] of Object.entries(values)) {
    const found = /^(.*)_bucket\{(?:(.*),)?le="([^"]+)"\}$/.exec(key);
    if (!found) continue;
    const series = `${found[1]} ${found[2] ?? ''}`;
    assert.ok(value >= (last[series] ?? 0), `${key} does not fall`);
    last[series] = value;
    if (found[3] === '+Inf') assert.equal(values[found[2] ? `${found[1]}_count{${found[2]}}` : `${found[1]}_count`], value, key);
  }
}

/** The address of the local port that a server has named in its log. */
export function metricsUrl(server) {
  const line = server.log.find(({ event }) => event === 'metrics');
  assert.ok(line, 'the server names its local port in the log');
  return line.detail;
}

export async function metricsOf(server) {
  const answer = await request(metricsUrl(server));
  assert.equal(answer.status, 200);
  return parseMetrics(answer.text);
}

/** What /healthz says: { status, answer, checks: { name: { status, code, detail } } }. */
export async function healthOf(url) {
  const answer = await request(`${url}/healthz`);
  const { status, checks } = JSON.parse(answer.text);
  return { status, answer, checks: Object.fromEntries(checks.map(({ name: key, ...check }) => [key, check])) };
}

/** Asks until `holds` does; the last answer. The server looks once a second. */
export async function healthWhen(url, holds, seconds = 30) {
  for (let tries = 0; ; ++tries) {
    const health = await healthOf(url);
    if (holds(health)) return health;
    assert.ok(tries < seconds * 5, `never came about: ${health.answer.text}`);
    await new Promise((done) => setTimeout(done, 200));
  }
}
