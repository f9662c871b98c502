// The yardstick for the import: the sqlite3 command line tool loads the rows that our import wrote, from CSV files, each
// table in one transaction, with the pragmas of our database and the same indexes.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './process.mjs';

const pragmas = 'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY;';

/** { texts, tables }: what the tool needs for the texts alone, and for all tables but the bytes of pictures. */
export async function loadWithSqlite(database, folder) {
  const query = async (sql) => (await run('sqlite3', [database, sql])).output;
  const tables = (await query("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'search%' AND name NOT IN ('blobs', 'migrations')")).trim().split('\n');
  const schema = await query("SELECT sql || ';' FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite%'");
  const files = [];
  for (const table of tables) {
    const file = join(folder, `${table}.csv`);
    files.push(file);
    await run('sqlite3', [database], { input: `.mode csv\n.headers off\n.once '${file}'\nSELECT * FROM ${table};\n` });
  }
  const load = async (names) => {
    const target = join(folder, 'yardstick.db');
    await run('sqlite3', [target], { input: `${pragmas}\n${schema}` });
    // References are not checked: to the tool an absent value is an empty text, which no record has for an id.
    const script = names.map((name) => `.import --csv '${join(folder, `${name}.csv`)}' ${name}\n`).join('');
    const result = await run('sqlite3', ['-bail', target], { input: `${pragmas}\nPRAGMA foreign_keys = OFF;\nBEGIN;\n${script}COMMIT;\n` });
    const rows = Number((await run('sqlite3', [target, `SELECT ${names.map((name) => `(SELECT COUNT(*) FROM ${name})`).join(' + ')}`])).output);
    for (const end of ['', '-wal', '-shm']) rmSync(target + end, { force: true });
    return { seconds: result.seconds, cpu: result.cpu, peak: result.peak, rows };
  };
  try {
    return { texts: await load(['texts']), tables: await load(tables) };
  } finally {
    for (const file of files) rmSync(file, { force: true });
  }
}
