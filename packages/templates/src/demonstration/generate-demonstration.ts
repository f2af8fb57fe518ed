import { people } from './people.ts';
import { scoredSoFar } from './progress.ts';
import { respondAbout } from './respond.ts';
import { scoreUnit } from './score-unit.ts';
import type { Demonstration, DemonstrationOptions } from './types.ts';

/**
 * Invented, plausible data of one assessment year: accounts, every unit's scores with reasons and
 * evidence, and the answers of the public.
 *
 * Pure and deterministic: the same options give deeply equal data, and a year does not depend on
 * another having been generated.
 * @throws RangeError where completeness is outside 0…1, or a leaf is one the demonstration does not know
 */
export function generateDemonstration(options: DemonstrationOptions): Demonstration {
  const { units, seed, year, completeness = 1 } = options;
  if (!(completeness >= 0 && completeness <= 1)) {
    throw new RangeError(`completeness must lie between 0 and 1, not ${completeness}`);
  }
  const scores = units.flatMap((unit) =>
    scoredSoFar(scoreUnit(unit, options), completeness, { unitCode: unit.code, seed }),
  );
  const responses = units
    .flatMap((unit) => respondAbout(unit, options))
    // ISO times compare as text; the unit settles a tie so that the order is one and the same everywhere.
    .sort((a, b) => {
      const [first, second] = [a.submittedAt + a.unitCode, b.submittedAt + b.unitCode];
      if (first === second) return 0;
      return first < second ? -1 : 1;
    });
  return { year, people, scores, responses };
}
