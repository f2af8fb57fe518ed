import type { NotApplicableState } from '@gongping/contracts';
import { m } from '#lib/paraglide/messages.js';

const words: Readonly<Record<NotApplicableState, () => string>> = {
  pending: m.na_state_pending,
  approved: m.na_state_approved,
  rejected: m.na_state_rejected,
};

/** How an N/A stands, in a word. */
export function notApplicableWord(state: NotApplicableState): string {
  return words[state]();
}

/** Approved is settled; the others ask for something. */
export const notApplicableTone = { pending: 'ochre', approved: 'neutral', rejected: 'vermilion' } as const;
