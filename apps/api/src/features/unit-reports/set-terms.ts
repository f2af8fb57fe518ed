import { formOfYear } from '@gongping/annual-report';
import type { reportTerms } from '@gongping/contracts';
import type { z } from 'zod';
import { isPlatformOrganiser, type Actor } from '../../http/actor.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { ProblemError } from '../../http/problem-error.ts';
import { appendAudit } from '../audit/audit.service.ts';
import { readTerms } from './due-days.ts';
import * as repository from './unit-report.repository.ts';

type Terms = z.infer<typeof reportTerms>;

/**
 * Sets the days of the place for the reports of a year.
 * @throws ProblemError `forbidden` for somebody who does not organise the platform, `not-found`
 */
export async function setTerms(
  { db, clock }: Pick<Dependencies, 'db' | 'clock'>,
  actor: Actor,
  { year, terms, requestId }: { year: number; terms: Terms; requestId: string },
): Promise<Terms> {
  if (!isPlatformOrganiser(actor)) throw new ProblemError('forbidden');
  if (formOfYear(year) === null) throw new ProblemError('not-found');
  const now = clock();
  await db.transaction(async (tx) => {
    const { countyDay: county, departmentDay: department } = await readTerms(tx, year);
    await repository.saveTerms(tx, {
      year,
      countyDay: terms.county,
      departmentDay: terms.department,
      updatedBy: actor.id,
      updatedAt: now,
    });
    await appendAudit(tx, {
      scope: 'platform',
      at: now,
      actor,
      action: 'report.terms',
      subject: `report-terms ${year}`,
      before: { county, department },
      after: terms,
      reason: '',
      requestId,
    });
  });
  return terms;
}
