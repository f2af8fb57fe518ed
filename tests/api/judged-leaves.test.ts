import { migrateDatabase, migrateToEarlier } from '@gongping/db';
import { indicatorSystem2020 } from '@gongping/templates';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { createEmptyDatabase } from '../support/database.ts';

const journal = JSON.parse(
  readFileSync(new URL('../../drizzle/meta/_journal.json', import.meta.url), 'utf8'),
) as { entries: { tag: string }[] };
const before = journal.entries.findIndex(({ tag }) => tag.endsWith('_score_proposals'));

it('versions that were frozen before say by what their leaves can be judged, and stay frozen', async () => {
  const database = await createEmptyDatabase();
  const { pool } = database;
  try {
    await migrateToEarlier(database, before);
    const system = randomUUID();
    await pool.query(
      `INSERT INTO indicator_systems (id, code, version, title, notice, lead_tasks, revision, frozen_at, created_at)
       VALUES ($1, 'x', 1, '{}', '{}', '[]', 1, NULL, now())`,
      [system],
    );
    for (const [position, node] of indicatorSystem2020.indicators.entries()) {
      // One leaf has kept its code and has another rule.
      const rule = node.code === 'B2-2' ? { method: 'bonus' } : node.rule;
      await pool.query(
        `INSERT INTO indicators (id, system_id, code, parent_code, position, level, name, role, unit_kinds, rule, rule_text,
           evidence_wanted, clauses, quote)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, '', '', '{}', '')`,
        [
          randomUUID(),
          system,
          node.code,
          node.parent,
          position,
          node.level,
          JSON.stringify(node.name),
          node.role,
          [...node.unitKinds],
          rule === null ? null : JSON.stringify(rule),
        ],
      );
    }
    await pool.query('UPDATE indicator_systems SET frozen_at = now()');
    await migrateDatabase(database);
    const { rows } = await pool.query<{ code: string; judge: string }>(
      'SELECT code, judge FROM indicators WHERE judge IS NOT NULL ORDER BY position',
    );
    const wanted = indicatorSystem2020.indicators.flatMap(({ code, judge }) =>
      judge === undefined || code === 'B2-2' ? [] : [{ code, judge }],
    );
    expect(rows).toEqual(wanted);
    expect(rows).toHaveLength(6);
    await expect(pool.query('UPDATE indicators SET judge = NULL')).rejects.toThrow();
  } finally {
    await database.close();
  }
});
