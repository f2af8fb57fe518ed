import type { assignmentCell, Language } from '@gongping/contracts';
import type { z } from 'zod';
import { ProblemError } from '../../http/problem-error.ts';
import type { AssessmentFrame } from '../assessments/assessment-frame.ts';
import type { Evaluator, MatrixCell } from './assignment-matrix.ts';

const sentences = {
  noSuchCell: {
    zh: '该单位在此指标下没有需要评分的内容。',
    en: 'There is nothing to score for this unit in this family.',
  },
  notEvaluator: {
    zh: '此人在本次评估中没有评估员角色，请先授予角色或改派他人。',
    en: 'This person is no evaluator in this assessment. Grant the role first, or choose somebody else.',
  },
} as const satisfies Record<string, Record<Language, string>>;

/**
 * Holds the cells that somebody wants to set against the round.
 *
 * @returns the cells as they are to be, the last one where a cell is named twice
 * @throws ProblemError `unit-not-assessed`, `invalid-input`, `conflict-of-interest`
 */
export function checkChange(
  wanted: readonly z.infer<typeof assignmentCell>[],
  against: {
    frame: AssessmentFrame;
    cells: readonly MatrixCell[];
    evaluators: readonly Evaluator[];
    language: Language;
  },
): MatrixCell[] {
  const { language } = against;
  const units = new Map(against.frame.units.map((unit) => [unit.id, unit]));
  const people = new Map(against.evaluators.map((person) => [person.id, person]));
  const cells = new Map(against.cells.map((cell) => [`${cell.unitId} ${cell.family}`, cell]));
  const chosen = new Map<string, MatrixCell>();
  const errors: { path: string; message: string }[] = [];

  for (const [index, { unitId, family, evaluatorId }] of wanted.entries()) {
    const unit = units.get(unitId);
    if (!unit) throw new ProblemError('unit-not-assessed', { values: { unit: unitId } });
    const key = `${unitId} ${family}`;
    const cell = cells.get(key);
    const evaluator = evaluatorId === null ? null : people.get(evaluatorId);
    if (!cell) {
      errors.push({ path: `cells.${index}.family`, message: sentences.noSuchCell[language] });
    } else if (evaluator === undefined) {
      errors.push({ path: `cells.${index}.evaluatorId`, message: sentences.notEvaluator[language] });
    } else if (evaluator?.homeUnitId === unitId) {
      const name = language === 'zh' ? unit.nameZh : unit.nameEn;
      const values = { evaluator: evaluator.displayName, unit: name };
      throw new ProblemError('conflict-of-interest', { values });
    } else {
      chosen.set(key, { ...cell, evaluatorId });
    }
  }
  if (errors.length > 0) {
    throw new ProblemError('invalid-input', { errors, values: { count: errors.length } });
  }
  return [...chosen.values()];
}
