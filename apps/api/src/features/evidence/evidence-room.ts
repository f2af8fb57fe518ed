import type { Language } from '@gongping/contracts';
import type { Database } from '@gongping/db';
import { ProblemError } from '../../http/problem-error.ts';
import type { EvidenceLimits } from './evidence-limits.ts';
import type { EvidencePlace } from './evidence-place.ts';
import * as repository from './evidence.repository.ts';

const named: Record<keyof EvidenceLimits, Record<Language, string>> = {
  unit: { zh: '一个单位', en: 'a unit' },
  assessment: { zh: '本次评估', en: 'this assessment' },
};

/**
 * Refuses a file that the unit or the assessment has no room for. A file that is there already takes none: each is
 * stored once by its content.
 *
 * @throws ProblemError `evidence-full`
 */
export async function requireRoom(
  tx: Database,
  of: {
    place: EvidencePlace;
    content: { readonly fileSha256: string | null; readonly size: number | null };
    limits: EvidenceLimits;
    language: Language;
  },
): Promise<void> {
  const { fileSha256, size } = of.content;
  if (fileSha256 === null || size === null) return;
  const { assessmentId, unit } = of.place;
  const used = await repository.usedBytes(tx, assessmentId, { unitId: unit.id, except: fileSha256 });
  for (const what of ['unit', 'assessment'] as const) {
    if (used[what] + size <= of.limits[what]) continue;
    const sizes = { limit: of.limits[what], used: used[what], size };
    const values = Object.fromEntries(
      Object.entries(sizes).map(([name, bytes]) => [name, inMegabytes(bytes)]),
    );
    throw new ProblemError('evidence-full', { values: { ...values, what: named[what][of.language] } });
  }
}

/** Rounded up, so that nothing seems to fit that does not. */
function inMegabytes(bytes: number): string {
  return `${Math.ceil((bytes / 1024 / 1024) * 10) / 10} MB`;
}
