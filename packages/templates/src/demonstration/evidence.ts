import { randomStream } from './random.ts';
import type { DemonstrationEvidence } from './types.ts';

const hour = 60 * 60 * 1000;

/**
 * Links to invented pages, captured in office hours (Asia/Shanghai) of the five weeks of scoring that
 * begin on 16 November.
 */
export function linksTo(
  titles: readonly string[],
  { unitCode, leafCode, year, seed }: { unitCode: string; leafCode: string; year: number; seed: number },
): readonly DemonstrationEvidence[] {
  const stream = randomStream(seed, 'evidence', unitCode, leafCode, year);
  const day = Date.UTC(year, 10, 16 + stream.integer(0, 34));
  const folder = `https://demo.example/${year}/${unitCode}/${leafCode}`.toLowerCase();
  return titles.map((title, at) => ({
    kind: 'link',
    title,
    url: `${folder}/${at + 1}`,
    capturedAt: new Date(day + hour + Math.floor((8 * stream.uniform() + at / 10) * hour)).toISOString(),
  }));
}
