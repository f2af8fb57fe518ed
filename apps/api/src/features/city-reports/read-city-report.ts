import type { AnnualReport } from '@gongping/annual-report';
import type { CityReport, CityReportVersion } from '@gongping/contracts';
import type { Database } from '@gongping/db';
import type { Actor } from '../../http/actor.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { archiveOf } from './archived-report.ts';
import { organisersOnly } from './city-report.access.ts';
import * as repository from './city-report.repository.ts';
import { draftOf, emptyContent, formOf } from './draft-report.ts';
import { parseSealed } from './sealed-report.ts';
import { yearFigures } from './year-figures.ts';

type Deps = Pick<Dependencies, 'db' | 'memory'>;

/** The report of a year as it is being written; an empty one before anything was kept. @throws ProblemError `not-found` */
export async function readCityReport(deps: Deps, actor: Actor, year: number): Promise<CityReport> {
  const { demonstration } = await organisersOnly(deps.db, actor, year);
  return viewOf(deps, { year, demonstration });
}

/** The view of a year's report for somebody who may see it. */
export async function viewOf(
  deps: Deps,
  { year, demonstration }: { year: number; demonstration: boolean },
): Promise<CityReport> {
  const { db } = deps;
  const row = await repository.findDraft(db, year);
  const { source, figures, passage } = await yearFigures(deps, year);
  return {
    year,
    form: formOf(year),
    revision: row?.revision ?? 0,
    savedAt: row?.updatedAt.toISOString() ?? null,
    savedBy: row ? await repository.displayName(db, row.updatedBy) : null,
    demonstration: row?.demonstration ?? demonstration,
    content: row ? draftOf(row).content : { ...emptyContent, authority: await usualAuthority(db) },
    bindings: row ? { ...draftOf(row).bindings } : {},
    source,
    figures: [...figures],
    passage,
    previous: await previousReport(db, year),
    versions: await listVersions(db, year),
  };
}

/** Who published last year publishes this year. */
async function usualAuthority(db: Database): Promise<string> {
  const content = (await repository.latestContent(db)) as { authority?: string } | undefined;
  return content?.authority ?? '';
}

/** Last year's report of the city: as it was published here, else as it was taken from the file published elsewhere. */
export async function previousReport(db: Database, year: number): Promise<CityReport['previous']> {
  const before = year - 1;
  const row = await repository.findPublished(db, { year: before, version: null });
  if (row) return tablesOf(parseSealed(row.sealed).report, { year: before, archive: null });
  const draft = await repository.findDraft(db, before);
  const archive = draft ? archiveOf(draft) : null;
  if (!draft || archive === null) return null;
  return tablesOf({ ...draftOf(draft).content, form: formOf(before) }, { year: before, archive });
}

/** Last year's report as this year's is compared with it. */
export async function comparable(db: Database, year: number): Promise<AnnualReport | undefined> {
  const previous = await previousReport(db, year);
  return previous ? { ...previous, unit: { name: '', kind: 'city' }, text: {} } : undefined;
}

type Previous = NonNullable<CityReport['previous']>;

function tablesOf(
  { table2, table3, table4, form }: Pick<AnnualReport, 'table2' | 'table3' | 'table4' | 'form'>,
  of: Pick<Previous, 'year' | 'archive'>,
): Previous {
  const tables = { table2: { ...table2 }, table3: { ...table3 }, table4: { ...table4 } };
  return { ...of, form, ...tables } as Previous;
}

/** Newest first. @param year of one; null for all */
export async function listVersions(db: Database, year: number | null): Promise<CityReportVersion[]> {
  const heads = await repository.listHeads(db, year);
  const newest = new Map<number, number>();
  for (const head of heads) newest.set(head.year, Math.max(head.version, newest.get(head.year) ?? 0));
  return heads.map(({ id: _id, publishedAt, ...head }) => ({
    ...head,
    publishedAt: publishedAt.toISOString(),
    current: newest.get(head.year) === head.version,
  }));
}
