import type { CheckCode } from '@gongping/contracts';
import { m } from '#lib/paraglide/messages.js';

/** What each standing check is called, and what to do about what it finds. */
export const checkWords: Readonly<Record<CheckCode, { name: () => string; advice: () => string }>> = {
  'conflict-of-interest': { name: m.checks_conflict, advice: m.checks_conflict_advice },
  'lost-without-reason': { name: m.checks_lost, advice: m.checks_lost_advice },
  'na-without-reason': { name: m.checks_na_reason, advice: m.checks_na_reason_advice },
  'contradictory-evidence': { name: m.checks_contradictory, advice: m.checks_contradictory_advice },
  'na-not-approved': { name: m.checks_na_approval, advice: m.checks_na_approval_advice },
  'full-without-evidence': { name: m.checks_full, advice: m.checks_full_advice },
  'same-for-all': { name: m.checks_same, advice: m.checks_same_advice },
  'copied-reasons': { name: m.checks_copied, advice: m.checks_copied_advice },
  'dead-link': { name: m.checks_dead, advice: m.checks_dead_advice },
};
