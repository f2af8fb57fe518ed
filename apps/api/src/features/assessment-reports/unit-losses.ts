import type { RankedUnit } from '@gongping/contracts';
import type { ReportBlock } from '@gongping/documents';
import { roundHalfUp } from '@gongping/scoring';
import { score } from '../annual-reports/figures.ts';
import { cellKey } from '../results/round-facts.ts';
import { reasonOf } from './deductions.ts';
import { centred, naming, note, paragraphs, table } from './report-blocks.ts';
import type { LeafResult, ReportFacts } from './report-facts.ts';

/** Those that cost most first. */
const losing = (leaves: readonly LeafResult[]): LeafResult[] =>
  leaves.filter(({ lost }) => lost > 0).sort((a, b) => b.lostPoints - a.lostPoints || b.lost - a.lost);

/** The deductions by size with their reasons; what is not applicable and what was not scored. */
export function lossBlocks(
  { snapshot: { facts }, scores }: ReportFacts,
  { unit, leaves }: { unit: RankedUnit; leaves: readonly LeafResult[] },
): ReportBlock[] {
  const indicators = new Map(facts.indicators.map((indicator) => [indicator.code, indicator]));
  const lost = losing(leaves);
  const sum = roundHalfUp(
    lost.reduce((total, leaf) => total + leaf.lost, 0),
    10,
  );
  const notApplicable = leaves.filter(({ state }) => state === 'not_applicable');
  return [
    ...paragraphs(
      lost.length === 0
        ? leaves.some(({ state }) => state === 'scored')
          ? '没有扣分。'
          : '没有已评分的指标。'
        : `共有${lost.length}项指标扣分，合计扣${score(sum)}分（按各项满分计），由大到小见下表。`,
    ),
    ...table('扣分情况', {
      head: [['序号', '指标', '满分', '扣分', '影响总分', '扣分理由']],
      rows: lost.map((leaf, at) => [
        centred(String(at + 1)),
        naming(`${leaf.code} ${leaf.name.zh}`),
        score(leaf.fullMarks),
        score(leaf.lost),
        score(leaf.lostPoints),
        reasonOf(indicators.get(leaf.code), scores.get(cellKey(unit.code, leaf.code))) || '—',
      ]),
      widths: [9, 23, 9, 9, 13, 37],
    }),
    ...(lost.length === 0
      ? []
      : [note('注：“影响总分”为按适用分值折算并计入权重后，该项失分使综合得分减少的分数。')]),
    ...paragraphs(
      notApplicable.length === 0
        ? ''
        : `不适用${notApplicable.length}项，不计入：${notApplicable.map(whyNot).join('；')}。`,
    ),
  ];
}

const whyNot = ({ code, name, reason }: LeafResult): string =>
  `${code} ${name.zh}${reason === '' ? '' : `（${reason.replace(/。$/, '')}）`}`;

/** Bonuses and vetoes. */
export function advantageBlocks(leaves: readonly LeafResult[]): ReportBlock[] {
  const bonuses = leaves.filter(({ role, marks }) => role === 'bonus' && (marks ?? 0) > 0);
  const vetoes = leaves.filter(({ role, marks }) => role === 'veto' && marks === 1);
  return paragraphs(
    ...bonuses.map((leaf) => `加分：${whyNot(leaf)}，加${score(leaf.marks ?? 0)}分。`),
    ...vetoes.map((leaf) => `一票否决：${whyNot(leaf)}。`),
  );
}

const advised = 8;

/** What to improve, where most is to be gained first: what the rule asks for. */
export function adviceBlocks(leaves: readonly LeafResult[]): ReportBlock[] {
  const first = losing(leaves).slice(0, advised);
  if (first.length === 0) return [];
  return [
    ...paragraphs('建议从失分较多的指标入手，对照评分要求整改：'),
    {
      kind: 'list',
      ordered: true,
      items: first.map(
        ({ code, name, lost, ruleText }) =>
          `${code} ${name.zh}，可提高${score(lost)}分${ruleText === '' ? '' : `。评分要求：${ruleText.replace(/。$/, '')}`}。`,
      ),
    },
  ];
}
