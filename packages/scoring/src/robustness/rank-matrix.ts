import type { Model } from '../model.ts';

/** Ranks of every unit in a range of draws. */
export interface RankMatrix {
  /** First draw. */
  readonly from: number;
  readonly draws: number;
  /**
   * Unit × draw (place = unit × draws + draw − from): the rank times `ranksPerPlace`, 0 where the unit has no rank.
   */
  readonly ranks: Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer>;
}

/** Under `average` ranks can be halves, so they are kept twofold as whole numbers. */
export const ranksPerPlace = ({ method }: Model): 1 | 2 => (method.ranking.ties === 'average' ? 2 : 1);

/** Bytes that hold every rank of the model. */
export const rankBytes = (model: Model): 2 | 4 =>
  ranksPerPlace(model) * model.units.length < 0x1_0000 ? 2 : 4;

export const emptyRankMatrix = (
  model: Model,
  { from, draws }: { readonly from: number; readonly draws: number },
): RankMatrix => {
  const size = model.units.length * draws;
  const ranks = rankBytes(model) === 2 ? new Uint16Array(size) : new Uint32Array(size);
  return { from, draws, ranks };
};

/** Copies a part into the whole at its draws. */
export const placeRanks = (whole: RankMatrix, part: RankMatrix): void => {
  const units = part.draws === 0 ? 0 : part.ranks.length / part.draws;
  for (let unit = 0; unit < units; unit += 1) {
    const row = part.ranks.subarray(unit * part.draws, (unit + 1) * part.draws);
    whole.ranks.set(row, unit * whole.draws + part.from - whole.from);
  }
};
