import { daysOf } from './mystery-request.mapper.ts';
import type { NewMysteryRow } from './mystery-request.repository.ts';

export type LogAction = 'add' | 'change' | 'remove';

const texts = ['identity', 'subject', 'note'] as const;

/**
 * What the audit log keeps of a change. An organiser who belongs to a unit reads that log too: so it has neither the
 * unit nor who asked for what; where such a text changed it says only that it did.
 */
export function loggedChange(before: NewMysteryRow | null, after: NewMysteryRow | null) {
  const row = after ?? before;
  if (!row) return null;
  const rewritten = texts.filter((text) => before?.[text] !== after?.[text]);
  return {
    assessmentId: row.assessmentId,
    id: row.id,
    before: before && factsOf(before),
    after: after && { ...factsOf(after), rewritten },
  };
}

function factsOf(row: NewMysteryRow) {
  const { kind, channel, form, revision } = row;
  return { kind, channel, ...daysOf(row), form, revision };
}
