import { annualReport } from './annual-report.ts';
import { interpretation } from './interpretation.ts';
import { keyFields } from './key-fields.ts';
import { standardisation } from './standardisation.ts';
import type { LeafStory } from './story.ts';

/** What evaluators found, by leaf. */
export const stories: Readonly<Record<string, LeafStory>> = {
  ...standardisation,
  ...annualReport,
  ...interpretation,
  ...keyFields,
};
