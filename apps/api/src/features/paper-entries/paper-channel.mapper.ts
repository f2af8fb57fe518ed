import type { paperChannel } from '@gongping/contracts';
import type { z } from 'zod';

interface Row {
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly paused: boolean;
  readonly quota: number | null;
}

/** @param round answers that count so far by this channel, and the phase that the round is in */
export function toPaperChannel(
  { code, nameZh, nameEn, paused, quota }: Row,
  { taken, phase }: { taken: number; phase: string },
): z.infer<typeof paperChannel> {
  const isFull = quota !== null && taken >= quota;
  const state = phase === 'published' ? 'closed' : isFull ? 'full' : paused ? 'paused' : 'open';
  return { code, nameZh, nameEn, state };
}
