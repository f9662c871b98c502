#!/usr/bin/env node
// Measures first renders on a server that has been running for a while: many different pages of a kind, each asked for
// once, so that nothing that was kept helps. bench/run.mjs measures the first of all, just after the start.
//   node bench/first_renders.mjs PROGRAM DATABASE
import { Server, sleep } from './process.mjs';
import { quantile, searchReady } from './search.mjs';

const [program, database] = process.argv.slice(2);
const server = await Server.start(program, database);
try {
  await searchReady(server);
  await sleep(1000);
  const timeline = (await server.get('/de/chronik')).body;
  /** What can be chosen in a field of the filter. */
  const choices = (name) => {
    const [select] = new RegExp(`<select[^>]*name="${name}"[^]*?</select>`).exec(timeline);
    return [...select.matchAll(/<option value="([^"]+)"/g)].map(([, value]) => value);
  };
  const organisations = choices('organisation');
  const fields = choices('field');
  const kinds = choices('kind');
  const years = Array.from({ length: 30 }, (_, i) => 1991 + i);
  const sitemap = (await server.get('/sitemap.xml')).body;
  const part = (await server.get(new URL(/<loc>([^<]*activity-1\.xml)/.exec(sitemap)[1]).pathname)).body;
  const activities = [...part.matchAll(/<loc>[^<]*?(\/de\/aktivitaeten\/[^<]*)<\/loc>/g)].slice(0, 50).map(([, path]) => path);
  const partnership = /href="(\/de\/partnerschaften\/[^"#]+)"/.exec(timeline)[1];
  const kindsOfPages = {
    home: years.map((year) => `/de/?again=${year}`),
    partnership: years.map((year) => `${partnership}?again=${year}`),
    'timeline, a year': years.map((year) => `/de/chronik?year=${year}`),
    'timeline, a field of action': fields.map((field) => `/de/chronik?field=${field}`),
    'timeline, a series': choices('series').slice(3, 53).map((series) => `/de/chronik?series=${series}`),
    'timeline, an organisation in few activities': organisations.slice(10, 60).map((one) => `/de/chronik?organisation=${one}`),
    'timeline, field, kind and year': years.map((year, i) => `/de/chronik?field=${fields[i % fields.length]}&kind=${kinds[i % kinds.length]}&year=${year}`),
    activity: activities,
    'organisation in few activities': organisations.slice(60, 110).map((one) => `/de/organisationen/${one}`),
  };
  console.log('| first render | pages | p50, ms | p90, ms | longest, ms |\n| --- | ---: | ---: | ---: | ---: |');
  for (const [name, paths] of Object.entries(kindsOfPages)) {
    const took = [];
    for (const path of paths) {
      const answer = await server.get(path);
      if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
      took.push(answer.milliseconds);
    }
    console.log(`| ${name} | ${took.length} | ${quantile(took, 0.5).toFixed(0)} | ${quantile(took, 0.9).toFixed(0)} | ${quantile(took, 1).toFixed(0)} |`);
  }
} finally {
  await server.stop();
}
