import type { AppealFigures, AppealImpact } from '@gongping/contracts';
import { openResults, ROOT, type EngineInput, type Results, type Score } from '@gongping/scoring';
import type { RoundFacts } from '../results/round-facts.ts';

/** The figures of a unit and a score in results. */
export function figuresOf(
  results: Results,
  { unit, marks }: { unit: string; marks: string | null },
): AppealFigures {
  const { score, band, rank } = results.row(unit, ROOT);
  return { marks, total: score, band, rank };
}

export interface Change {
  readonly unit: string;
  readonly before: string | null;
  /** Marks as a decimal; null where the leaf does not apply. */
  readonly after: string | null;
  /** What the engine is told; null where nothing changes. */
  readonly score: Score | null;
}

/**
 * What one changed score does: the unit's figures before and after, and the others whose rank moves. Only what depends
 * on the score is computed again, which gives what computing everything would.
 *
 * @throws ScoringInputError where the round cannot be computed
 */
export function impactOf(input: EngineInput, units: RoundFacts['units'], change: Change): AppealImpact {
  const live = openResults(input);
  const old = live.results;
  const before = figuresOf(old, { unit: change.unit, marks: change.before });
  const others = units.filter(({ code }) => code !== change.unit);
  const ranks = new Map(others.map(({ code }) => [code, old.row(code, ROOT)]));
  if (change.score) live.revise(change.score);
  const after = figuresOf(live.results, { unit: change.unit, marks: change.after });
  const kind = units.find(({ code }) => code === change.unit)?.kind;
  const moved = others
    .filter((other) => other.kind === kind)
    .flatMap(({ code, name }) => {
      const from = ranks.get(code);
      const to = live.results.row(code, ROOT);
      const overtaken = leads(before.total, from?.score) < 1 && leads(after.total, to.score) === 1;
      if (from?.rank === to.rank && !overtaken) return [];
      return [{ code, name, from: from?.rank ?? null, to: to.rank, overtaken }];
    })
    .sort((a, b) => (a.from ?? Infinity) - (b.from ?? Infinity));
  return { before, after, moved };
}

/** 1 where the first is ahead, 0 level, −1 behind; without both figures nobody is ahead. */
function leads(one: number | null, other: number | null | undefined): number {
  if (one === null || other === null || other === undefined) return 0;
  return Math.sign(one - other);
}
