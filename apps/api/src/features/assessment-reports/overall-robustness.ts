import { intervalChart, type ReportBlock } from '@gongping/documents';
import type { UnitRobustness } from '@gongping/contracts';
import { percent, plain, score } from '../annual-reports/figures.ts';
import type { Group } from '../annual-reports/passage-groups.ts';
import { centred, naming, paragraphs, sectionBlocks, table } from './report-blocks.ts';
import type { ReportFacts } from './report-facts.ts';

/** How far the ranks depend on the weights: intervals, and units that cannot be told apart. */
export function robustnessBlocks({ robustness, groups, ranking }: ReportFacts): ReportBlock[] {
  if (robustness === null) return [];
  const { draws, spread, seed } = robustness;
  const names = new Map(ranking.units.map(({ code, name }) => [code, name.zh]));
  const sections = robustness.groups.map(({ group, units }) => ({
    title: groups.find(({ kind }) => kind === group)?.name ?? '全部单位',
    units: units.map((unit) => ({ ...unit, name: names.get(unit.code) ?? unit.code })),
  }));
  return [
    ...paragraphs(
      `为检验名次对指标权重的依赖程度，将各级权重在上下${percent(spread)}的范围内随机变动${draws}次（随机种子${seed}），每次重新计算得分和名次。名次区间为其中九成情形下名次所在的范围；上一名在不足95%的情形下领先的，视为与上一名无显著差异。`,
    ),
    ...sectionBlocks(sections.map(({ title, units }) => ({ title, blocks: groupBlocks(title, units) }))),
  ];
}

type Named = UnitRobustness & { readonly name: string };

const rangeOf = ({ q5, q95 }: UnitRobustness): string =>
  q5 === q95 ? plain(q5) : `${plain(q5)}–${plain(q95)}`;

function groupBlocks(title: Group['name'], units: readonly Named[]): ReportBlock[] {
  const settled = units.filter(({ q5, q95 }) => q5 === q95).length;
  const level = units.filter(({ levelWithPrevious }) => levelWithPrevious).length;
  return [
    ...paragraphs(`${title}中名次不随权重变动的有${settled}个，与上一名无显著差异的有${level}个。`),
    ...table(`${title}名次区间`, {
      head: [['单位', '名次', '名次区间', '平均名次', '与上一名']],
      rows: units.map((unit) => [
        naming(unit.name),
        centred(plain(unit.rank)),
        centred(rangeOf(unit)),
        centred(score(unit.mean)),
        centred(unit.levelWithPrevious ? '无显著差异' : '—'),
      ]),
    }),
    ...rankChart(title, units),
  ];
}

function rankChart(title: string, units: readonly Named[]): ReportBlock[] {
  const to = units.length;
  if (to < 2) return [];
  const rows = units.map((unit) => ({
    name: unit.name,
    value: unit.rank,
    lower: unit.q5,
    upper: unit.q95,
    shown: rangeOf(unit),
  }));
  const step = to > 12 ? 5 : to > 6 ? 3 : 1;
  const even = Array.from({ length: Math.ceil((to - 1) / step) }, (_, at) => 1 + at * step);
  // The last place has its number; one close to it would lie over that.
  const ticks = [...even.filter((tick) => (to - tick) * 2 >= step), to];
  const widest = units.reduce((most, unit) => (unit.q95 - unit.q5 > most.q95 - most.q5 ? unit : most));
  const alt = `${title}各单位的名次（点）与名次区间（线）；区间最宽的是${widest.name}，为${rangeOf(widest)}。`;
  return [intervalChart({ caption: `${title}名次与名次区间`, alt }, { rows, scale: { from: 1, to, ticks } })];
}
