import type { Database } from '@gongping/db';
import {
  assessmentFrame,
  fullMarksOf,
  leavesFor,
  type AssessmentRow,
} from '../assessments/assessment-frame.ts';
import { evidencePieces } from '../evidence/list-evidence.ts';
import type { IndicatorRow } from '../indicator-systems/indicator-system.service.ts';
import { approvalsOf } from '../not-applicable/approvals.ts';
import { scoreRows } from '../score-sheets/score-rows.ts';
import type { CheckedCell, CheckedLeaf, CheckFacts } from './check-facts.ts';
import { listRulings, listScorers } from './check.repository.ts';
import { listLinkChecks } from './link-check.repository.ts';

/** Reads everything that the standing checks look at, in eleven queries whatever the size of the round. */
export async function gatherCheckFacts(db: Database, assessment: AssessmentRow): Promise<CheckFacts> {
  const frame = await assessmentFrame(db, assessment);
  const units = new Map(
    frame.units.map(({ id, code, kind, nameZh, nameEn }) => [
      id,
      { kind, unit: { code, name: { zh: nameZh, en: nameEn } } },
    ]),
  );
  const leaves = new Map(frame.indicators.flatMap((row) => toLeaf(row)));
  const records = await scoreRows(db, assessment.id, 'none');
  const key = (at: { unitId: string; indicatorId: string }) => `${at.unitId} ${at.indicatorId}`;
  const pieces = Map.groupBy(await evidencePieces(db, assessment.id), key);
  const approvals = await approvalsOf(db, assessment.id);
  // Scores of units and leaves that no longer count are kept, but say nothing.
  const cells = records.flatMap((record): CheckedCell[] => {
    const [of, at] = [units.get(record.unitId), leaves.get(record.indicatorId)];
    if (!of || !at?.row.unitKinds.includes(of.kind)) return [];
    const { state, marks, input, reason } = record;
    // Where raters are blind to each other, what they gather is no part of a score yet.
    const evidence =
      assessment.procedure.doubleScoring && state === 'unscored' ? [] : (pieces.get(key(record)) ?? []);
    const approval = approvals.get(`${record.unitId}/${record.indicatorId}`) ?? null;
    const fullMarks = Number(fullMarksOf(at.row, of.kind) ?? 0);
    const said = { state, marks, input, reason, evidence, approval };
    return [{ unit: of.unit, leaf: at.leaf, fullMarks, ...said }];
  });
  const scorers = await listScorers(db, assessment.id);
  const rulings = await listRulings(db, assessment.id);
  const links = await listLinkChecks(db, assessment.id);
  return {
    leaves: [...leaves.values()].map(({ leaf, row }) => ({
      leaf,
      units: frame.units.filter(({ kind }) => leavesFor([row], kind).length > 0).length,
    })),
    cells,
    scorers: scorers.flatMap(({ unitId, person }) => {
      const unit = units.get(unitId)?.unit;
      return unit ? [{ unitId, unit, person }] : [];
    }),
    rulings: rulings.flatMap(({ unitId, indicatorId, person }) => {
      const [unit, leaf] = [units.get(unitId)?.unit, leaves.get(indicatorId)?.leaf];
      return unit && leaf ? [{ unitId, unit, leaf, by: person }] : [];
    }),
    links: new Map(links.map(({ url, state, status }) => [url, { state, status }])),
  };
}

function toLeaf(row: IndicatorRow): [string, { row: IndicatorRow; leaf: CheckedLeaf }][] {
  const { id, code, name, role, rule } = row;
  return rule === null ? [] : [[id, { row, leaf: { code, name, role, rule } }]];
}
