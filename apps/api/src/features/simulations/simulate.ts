import type { Indicator, Simulation, UnitKind } from '@gongping/contracts';
import { computeResults, ROOT, type Results } from '@gongping/scoring';
import { engineInput } from '../results/engine-input.ts';
import type { RoundFacts, ScoreFacts } from '../results/round-facts.ts';

type Leaf = Simulation['withoutScores'][number];

/**
 * The scores of a round through another tree, by the codes of the leaves. Where the full marks differ a score keeps its
 * share of them; what has no counterpart of the same role is left out on either side and listed.
 *
 * @param facts of the round, whose method leaves out what is unscored
 * @param indicators the nodes of the other tree that count, parents before children
 * @throws ScoringInputError where one of the two cannot be computed
 */
export function simulate(facts: RoundFacts, indicators: readonly Indicator[]): Simulation {
  const before = new Map(leavesAmong(facts.indicators).map((leaf) => [leaf.code, leaf]));
  const after = new Map(leavesAmong(indicators).map((leaf) => [leaf.code, leaf]));
  const kindOf = new Map(facts.units.map(({ code, kind }) => [code, kind]));
  const scores = facts.scores.flatMap((score) => {
    const [from, to, kind] = [
      before.get(score.indicator),
      after.get(score.indicator),
      kindOf.get(score.unit),
    ];
    return from && to && kind && isCounterpart(from, to, kind) ? [carried(score, { from, to, kind })] : [];
  });
  const simulated = { ...facts, indicators, scores };
  const carriedLeaves = [...before.values()].filter(({ code, role }) => after.get(code)?.role === role);
  return {
    round: { slug: facts.slug, title: facts.title },
    groups: groupsOf(facts, computeResults(engineInput(facts)), computeResults(engineInput(simulated))),
    carried: carriedLeaves.length,
    marksDiffer: carriedLeaves.filter(({ code, marks }) => {
      const other = after.get(code)?.marks;
      return kindsOf(facts).some((kind) => isMarkDifferent(marks[kind], other?.[kind] ?? null));
    }).length,
    withoutScores: lacking(after, before, simulated),
    dropped: lacking(before, after, facts),
  };
}

interface Counterparts {
  readonly from: Indicator;
  readonly to: Indicator;
  readonly kind: UnitKind;
}

function isCounterpart(from: Indicator, to: Indicator, kind: UnitKind): boolean {
  return from.role === to.role && from.unitKinds.includes(kind) && to.unitKinds.includes(kind);
}

/** A veto is triggered or not, whatever the marks. */
function carried(score: ScoreFacts, { from, to, kind }: Counterparts): ScoreFacts {
  const [before, after] = [Number(from.marks[kind]), Number(to.marks[kind])];
  if (score.marks === null || to.role === 'veto' || before === after) return score;
  return { ...score, marks: before === 0 ? 0 : (score.marks / before) * after };
}

function isMarkDifferent(before: string | null, after: string | null): boolean {
  return before !== null && after !== null && Number(before) !== Number(after);
}

/** Leaves of one tree that have no counterpart in the other, with the kinds of the round's units that lack it. */
function lacking(
  leaves: ReadonlyMap<string, Indicator>,
  others: ReadonlyMap<string, Indicator>,
  facts: RoundFacts,
): Leaf[] {
  const kinds = kindsOf(facts);
  return [...leaves.values()].flatMap((leaf) => {
    const other = others.get(leaf.code);
    const without = kinds.filter(
      (kind) => leaf.unitKinds.includes(kind) && !(other && isCounterpart(leaf, other, kind)),
    );
    return without.length === 0 ? [] : [{ code: leaf.code, name: leaf.name, kinds: without }];
  });
}

function groupsOf(facts: RoundFacts, before: Results, after: Results): Simulation['groups'] {
  const standing = (results: Results, unit: string) => {
    const { score, rank, band } = results.row(unit, ROOT);
    return { total: score, rank, band };
  };
  return kindsOf(facts).map((kind) => ({
    kind,
    units: facts.units
      .filter((unit) => unit.kind === kind)
      .map(({ code, name }) => ({
        code,
        name,
        before: standing(before, code),
        after: standing(after, code),
      }))
      .toSorted((a, b) => (a.after.rank ?? Infinity) - (b.after.rank ?? Infinity) || compare(a.code, b.code)),
  }));
}

function leavesAmong(indicators: readonly Indicator[]): Indicator[] {
  return indicators.filter(({ rule }) => rule !== null);
}

function kindsOf({ units }: RoundFacts): UnitKind[] {
  return (['county', 'department'] as const).filter((kind) => units.some((unit) => unit.kind === kind));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
