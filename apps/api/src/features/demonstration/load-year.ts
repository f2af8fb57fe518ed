import type { Unit } from '@gongping/contracts';
import type { Database } from '@gongping/db';
import {
  generateDemonstration,
  indicatorSystem2020,
  leadTasks2020,
  questionnaire2020,
  units2020,
} from '@gongping/templates';
import { countingIndicators } from '../assessments/assessment-frame.ts';
import { appendAuditEntries } from '../audit/audit.service.ts';
import type { IndicatorRow } from '../indicator-systems/indicator-system.service.ts';
import { publishAssessment } from '../publications/publish.ts';
import { readQuestionnaire } from '../surveys/read-questionnaire.ts';
import { createSurvey, surveyOf } from '../surveys/survey.service.ts';
import type { DemonstrationCalendar } from './demonstration-calendar.ts';
import { confirmedComments } from './demonstration-comments.ts';
import type { DemonstrationPeople } from './demonstration-people.ts';
import { responseRows } from './demonstration-responses.ts';
import { demonstrationAssessment, demonstrationAssignments } from './demonstration-round.ts';
import { approvals, scoreCell } from './demonstration-scores.ts';
import * as repository from './demonstration.repository.ts';

export interface DemonstrationYear {
  readonly year: number;
  /** Share of the leaves that have been scored. */
  readonly completeness: number;
  readonly calendar: DemonstrationCalendar;
  /** False where the year is under way: its survey is open, its scores are being written. */
  readonly published: boolean;
}

/** What the years have in common. */
export interface DemonstrationGround {
  readonly people: DemonstrationPeople;
  readonly systemId: string;
  readonly indicators: readonly IndicatorRow[];
  /** By code. */
  readonly units: ReadonlyMap<string, Unit>;
}

const template = {
  system: indicatorSystem2020,
  units: units2020,
  questionnaire: questionnaire2020,
  leadTasks: leadTasks2020,
};
const seed = 2020;

/** Loads one year. @returns the id of its assessment */
export async function loadYear(
  tx: Database,
  plan: DemonstrationYear,
  ground: DemonstrationGround,
): Promise<string> {
  const { year, calendar, completeness, published } = plan;
  const { units, people } = ground;
  const { scores, responses } = generateDemonstration({ ...template, year, seed, completeness });
  const unitIds = units2020.flatMap(({ code }) => units.get(code)?.id ?? []);
  const phase = published ? 'final' : 'scoring';
  const about = { year, phase, indicatorSystemId: ground.systemId, unitIds } as const;
  const assessment = demonstrationAssessment(calendar, about);
  const counting = countingIndicators(ground.indicators, assessment.excludedIndicators);
  const families = counting.filter(({ parentCode }) => parentCode === null).map(({ code }) => code);
  const { evaluators } = people;
  const assignments = demonstrationAssignments(assessment.id, { unitIds, families, evaluators });
  const evaluatorsById = new Map(evaluators.map((user) => [user.id, user]));
  const scoring = {
    assessmentId: assessment.id,
    year,
    calendar,
    units,
    leaves: new Map(counting.map((row) => [row.code, row])),
    evaluators: new Map(assignments.map((cell) => [cell.unitId, evaluatorsById.get(cell.evaluatorId)])),
  };
  const cells = scores.map((score) => scoreCell(score, scoring));
  // What is still being scored waits for its approval.
  const approved = approvals(published ? cells : [], people.organiser);
  await repository.insertRound(tx, assessment, {
    unitIds,
    assignments,
    scores: cells.map(({ row }) => row),
    evidence: cells.flatMap(({ evidence }) => evidence),
    decisions: approved.decisions,
  });
  const facts = [...cells.map(({ fact }) => fact), ...approved.facts].sort(
    (a, b) => a.at.getTime() - b.at.getTime(),
  );
  for (const part of repository.parts(facts)) await appendAuditEntries(tx, assessment.id, part);

  const { id: assessmentId, slug, title, createdAt } = assessment;
  await createSurvey(tx, { assessmentId, slug, title, phaseDates: calendar.phaseDates, now: createdAt });
  const survey = await surveyOf(tx, assessmentId);
  const questionnaire = readQuestionnaire(survey.questionnaire);
  const answering = { surveyId: survey.id, questionnaire, units, calendar, open: !published };
  const answers = responseRows(responses, answering);
  await repository.insertResponses(tx, answers);
  if (published) {
    const publishedAt = new Date(`${calendar.phaseDates.published.start}T10:00:00+08:00`);
    const question = questionnaire.questions.find(({ kind }) => kind === 'text')?.code ?? '';
    const reviewing = { question, organiserId: people.organiser.id, at: publishedAt };
    await repository.insertCommentReviews(tx, confirmedComments(answers, reviewing));
    const context = { reason: '', language: 'zh', requestId: '' } as const;
    await publishAssessment(tx, assessment, { actor: people.organiser, now: publishedAt, ...context });
  }
  return assessmentId;
}
