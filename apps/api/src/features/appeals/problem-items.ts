import type { Evidence, Language, ProblemItem, Score } from '@gongping/contracts';
import type { Database } from '@gongping/db';
import type { AssessmentRow } from '../assessments/assessment-frame.ts';
import { listEvidenceOf } from '../evidence/list-evidence.ts';
import { concealedLeaves, concealedReason } from '../mystery-requests/concealed-leaves.ts';
import type { Cell } from '../score-sheets/sheets.access.ts';
import { standingScores } from '../score-sheets/standing-scores.ts';
import { toAppeal } from './appeal.mapper.ts';
import { listAppeals, type AppealRow } from './appeal.repository.ts';
import { deductionsOf, isProblem, lostMarks } from './problem-of.ts';
import { listRectifications, type RectificationRow } from './rectification.repository.ts';
import { lostBefore, type Repeated } from './repeated.ts';

/** Who looks: a unit reads no names of those who assessed it, and totals only with the final result. */
export interface ProblemView {
  readonly isUnit: boolean;
  readonly totals: boolean;
  readonly language: Language;
}

/** What belongs to the leaves of units beside their scores, by `keyOf`. */
interface About {
  readonly view: ProblemView;
  /** Leaves whose reasons and evidence the unit does not learn yet. */
  readonly concealed: ReadonlySet<string>;
  readonly appeals: ReadonlyMap<string, AppealRow[]>;
  readonly rectifications: ReadonlyMap<string, RectificationRow>;
  readonly proof: ReadonlyMap<string, Evidence[]>;
  readonly answers: ReadonlyMap<string, Evidence[]>;
  readonly repeated: (unitId: string, indicatorCode: string) => Repeated | null;
}

/**
 * What stands in the lists of problems, by the id of the unit and in the order of the cells. The number of queries does
 * not depend on the number of units or leaves.
 *
 * @param of.unitId where all cells are of one unit; null for several
 */
export async function problemItems(
  db: Database,
  assessment: AssessmentRow,
  of: { cells: readonly Cell[]; unitId: string | null; view: ProblemView },
): Promise<Map<string, ProblemItem[]>> {
  const scores = await standingScores(db, assessment.id, of.cells);
  const about = await gatherAbout(db, assessment, of);
  const items = new Map<string, ProblemItem[]>();
  for (const [at, cell] of of.cells.entries()) {
    const score = scores[at];
    const item = score && itemOf(cell, score, about);
    if (!item) continue;
    const list = items.get(cell.unit.id);
    if (list) list.push(item);
    else items.set(cell.unit.id, [item]);
  }
  return items;
}

async function gatherAbout(
  db: Database,
  assessment: AssessmentRow,
  { unitId, view }: { unitId: string | null; view: ProblemView },
): Promise<About> {
  const { id } = assessment;
  const units = unitId === null ? {} : { unitIds: [unitId] };
  const appeals = await listAppeals(db, id, unitId);
  const rectifications = await listRectifications(db, id, unitId);
  const proof = await listEvidenceOf(db, id, { ...units, purpose: 'appeal' });
  const answers = await listEvidenceOf(db, id, { ...units, purpose: 'rectification' });
  return {
    view,
    concealed: view.isUnit ? await concealedLeaves(db, assessment) : new Set(),
    appeals: Map.groupBy(appeals, keyOf),
    rectifications: new Map(rectifications.map((row) => [keyOf(row), row])),
    proof: evidenceByLeaf(proof),
    answers: evidenceByLeaf(answers),
    repeated: await lostBefore(db, assessment, unitId),
  };
}

function evidenceByLeaf(rows: Awaited<ReturnType<typeof listEvidenceOf>>): Map<string, Evidence[]> {
  const leaves = Map.groupBy(rows, keyOf);
  return new Map([...leaves].map(([leaf, of]) => [leaf, of.map(({ evidence }) => evidence)] as const));
}

function keyOf({ unitId, indicatorId }: { unitId: string; indicatorId: string }): string {
  return `${unitId}/${indicatorId}`;
}

function itemOf(cell: Cell, score: Score, about: About): ProblemItem | null {
  const { row, rule, family } = cell.leaf;
  const { isUnit, totals } = about.view;
  const key = keyOf({ unitId: cell.unit.id, indicatorId: row.id });
  const appeals = about.appeals.get(key) ?? [];
  const asked = about.rectifications.get(key);
  if (!isProblem(row.role, score) && appeals.length === 0 && asked === undefined) return null;
  const lost = lostMarks(row.role, score);
  const isConcealed = about.concealed.has(row.code);
  return {
    indicator: { code: row.code, name: row.name, family, ruleText: row.ruleText },
    role: row.role,
    state: score.state,
    fullMarks: score.fullMarks,
    marks: score.marks,
    lost,
    reason: isConcealed ? concealedReason[about.view.language] : score.reason,
    deductions: isConcealed ? [] : deductionsOf(rule, score.input),
    evidence: isConcealed ? [] : evidenceFor(about.view, score),
    repeated: lost > 0 ? about.repeated(cell.unit.id, row.code) : null,
    rectification: asked ? toRectification(asked, about.answers.get(key) ?? []) : null,
    appeals: appeals.map((appeal) => toAppeal(appeal, { names: !isUnit, totals })),
    proof: about.proof.get(key) ?? [],
  };
}

/** Who assessed answers to the office, not to the unit. */
function evidenceFor({ isUnit }: ProblemView, { evidence }: Score): Evidence[] {
  return isUnit ? evidence.map((one) => ({ ...one, addedBy: '' })) : evidence;
}

function toRectification(row: RectificationRow, evidence: Evidence[]): ProblemItem['rectification'] {
  const { request, dueOn, answer, revision } = row;
  return { request, dueOn, answer, answeredAt: row.answeredAt?.toISOString() ?? null, revision, evidence };
}
