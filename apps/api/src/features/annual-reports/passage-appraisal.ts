import type { Appraisal, Ranking, RankedUnit } from '@gongping/contracts';
import type { RoundFacts } from '../results/round-facts.ts';
import { mean, score } from './figures.ts';
import type { Group } from './passage-groups.ts';
import { token, type Has, type SnapshotFigure } from './snapshot-figure.ts';

/** Figures of the social appraisal: answers, averages, and the best of each group with their intervals. */
export function appraisalFigures(
  ranking: Ranking,
  { appraisals }: RoundFacts,
  groups: readonly Group[],
): SnapshotFigure[] {
  const all = Object.values(appraisals);
  if (all.length === 0) return [];
  const sum = (of: (appraisal: Appraisal) => number) =>
    String(all.reduce((total, one) => total + of(one), 0));
  const without = ranking.units.filter(({ social }) => social === null);
  return [
    {
      key: 'answers received',
      label: { zh: '社会评议：收到答卷份数', en: 'Appraisal: answers received' },
      value: sum(({ received }) => received),
    },
    {
      key: 'answers valid',
      label: { zh: '社会评议：有效答卷份数', en: 'Appraisal: valid answers' },
      value: sum(({ valid }) => valid),
    },
    {
      key: 'appraisal minimum',
      label: { zh: '社会评议：公布得分所需答卷份数', en: 'Appraisal: answers that a score needs' },
      value: String(ranking.method.minimumSample),
    },
    ...groups.flatMap((group) => figuresOfGroup(group, appraisals)),
    ...(without.length === 0
      ? []
      : [
          {
            key: 'appraisal without',
            label: { zh: '社会评议：不公布得分的单位', en: 'Appraisal: units without a score' },
            value: without.length > 5 ? `${without.length}个单位` : namesOf(without),
          },
        ]),
  ];
}

/** The social appraisal in words; null without a survey. */
export function appraisalSentence(groups: readonly Group[], has: Has): string | null {
  if (!has('answers received')) return null;
  const parts = groups
    .filter(({ kind }) => has(`group ${kind} social`))
    .map(
      ({ kind, name }) =>
        `${name}社会评议得分平均${token(`group ${kind} social`)}分，最高为${token(`group ${kind} social-best`)}。`,
    );
  const without = has('appraisal without')
    ? `${token('appraisal without')}有效答卷不足${token('appraisal minimum')}份或缺少可计分的群体，不公布社会评议得分，综合得分按第三方评估得分计算。`
    : '';
  const answers = `社会评议共收到答卷${token('answers received')}份，其中有效答卷${token('answers valid')}份。`;
  return [answers, ...parts, without].join('');
}

function figuresOfGroup(
  { kind, label, units }: Group,
  appraisals: RoundFacts['appraisals'],
): SnapshotFigure[] {
  const scored = units.filter((unit) => unit.social !== null);
  const average = mean(scored.map(({ social }) => social));
  if (average === null) return [];
  const highest = Math.max(...scored.map(({ social }) => social ?? 0));
  const best = scored.filter(({ social }) => social === highest);
  const list = best.map(
    ({ code, name: unit }) => `${unit.zh}（${score(highest)}分${interval(appraisals[code])}）`,
  );
  return [
    {
      key: `group ${kind} social`,
      label: { zh: `${label.zh}：社会评议平均分`, en: `${label.en}: mean of the appraisal` },
      value: score(average),
    },
    {
      key: `group ${kind} social-best`,
      label: { zh: `${label.zh}：社会评议最高的单位`, en: `${label.en}: best in the appraisal` },
      value: list.join('、'),
    },
  ];
}

function interval(appraisal: Appraisal | undefined): string {
  if (!appraisal?.interval) return '';
  // A score lies on the scale; its interval, a symmetrical approximation, may reach past either end.
  const lower = Math.max(0, appraisal.interval.lower);
  const upper = Math.min(100, appraisal.interval.upper);
  return `，有效答卷${appraisal.valid}份，95%置信区间${score(lower)}—${score(upper)}分`;
}

const namesOf = (units: readonly RankedUnit[]): string => units.map(({ name }) => name.zh).join('、');
