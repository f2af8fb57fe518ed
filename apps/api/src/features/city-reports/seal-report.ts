import { boundKeys, composeReport, renew, type AnnualReport } from '@gongping/annual-report';
import manifest from '../../../package.json' with { type: 'json' };
import { annualReportOf, type DraftReport } from './draft-report.ts';
import { standingExplanations } from './ready-findings.ts';
import type { SealedCityReport } from './sealed-report.ts';
import { sectionBlocks } from './section-blocks.ts';
import type { YearFigures } from './year-figures.ts';

/** The report as it would be published now. */
export function seal(
  { draft, now, previous }: { draft: DraftReport; now: YearFigures; previous: AnnualReport | undefined },
  as: { version: number; reason: string; at: Date; demonstration: boolean },
): SealedCityReport {
  const keys = boundKeys(draft.content.text);
  const current = now.values;
  // Values that are still right are of the newest publication now, whatever they were bound to first.
  const same = keys.filter((key) => draft.bindings[key]?.value === current[key]);
  const bindings = renew(same, { bindings: draft.bindings, current, source: sourceOf(now) });
  const report = annualReportOf(draft);
  const labels = new Map(now.figures.map(({ key, label }) => [key, label]));
  return {
    format: 1,
    generator: `gongping ${manifest.version}`,
    version: as.version,
    reason: as.reason,
    publishedAt: as.at.toISOString(),
    demonstration: as.demonstration,
    report: composeReport(report, bindings),
    sections: sectionBlocks({ report, bindings, tables: now.tables }),
    figures: keys.flatMap((key) => {
      const binding = bindings[key];
      return binding ? [{ key, label: labels.get(key) ?? { zh: key, en: key }, ...binding }] : [];
    }),
    source: keys.length === 0 ? null : now.source,
    explanations: standingExplanations({ draft, previous }),
    summed: draft.content.summed,
  };
}

function sourceOf({ source }: YearFigures) {
  return source && { slug: source.slug, version: source.version, sha256: source.sha256 };
}
