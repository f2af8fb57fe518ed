import type { Evidence } from '@gongping/contracts';
import { m } from '#lib/paraglide/messages.js';

type Kept = Pick<Evidence, 'kind' | 'mediaType'>;

export function isPicture({ kind, mediaType }: Kept): boolean {
  return kind === 'file' && (mediaType?.startsWith('image/') ?? false);
}

/** Whether it is shown on the page itself: pictures, and PDF in the browser's viewer. */
export function isPreviewed(item: Kept): boolean {
  return isPicture(item) || (item.kind === 'file' && item.mediaType === 'application/pdf');
}

export function liveWord(state: NonNullable<Evidence['live']>['state']): string {
  return {
    same: m.evidence_live_same,
    changed: m.evidence_live_changed,
    gone: m.evidence_live_gone,
  }[state]();
}
