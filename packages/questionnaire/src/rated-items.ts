import { itemsOf } from './items.ts';
import type { Questionnaire } from './questionnaire.ts';

/** Family of the question on the whole. */
export const overallFamily = 'overall';

/** What counts into the score, by what it speaks of. */
export interface RatedItems {
  /** Family → item codes. */
  readonly families: ReadonlyMap<string, readonly string[]>;
  /** Of the present questionnaire. */
  readonly overall: string | null;
  /** How many rated items the present questionnaire asks. */
  readonly asked: number;
}

/**
 * The rated items of a survey. Answers to earlier questionnaires count too, so that their items are among them; where an
 * item has come to another family since, the present one holds.
 * @param questionnaires oldest first, the present one last
 */
export function ratedItems(questionnaires: readonly Pick<Questionnaire, 'questions'>[]): RatedItems {
  const familyOf = new Map<string, string | null>();
  for (const questionnaire of questionnaires.toReversed()) {
    for (const { code, family } of itemsOf(questionnaire)) {
      if (!familyOf.has(code)) familyOf.set(code, family);
    }
  }
  const families = new Map<string, string[]>();
  for (const [code, family] of familyOf) {
    if (family === null || family === overallFamily) continue;
    families.set(family, [...(families.get(family) ?? []), code]);
  }
  const present = itemsOf(questionnaires.at(-1) ?? { questions: [] });
  return {
    families,
    overall: present.find(({ family }) => family === overallFamily)?.code ?? null,
    asked: present.filter(({ family }) => family !== null).length,
  };
}
