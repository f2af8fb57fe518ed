import type { Family } from '../types.ts';

/** Share of respondents in a group, how kindly they judge, and how much less often they do not know. */
export interface GroupMood {
  readonly share: number;
  readonly shift: number;
  readonly ignorance: number;
}

/** By option of the grouping question; the public answers most and knows least of the paperwork. */
export const groupMoods: Readonly<Record<string, GroupMood>> = {
  A: { share: 0.43, shift: 0, ignorance: 1.2 },
  B: { share: 0.21, shift: -0.1, ignorance: 1 },
  C: { share: 0.11, shift: 0.2, ignorance: 0.6 },
  D: { share: 0.11, shift: 0.25, ignorance: 0.8 },
  E: { share: 0.07, shift: -0.3, ignorance: 0.5 },
  F: { share: 0.07, shift: 0.3, ignorance: 0.6 },
};

/** Share of 不了解 by what a question is about: few have ever opened an annual report. */
export const ignoranceOf: Readonly<Record<Family | 'overall', number>> = {
  A: 0.13,
  B: 0.3,
  C: 0.1,
  D: 0.05,
  overall: 0.02,
};

/** Least latent mood for each scale option, from the best; below all of them the worst option is chosen. */
export const moodSteps: readonly number[] = [0.9, -0.2, -1.1, -1.9];
