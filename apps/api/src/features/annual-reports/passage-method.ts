import type { MethodView, Ranking } from '@gongping/contracts';
import type { RoundFacts } from '../results/round-facts.ts';
import { leavesOf } from '../results/round-facts.ts';
import { percent, plain } from './figures.ts';
import type { Group } from './passage-groups.ts';
import { token, type Has, type SnapshotFigure } from './snapshot-figure.ts';

/** How many units and indicators there were, and what the scores were made of. */
export function methodFigures(
  { method, families }: Ranking,
  facts: RoundFacts,
  groups: readonly Group[],
): SnapshotFigure[] {
  const caps: readonly (readonly [string, number | null, SnapshotFigure['label']])[] = [
    ['method bonus-cap', method.bonusCap, { zh: '加分上限', en: 'Most bonus marks' }],
    ['method total-cap', method.totalCap, { zh: '加分后总分上限', en: 'Most marks in all' }],
  ];
  return [
    ...groups.map(({ kind, label, units }) => ({
      key: `count ${kind}`,
      label: { zh: `${label.zh}：单位数`, en: `${label.en}: number` },
      value: String(units.length),
    })),
    ...groups.map(({ kind, label }) => ({
      key: `leaves ${kind}`,
      label: { zh: `${label.zh}：指标项数`, en: `${label.en}: number of indicators` },
      value: String(leavesOf(facts, kind).filter(({ role }) => role === 'score').length),
    })),
    {
      key: 'count families',
      label: { zh: '指标方面数', en: 'Number of families' },
      value: String(families.length),
    },
    {
      key: 'method third-party',
      label: { zh: '第三方评估权重', en: 'Weight of the third party' },
      value: percent(method.thirdPartyWeight),
    },
    {
      key: 'method social',
      label: { zh: '社会评议权重', en: 'Weight of the appraisal' },
      value: percent(method.socialWeight),
    },
    ...caps.flatMap(([key, cap, label]) =>
      cap === null || !hasBonus(facts) ? [] : [{ key, label, value: plain(cap) }],
    ),
    { key: 'method bands', label: { zh: '等次标准', en: 'Bands' }, value: bandPhrase(method) },
  ];
}

/** Why and who: the notice's clause, and the units. */
export function basisSentence(
  notice: { documentNumber: string; title: string },
  year: number,
  groups: readonly Group[],
): string {
  const units = groups.map(({ kind, name }) => `${token(`count ${kind}`)}个${name}`).join('、');
  const number = notice.documentNumber === '' ? '' : `（${notice.documentNumber}）`;
  const basis = notice.title === '' ? '' : `按照《${inner(notice.title)}》${number}要求，`;
  return `${basis}${year}年度对${units}组织开展政务公开工作第三方评估和社会评议，评估评议结果作为政务公开绩效评估的重要依据。`;
}

/** A title inside a title takes single brackets. */
function inner(title: string): string {
  return title.replaceAll('《', '〈').replaceAll('》', '〉');
}

/** The groups of a publication, and which figures it has. */
interface Known {
  readonly groups: readonly Group[];
  readonly has: Has;
}

const hasBonus = ({ indicators }: RoundFacts): boolean =>
  indicators.some(({ role, rule }) => role === 'bonus' && rule !== null);

/** How scores come about: families, weights, bonus, N/A, bands. */
export function methodSentence(ranking: Ranking, facts: RoundFacts, { groups, has }: Known): string {
  const families = ranking.families.map(({ name }) => name.zh).join('、');
  const counts = groups.map(({ kind, name }) => `${name}${token(`leaves ${kind}`)}项`).join('、');
  return [
    `第三方评估围绕${families}等${token('count families')}个方面设置指标（${counts}），满分100分，不适用的指标不计入，按适用分值折算。`,
    mixSentence(ranking.method),
    bonusSentence(facts, has),
    `得分相同的名次并列；${groups.length > 1 ? `${groups.map(({ name }) => name).join('、')}分别排名；` : ''}`,
    `综合得分四舍五入保留两位小数后确定等次，${token('method bands')}。`,
  ].join('');
}

function mixSentence({ socialWeight }: MethodView): string {
  if (socialWeight === 0) return '综合得分为第三方评估得分。';
  return `综合得分由第三方评估得分和社会评议得分按${token('method third-party')}和${token('method social')}的权重计算。`;
}

function bonusSentence(facts: RoundFacts, has: Has): string {
  if (!hasBonus(facts)) return '';
  const most = has('method bonus-cap') ? `，最多加${token('method bonus-cap')}分` : '';
  const ceiling = has('method total-cap') ? `，加分后总分不超过${token('method total-cap')}分` : '';
  return `创新实践等加分项在百分制以外加分${most}${ceiling}。`;
}

function bandPhrase({ bands }: MethodView): string {
  const sorted = bands.toSorted((a, b) => b.minimum - a.minimum);
  const parts = sorted.map(({ name, minimum }, at) => {
    const above = sorted[at - 1];
    const below = above ? `不足${plain(above.minimum)}分` : '';
    if (minimum <= 0 && above) return `${below}为${name.zh}`;
    return `${plain(minimum)}分及以上${below}为${name.zh}`;
  });
  return parts.join('，');
}
