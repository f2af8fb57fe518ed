import type { UnitKind } from '@gongping/contracts';
import { m } from '#lib/paraglide/messages.js';

const words = {
  county: m.appraisal_kind_county,
  department: m.appraisal_kind_department,
} satisfies Record<UnitKind, () => string>;

export function kindWord(kind: UnitKind): string {
  return words[kind]();
}
