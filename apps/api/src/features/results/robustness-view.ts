import type { Robustness, UnitRobustness } from '@gongping/contracts';
import { TIE_CONFIDENCE } from '@gongping/scoring';
import type { RobustnessResults, UnitRobustness as UnitRanks } from '@gongping/scoring';

/** The engine's figures as they are answered. */
export function robustnessView({ options, groups, scenarios }: RobustnessResults): Robustness {
  const { draws, seed, spread } = options;
  return {
    draws,
    seed,
    spread,
    groups: groups.map(({ group, units }) => ({
      group,
      units: units.map((unit) => unitView(unit, draws)),
    })),
    scenarios: scenarios.map(({ scenario, node, units }) => ({
      scenario,
      family: node,
      units: units.map(({ unit, rank, total }) => ({ code: unit, rank, total })),
    })),
  };
}

function unitView(ranks: UnitRanks, draws: number): UnitRobustness {
  const { unit, rank, mean, median, q5, q95, aheadOfPrevious, aheadOfNext, tie } = ranks;
  const levelWithPrevious = aheadOfPrevious !== null && 1 - aheadOfPrevious < TIE_CONFIDENCE;
  const shares = rankShares(ranks, draws);
  return { code: unit, rank, mean, median, q5, q95, ranks: shares, aheadOfNext, tie, levelWithPrevious };
}

/** Counts lie in even steps from the best rank to the worst: whole ranks, or halves where ties share a mean rank. */
function rankShares({ best, worst, counts }: UnitRanks, draws: number): UnitRobustness['ranks'] {
  const step = counts.length > 1 ? (worst - best) / (counts.length - 1) : 0;
  return [...counts].flatMap((count, at) =>
    count === 0 ? [] : [{ rank: best + at * step, share: count / draws }],
  );
}
