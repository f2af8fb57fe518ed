import { insertRows, schema, type Database } from '@gongping/db';
import { questionnaire2020 } from '@gongping/templates';
import { randomUUID } from 'node:crypto';
import type { Frame } from './system.ts';

/** Answers about each unit. */
const answersAUnit = 30;

/** The survey of a round, open, with answers about every unit. */
export async function insertAppraisal(
  db: Database,
  { units }: Frame,
  { assessmentId, slug, now }: { assessmentId: string; slug: string; now: Date },
): Promise<void> {
  const { title, introduction, questions, method } = questionnaire2020;
  const surveyId = randomUUID();
  await db.insert(schema.surveys).values({
    id: surveyId,
    assessmentId,
    slug,
    title: title.zh,
    questionnaire: { title, introduction, minutes: 3, groupQuestion: method.groupQuestion, questions },
    opensAt: new Date(now.getTime() - 86_400_000),
    closesAt: new Date(now.getTime() + 86_400_000 * 30),
    revision: 1,
  });
  const rated = questions.filter(({ family }) => family !== null);
  const group = questions.find(({ code }) => code === method.groupQuestion);
  const rows = units.flatMap((unit, u) =>
    Array.from({ length: answersAUnit }, (_answer, at) => ({
      surveyId,
      id: randomUUID(),
      unitId: unit.id,
      receipt: 'LARGE',
      answers: {
        [method.groupQuestion]: pick(group?.options, at),
        ...Object.fromEntries(rated.map(({ code, options }, q) => [code, pick(options, u + at + q)])),
      },
      bodyHash: '',
      submittedAt: now,
    })),
  );
  await insertRows(db, schema.surveyResponses, rows);
}

function pick(options: readonly { code: string }[] | undefined, at: number): string {
  return options?.[at % (options.length || 1)]?.code ?? '';
}
