import { blankReport, withCarryOver, type AnnualReport } from '@gongping/annual-report';
import type { Language, ReportVersion, UnitReport } from '@gongping/contracts';
import type { Database } from '@gongping/db';
import type { Actor } from '../../http/actor.ts';
import { canonicalJson } from '../../http/canonical-json.ts';
import { dayInShanghai } from '../../http/day-in-shanghai.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { ProblemError } from '../../http/problem-error.ts';
import { toUnit } from '../units/unit.service.ts';
import { checkContext, previousReport } from './check-context.ts';
import { dueDays, isArchiveYear, readTerms } from './due-days.ts';
import { openReport, reportingUnit, type OpenReport } from './report.access.ts';
import { checked, contentOf, toReading, toSource, toVersionFacts } from './report.mapper.ts';
import * as repository from './unit-report.repository.ts';
import type { DraftRow } from './unit-report.repository.ts';

interface Wanted {
  readonly unit: string;
  readonly year: number;
  readonly language: Language;
}

/** @throws ProblemError `not-found` */
export async function readUnitReport(
  deps: Pick<Dependencies, 'db' | 'clock'>,
  actor: Actor,
  wanted: Wanted,
): Promise<UnitReport> {
  const open = await openReport(deps.db, actor, wanted);
  return reportView(deps.db, open, { now: deps.clock(), language: wanted.language });
}

/** The form of a unit's year with nothing in it but what last year's report carried on. */
export function freshReport(open: OpenReport, previous: AnnualReport | null): AnnualReport {
  const { form, year, unit } = open;
  return withCarryOver(blankReport({ form, year, unit: reportingUnit(unit) }), previous);
}

/** A report as somebody may look at it; the caller has opened it. */
export async function reportView(
  db: Database,
  open: OpenReport,
  { now, language }: { now: Date; language: Language },
): Promise<UnitReport> {
  const { unit, year, form, rights } = open;
  const key = { unitId: unit.id, year };
  const row = await repository.findDraft(db, key);
  const versions = await repository.listVersions(db, key);
  const previous = await previousReport(db, key);
  const terms = await readTerms(db, year);
  const due = dueDays(unit, year, terms);
  const today = dayInShanghai(now);
  const newest = versions[0];
  const differs = row !== undefined && !(await isFiled(db, row));
  const draft = row?.draft ?? freshReport(open, previous);
  return {
    unit: toUnit(unit),
    year,
    form,
    due,
    archive: await isArchiveYear(db, year, terms),
    today,
    draft: rights.writes
      ? {
          content: contentOf(draft),
          url: row?.url ?? null,
          publishedOn: row?.publishedOn ?? null,
          revision: row?.revision ?? 0,
          updatedAt: row?.updatedAt.toISOString() ?? null,
          updatedBy: row?.updatedByName ?? null,
          source: toSource({ source: row?.source ?? null, sha256: row?.sourceSha256 ?? null }, language),
          differs,
        }
      : null,
    reading: rights.writes ? toReading(row?.reading ?? null, row?.readingSha256 ?? null, language) : null,
    versions: versions.map((version) => toVersionFacts(version, language)),
    previous:
      previous === null ? null : { year: year - 1, form: previous.form, content: contentOf(previous) },
    writable: rights.writes && unit.filesAnnualReport,
    needsReason: newest !== undefined && today > (due.local ?? due.statutory),
  };
}

type Said = Pick<DraftRow, 'url' | 'publishedOn' | 'sourceSha256'> & { readonly report: AnnualReport };

/** What a report says, apart from when and by whom. */
export function saidBy({ report, url, publishedOn, sourceSha256 }: Said): string {
  return canonicalJson({ report, url, publishedOn, sourceSha256 });
}

/** Whether the newest version says what the draft says. */
export async function isFiled(db: Database, row: DraftRow): Promise<boolean> {
  const newest = await repository.findVersion(db, { unitId: row.unitId, year: row.year, version: null });
  if (!newest) return false;
  return saidBy({ ...newest, sourceSha256: newest.fileSha256 }) === saidBy({ ...row, report: row.draft });
}

/**
 * A report as it was filed, with what the checks find.
 * @throws ProblemError `not-found`
 */
export async function readVersion(
  { db }: Pick<Dependencies, 'db'>,
  actor: Actor,
  wanted: Wanted & { version: number },
): Promise<ReportVersion> {
  const open = await openReport(db, actor, wanted);
  const key = { unitId: open.unit.id, year: open.year };
  const row = await repository.findVersion(db, { ...key, version: wanted.version });
  if (!row) throw new ProblemError('not-found');
  const { writes, oversees } = open.rights;
  const context = await checkContext(db, { ...key, compares: oversees || !writes });
  return {
    ...toVersionFacts(row, wanted.language),
    unit: toUnit(open.unit),
    year: open.year,
    form: row.report.form,
    content: contentOf(row.report),
    ...checked(row.report, context, wanted.language),
  };
}
