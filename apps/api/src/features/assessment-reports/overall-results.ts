import { barChart, stackedBarChart, type ReportBlock } from '@gongping/documents';
import type { RankedUnit, Ranking } from '@gongping/contracts';
import { mean, plain, score } from '../annual-reports/figures.ts';
import type { Group } from '../annual-reports/passage-groups.ts';
import { passageWords } from '../annual-reports/snapshot-figures.ts';
import { median } from '../results/median.ts';
import { centred, naming, paragraphs, scoreOr, sectionBlocks, table } from './report-blocks.ts';
import type { ReportFacts } from './report-facts.ts';

/** The ranking of each group, with what the totals are made of. */
export function resultBlocks({ ranking, groups, snapshot }: ReportFacts): ReportBlock[] {
  const { year } = snapshot.facts;
  const words = passageWords(snapshot);
  return [
    ...sectionBlocks(
      groups.map((group) => ({
        title: `${group.name}评估结果`,
        blocks: [
          ...paragraphs(words.results[group.kind] ?? ''),
          ...table(`${year}年度${group.name}综合得分与名次`, rankingTable(group, ranking)),
          ...compositionChart(group, ranking),
        ],
      })),
    ),
    ...paragraphs(words.unscored),
  ];
}

function rankingTable({ units }: Group, { method }: Ranking) {
  const bands = new Map(method.bands.map(({ code, name }) => [code, name.zh]));
  const bonus = units.some((unit) => unit.bonus > 0);
  const previous = units.some((unit) => unit.previous !== null);
  const social = method.socialWeight > 0;
  return {
    head: [
      [
        '名次',
        '单位',
        '综合得分',
        '等次',
        '第三方评估',
        ...(social ? ['社会评议'] : []),
        ...(bonus ? ['加分'] : []),
        ...(previous ? ['较上年'] : []),
      ],
    ],
    rows: units.map((unit) => [
      centred(unit.rank === null ? '—' : plain(unit.rank)),
      naming(unit.name.zh),
      scoreOr(unit.total),
      centred(bands.get(unit.band ?? '') ?? '—'),
      scoreOr(unit.thirdParty),
      ...(social ? [unit.social === null ? centred('样本不足') : score(unit.social)] : []),
      ...(bonus ? [score(unit.bonus)] : []),
      ...(previous ? [centred(moved(unit))] : []),
    ]),
  };
}

/** Places gained or lost against the year before. */
function moved({ rank, previous }: RankedUnit): string {
  const before = previous?.rank ?? null;
  if (rank === null || before === null) return '—';
  const places = before - rank;
  if (places === 0) return '持平';
  return places > 0 ? `升${plain(places)}位` : `降${plain(-places)}位`;
}

function compositionChart(group: Group, { families, method }: Ranking): ReportBlock[] {
  const units = group.units.filter(({ total }) => total !== null);
  const [best] = units;
  if (best === undefined) return [];
  const bonus = units.some((unit) => unit.bonus > 0);
  const social = method.socialWeight > 0 && units.some((unit) => unit.socialPoints > 0);
  const series = [
    ...families.map(({ name }) => name.zh),
    ...(social ? ['社会评议'] : []),
    ...(bonus ? ['加分'] : []),
  ];
  const rows = units.map((unit) => ({
    name: unit.name.zh,
    parts: [
      ...families.map(({ code }) => unit.families[code]?.points ?? 0),
      ...(social ? [unit.socialPoints] : []),
      ...(bonus ? [unit.bonus] : []),
    ],
    shown: scoreOr(unit.total),
  }));
  const last = units.at(-1) ?? best;
  const alt = `${group.name}综合得分的构成，按名次排列：${best.name.zh}${scoreOr(best.total)}分最高，${last.name.zh}${scoreOr(last.total)}分最低。`;
  return [stackedBarChart({ caption: `${group.name}综合得分构成`, alt }, { series, rows })];
}

/** Each family over the units of a group. */
export function familyBlocks({ ranking, groups, snapshot }: ReportFacts): ReportBlock[] {
  const words = passageWords(snapshot);
  return sectionBlocks(
    groups.map((group) => ({
      title: group.name,
      blocks: [
        ...paragraphs(words.deductions[group.kind] ?? ''),
        ...table(`${group.name}各方面得分率`, {
          head: [['方面', '平均', '中位数', '最高', '最低']],
          rows: ranking.families.flatMap(({ code, name }) => familyRow(group, { code, name: name.zh })),
          widths: [24, 12, 12, 26, 26],
        }),
        ...familyChart(group, ranking),
      ],
    })),
  );
}

const rate = (value: number | null): string => (value === null ? '—' : `${score(value)}%`);

function familyRow({ units }: Group, { code, name }: { code: string; name: string }) {
  const scored = units
    .map((unit) => ({ unit: unit.name.zh, value: unit.families[code]?.score ?? null }))
    .filter((one): one is { unit: string; value: number } => one.value !== null)
    .sort((a, b) => b.value - a.value);
  const [best] = scored;
  const last = scored.at(-1);
  if (best === undefined || last === undefined) return [];
  const values = scored.map(({ value }) => value);
  const named = (one: { unit: string; value: number }) => {
    const same = scored.filter(({ value }) => value === one.value);
    return `${rate(one.value)}（${same.length > 2 ? `${same.length}个单位` : same.map(({ unit }) => unit).join('、')}）`;
  };
  return [
    [
      naming(`${code} ${name}`),
      rate(mean(values)),
      rate(median(values)),
      centred(named(best)),
      centred(named(last)),
    ],
  ];
}

function familyChart({ name, units }: Group, { families }: Ranking): ReportBlock[] {
  const rows = families
    .map((family) => ({
      name: family.name.zh,
      value: mean(units.map((unit) => unit.families[family.code]?.score ?? null)),
    }))
    .filter((one): one is { name: string; value: number } => one.value !== null)
    .map((one) => ({ ...one, shown: rate(one.value) }))
    .sort((a, b) => b.value - a.value);
  const [best] = rows;
  const last = rows.at(-1);
  if (best === undefined || last === undefined) return [];
  const alt = `${name}平均得分率最高的方面是${best.name}（${best.shown}），最低的是${last.name}（${last.shown}）。`;
  const weakest = rows.map((row) => ({ ...row, marked: row === last && rows.length > 1 }));
  return [barChart({ caption: `${name}各方面平均得分率`, alt }, weakest)];
}
