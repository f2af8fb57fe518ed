import { insertRows, schema, type Database } from '@gongping/db';
import { randomUUID } from 'node:crypto';
import type { RoundOf } from './assessment.ts';
import { link, type LargeCell } from './judgements.ts';
import type { People } from './people.ts';

/**
 * Appeals against every fifth deduction, with proof and half of them ruled (all of them once appeals are over), and
 * rectifications of every second one.
 */
export async function insertObjections(
  db: Database,
  cells: readonly LargeCell[],
  { ids, now, phase }: Pick<People, 'ids'> & { now: Date; phase: RoundOf['phase'] },
): Promise<void> {
  const lost = cells.filter(({ agreed }) => agreed !== 'full');
  const contested = lost.filter((_cell, at) => at % 5 === 0);
  const appeals = contested.map(({ key }, at): typeof schema.appeals.$inferSelect => {
    const isRuled = at % 2 === 0 || phase === 'final' || phase === 'published';
    const figures = { marks: '0.5', total: 80, band: 'good', rank: 3 };
    return {
      id: randomUUID(),
      ...key,
      statement: '该栏目于第三季度改版，内容已迁移到新栏目，附截图。',
      state: isRuled ? 'rejected' : 'open',
      revision: isRuled ? 2 : 1,
      submittedBy: ids.liaison,
      submittedAt: now,
      ruling: isRuled ? '截图晚于采集时间，维持原评分。' : '',
      ruledBy: isRuled ? ids.reviewer : null,
      ruledAt: isRuled ? now : null,
      before: isRuled ? figures : null,
      after: isRuled ? figures : null,
    };
  });
  await insertRows(db, schema.appeals, appeals);
  await insertRows(
    db,
    schema.evidence,
    contested.map((cell) => link(cell, { purpose: 'appeal', addedBy: ids.liaison, addedAt: now })),
  );
  const asked = lost.filter((_cell, at) => at % 2 === 0);
  await insertRows(
    db,
    schema.rectifications,
    asked.map(({ key }, at) => ({
      ...key,
      request: '请在一个月内补齐第三季度的内容，并注明更新时间。',
      dueOn: '2030-12-31',
      answer: at % 2 === 0 ? '已补齐并注明更新时间。' : '',
      answeredBy: at % 2 === 0 ? ids.liaison : null,
      answeredAt: at % 2 === 0 ? now : null,
      revision: 1,
    })),
  );
}
