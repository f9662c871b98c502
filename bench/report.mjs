// The results as Markdown tables.
import { quantile } from './search.mjs';

const seconds = (value) => (value >= 100 ? value.toFixed(0) : value >= 1 ? value.toFixed(1) : value.toFixed(3));
const megabytes = (bytes) => `${(bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)} MB`;
const milliseconds = (value) => value.toFixed(value < 10 ? 1 : 0);

/** { median, least, most } of some numbers. */
export function spread(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return { median: sorted[Math.floor(sorted.length / 2)], least: sorted[0], most: sorted.at(-1) };
}

export function table(head, rows) {
  const widths = head.map((cell, column) => Math.max(cell.length, ...rows.map((row) => row[column].length)));
  const line = (cells) => `| ${cells.map((cell, column) => (column ? cell.padStart(widths[column]) : cell.padEnd(widths[column]))).join(' | ')} |`;
  const rule = `| ${widths.map((width, column) => (column ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width))).join(' | ')} |`;
  return [line(head), rule, ...rows.map(line)].join('\n');
}

const withSpread = ({ median, least, most }, show) => (show(least) === show(most) ? show(median) : `${show(median)} (${show(least)}–${show(most)})`);

/** The figures in words: name and value of each row. */
export function restartRows({ killed, halfWritten, logged }) {
  const ms = (value) => value.toFixed(0);
  const { median, least, most } = spread(killed.map(({ ready }) => ready));
  const log = ({ bytes }) => `log of ${(bytes / 1e6).toFixed(0)} MB`;
  return [
    ['server killed: start to first 200 of /healthz, ms', `${ms(median)} (${ms(least)}–${ms(most)})`],
    ['the same, first home page, ms', ms(spread(killed.map(({ home }) => home)).median)],
    ['writer killed in the middle: /healthz and home page, ms', `${ms(halfWritten.ready)}, ${ms(halfWritten.home)} (${log(halfWritten)})`],
    ['killed after a commit: /healthz and home page, ms', `${ms(logged.ready)}, ${ms(logged.home)} (${log(logged)})`],
  ];
}

export function markdown(results) {
  const { sizes } = results;
  const head = (first) => [first, ...sizes.map((size) => size.activities.toLocaleString('en'))];
  const row = (name, show) => [name, ...sizes.map(show)];
  const of = (runs, what) => spread(runs.map((one) => one[what]));
  const job = (name, key) => [
    row(`${name}: seconds`, (s) => withSpread(of(s[key], 'seconds'), seconds)),
    row(`${name}: processor seconds`, (s) => withSpread(of(s[key], 'cpu'), seconds)),
    row(`${name}: peak memory`, (s) => megabytes(of(s[key], 'peak').most)),
  ];
  const jobs = table(head('activities'), [
    row('folder: YAML', (s) => megabytes(s.folder.bytes)),
    ...job('check', 'check'), ...job('import', 'import'),
    row('database', (s) => megabytes(s.databaseBytes)),
    ...job('import again, nothing changed', 'importAgain'), ...job('export', 'export'), ...job('backup', 'backup'),
    row('sqlite3 tool, texts only: seconds', (s) => seconds(s.yardstick.texts.seconds)),
    row('sqlite3 tool, all rows: seconds', (s) => seconds(s.yardstick.tables.seconds)),
    row('import, times the tool on all rows', (s) => (of(s.import, 'seconds').median / s.yardstick.tables.seconds).toFixed(1)),
  ]);
  const server = table(head('server'), [
    row('start to first 200 of /healthz, ms', (s) => withSpread(spread(s.starts.map((one) => one.ready * 1000)), milliseconds)),
    row('start to first home page, ms', (s) => withSpread(spread(s.starts.map((one) => one.home * 1000)), milliseconds)),
    row('the same, database not in the system’s cache, ms', (s) => milliseconds(s.coldStart.home * 1000)),
    row('own memory after all pages', (s) => megabytes(spread(s.starts.map((one) => one.own)).most)),
    row('memory with what the system keeps for it', (s) => megabytes(spread(s.starts.map((one) => one.memory)).most)),
  ]);
  const killed = table(head('killed'), restartRows(sizes[0].restart).map(([name], i) => row(name, (s) => restartRows(s.restart)[i][1])));
  const names = [...new Set(sizes.flatMap((size) => Object.keys(size.pages)))];
  const cell = (size, name, key) => (size.pages[name] ? withSpread(spread(size.pages[name][key]), milliseconds) : '–');
  const first = table(head('first request, ms'), names.map((name) => row(name, (s) => cell(s, name, 'first'))));
  const second = table(head('second request, ms'), names.map((name) => row(name, (s) => cell(s, name, 'second'))));
  const bytes = table(head('page, kB'), names.map((name) => row(name, (s) => (s.pages[name] ? (s.pages[name].bytes / 1000).toFixed(0) : '–'))));
  const answers = (name, values) => [
    row(`${name}: p50, ms`, (s) => milliseconds(quantile(values(s), 0.5))),
    row(`${name}: p99, ms`, (s) => milliseconds(quantile(values(s), 0.99))),
  ];
  const kinds = [...new Set(sizes.flatMap((size) => Object.keys(size.search.kinds)))];
  const search = table(head('search'), [
    row('start to first answer, ms', (s) => milliseconds(s.search.ready * 1000)),
    row('own memory', (s) => megabytes(s.search.own)),
    ...answers('page of results', (s) => s.search.pages),
    ...answers('suggestions', (s) => s.search.suggestions),
    ...kinds.map((kind) => row(`page, ${kind}: p99, ms`, (s) => (s.search.kinds[kind] ? milliseconds(quantile(s.search.kinds[kind], 0.99)) : '–'))),
  ]);
  return [jobs, server, killed, search, first, second, bytes].join('\n\n');
}
