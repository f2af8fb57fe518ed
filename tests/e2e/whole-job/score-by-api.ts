import type { Indicator, UnitSheet } from '@gongping/contracts';
import type { RuleInput } from '@gongping/scoring';
import type { Client } from '../support/client.ts';

const sheets = '/assessments/2020/score-sheets';

/** A unit's sheet as its evaluator reads it. */
export function readSheet(evaluator: Client, unit: string): Promise<UnitSheet> {
  return evaluator.read(`${sheets}/${unit}`);
}

/**
 * Scores what is left of a unit. The browser has shown every way of entering a score; a hundred leaves more would
 * show nothing new, so they come through the API with the same session.
 *
 * @param except leaves to leave unscored
 */
export async function scoreTheRest(evaluator: Client, unit: string, except: string[] = []): Promise<void> {
  const { indicators, scores } = await readSheet(evaluator, unit);
  for (const { indicator, state, revision } of scores) {
    if (state !== 'unscored' || except.includes(indicator)) continue;
    const leaf = indicators.find(({ code }) => code === indicator);
    await evaluator.ask({
      method: 'PUT',
      path: `${sheets}/${unit}/scores/${indicator}`,
      body: { expectedRevision: revision, state: 'scored', ...judged(leaf, unit) },
    });
  }
}

/** Full marks, except that the second unit's counted ratios are 5 of 7, which no decimal writes out. */
export function judged(leaf: Indicator | undefined, unit: string): { input: RuleInput; reason: string } {
  const rule = leaf?.rule;
  if (!rule) throw new Error(`${leaf?.code} is no leaf`);
  switch (rule.method) {
    case 'ratio': {
      const { denominatorRule, credits } = rule;
      const loses = unit === 'C06' && denominatorRule.kind === 'counted' && credits.length === 0;
      const denominator = denominatorRule.kind === 'counted' ? 7 : denominatorRule.value;
      const numerator = loses ? 5 : denominator;
      const counts = Object.fromEntries(credits.map(({ code }, at) => [code, at === 0 ? denominator : 0]));
      const given = credits.length === 0 ? {} : { counts };
      return {
        input: { method: 'ratio', numerator, denominator, ...given, deductions: [] },
        reason: loses ? '7 件中有 2 件不符合要求。' : '',
      };
    }
    case 'graded':
      return { input: { method: 'graded', level: rule.levels[0]?.code ?? '' }, reason: '' };
    case 'checklist':
      return {
        input: { method: 'checklist', met: rule.points.map(({ code }) => code), zero: false },
        reason: '',
      };
    case 'deduct':
      return { input: { method: 'deduct', deductions: [] }, reason: '' };
    case 'bonus':
      return { input: { method: 'bonus', marks: 0 }, reason: '' };
    case 'veto':
      return { input: { method: 'veto', triggered: false }, reason: '' };
  }
}
