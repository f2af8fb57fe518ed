import type { Assessment, AssessmentSettings, Language } from '@gongping/contracts';
import { statutoryTerms, type Database } from '@gongping/db';
import { isPlatformOrganiser, type Actor } from '../../http/actor.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { newId } from '../../http/new-id.ts';
import { ProblemError } from '../../http/problem-error.ts';
import { appendAudit } from '../audit/audit.service.ts';
import { createSurvey } from '../surveys/survey.service.ts';
import { storedSettings } from './assessment-settings.ts';
import * as repository from './assessment.repository.ts';
import { readAssessment } from './assessment.service.ts';
import { validateSettings } from './validate-settings.ts';

/**
 * Creates an assessment with its survey.
 * @throws ProblemError `forbidden` for somebody who does not organise the platform, `invalid-input`
 */
export async function createAssessment(
  { db, clock }: Dependencies,
  actor: Actor,
  args: { settings: AssessmentSettings; language: Language; requestId: string },
): Promise<Assessment> {
  if (!isPlatformOrganiser(actor)) throw new ProblemError('forbidden');
  const { settings, language, requestId } = args;
  const now = clock();
  return db.transaction(async (tx) => {
    await validateSettings(tx, settings, { language, keptUnitIds: [] });
    const row = await addAssessment(tx, settings, now);
    await appendAudit(tx, {
      scope: row.id,
      at: now,
      actor,
      action: 'assessment.create',
      subject: 'assessment',
      after: settings,
      reason: '',
      requestId,
    });
    return readAssessment(tx, row);
  });
}

/** Puts an assessment in, in the planning phase, with its units and survey. The settings have been checked. */
async function addAssessment(
  tx: Database,
  settings: AssessmentSettings,
  now: Date,
): Promise<repository.AssessmentRow> {
  const slug = freeSlug(settings.year, await repository.lockSlugsOfYear(tx, settings.year));
  const row: repository.AssessmentRow = {
    ...storedSettings(settings),
    id: newId(now),
    slug,
    phase: 'plan',
    published: false,
    requestTerms: statutoryTerms,
    demonstration: false,
    revision: 1,
    createdAt: now,
  };
  await repository.insertAssessment(tx, row, settings.unitIds);
  const { id: assessmentId, title, phaseDates } = row;
  await createSurvey(tx, { assessmentId, slug, title, phaseDates, now });
  return row;
}

function freeSlug(year: number, taken: readonly string[]): string {
  let slug = String(year);
  for (let number = 2; taken.includes(slug); number += 1) slug = `${year}-${number}`;
  return slug;
}
