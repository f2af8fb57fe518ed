import type { EngineInput, Score } from '@gongping/scoring';

/** The same weighted means and ranks, the way one writes them first: maps, lists and recursion. The baseline. */
export const computePlainly = (input: EngineInput, scores: readonly Score[]): number[] => {
  const values = new Map(scores.map(({ unit, indicator, value }) => [`${unit}/${indicator}`, value]));
  const childrenOf = (parent: string | null) => input.indicators.filter((node) => node.parent === parent);
  const children = new Map(input.indicators.map(({ code }) => [code, childrenOf(code)]));
  const scoreOf = (unit: string, nodes: readonly { code: string }[]): { score: number; part: number } => {
    let sum = 0;
    let weight = 0;
    for (const { code } of nodes) {
      const below = children.get(code) ?? [];
      const value = values.get(`${unit}/${code}`);
      const own =
        below.length > 0
          ? scoreOf(unit, below)
          : { score: typeof value === 'number' ? value : 0, part: typeof value === 'number' ? 1 : 0 };
      sum += own.score * own.part;
      weight += own.part;
    }
    return { score: weight === 0 ? 0 : sum / weight, part: weight / nodes.length };
  };
  const top = childrenOf(null);
  const totals = input.units.map(({ code }) => scoreOf(code, top).score);
  const sorted = [...totals].sort((a, b) => b - a);
  return totals.map((total) => sorted.indexOf(total) + 1);
};
