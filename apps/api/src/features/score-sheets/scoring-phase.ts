import type { Language, Phase } from '@gongping/contracts';
import { ProblemError } from '../../http/problem-error.ts';
import { phaseNames } from '../assessments/phase-sentences.ts';

const advice: Record<Language, string> = {
  zh: '评分和佐证材料只能在“评分”阶段修改。如确需修改，请联系组织单位管理员调整阶段。',
  en: 'Scores and evidence can only be changed in the phase “scoring”. Ask the organiser to change the phase.',
};

/** @throws ProblemError `wrong-phase` unless the assessment is being scored. */
export function requireScoring(phase: Phase | undefined, language: Language): void {
  if (phase === 'scoring') return;
  const values = { phase: phase ? phaseNames[phase][language] : '', advice: advice[language] };
  throw new ProblemError('wrong-phase', { values });
}
