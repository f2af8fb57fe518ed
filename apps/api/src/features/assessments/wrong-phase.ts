import type { Language, Phase, Procedure } from '@gongping/contracts';
import { ProblemError } from '../../http/problem-error.ts';
import { pathSentence, phaseAdvice, phaseNames } from './phase-sentences.ts';

/** The refusal of something that the present phase does not allow, in the reader's language. */
export function wrongPhase(phase: Phase, advice: keyof typeof phaseAdvice, language: Language): ProblemError {
  return new ProblemError('wrong-phase', {
    values: { phase: phaseNames[phase][language], advice: phaseAdvice[advice][language] },
  });
}

/** The refusal of a step that the procedure of the round does not have. */
export function noSuchStep(
  { phase, procedure }: { readonly phase: Phase; readonly procedure: Procedure },
  language: Language,
): ProblemError {
  return new ProblemError('wrong-phase', {
    values: { phase: phaseNames[phase][language], advice: pathSentence(procedure, language) },
  });
}
