import type { Slot } from '@gongping/contracts';
import type { UnitRow } from '../units/unit.service.ts';
import { partsOf, type Sheets } from './sheets.access.ts';

/** A family of a unit that somebody rates as one of two, before both have handed it in. */
export interface BlindFamily {
  readonly unit: UnitRow;
  readonly family: string;
  /** The person's own place. */
  readonly own: Slot;
}

/** Where the person may not learn anything of the other rater yet, whatever other role the person has. */
export function blindFamilies(sheets: Sheets): BlindFamily[] {
  return sheets.frame.units.flatMap((unit) => {
    const families = new Map<string, BlindFamily>();
    for (const { head, slot: own, blind } of partsOf(sheets, unit)) {
      if (own === null || !blind) continue;
      const family = sheets.sight.familyOf(unit.id, head.leaf);
      families.set(family, { unit, family, own });
    }
    return [...families.values()];
  });
}
