import type { Indicator, leafResult, RankedUnit, UnitResult } from '@gongping/contracts';
import { roundHalfUp } from '@gongping/scoring';
import type { z } from 'zod';
import { median } from './median.ts';
import { outcomeIndex } from './outcome.ts';
import { rankedUnits, rankingHead, type Computed } from './ranking-view.ts';
import { cellKey, familiesOf, familyOfNodes, leavesOf, scoresByCell } from './round-facts.ts';

/** A unit's result down to each leaf; null where the round has no unit of that code. */
export function unitView(computed: Computed, code: string): UnitResult | null {
  const { facts } = computed;
  const all = rankedUnits(computed);
  const unit = all.find((one) => one.code === code);
  if (!unit) return null;
  const group = all.filter(({ kind }) => kind === unit.kind);
  return {
    ranking: rankingHead(computed),
    unit,
    groupSize: group.length,
    medians: {
      total: median(group.map(({ total }) => total)),
      social: median(group.map(({ social }) => social)),
      families: Object.fromEntries(
        familiesOf(facts).map((family) => [
          family.code,
          median(group.map(({ families }) => families[family.code]?.score ?? null)),
        ]),
      ),
    },
    leaves: leafResults(computed, unit),
    appraisal: facts.appraisals[code] ?? null,
  };
}

/** Every leaf that counts for the unit's kind, with what was lost there and why. */
export function leafResults(computed: Computed, unit: RankedUnit): z.infer<typeof leafResult>[] {
  const { facts, outcome } = computed;
  const row = outcomeIndex(outcome);
  const scores = scoresByCell(facts);
  const families = familyOfNodes(facts);
  return leavesOf(facts, unit.kind).map((leaf: Indicator) => {
    const score = scores.get(cellKey(unit.code, leaf.code));
    const marks = score?.marks ?? null;
    const fullMarks = leaf.role === 'veto' ? 0 : Number(leaf.marks[unit.kind] ?? 0);
    const loses = leaf.role === 'score' && score?.state === 'scored' && marks !== null;
    const node = row(unit.code, leaf.code);
    const missed = facts.method.scale - (node?.score ?? facts.method.scale);
    return {
      code: leaf.code,
      name: leaf.name,
      family: families.get(leaf.code) ?? leaf.code,
      role: leaf.role,
      fullMarks,
      state: score?.state ?? 'unscored',
      marks,
      // Differences of decimals carry binary dust; the database keeps ten decimals of marks.
      lost: loses ? roundHalfUp(fullMarks - marks, 10) : 0,
      lostPoints: loses ? missed * (node?.weight ?? 0) : 0,
      reason: score?.reason ?? '',
      evidence: [...(score?.evidence ?? [])],
      ruleText: leaf.ruleText,
      clauses: leaf.clauses,
      quote: leaf.quote,
    };
  });
}
