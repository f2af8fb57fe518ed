import type { UnitKind } from '@gongping/contracts';
import { m } from '#lib/paraglide/messages.js';

const words = {
  county: m.appraisal_kind_one_county,
  department: m.appraisal_kind_one_department,
} satisfies Record<UnitKind, () => string>;

/** The kind of one unit, for table cells. */
export function kindWord(kind: UnitKind): string {
  return words[kind]();
}
