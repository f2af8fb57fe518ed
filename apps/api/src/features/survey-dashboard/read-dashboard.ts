import type { ResponseState, SurveyDashboard } from '@gongping/contracts';
import type { Actor } from '../../http/actor.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { visibleAssessment } from '../assessments/assessment.access.ts';
import { toSurveyUnit } from '../surveys/survey.mapper.ts';
import { surveyChannels, surveyOf, surveyUnits } from '../surveys/survey.service.ts';
import * as repository from './dashboard.repository.ts';

interface Count {
  readonly state: ResponseState;
  readonly responses: number;
}

/**
 * How a survey is going, from the counts by the hour: the answers themselves are not looked at, however many they are.
 * @throws ProblemError `not-found`, `forbidden`
 */
export async function readDashboard(
  { db }: Dependencies,
  actor: Actor,
  slug: string,
): Promise<SurveyDashboard> {
  const assessment = await visibleAssessment(db, actor, { slug, roles: ['organiser', 'leader'] });
  const survey = await surveyOf(db, assessment.id);
  const channels = await surveyChannels(db, survey.id);
  const units = await surveyUnits(db, assessment.id);
  const places = await repository.countsByPlace(db, survey.id);
  const hours = new Map<string, Count[]>();
  for (const { hour, ...count } of await repository.countsByHour(db, survey.id)) {
    const key = hour.toISOString();
    hours.set(key, [...(hours.get(key) ?? []), count]);
  }
  return {
    countedAt: (await repository.countedAt(db, survey.id))?.toISOString() ?? null,
    total: statesOf(places),
    hours: [...hours].map(([hour, counts]) => ({ hour, ...statesOf(counts) })),
    channels: channels.map((channel) => ({
      ...channel,
      ...statesOf(places.filter((place) => place.channel === channel.code)),
    })),
    units: units.map((unit) => ({
      code: unit.code,
      name: toSurveyUnit(unit).name,
      ...statesOf(places.filter(({ unitId }) => unitId === unit.id)),
    })),
  };
}

function statesOf(counts: readonly Count[]) {
  const of = (wanted: ResponseState) =>
    counts.reduce((total, { state, responses }) => (state === wanted ? total + responses : total), 0);
  return { counted: of('counted'), held: of('held'), refused: of('refused') };
}
