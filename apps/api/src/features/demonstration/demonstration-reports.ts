import type { Unit } from '@gongping/contracts';
import { demonstrationReport, units2020 } from '@gongping/templates';
import { newId } from '../../http/new-id.ts';
import type { ReportDraftRow, ReportVersionRow, UserRow } from './demonstration.repository.ts';

/** Reports of the years that the rounds of 2020 and 2021 judge. */
const years = [2019, 2020] as const;

/** Units of the demonstration that have not reported for 2020: one is still writing. */
const missing: readonly string[] = ['D20', 'D21', 'D22'];
const writing = 'D20';

/** Days after the law's on which a unit published; the others were in time. */
const daysLate: Readonly<Record<string, number>> = { D08: 5, D13: 14 };
const day = 86_400_000;

/** What the units of the demonstration have filed: some late, some with contradictions, so that there is something to find. */
export function demonstrationReports(of: { units: ReadonlyMap<string, Unit>; organiser: UserRow }): {
  drafts: ReportDraftRow[];
  versions: ReportVersionRow[];
} {
  const drafts: ReportDraftRow[] = [];
  const versions: ReportVersionRow[] = [];
  const reporting = units2020.filter(({ filesAnnualReport }) => filesAnnualReport);
  for (const [position, { code, kind }] of reporting.entries()) {
    const unit = of.units.get(code);
    if (!unit) continue;
    for (const year of years) {
      const isMissing = year === 2020 && missing.includes(code);
      if (isMissing && code !== writing) continue;
      const report = demonstrationReport({ code, name: unit.name.zh, kind, year, position });
      const due = Date.parse(`${year + 1}-${kind === 'county' ? '03-31' : '01-31'}T09:00:00+08:00`);
      const late = year === 2020 ? daysLate[code] : undefined;
      const filedAt = new Date(due + (late ?? -(position % 9) - 1) * day);
      const publishedOn = filedAt.toISOString().slice(0, 10);
      const url = `https://example.gov.cn/${code.toLowerCase()}/xxgknb/${year}.html`;
      const common = { unitId: unit.id, year, demonstration: true, edited: false, source: null };
      drafts.push({
        ...common,
        draft: report,
        url: isMissing ? null : url,
        publishedOn: isMissing ? null : publishedOn,
        revision: 1,
        updatedBy: of.organiser.id,
        updatedAt: filedAt,
      });
      if (isMissing) continue;
      versions.push({
        ...common,
        id: newId(filedAt),
        version: 1,
        report,
        url,
        publishedOn,
        how: 'typed',
        fileSha256: null,
        reason: '',
        filedBy: of.organiser.id,
        filedAt,
      });
    }
  }
  return { drafts, versions };
}
