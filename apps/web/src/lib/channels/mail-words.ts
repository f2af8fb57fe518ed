import type { InvitationMailState } from '@gongping/contracts';
import { m } from '#lib/paraglide/messages.js';

const states = {
  none: m.mailing_none,
  waiting: m.mailing_waiting,
  sent: m.mailing_sent,
  failed: m.mailing_failed,
} satisfies Record<InvitationMailState, () => string>;

export const mailStateWord = (state: InvitationMailState): string => states[state]();

/** What went wrong, and what to do, from the code of a failure: `EENVELOPE 550`. */
export function failureSentence(failure: string, isGivenUp: boolean): string {
  const reason = reasonOf(failure);
  return isGivenUp ? reason : m.mailing_retried({ reason });
}

const unreachable = new Set(['ECONNECTION', 'ETIMEDOUT', 'ESOCKET', 'EDNS', 'ETLS']);

function reasonOf(failure: string): string {
  const [name = '', status = ''] = failure.split(' ');
  const code = status === '' ? name : status;
  if (name === 'EAUTH') return m.mailing_reason_signin();
  if (status.startsWith('4')) return m.mailing_reason_busy({ code });
  if (name === 'EENVELOPE') return m.mailing_reason_address({ code });
  if (name === 'EMESSAGE') return m.mailing_reason_message({ code });
  if (unreachable.has(name)) return m.mailing_reason_connection();
  return m.mailing_reason_unknown({ code });
}
