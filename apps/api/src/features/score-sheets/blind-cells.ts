import type { Slot } from '@gongping/contracts';
import type { UnitRow } from '../units/unit.service.ts';
import { cellsOf, type Sheets } from './sheets.access.ts';

/** A family of a unit that somebody rates as one of two, before both have handed it in. */
export interface BlindFamily {
  readonly unit: UnitRow;
  readonly family: string;
  /** The person's own place. */
  readonly own: Slot;
}

/** Where the person may not learn anything of the other rater yet, whatever other role the person has. */
export function blindFamilies({ frame, leaves, sight }: Sheets): BlindFamily[] {
  return frame.units.flatMap((unit) => {
    const families = new Map<string, BlindFamily>();
    for (const { leaf } of cellsOf(leaves, unit)) {
      const own = sight.slotOf(unit.id, leaf);
      if (own === null || !sight.isBlind(unit.id, leaf)) continue;
      const family = sight.familyOf(unit.id, leaf);
      families.set(family, { unit, family, own });
    }
    return [...families.values()];
  });
}
