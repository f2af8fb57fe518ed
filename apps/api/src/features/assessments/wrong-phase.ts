import type { Language, Phase } from '@gongping/contracts';
import { ProblemError } from '../../http/problem-error.ts';
import { phaseAdvice, phaseNames } from './phase-sentences.ts';

/** The refusal of something that the present phase does not allow, in the reader's language. */
export function wrongPhase(phase: Phase, advice: keyof typeof phaseAdvice, language: Language): ProblemError {
  return new ProblemError('wrong-phase', {
    values: { phase: phaseNames[phase][language], advice: phaseAdvice[advice][language] },
  });
}
