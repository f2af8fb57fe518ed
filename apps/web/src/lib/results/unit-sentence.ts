import type { LeafResult } from './lost-points.ts';
import type { UnitResult } from '@gongping/contracts';
import { localText } from '#lib/format/local-text.ts';
import { formatScore } from '#lib/format/number.ts';
import { m } from '#lib/paraglide/messages.js';

/** Where the unit stands against its peers, and where it lost most. */
export function unitSentence({ unit, medians, leaves }: UnitResult): string {
  if (unit.total === null) return m.results_unit_sentence_none();
  const clauses: string[] = [];
  if (medians.total !== null) {
    const difference = unit.total - medians.total;
    const points = formatScore(Math.abs(difference));
    clauses.push(difference >= 0 ? m.results_unit_above({ points }) : m.results_unit_below({ points }));
  }
  const worst = leaves.reduce<LeafResult | null>(
    (most, leaf) => (leaf.lostPoints > (most?.lostPoints ?? 0) ? leaf : most),
    null,
  );
  if (worst) {
    const points = formatScore(worst.lostPoints);
    clauses.push(m.results_unit_worst({ leaf: localText(worst.name), points }));
  }
  return m.results_say_whole({ clauses: clauses.join(m.results_say_join()) });
}
