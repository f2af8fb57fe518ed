import { insertRows, schema, type Database } from '@gongping/db';
import { randomUUID } from 'node:crypto';
import type { RuleInput } from '@gongping/scoring';
import type { People } from './people.ts';
import type { Frame } from './system.ts';

export type Level = 'full' | 'half' | 'none';
const share = { full: 1, half: 0.5, none: 0 } as const satisfies Record<Level, number>;

/** A leaf of a unit, as both raters see it. */
export interface LargeCell {
  readonly key: { readonly assessmentId: string; readonly unitId: string; readonly indicatorId: string };
  /** Unit and leaf, for people. */
  readonly name: string;
  readonly marks: number;
  readonly first: Level;
  readonly second: Level;
  readonly agreed: Level;
}

/** Every leaf of every unit: most full, some halves, few without anything, and every 29th seen differently. */
export function cellsOf({ units, leaves }: Frame, assessmentId: string): LargeCell[] {
  return units.flatMap((unit, u) =>
    leaves.map((leaf, l) => {
      const at = u * 7 + l * 3;
      const first: Level = at % 5 > 2 ? 'half' : at % 31 === 0 ? 'none' : 'full';
      const differs = (u * leaves.length + l) % 29 === 3;
      const second = differs ? (first === 'full' ? 'half' : 'full') : first;
      return {
        key: { assessmentId, unitId: unit.id, indicatorId: leaf.id },
        name: `${unit.code}/${leaf.code}`,
        marks: Number(leaf.countyMarks),
        first,
        second,
        agreed: second,
      };
    }),
  );
}

/** What somebody gives a cell. */
function judged({ name, marks }: LargeCell, level: Level) {
  const input: RuleInput = { method: 'graded', level };
  const reason = level === 'full' ? '' : `${name}：栏目缺少第三季度的内容，且未注明更新时间`;
  return { state: 'scored' as const, input, marks: String(marks * share[level]), reason };
}

type EvidenceRow = typeof schema.evidence.$inferSelect;

/** A link as a piece of evidence. */
export function link(
  { key, name }: LargeCell,
  of: Pick<EvidenceRow, 'purpose' | 'addedBy' | 'addedAt'>,
): EvidenceRow {
  return {
    id: randomUUID(),
    ...key,
    ...of,
    kind: 'link',
    title: `${name} 栏目页面`,
    url: `https://www.example.org/${of.purpose}/${name}/${key.assessmentId}`,
    fileSha256: null,
    filename: null,
    mediaType: null,
    size: null,
    capturedAt: of.addedAt,
    pageId: null,
    removedAt: null,
  };
}

/** The claim of every cell, what both raters gave it, the score, evidence of each, and the cases. */
export async function insertJudgements(
  db: Database,
  cells: readonly LargeCell[],
  { ids, now }: Pick<People, 'ids'> & { now: Date },
): Promise<void> {
  const written = { revision: 1, updatedAt: now };
  await insertRows(
    db,
    schema.claims,
    cells.map((cell) => ({ ...cell.key, ...judged(cell, 'full'), ...written, updatedBy: ids.liaison })),
  );
  for (const slot of [1, 2]) {
    const updatedBy = slot === 1 ? ids.evaluator : ids.second;
    const rows = cells.map((cell) => {
      const level = slot === 1 ? cell.first : cell.second;
      return { ...cell.key, slot, ...judged(cell, level), ...written, updatedBy };
    });
    await insertRows(db, schema.ratings, rows);
  }
  await insertRows(
    db,
    schema.scores,
    cells.map((cell) => {
      const origin = cell.first === cell.second ? ('agreed' as const) : ('arbitration' as const);
      return { ...cell.key, ...judged(cell, cell.agreed), origin, ...written, updatedBy: ids.evaluator };
    }),
  );
  const pieces = cells.flatMap((cell) => [
    link(cell, { purpose: 'score', addedBy: ids.evaluator, addedAt: now }),
    link(cell, { purpose: 'claim', addedBy: ids.liaison, addedAt: now }),
  ]);
  await insertRows(db, schema.evidence, pieces);
  const cases = cells.filter(({ first, second }) => first !== second);
  await insertRows(
    db,
    schema.arbitrationCases,
    cases.map(({ key }, at) => {
      const isRuled = at % 2 === 1;
      return {
        id: randomUUID(),
        ...key,
        openedAt: now,
        reason: isRuled ? '以第二评估员的截图为准' : '',
        ruledBy: isRuled ? ids.reviewer : null,
        ruledAt: isRuled ? now : null,
      };
    }),
  );
}
