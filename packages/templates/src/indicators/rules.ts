/** Short forms for writing typed rules as data; shares and coefficients are fractions of a leaf's full marks. */
import type {
  ChecklistPoint,
  ChecklistRule,
  Credit,
  DeductionItem,
  DeductRule,
  GradedRule,
  Level,
  LocalText,
  RatioRule,
} from '@gongping/scoring';

type RatioParts = Pick<RatioRule, 'numerator' | 'denominator' | 'denominatorRule'> &
  Partial<Pick<RatioRule, 'credits' | 'deductions'>>;

/** Numerator over denominator; without partial credits and deductions unless they are given. */
export function ratio(parts: RatioParts): RatioRule {
  return { method: 'ratio', credits: [], deductions: [], ...parts };
}

export function credit(code: string, value: number, label: LocalText): Credit {
  return { code, label, credit: value };
}

/** Levels from the best to the worst. */
export function graded(levels: readonly Level[]): GradedRule {
  return { method: 'graded', levels };
}

export function level(code: string, coefficient: Level['coefficient'], label: LocalText): Level {
  return { code, label, coefficient };
}

/** A level that the product tells by a day: for up to so many days after the last one. */
export function withinDays(days: number, of: Level): Level {
  return { ...of, days };
}

/** Points whose shares add up to 1; `zeroWhen` is the finding that sets the leaf to 0. */
export function checklist(
  points: readonly ChecklistPoint[],
  zeroWhen: LocalText | null = null,
): ChecklistRule {
  return { method: 'checklist', points, zeroWhen };
}

export function point(code: string, share: number, label: LocalText): ChecklistPoint {
  return { code, label, share };
}

export function deduct(items: readonly DeductionItem[]): DeductRule {
  return { method: 'deduct', items };
}

/** A shortcoming that costs its share however often it occurs. */
export function once(code: string, share: number, label: LocalText): DeductionItem {
  return { code, label, share, per: 'once' };
}

/** A shortcoming that costs its share for every occurrence. */
export function everyTime(code: string, share: number, label: LocalText): DeductionItem {
  return { code, label, share, per: 'occurrence' };
}
