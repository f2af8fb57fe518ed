import type { Judge, JudgedRule } from '@gongping/annual-report';
import type { Rule } from '@gongping/scoring';
import { indicatorSystem2020 } from '@gongping/templates';

/** The rules of the template, for the figures that versions frozen before rules had them do not say. */
const usual = new Map<Judge, Rule>(
  indicatorSystem2020.indicators.flatMap(({ judge, rule }) => (judge && rule ? [[judge, rule]] : [])),
);

/** A leaf's rule as its indicator system has it, for a judge of annual reports. */
export function judgedRule(judge: Judge, rule: Rule): JudgedRule {
  return { method: rule.method, levels: levelsOf(rule, judge), items: itemsOf(rule, judge) };
}

function levelsOf(rule: Rule, judge: Judge): JudgedRule['levels'] {
  if (rule.method !== 'graded') return [];
  const isTold = rule.levels.some(({ days }) => days !== undefined);
  const template = usual.get(judge);
  const usualDays = new Map(
    template?.method === 'graded' && !isTold ? template.levels.map(({ code, days }) => [code, days]) : [],
  );
  return rule.levels.map(({ code, coefficient, days }) => ({
    code,
    days: days ?? usualDays.get(code) ?? null,
    isRange: typeof coefficient !== 'number',
  }));
}

function itemsOf(rule: Rule, judge: Judge): JudgedRule['items'] {
  if (rule.method !== 'deduct') return [];
  const template = usual.get(judge);
  const usualEvery = new Map(
    template?.method === 'deduct' ? template.items.map(({ code, every }) => [code, every]) : [],
  );
  return rule.items.map(({ code, label, per, every }) => ({
    code,
    label,
    per,
    every: every ?? usualEvery.get(code) ?? 1,
  }));
}
