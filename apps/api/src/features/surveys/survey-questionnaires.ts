import type { Questionnaire } from '@gongping/contracts';
import type { Database } from '@gongping/db';
import { readQuestionnaire } from './read-questionnaire.ts';
import * as repository from './survey.repository.ts';

/** Every questionnaire that a survey has had, since answers keep the number of theirs. */
export interface SurveyQuestionnaires {
  /** Oldest first; the last is answered now. */
  readonly all: readonly { readonly version: number; readonly questionnaire: Questionnaire }[];
  /** @throws where the survey never had such a version */
  of(version: number): Questionnaire;
}

export async function readQuestionnaires(
  db: Database,
  survey: Pick<repository.SurveyRow, 'id' | 'version' | 'questionnaire'>,
): Promise<SurveyQuestionnaires> {
  const earlier = survey.version === 1 ? [] : await repository.listVersions(db, survey.id);
  const all = [...earlier, survey].map(({ version, questionnaire }) => ({
    version,
    questionnaire: readQuestionnaire(questionnaire),
  }));
  const byVersion = new Map(all.map((one) => [one.version, one.questionnaire]));
  return {
    all,
    of(version) {
      const found = byVersion.get(version);
      if (!found) throw new Error(`the survey has no version ${version}`);
      return found;
    },
  };
}
