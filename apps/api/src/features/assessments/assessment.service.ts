import type { Assessment, AssessmentSummary, effectiveMarks } from '@gongping/contracts';
import type { Database } from '@gongping/db';
import type { z } from 'zod';
import type { Actor } from '../../http/actor.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { ProblemError } from '../../http/problem-error.ts';
import { listSystemIndicators } from '../indicator-systems/indicator-system.service.ts';
import { everyRole, visibleAssessment } from './assessment.access.ts';
import { toAssessment, toAssessmentSummary } from './assessment.mapper.ts';
import * as repository from './assessment.repository.ts';
import { effectiveMarksOf } from './effective-marks.ts';

/** The assessments in which the person has a role, newest year first. */
export async function listAssessments(
  { db }: Pick<Dependencies, 'db'>,
  actor: Actor,
): Promise<AssessmentSummary[]> {
  const scopes = actor.grants.map(({ assessmentId }) => assessmentId);
  const ids = scopes.includes(null) ? null : scopes.filter((scope) => scope !== null);
  const rows = await repository.listAssessments(db, ids);
  return rows.map(({ unitCount, ...row }) => toAssessmentSummary(row, unitCount));
}

/** @throws ProblemError `not-found` */
export async function getAssessment(
  { db }: Pick<Dependencies, 'db'>,
  actor: Actor,
  slug: string,
): Promise<Assessment> {
  return readAssessment(db, await visibleAssessment(db, actor, { slug, roles: everyRole }));
}

/** An assessment with its units and effective marks: two queries. */
export async function readAssessment(db: Database, row: repository.AssessmentRow): Promise<Assessment> {
  const units = await repository.listAssessmentUnits(db, row.id);
  return toAssessment(row, { units, indicators: await listSystemIndicators(db, row.indicatorSystemId) });
}

/**
 * What each family would be worth with some indicators switched off.
 * @throws ProblemError `not-found` where there is no such system
 */
export async function previewEffectiveMarks(
  { db }: Pick<Dependencies, 'db'>,
  wanted: { indicatorSystemId: string; excludedIndicators: string[] },
): Promise<z.infer<typeof effectiveMarks>[]> {
  const indicators = await listSystemIndicators(db, wanted.indicatorSystemId);
  if (indicators.length === 0) throw new ProblemError('not-found');
  return effectiveMarksOf(indicators, wanted.excludedIndicators);
}
