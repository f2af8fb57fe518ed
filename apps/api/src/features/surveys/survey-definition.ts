import type { Questionnaire } from '@gongping/contracts';
import type { Database } from '@gongping/db';
import { patternCode, type PatternCode } from '@gongping/questionnaire';
import { createHash } from 'node:crypto';
import { Recent } from '../../http/recent.ts';
import { countByChannel } from './answer-counts.repository.ts';
import { takenOf } from './channel-quota.ts';
import { readQuestionnaire } from './read-questionnaire.ts';
import { toShownSurvey } from './survey.mapper.ts';
import * as repository from './survey.repository.ts';

/** Everything that taking an answer needs to know of a survey. */
export interface SurveyDefinition {
  readonly id: string;
  readonly slug: string;
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly version: number;
  readonly questionnaire: Questionnaire;
  readonly pattern: PatternCode;
  /** Unit code → id. */
  readonly units: ReadonlyMap<string, string>;
  /** By code. */
  readonly channels: ReadonlyMap<string, KnownChannel>;
  readonly phaseDates: repository.SurveyWithRound['phaseDates'];
  /** A digest of what the public sees of it. */
  readonly mark: string;
}

export interface KnownChannel extends repository.ChannelRow {
  /** Where it has a quota: answers that count against it, those of this process since then included. */
  taken: number;
}

/** Definitions by slug, kept in memory. */
export interface SurveyDefinitions {
  /** Undefined where there is no such survey. */
  find(slug: string): Promise<SurveyDefinition | undefined>;
  /** After a change: this process reads it anew at once; the others within `maxAgeMs`. */
  forget(slug: string): void;
}

interface Kept {
  readonly readAt: number;
  readonly definition: Promise<SurveyDefinition | undefined>;
}

/** Surveys that are kept at the most: addresses of surveys that are not there must not fill the memory. */
const keptSurveys = 200;

/**
 * @param maxAgeMs how long a definition may be old: what another instance has changed takes effect so late. 0 reads it
 *   for each answer.
 */
export function keepSurveyDefinitions(db: Database, { maxAgeMs }: { maxAgeMs: number }): SurveyDefinitions {
  const kept = new Recent<Kept>(keptSurveys);
  return {
    find(slug) {
      const now = performance.now();
      const found = kept.get(slug);
      if (found && now - found.readAt < maxAgeMs) return found.definition;
      const definition = readDefinition(db, slug);
      kept.set(slug, { readAt: now, definition });
      definition.catch(() => kept.delete(slug));
      return definition;
    },
    forget(slug) {
      kept.delete(slug);
    },
  };
}

async function readDefinition(db: Database, slug: string): Promise<SurveyDefinition | undefined> {
  const found = await repository.findSurvey(db, slug);
  if (!found) return undefined;
  const { survey, phaseDates } = found;
  const units = await repository.listSurveyUnits(db, survey.assessmentId);
  const channels = await repository.listChannels(db, survey.id);
  const limited = channels.some(({ quota }) => quota !== null);
  const counts = limited ? await countByChannel(db, survey.id) : [];
  const questionnaire = readQuestionnaire(survey.questionnaire);
  return {
    id: survey.id,
    slug,
    opensAt: survey.opensAt,
    closesAt: survey.closesAt,
    version: survey.version,
    questionnaire,
    pattern: patternCode(questionnaire),
    units: new Map(units.map(({ code, id }) => [code, id])),
    channels: new Map(
      channels.map((channel) => [channel.code, { ...channel, taken: takenOf(counts, channel.code) }]),
    ),
    phaseDates,
    mark: createHash('sha256')
      .update(JSON.stringify(toShownSurvey(found, units)))
      .digest('base64url'),
  };
}
