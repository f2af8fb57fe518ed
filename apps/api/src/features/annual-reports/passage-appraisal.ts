import type { Appraisal, Ranking, RankedUnit } from '@gongping/contracts';
import type { RoundFacts } from '../results/round-facts.ts';
import { mean, score } from './figures.ts';
import type { Group } from './passage-groups.ts';

/** The social appraisal: answers, averages, the best with their intervals, and units without a score. */
export function appraisalSentence(
  ranking: Ranking,
  { appraisals }: RoundFacts,
  groups: readonly Group[],
): string | null {
  const all = Object.values(appraisals);
  if (all.length === 0) return null;
  const sum = (of: (appraisal: Appraisal) => number) => all.reduce((total, one) => total + of(one), 0);
  const answers = `社会评议共收到答卷${sum(({ received }) => received)}份，其中有效答卷${sum(({ valid }) => valid)}份。`;
  const parts = groups.flatMap((group) => groupSentence(group, appraisals));
  const without = ranking.units.filter(({ social }) => social === null);
  return [answers, ...parts, withoutScore(without, ranking)].join('');
}

function groupSentence({ name, units }: Group, appraisals: RoundFacts['appraisals']): string[] {
  const scored = units.filter((unit) => unit.social !== null);
  const average = mean(scored.map(({ social }) => social));
  if (average === null) return [];
  const highest = Math.max(...scored.map(({ social }) => social ?? 0));
  const best = scored.filter(({ social }) => social === highest);
  const list = best.map(
    ({ code, name: unit }) => `${unit.zh}（${score(highest)}分${interval(appraisals[code])}）`,
  );
  return [`${name}社会评议得分平均${score(average)}分，最高为${list.join('、')}。`];
}

function interval(appraisal: Appraisal | undefined): string {
  if (!appraisal?.interval) return '';
  // A score lies on the scale; its interval, a symmetrical approximation, may reach past either end.
  const lower = Math.max(0, appraisal.interval.lower);
  const upper = Math.min(100, appraisal.interval.upper);
  return `，有效答卷${appraisal.valid}份，95%置信区间${score(lower)}—${score(upper)}分`;
}

function withoutScore(units: readonly RankedUnit[], { method }: Ranking): string {
  if (units.length === 0) return '';
  const names = units.length > 5 ? `${units.length}个单位` : units.map(({ name }) => name.zh).join('、');
  return `${names}有效答卷不足${method.minimumSample}份或缺少可计分的群体，不公布社会评议得分，综合得分按第三方评估得分计算。`;
}
