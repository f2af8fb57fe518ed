import { barChart, type ReportBlock } from '@gongping/documents';
import { formatDecimal, roundHalfUp } from '@gongping/scoring';
import type { Indicator } from '@gongping/contracts';
import { quoted, score } from '../annual-reports/figures.ts';
import type { Group } from '../annual-reports/passage-groups.ts';
import { cellKey } from '../results/round-facts.ts';
import { namedDeductions } from './deductions.ts';
import { centred, naming, note, paragraphs, sectionBlocks, table } from './report-blocks.ts';
import type { LeafResult, ReportFacts } from './report-facts.ts';

/** A leaf over the units of a group. */
export interface LeafLosses {
  readonly leaf: Indicator;
  /** Units that it was scored for, and those of them that lost marks, the most first. */
  readonly scored: number;
  readonly losing: readonly { readonly unit: string; readonly code: string; readonly result: LeafResult }[];
  readonly lost: number;
}

const listed = 15;
const charted = 10;

/** Common problems, counted from the deductions: which indicators, how many units, how many marks, why. */
export function problemBlocks(facts: ReportFacts): ReportBlock[] {
  return sectionBlocks(
    facts.groups.map((group) => ({ title: group.name, blocks: groupBlocks(facts, group) })),
  );
}

function groupBlocks(facts: ReportFacts, group: Group): ReportBlock[] {
  const losses = lossesOf(facts, group);
  const found = losses.filter(({ losing }) => losing.length > 0);
  if (losses.every(({ scored }) => scored === 0)) return paragraphs(`${group.name}没有已评分的指标。`);
  if (found.length === 0) return paragraphs(`${group.name}没有扣分。`);
  const sum = roundHalfUp(
    found.reduce((total, { lost }) => total + lost, 0),
    10,
  );
  const common = found.filter(({ losing, scored }) => losing.length * 2 >= scored);
  const shown = found.slice(0, listed);
  const rest = found.length - shown.length;
  const commonNames = common.slice(0, 5).map(({ leaf }) => quoted(leaf.name.zh));
  return [
    ...paragraphs(
      `${group.name}的${losses.length}项指标中，${found.length}项有单位失分，合计失分${score(sum)}分（按各项满分计）。` +
        (common.length === 0
          ? ''
          : `半数及以上单位失分的指标有${common.length}项${common.length > 5 ? '，主要是' : '：'}${commonNames.join('、')}。`),
    ),
    ...table(`${group.name}共性问题`, {
      head: [['指标', '失分单位', '合计失分', '主要问题']],
      rows: shown.map((loss) => [
        naming(`${loss.leaf.code} ${loss.leaf.name.zh}`),
        centred(`${loss.losing.length}个（${formatDecimal((100 * loss.losing.length) / loss.scored, 0)}%）`),
        score(loss.lost),
        reasonsOf(facts, loss),
      ]),
      widths: [23, 16, 13, 48],
    }),
    ...(rest > 0 ? [note(`注：按合计失分由高到低列出前${listed}项，其余${rest}项见附录。`)] : []),
    lossChart(group, found.slice(0, charted)),
  ];
}

/** The indicators of a group, those that cost most first. */
export function lossesOf({ snapshot, leaves }: ReportFacts, group: Group): LeafLosses[] {
  return snapshot.facts.indicators
    .filter(
      ({ rule, role, unitKinds }) => rule !== null && role === 'score' && unitKinds.includes(group.kind),
    )
    .map((leaf) => {
      const results = group.units.flatMap(({ code, name }) => {
        const result = leaves.get(code)?.find((one) => one.code === leaf.code);
        return result?.state === 'scored' ? [{ unit: name.zh, code, result }] : [];
      });
      const losing = results
        .filter(({ result }) => result.lost > 0)
        .sort((a, b) => b.result.lost - a.result.lost);
      const lost = roundHalfUp(
        losing.reduce((sum, { result }) => sum + result.lost, 0),
        10,
      );
      return { leaf, scored: results.length, losing, lost };
    })
    .sort((a, b) => b.lost - a.lost);
}

const examples = 2;
const longest = 60;

/** What the rule names, counted over the units; then the words of the units that lost most. */
function reasonsOf({ scores }: ReportFacts, { leaf, losing }: LeafLosses): string {
  const named = new Map<string, { units: number; count: number }>();
  for (const { code } of losing) {
    for (const { label, count } of namedDeductions(leaf, scores.get(cellKey(code, leaf.code)))) {
      const known = named.get(label) ?? { units: 0, count: 0 };
      named.set(label, { units: known.units + 1, count: known.count + count });
    }
  }
  const counted = [...named]
    .sort(([, a], [, b]) => b.units - a.units)
    .map(([label, { units, count }]) => `${label}（${units}个单位，${count}处）`);
  const words = losing
    .filter(({ result }) => result.reason !== '')
    .slice(0, examples)
    .map(({ unit, result }) => `${unit}：${shortened(result.reason)}`);
  return [...(counted.length === 0 ? [] : [counted.join('；')]), ...words].join('\n');
}

function shortened(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length > longest ? `${line.slice(0, longest)}…` : line;
}

function lossChart({ name }: Group, losses: readonly LeafLosses[]): ReportBlock {
  const rows = losses.map(({ leaf, lost }) => ({
    name: `${leaf.code} ${leaf.name.zh}`,
    value: lost,
    shown: score(lost),
  }));
  const [first] = rows;
  const alt = `${name}合计失分最多的${rows.length}项指标，由高到低；最多的是${first?.name ?? ''}，共${first?.shown ?? ''}分。`;
  return barChart({ caption: `${name}合计失分最多的指标`, alt }, rows);
}
