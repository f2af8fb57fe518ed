import type { BlockingFinding } from '@gongping/contracts';
import type { Database } from '@gongping/db';
import { listAppeals } from './appeal.repository.ts';

/**
 * Appeals that nobody has ruled yet: as long as there are any, nothing is published. The phase of appeals is not left
 * before; this holds for rounds that came here another way, by a restored backup or an earlier version.
 */
export async function openAppeals(
  db: Database,
  { id, slug }: { readonly id: string; readonly slug: string },
): Promise<BlockingFinding[]> {
  const appeals = await listAppeals(db, id, null);
  return appeals
    .filter(({ state }) => state === 'open')
    .map((row) => ({
      check: 'open-appeal',
      subject: row.id,
      unit: { code: row.unitCode, name: { zh: row.unitNameZh, en: row.unitNameEn } },
      indicator: { code: row.indicatorCode, name: row.indicatorName },
      sentence: {
        zh: '申诉尚未裁定，请先裁定。',
        en: 'The appeal has not been ruled; rule it first.',
      },
      path: `/work/assessments/${slug}/feedback/appeals/${row.id}`,
    }));
}
