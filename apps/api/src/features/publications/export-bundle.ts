import type { Database } from '@gongping/db';
import { describeProblem, ScoringInputError } from '@gongping/scoring';
import { refusal } from '../../tables/run-import.ts';
import { gatherFacts } from '../results/gather-facts.ts';
import { computeOutcome } from '../results/outcome.ts';
import { namedAssessment } from '../score-sheets/exchanged-round.ts';
import { bundleFiles, DEMONSTRATION } from './bundle-files.ts';

export interface ExportedBundle {
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Rows of each table. */
  readonly rows: Readonly<Record<string, number>>;
}

/**
 * A round as it stands as a bundle, which computes to the ranking that its organiser sees: what is unscored is left
 * out.
 *
 * @throws TablesError where there is no such assessment, or it cannot be computed yet
 */
export async function exportBundle(db: Database, slug: string): Promise<ExportedBundle> {
  const assessment = await namedAssessment(db, slug);
  const stored = await gatherFacts(db, assessment, { evidence: 'all' });
  const facts = { ...stored, method: { ...stored.method, unscored: 'exclude' } as const };
  const mark = facts.demonstration ? `（${DEMONSTRATION}）` : '';
  try {
    const about = {
      name: `gongping-${facts.slug}-live${facts.demonstration ? '-demonstration' : ''}`,
      title: `${facts.title} 未公布${mark}`,
      licence: assessment.licence,
    };
    const outcome = computeOutcome(facts);
    const { units, indicators, scores } = facts;
    return {
      files: bundleFiles({ facts, outcome }, about),
      rows: {
        units: units.length,
        indicators: indicators.length,
        scores: scores.length,
        results: outcome.rows.length,
      },
    };
  } catch (error) {
    const first = error instanceof ScoringInputError ? error.problems[0] : undefined;
    if (first === undefined) throw error;
    throw refusal({
      zh: `评估“${slug}”目前无法计算：${describeProblem(first, 'zh')}`,
      en: `The assessment “${slug}” cannot be computed yet: ${describeProblem(first, 'en')}`,
    });
  }
}
