import type { Band, Method } from './method.ts';
import { roundHalfUp } from './round.ts';
import type { UnbandedTotal, UnitTotal } from './unit-total.ts';

/** The band with the highest minimum that the total reaches; null below all of them. */
export const bandOf = (total: number, method: Method): Band | null => {
  if (method.bands.length === 0) return null;
  const printed = method.bandBasis === 'rounded' ? roundHalfUp(total, method.decimals) : total;
  let best: Band | null = null;
  for (const band of method.bands) {
    if (printed >= band.minimum && (best === null || band.minimum > best.minimum)) best = band;
  }
  return best;
};

/**
 * Band earned and, after a triggered veto, the veto's band where that is the lower of the two. A veto changes the
 * band and nothing else: the score and the rank stay what was measured.
 */
export const withBand = (unbanded: UnbandedTotal, method: Method): UnitTotal => {
  const { total, vetoes } = unbanded;
  const earned = total === null ? null : bandOf(total, method);
  const ceiling = method.bands.find(({ code }) => code === method.veto?.band);
  const lowered = vetoes.length > 0 && ceiling !== undefined && earned !== null;
  const band = lowered && ceiling.minimum < earned.minimum ? ceiling : earned;
  return { ...unbanded, bandEarned: earned?.code ?? null, band: band?.code ?? null };
};
