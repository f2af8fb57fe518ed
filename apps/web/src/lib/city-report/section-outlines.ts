import type { SectionNumber } from '@gongping/annual-report';
import { m } from '#lib/paraglide/messages.js';

/** What a section is about, as the notice of its form asks for it: shown while the section is empty. */
export const sectionHints: Readonly<Record<SectionNumber, () => string>> = {
  1: m.cityreport_hint_1,
  2: m.cityreport_hint_2,
  3: m.cityreport_hint_3,
  4: m.cityreport_hint_4,
  5: m.cityreport_hint_5,
  6: m.cityreport_hint_6,
};
