import type { openPointList } from '@gongping/contracts';
import type { z } from 'zod';
import type { Actor } from '../../http/actor.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { visibleAssessment } from '../assessments/assessment.access.ts';
import { assignedCells } from './result.repository.ts';
import { missingOf } from '../score-sheets/score-rows.ts';
import { gatherFacts } from './gather-facts.ts';
import {
  cellKey,
  familiesOf,
  familyOfNodes,
  leavesOf,
  scoresByCell,
  type RoundFacts,
} from './round-facts.ts';

type OpenPointList = z.infer<typeof openPointList>;
type OpenPoint = OpenPointList['points'][number];

/** What keeps the scoring from being closed. @throws ProblemError `not-found`, `forbidden` */
export async function listOpenPoints(
  { db }: Dependencies,
  actor: Actor,
  slug: string,
): Promise<OpenPointList> {
  const assessment = await visibleAssessment(db, actor, { slug, roles: ['organiser'] });
  const facts = await gatherFacts(db, assessment);
  const raters = assessment.procedure.doubleScoring ? 2 : 1;
  const points = openPoints(facts, await assignedCells(db, assessment.id, raters));
  return { points, total: points.length };
}

/**
 * Unit by unit: families that nobody scores, then leaf by leaf what is unscored or lacks its reason or evidence.
 * Bonus and veto leaves may stay empty.
 *
 * @param assigned keys of unit and family that have an evaluator
 */
export function openPoints(facts: RoundFacts, assigned: ReadonlySet<string>): OpenPoint[] {
  const scores = scoresByCell(facts);
  const families = familyOfNodes(facts);
  return facts.units.flatMap(({ code, name, kind }) => {
    const unit = { code, name };
    const leaves = leavesOf(facts, kind);
    const unassigned = familiesOf(facts)
      .filter((family) => leaves.some((leaf) => families.get(leaf.code) === family.code))
      .filter((family) => !assigned.has(cellKey(code, family.code)))
      .map((indicator) => ({ kind: 'unassigned' as const, unit, indicator }));
    const open = leaves.flatMap((leaf): OpenPoint[] => {
      const indicator = { code: leaf.code, name: leaf.name };
      const score = scores.get(cellKey(code, leaf.code));
      if (!score || score.state === 'unscored')
        return leaf.role === 'score' ? [{ kind: 'unscored', unit, indicator }] : [];
      if (leaf.rule === null) return [];
      const marked = { rule: leaf.rule, fullMarks: Number(leaf.marks[kind] ?? 0) };
      return missingOf(score, marked, score.evidence.length).map((missing) => ({
        kind: missing === 'reason' ? ('missing-reason' as const) : ('missing-evidence' as const),
        unit,
        indicator,
      }));
    });
    return [...unassigned, ...open];
  });
}
