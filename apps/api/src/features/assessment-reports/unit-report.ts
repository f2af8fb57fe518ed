import { bulletChart, seriesColours, type OfficialReport, type ReportBlock } from '@gongping/documents';
import type { RankedUnit } from '@gongping/contracts';
import { roundHalfUp } from '@gongping/scoring';
import { plain, score } from '../annual-reports/figures.ts';
import { computedOf } from '../publications/snapshot.ts';
import { median } from '../results/median.ts';
import { imprint } from './overall-report.ts';
import { marksOf } from './overall-scores.ts';
import { centred, chapterBlocks, naming, paragraphs, scoreOr, table } from './report-blocks.ts';
import type { ReportFacts } from './report-facts.ts';
import { unitAppraisalBlocks } from './unit-appraisal.ts';
import { advantageBlocks, adviceBlocks, lossBlocks } from './unit-losses.ts';

/** The report of one unit, in Chinese: an official document. Null where the round has no unit of that code. */
export function unitReport(facts: ReportFacts, code: string): OfficialReport | null {
  const { snapshot, ranking, groups, leaves } = facts;
  const unit = ranking.units.find((one) => one.code === code);
  const group = groups.find(({ kind }) => kind === unit?.kind);
  if (unit === undefined || group === undefined) return null;
  const own = leaves.get(code) ?? [];
  const appraisal = computedOf(snapshot).facts.appraisals[code];
  return {
    title: `${unit.name.zh}${snapshot.facts.year}年度政务公开评估报告`,
    subtitle: snapshot.facts.title,
    ...imprint(facts),
    contents: false,
    blocks: chapterBlocks([
      { title: '总体结果', blocks: summaryBlocks(facts, { unit, units: group.units, group: group.name }) },
      { title: '主要失分', blocks: lossBlocks(facts, { unit, leaves: own }) },
      { title: '加分与一票否决', blocks: advantageBlocks(own) },
      {
        title: '社会评议',
        blocks: appraisal === undefined ? [] : unitAppraisalBlocks(facts, { unit, appraisal }),
      },
      { title: '改进建议', blocks: adviceBlocks(own) },
      {
        title: '各项指标得分',
        blocks: table('各项指标得分', {
          head: [['指标', '满分', '得分']],
          rows: own.map((leaf) => [
            naming(`${leaf.code} ${leaf.name.zh}`),
            centred(leaf.role === 'veto' ? '否决' : plain(leaf.fullMarks)),
            marksOf(leaf),
          ]),
          widths: [70, 14, 16],
        }),
      },
    ]),
  };
}

function previousSentence({ previous }: RankedUnit): string {
  if (previous === null || previous.rank === null) return '';
  return `${previous.year}年度综合得分${scoreOr(previous.total)}分，排名第${plain(previous.rank)}。`;
}

interface Among {
  readonly unit: RankedUnit;
  readonly units: readonly RankedUnit[];
  readonly group: string;
}

function summaryBlocks(facts: ReportFacts, among: Among): ReportBlock[] {
  return [
    ...paragraphs(summarySentence(facts, among)),
    ...familyTable(facts, among),
    ...familyChart(facts, among),
  ];
}

/** In nine of ten draws of the weights. */
function rankRange({ robustness }: ReportFacts, code: string): string {
  const ranks = robustness?.groups.flatMap(({ units }) => units).find((one) => one.code === code);
  if (ranks === undefined) return '';
  const { q5, q95 } = ranks;
  return q5 === q95 ? '，名次不随权重变动' : `，权重变动时名次区间为${plain(q5)}–${plain(q95)}`;
}

function summarySentence(facts: ReportFacts, { unit, units, group }: Among): string {
  const { ranking, snapshot } = facts;
  const { method } = ranking;
  if (unit.total === null) return '本年度没有综合得分。';
  const band = method.bands.find(({ code }) => code === unit.band)?.name.zh;
  const middle = median(units.map(({ total }) => total));
  const parts = [
    `综合得分${score(unit.total)}分，在${units.length}个${group}中排名第${plain(unit.rank ?? 0)}${band === undefined ? '' : `，等次为${band}`}`,
    `（本组中位数${scoreOr(middle)}分${rankRange(facts, unit.code)}）。`,
    `其中第三方评估得分${scoreOr(unit.thirdParty)}分（适用指标满分${plain(unit.applicableMarks)}分，得${score(unit.rawMarks)}分）`,
    method.socialWeight === 0
      ? ''
      : unit.social === null
        ? '，社会评议有效答卷不足，不计入'
        : `，社会评议得分${score(unit.social)}分`,
    unit.bonus > 0 ? `，加分${score(unit.bonus)}分` : '',
    '。',
    previousSentence(unit),
    unit.unscored > 0 ? `另有${unit.unscored}项指标未评分，不计入。` : '',
    snapshot.version === 1 ? '' : `以上为第${snapshot.version}版更正后的结果。`,
  ];
  return parts.join('');
}

function familyTable({ ranking: { families } }: ReportFacts, { unit, units }: Among): ReportBlock[] {
  return table('各方面得分', {
    widths: [28, 12, 13, 14, 16, 17],
    head: [['方面', '得分', '适用满分', '得分率', '本组中位数', '与中位数之差']],
    rows: families.map(({ code, name }) => {
      const own = unit.families[code];
      const middle = median(units.map((one) => one.families[code]?.score ?? null));
      const rate = own?.score ?? null;
      const gap =
        rate === null || middle === null
          ? null
          : roundHalfUp(roundHalfUp(rate, 2) - roundHalfUp(middle, 2), 2);
      return [
        naming(`${code} ${name.zh}`),
        own === undefined ? centred('—') : score(own.marks),
        own === undefined ? centred('—') : score(own.applicable),
        rate === null ? centred('—') : `${score(rate)}%`,
        middle === null ? centred('—') : `${score(middle)}%`,
        gap === null ? centred('—') : { text: signed(gap), align: 'right' },
      ];
    }),
  });
}

/** With a real minus sign. */
function signed(value: number): string {
  return value === 0 ? score(value) : `${value > 0 ? '+' : '−'}${score(Math.abs(value))}`;
}

function familyChart({ ranking: { families } }: ReportFacts, { unit, units }: Among): ReportBlock[] {
  const rows = families.flatMap(({ code, name }, at) => {
    const value = unit.families[code]?.score ?? null;
    if (value === null) return [];
    const reference = median(units.map((one) => one.families[code]?.score ?? null));
    const colour = seriesColours[at % seriesColours.length];
    return [
      {
        name: name.zh,
        value,
        reference,
        shown: `${score(value)}%`,
        ...(colour === undefined ? {} : { colour }),
      },
    ];
  });
  if (rows.length === 0) return [];
  const below = rows
    .filter(({ value, reference }) => reference !== null && value < reference)
    .map(({ name }) => name);
  const alt = `各方面得分率与本组中位数；${below.length === 0 ? '各方面都不低于中位数' : `低于中位数的有${below.join('、')}`}。`;
  return [
    bulletChart({ caption: '各方面得分率与本组中位数', alt }, { rows, most: 100, reference: '本组中位数' }),
  ];
}
