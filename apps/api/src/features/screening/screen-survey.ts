import type { ScreeningSign } from '@gongping/contracts';
import type { Database } from '@gongping/db';
import { itemsOf } from '@gongping/questionnaire';
import { screenAnswers } from '@gongping/statistics';
import type { CountedSurvey } from '../appraisals/counted-survey.ts';
import { holdCounts, moveStates, type StateChange } from '../appraisals/move-states.ts';
import { appendAudit } from '../audit/audit.service.ts';
import { screenedAnswers } from './screened-answers.ts';
import * as repository from './screening.repository.ts';

/** Answers that are read at a time, whole units together: the memory that screening a city takes. */
const answersAtOnce = 20_000;

export interface Screening {
  readonly assessmentId: string;
  readonly survey: CountedSurvey;
  readonly now: Date;
}

/**
 * Holds new answers against all others about the same unit and holds back those that show signs. Nothing is dropped,
 * and nothing is held that somebody has looked at and let count. Costs one small query where nothing has come.
 *
 * @returns how many answers were held
 */
export async function screenSurvey(db: Database, screening: Screening): Promise<number> {
  const { survey } = screening;
  const progress = await repository.findProgress(db, survey.id);
  if (!progress || progress.counted <= progress.screened) return 0;
  const news = await repository.unitsWithNews(db, survey.id, progress.screened);
  let held = 0;
  for (const unitIds of inParts(news)) held += await screenUnits(db, screening, unitIds);
  await repository.saveScreened(db, survey.id, progress.counted);
  return held;
}

/** Units by their answers, in parts that fit into memory. */
function inParts(news: readonly { unitId: string; answers: number }[]): string[][] {
  const parts: { unitIds: string[]; answers: number }[] = [];
  for (const { unitId, answers } of news) {
    const last = parts.at(-1);
    if (last && last.answers + answers <= answersAtOnce) {
      last.unitIds.push(unitId);
      last.answers += answers;
    } else parts.push({ unitIds: [unitId], answers });
  }
  return parts.map(({ unitIds }) => unitIds);
}

/** All about these units in one transaction, in which nobody else decides on answers of the survey. */
function screenUnits(
  db: Database,
  { assessmentId, survey, now }: Screening,
  unitIds: readonly string[],
): Promise<number> {
  const texts = survey.questionnaires.all.flatMap(({ questionnaire }) =>
    itemsOf(questionnaire).flatMap(({ kind, code }) => (kind === 'text' ? [code] : [])),
  );
  return db.transaction(async (tx) => {
    await holdCounts(tx, survey.id);
    const wanted = { surveyId: survey.id, unitIds, texts: [...new Set(texts)] };
    const rows = await repository.listScreened(tx, wanted);
    const changes = changesOf(rows, survey);
    if (changes.length === 0) return 0;
    const { length: held } = await moveStates(tx, survey, changes);
    if (held > 0)
      await appendAudit(tx, {
        scope: assessmentId,
        at: now,
        actor: null,
        action: 'response.hold',
        subject: 'survey',
        after: { responses: held, signs: countSigns(changes) },
        reason: '',
        requestId: '',
      });
    return held;
  });
}

function changesOf(rows: readonly repository.ScreenedRow[], survey: CountedSurvey): StateChange[] {
  const { minimumAnswered } = survey.method;
  const byUnit = new Map<string, repository.ScreenedRow[]>();
  for (const row of rows) {
    const ofUnit = byUnit.get(row.unitId);
    if (ofUnit) ofUnit.push(row);
    else byUnit.set(row.unitId, [row]);
  }
  return [...byUnit.values()].flatMap((ofUnit) => {
    const answers = screenedAnswers(ofUnit, survey.questionnaires);
    const found = screenAnswers(answers, { minimumRated: minimumAnswered });
    return ofUnit.flatMap((row) => changeOf(row, found.get(row.id)) ?? []);
  });
}

/** Null where nothing changes: no new sign, or somebody has decided already. */
function changeOf(row: repository.ScreenedRow, found: ReadonlySet<string> | undefined): StateChange | null {
  const more = [...(found ?? [])].filter((sign) => !row.signs.includes(sign));
  if (more.length === 0 || row.state === 'refused' || wasReleased(row)) return null;
  return { id: row.id, state: 'held', signs: [...row.signs, ...more] };
}

/** What counts in spite of a sign that holds answers back was let count by somebody. */
export const wasReleased = ({ state, signs }: { state: string; signs: readonly string[] }): boolean =>
  state === 'counted' && signs.some((sign) => sign !== 'no-proof');

function countSigns(changes: readonly StateChange[]): Partial<Record<ScreeningSign, number>> {
  const counts: Record<string, number> = {};
  for (const { signs } of changes) for (const sign of signs) counts[sign] = (counts[sign] ?? 0) + 1;
  return counts;
}
