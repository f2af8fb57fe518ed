import type { assignmentCell, Language } from '@gongping/contracts';
import type { z } from 'zod';
import { ProblemError } from '../../http/problem-error.ts';
import type { AssessmentFrame } from '../assessments/assessment-frame.ts';
import { cellKey, otherSlot, type Evaluator, type MatrixCell } from './assignment-matrix.ts';
import type { Rated } from './rated-cells.ts';

const sentences = {
  noSuchCell: {
    zh: '该单位在此指标下没有需要评分的内容。',
    en: 'There is nothing to score for this unit in this family.',
  },
  notEvaluator: {
    zh: '此人在本次评估中没有评估员角色，请先授予角色或改派他人。',
    en: 'This person is no evaluator in this assessment. Grant the role first, or choose somebody else.',
  },
  sameRater: {
    zh: '同一单位、同一类指标须由两人分别评分，此人已是另一名评估员，请改派他人。',
    en: 'Two people score this independently, and this person is the other one already. Choose somebody else.',
  },
  ratedAlready: {
    zh: '此人已以另一名评估员的身份评过此处，不能再独立评第二遍，请改派他人。',
    en: 'This person has scored here as the other rater and cannot score it independently again. Choose somebody else.',
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
    rated: Rated;
    language: Language;
  },
): MatrixCell[] {
  const { language } = against;
  const units = new Map(against.frame.units.map((unit) => [unit.id, unit]));
  const people = new Map(against.evaluators.map((person) => [person.id, person]));
  const cells = new Map(against.cells.map((cell) => [cellKey(cell), cell]));
  const chosen = new Map<string, MatrixCell>();
  const chosenAt = new Map<string, number>();
  const errors: { path: string; message: string }[] = [];

  for (const [index, { unitId, family, slot, evaluatorId }] of wanted.entries()) {
    const unit = units.get(unitId);
    if (!unit) throw new ProblemError('unit-not-assessed', { values: { unit: unitId } });
    const key = cellKey({ unitId, family, slot });
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
      chosenAt.set(key, index);
    }
  }
  for (const [key, cell] of chosen) {
    if (cell.evaluatorId === null) continue;
    const other = cellKey(otherSlot(cell));
    const path = `cells.${chosenAt.get(key) ?? 0}.evaluatorId`;
    if ((chosen.get(other) ?? cells.get(other))?.evaluatorId === cell.evaluatorId) {
      errors.push({ path, message: sentences.sameRater[language] });
    } else if (against.rated.get(other)?.has(cell.evaluatorId)) {
      errors.push({ path, message: sentences.ratedAlready[language] });
    }
  }
  if (errors.length > 0) {
    throw new ProblemError('invalid-input', { errors });
  }
  return [...chosen.values()];
}
