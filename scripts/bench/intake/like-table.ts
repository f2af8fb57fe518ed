import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';

const execute = promisify(execFile);

/** One insert a transaction, into a table with the same columns, keys and references. */
const script = `
\\set unit random(1, UNITS)
INSERT INTO pgbench_responses (survey_id, id, unit_id, version, channel, receipt, answers, pattern, state, signs, once,
  body_hash, origin, seconds, submitted_at)
SELECT survey_id, gen_random_uuid(), unit_id, 1, 'open', '7K3D-9QXM-2A4F',
  '{"Q1":"A","Q2":["website","phone"],"Q3":"satisfied","Q4":"very-satisfied","Q5":"satisfied","Q6":"satisfied","Q7":"dont-know","Q8":"satisfied","Q9":"satisfied","Q10":"satisfied","Q11":"satisfied"}',
  '0300000000000', 'counted', '{}', decode(md5(random()::text) || md5(random()::text), 'hex'),
  md5(random()::text) || md5(random()::text), decode(md5(random()::text), 'hex'), 95, now()
FROM pgbench_units WHERE place = :unit;
`;

/**
 * What PostgreSQL's own pgbench reaches with the same connections: answers a second of each run. Null where there is no
 * pgbench.
 */
export async function pgbenchRates(
  url: string,
  {
    folder,
    runs,
    seconds,
    connections,
  }: { folder: string; runs: number; seconds: number; connections: number },
): Promise<number[] | null> {
  const version = await execute('pgbench', ['--version']).catch(() => null);
  if (version === null) return null;
  const units = await prepare(url);
  const file = join(folder, 'insert.sql');
  await writeFile(file, script.replace('UNITS', String(units)));
  const rates: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const { stdout } = await execute('pgbench', [
      ...['-n', '-M', 'prepared', '-f', file],
      ...['-c', String(connections), '-j', '2', '-T', String(seconds), url],
    ]);
    const rate = /tps = ([\d.]+)/.exec(stdout)?.[1];
    if (rate === undefined) throw new Error(`pgbench printed no rate:\n${stdout}`);
    rates.push(Number(rate));
  }
  return rates;
}

async function prepare(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(`
      CREATE TABLE pgbench_responses (LIKE survey_responses INCLUDING ALL);
      ALTER TABLE pgbench_responses ADD FOREIGN KEY (survey_id) REFERENCES surveys, ADD FOREIGN KEY (unit_id) REFERENCES units;
      CREATE TABLE pgbench_units AS
        SELECT row_number() OVER ()::int AS place, s.id AS survey_id, u.id AS unit_id
        FROM units u, LATERAL (SELECT id FROM surveys ORDER BY slug DESC LIMIT 1) s;
      ALTER TABLE pgbench_units ADD PRIMARY KEY (place);
    `);
    const { rows } = await client.query<{ units: string }>('SELECT count(*) AS units FROM pgbench_units');
    return Number(rows[0]?.units ?? 0);
  } finally {
    await client.end();
  }
}
