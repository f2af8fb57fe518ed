import type { FrozenPage, LivePage } from '@gongping/contracts';
import { formatDateTime } from '#lib/format/date.ts';
import { m } from '#lib/paraglide/messages.js';

/** Where things stand with a kept page, in a sentence. */
export function pageSentence({ fetchedAt, live }: FrozenPage): string {
  const time = formatDateTime(fetchedAt);
  if (live === null) return m.page_sentence_unchecked({ time });
  const { state, added, removed } = live;
  const checked = formatDateTime(live.checkedAt);
  if (state === 'same') return m.page_sentence_same({ time, checked });
  if (state === 'gone') return m.page_sentence_gone({ time, checked, why: whyGone(live) });
  if (added + removed === 0) return m.page_sentence_order({ time, checked });
  return m.page_sentence_changed({ time, checked, added, removed });
}

function whyGone({ status, failure }: LivePage): string {
  return failure === null ? m.page_failure_status({ status: status ?? 0 }) : failures[failure]();
}

const failures: Record<NonNullable<LivePage['failure']>, () => string> = {
  address: m.page_failure_address,
  port: m.page_failure_port,
  private: m.page_failure_private,
  'no-host': m.page_failure_no_host,
  unreachable: m.page_failure_unreachable,
  certificate: m.page_failure_certificate,
  timeout: m.page_failure_timeout,
  'too-large': m.page_failure_too_large,
  'too-many-redirects': m.page_failure_too_many_redirects,
  broken: m.page_failure_broken,
};
