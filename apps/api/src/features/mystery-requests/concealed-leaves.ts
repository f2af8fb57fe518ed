import type { Language } from '@gongping/contracts';
import type { Database } from '@gongping/db';
import type { AssessmentRow } from '../assessments/assessment-frame.ts';
import { isDisclosed } from './log.access.ts';
import * as repository from './mystery-request.repository.ts';
import { logLeaves } from './propose.ts';

/** What a unit is told in place of a reason; it says nothing of why. */
export const concealedReason = {
  zh: '扣分理由和佐证材料在终评后告知。',
  en: 'The reason and the evidence are told once the assessment is final.',
} as const satisfies Record<Language, string>;

/**
 * Codes of the leaves whose reasons and evidence a unit does not learn before the assessment is final, as they would
 * tell it that it was asked under another name. Where the round has a log at all they are kept from every unit, also
 * from those that nobody asked: otherwise their absence would tell.
 */
export async function concealedLeaves(
  db: Database,
  { id, phase }: Pick<AssessmentRow, 'id' | 'phase'>,
): Promise<ReadonlySet<string>> {
  if (isDisclosed(phase)) return new Set();
  const kinds = await repository.listKinds(db, id);
  return new Set(
    Object.keys(logLeaves).filter((code) => kinds.some((kind) => kind === logLeaves[code]?.kind)),
  );
}
