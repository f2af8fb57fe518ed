import type { Band, MethodView, Ranking } from '@gongping/contracts';

/** The nodes of the template that stand outside the hundred marks. */
const bonusCode = 'X';
const vetoCode = 'V';

/** What was left out of a round: families by their code, and whether bonus or vetoes were. */
export interface Excluded {
  readonly bonus: boolean;
  readonly vetoes: boolean;
  /** Codes of further nodes, without those below a node that is left out itself. */
  readonly codes: readonly string[];
}

export function excludedOf({ excludedIndicators }: Pick<MethodView, 'excludedIndicators'>): Excluded {
  const all = new Set(excludedIndicators);
  const below = (code: string) => [...all].some((other) => code !== other && isBelow(code, other));
  const top = excludedIndicators.filter((code) => !below(code));
  return {
    bonus: all.has(bonusCode),
    vetoes: all.has(vetoCode),
    codes: top.filter((code) => code !== bonusCode && code !== vetoCode),
  };
}

/** Codes grow to the right (`D`, `D1`, `D1-2`); `D1-10` is a sibling of `D1-1`, not its child. */
function isBelow(code: string, other: string): boolean {
  return code.startsWith(other) && !/\d\d/.test(code.slice(other.length - 1, other.length + 1));
}

/** A band with the score from which the next better one begins; null for the best. */
export interface BandRange {
  readonly band: Band;
  readonly below: number | null;
}

/** Bands from the best, each with its range. */
export function bandRanges({ bands }: Pick<MethodView, 'bands'>): BandRange[] {
  const sorted = bands.toSorted((a, b) => b.minimum - a.minimum);
  return sorted.map((band, at) => ({ band, below: sorted[at - 1]?.minimum ?? null }));
}

/** Leaves that nobody scored, over all units: closed with a reason, they do not count. */
export function unscoredCount({ units }: Pick<Ranking, 'units'>): number {
  return units.reduce((sum, { unscored }) => sum + unscored, 0);
}

/** Units whose appraisal had too few answers to count. */
export function uncountedAppraisals({ units }: Pick<Ranking, 'units'>): number {
  return units.filter(({ social }) => social === null).length;
}
