import type { AppealState } from '@gongping/contracts';
import { m } from '#lib/paraglide/messages.js';

export const stateWord: Readonly<Record<AppealState, () => string>> = {
  open: m.appeals_state_open,
  withdrawn: m.appeals_state_withdrawn,
  upheld: m.appeals_state_upheld,
  partly_upheld: m.appeals_state_partly_upheld,
  rejected: m.appeals_state_rejected,
};

/** What waits for somebody stands out; what is settled does not. */
export const stateTone: Readonly<Record<AppealState, 'neutral' | 'ink' | 'ochre'>> = {
  open: 'ochre',
  withdrawn: 'neutral',
  upheld: 'ink',
  partly_upheld: 'ink',
  rejected: 'neutral',
};
