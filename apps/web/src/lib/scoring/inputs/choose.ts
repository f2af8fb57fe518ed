import type { DeductRule, Rule } from '@gongping/scoring';
import { isUntouched } from '../deduction-rows.ts';
import { draftOf, type Draft, type DraftOf } from '../draft.ts';

export function togglePoint(draft: DraftOf<'checklist'>, code: string): Draft {
  const met = draft.met.includes(code) ? draft.met.filter((point) => point !== code) : [...draft.met, code];
  return { ...draft, met, none: false };
}

export function setNone(draft: DraftOf<'checklist'>, none: boolean): Draft {
  return { ...draft, met: none ? [] : draft.met, zero: none ? false : draft.zero, none };
}

export function setZero(draft: DraftOf<'checklist'>, zero: boolean): Draft {
  return { ...draft, zero, none: zero ? false : draft.none };
}

/** Says that there is nothing to deduct; lines without text are emptied with it, texts stay for undo only. */
export function setNothingToDeduct(rule: DeductRule, draft: DraftOf<'deduct'>, none: boolean): Draft {
  const touched = draft.deductions.some((row) => !isUntouched(row));
  if (!none || !touched) return { ...draft, none };
  const blank = draftOf(rule, { method: 'deduct', deductions: [] });
  return blank.method === 'deduct' ? { ...blank, none } : draft;
}

/** What the digit key does, from 1: a level, a point, yes or no; null where it does nothing. */
export function chooseByDigit(rule: Rule, draft: Draft, position: number): Draft | null {
  if (rule.method === 'graded' && draft.method === 'graded') {
    const level = rule.levels[position - 1];
    if (level === undefined) return null;
    return {
      ...draft,
      level: level.code,
      coefficient: level.code === draft.level ? draft.coefficient : null,
    };
  }
  if (rule.method === 'checklist' && draft.method === 'checklist') {
    const point = rule.points[position - 1];
    if (point) return togglePoint(draft, point.code);
    if (position === rule.points.length + 1) return setNone(draft, !draft.none);
    const isZero = position === rule.points.length + 2 && rule.zeroWhen !== null;
    return isZero ? setZero(draft, !draft.zero) : null;
  }
  if (rule.method === 'deduct' && draft.method === 'deduct') {
    return position === 1 ? setNothingToDeduct(rule, draft, !draft.none) : null;
  }
  if (draft.method === 'veto' && position <= 2) return { ...draft, triggered: position === 2 };
  return null;
}
