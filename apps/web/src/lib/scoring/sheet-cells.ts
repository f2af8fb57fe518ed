import type { CalibrationSheet, ClaimSheet, IndicatorSheet, Score, UnitSheet } from '@gongping/contracts';
import type { EditorCell } from './score-editor.svelte.ts';

/**
 * The leaves of a unit's sheet that can be judged: those with a rule.
 * @param closed leaves that the person has handed in
 */
export function unitCells(
  { unit, indicators, scores, writable }: UnitSheet,
  closed: ReadonlySet<string> = new Set(),
): EditorCell[] {
  const ruleOf = new Map(indicators.map(({ code, rule }) => [code, rule]));
  return scores.flatMap((score) => {
    const rule = ruleOf.get(score.indicator);
    if (!rule) return [];
    const place = { unit: unit.code, indicator: score.indicator };
    const mayWrite = writable && !closed.has(score.indicator);
    return [{ place, score, writable: mayWrite, leaf: { rule, fullMarks: Number(score.fullMarks) } }];
  });
}

/** The leaves of a unit's self-assessment. */
export function claimCells({ unit, indicators, claims, writable }: ClaimSheet): EditorCell[] {
  const ruleOf = new Map(indicators.map(({ code, rule }) => [code, rule]));
  return claims.flatMap((score) => {
    const rule = ruleOf.get(score.indicator);
    if (!rule) return [];
    const place = { unit: unit.code, indicator: score.indicator, claim: true as const };
    return [{ place, score, writable, leaf: { rule, fullMarks: Number(score.fullMarks) } }];
  });
}

/** The leaves of a reference unit in an evaluator's calibration. */
export function calibrationCells({ unit, indicators, entries, writable }: CalibrationSheet): EditorCell[] {
  const ruleOf = new Map(indicators.map(({ code, rule }) => [code, rule]));
  return entries.flatMap((score) => {
    const rule = ruleOf.get(score.indicator);
    if (!rule) return [];
    const place = { unit: unit.code, indicator: score.indicator, calibration: true as const };
    return [{ place, score, writable, leaf: { rule, fullMarks: Number(score.fullMarks) } }];
  });
}

/** One leaf of all units of an indicator's sheet, in the order of the units. */
export function indicatorCells({ indicator, units, scores, writableUnitIds }: IndicatorSheet): EditorCell[] {
  const { rule, code } = indicator;
  if (rule === null) return [];
  const scoreOf = new Map<string, Score>(scores.map((score) => [score.unitId, score]));
  return units.flatMap((unit) => {
    const score = scoreOf.get(unit.id);
    if (!score) return [];
    const place = { unit: unit.code, indicator: code };
    const writable = writableUnitIds.includes(unit.id);
    return [{ place, score, writable, leaf: { rule, fullMarks: Number(score.fullMarks) } }];
  });
}
