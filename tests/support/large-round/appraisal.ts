import { questionnaire } from '@gongping/contracts';
import { insertRows, schema, type Database } from '@gongping/db';
import { patternCode } from '@gongping/questionnaire';
import { questionnaire2020 } from '@gongping/templates';
import { randomUUID } from 'node:crypto';
import type { Frame } from './system.ts';

/** Answers about each unit. */
const answersAUnit = 30;

/** Every tenth answer is held. */
const heldEvery = 10;

/** The survey of a round, open, with answers about every unit. @returns its id */
export async function insertAppraisal(
  db: Database,
  { units }: Frame,
  { assessmentId, slug, now }: { assessmentId: string; slug: string; now: Date },
): Promise<string> {
  const { title, introduction, questions, method } = questionnaire2020;
  const surveyId = randomUUID();
  const asked = { title, introduction, minutes: 3, groupQuestion: method.groupQuestion, questions };
  const { encode } = patternCode(questionnaire.parse(asked));
  await db.insert(schema.surveys).values({
    id: surveyId,
    assessmentId,
    slug,
    title: title.zh,
    questionnaire: asked,
    opensAt: new Date(now.getTime() - 86_400_000),
    closesAt: new Date(now.getTime() + 86_400_000 * 30),
    revision: 1,
  });
  const rated = questions.filter(({ family }) => family !== null);
  const group = questions.find(({ code }) => code === method.groupQuestion);
  const rows = units.flatMap((unit, u) =>
    Array.from({ length: answersAUnit }, (_answer, at) => {
      const answers = {
        [method.groupQuestion]: pick(group?.options, at),
        ...Object.fromEntries(rated.map(({ code, options }, q) => [code, pick(options, u + at + q)])),
      };
      const held = at % heldEvery === 0;
      return {
        surveyId,
        id: randomUUID(),
        unitId: unit.id,
        receipt: 'LARGE',
        answers,
        pattern: encode(answers),
        state: held ? ('held' as const) : ('counted' as const),
        signs: held ? ['burst'] : [],
        bodyHash: '',
        submittedAt: now,
      };
    }),
  );
  await insertRows(db, schema.surveyResponses, rows);
  return surveyId;
}

function pick(options: readonly { code: string }[] | undefined, at: number): string {
  return options?.[at % (options.length || 1)]?.code ?? '';
}
