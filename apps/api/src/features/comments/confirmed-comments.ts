import type { Appraisal, PublicComment } from '@gongping/contracts';
import type { Database } from '@gongping/db';
import type { LocalText } from '@gongping/scoring';
import { publicAppraisal } from '../appraisals/public-appraisal.ts';
import { readQuestionnaires } from '../surveys/survey-questionnaires.ts';
import { surveyWithin } from '../surveys/survey.service.ts';
import * as repository from './comment.repository.ts';
import { textItems } from './text-items.ts';

/** Words of the public as a publication keeps them: nothing else of them is ever public. */
export interface PublishedComments {
  /** The questions they answer. */
  readonly questions: readonly { readonly code: string; readonly text: LocalText }[];
  /** Groups that are named beside them. */
  readonly groups: readonly { readonly code: string; readonly label: LocalText }[];
  /** Unit by unit, in the order of random numbers. */
  readonly texts: readonly PublicComment[];
}

/**
 * Answers in words as somebody has confirmed them, of answers that count; null without a survey. A group is named only
 * where its number of answers is public too.
 */
export async function confirmedComments(
  db: Database,
  round: { readonly assessmentId: string; readonly appraisals: Readonly<Record<string, Appraisal>> },
): Promise<PublishedComments | null> {
  const survey = await surveyWithin(db, round.assessmentId);
  if (!survey) return null;
  const questionnaires = await readQuestionnaires(db, survey);
  const items = textItems(questionnaires);
  if (items.length === 0) return { questions: [], groups: [], texts: [] };
  const questions = items.map(({ code }) => code);
  const rows = await repository.listConfirmed(db, { surveyId: survey.id, questions });
  const named = namedGroups(round.appraisals);
  const texts = rows.flatMap(({ unit, version, answers, question, text }) => {
    if (text.trim() === '' || !Object.hasOwn(round.appraisals, unit)) return [];
    const group = answers[questionnaires.of(version).groupQuestion];
    const isNamed = typeof group === 'string' && named.get(unit)?.has(group) === true;
    return [{ unit, question, group: isNamed ? group : null, text: text.trim() }];
  });
  const asked = new Set(texts.map(({ question }) => question));
  return {
    questions: items.filter(({ code }) => asked.has(code)).map(({ code, text }) => ({ code, text })),
    groups: labelsOf(round.appraisals, new Set(texts.flatMap(({ group }) => group ?? []))),
    texts,
  };
}

/** Unit → groups whose number of answers about it is public. */
function namedGroups(appraisals: Readonly<Record<string, Appraisal>>): Map<string, ReadonlySet<string>> {
  return new Map(
    Object.entries(appraisals).map(([unit, appraisal]) => {
      const { groups } = publicAppraisal(appraisal);
      return [unit, new Set(groups.filter(({ received }) => received !== null).map(({ code }) => code))];
    }),
  );
}

function labelsOf(appraisals: Readonly<Record<string, Appraisal>>, groups: ReadonlySet<string>) {
  const labels = new Map<string, LocalText>();
  for (const appraisal of Object.values(appraisals))
    for (const { code, label } of appraisal.groups) if (groups.has(code)) labels.set(code, label);
  return [...labels].map(([code, label]) => ({ code, label }));
}
