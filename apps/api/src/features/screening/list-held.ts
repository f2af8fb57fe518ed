import type { HeldList, HeldQuery, HeldResponse } from '@gongping/contracts';
import type { Actor } from '../../http/actor.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { visibleAssessment } from '../assessments/assessment.access.ts';
import { surveyOf } from '../surveys/survey.service.ts';
import * as repository from './held.repository.ts';

const pageSize = 50;
/** Decisions that are offered to be undone. */
const decisionsShown = 5;

/** Answers that are held, or were, for the organiser. @throws ProblemError `not-found`, `forbidden` */
export async function listHeld(
  { db }: Dependencies,
  actor: Actor,
  { slug, query: { page, ...filter } }: { slug: string; query: HeldQuery },
): Promise<HeldList> {
  const assessment = await visibleAssessment(db, actor, { slug, roles: ['organiser'] });
  const { id: surveyId } = await surveyOf(db, assessment.id);
  const offset = (page - 1) * pageSize;
  const rows = await repository.listHeld(db, { surveyId, filter, offset, limit: pageSize });
  const bySign = await repository.countBySign(db, surveyId, filter.state);
  const origins = [...new Set(rows.flatMap(({ origin }) => origin ?? []))];
  const counted = origins.length === 0 ? [] : await repository.countByOrigin(db, surveyId, origins);
  const decisions = await repository.listDecisions(db, surveyId, decisionsShown);
  const alike = new Map(counted.map(({ origin, responses }) => [origin, responses]));
  return {
    responses: rows.map((row) => toHeld(row, alike)),
    total: await repository.countHeld(db, surveyId, filter),
    page,
    pageSize,
    decisions: decisions.map(({ decidedAt, undoneAt, ...decision }) => ({
      ...decision,
      at: decidedAt.toISOString(),
      undone: undoneAt !== null,
    })),
    bySign: Object.fromEntries(bySign.map(({ sign, responses }) => [sign, responses])),
  };
}

function toHeld({ origin, ...row }: repository.HeldRow, alike: ReadonlyMap<string, number>): HeldResponse {
  return {
    ...row,
    // What an earlier version of the product wrote is shown by its code, whatever it is.
    signs: row.signs as HeldResponse['signs'],
    answers: Object.fromEntries(
      Object.entries(row.answers).map(([code, answer]) => [
        code,
        typeof answer === 'string' ? answer : [...answer],
      ]),
    ),
    submittedAt: row.submittedAt.toISOString(),
    alike: origin === null ? null : (alike.get(origin) ?? null),
  };
}
