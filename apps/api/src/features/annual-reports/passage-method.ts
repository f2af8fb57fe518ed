import type { MethodView, Ranking } from '@gongping/contracts';
import type { RoundFacts } from '../results/round-facts.ts';
import { leavesOf } from '../results/round-facts.ts';
import { percent, plain } from './figures.ts';
import type { Group } from './passage-groups.ts';

/** Why and who: the notice's clause, and the units. */
export function basisSentence(
  notice: { documentNumber: string; title: string },
  year: number,
  groups: readonly Group[],
): string {
  const units = groups.map(({ name, units: own }) => `${own.length}个${name}`).join('、');
  const number = notice.documentNumber === '' ? '' : `（${notice.documentNumber}）`;
  const basis = notice.title === '' ? '' : `按照《${inner(notice.title)}》${number}要求，`;
  return `${basis}${year}年度对${units}组织开展政务公开工作第三方评估和社会评议，评估评议结果作为政务公开绩效评估的重要依据。`;
}

/** A title inside a title takes single brackets. */
function inner(title: string): string {
  return title.replaceAll('《', '〈').replaceAll('》', '〉');
}

/** How scores come about: families, weights, bonus, N/A, bands. */
export function methodSentence(ranking: Ranking, facts: RoundFacts, groups: readonly Group[]): string {
  const { method } = ranking;
  const families = ranking.families.map(({ name }) => name.zh).join('、');
  const counts = groups
    .map(
      ({ kind, name }) => `${name}${leavesOf(facts, kind).filter(({ role }) => role === 'score').length}项`,
    )
    .join('、');
  return [
    `第三方评估围绕${families}等${ranking.families.length}个方面设置指标（${counts}），满分100分，不适用的指标不计入，按适用分值折算。`,
    mixSentence(method),
    bonusSentence(method, facts),
    `得分相同的名次并列；${groups.length > 1 ? `${groups.map(({ name }) => name).join('、')}分别排名；` : ''}`,
    `${bandSentence(method)}。`,
  ].join('');
}

function mixSentence({ socialWeight, thirdPartyWeight }: MethodView): string {
  if (socialWeight === 0) return '综合得分为第三方评估得分。';
  return `综合得分由第三方评估得分和社会评议得分按${percent(thirdPartyWeight)}和${percent(socialWeight)}的权重计算。`;
}

function bonusSentence({ bonusCap, totalCap }: MethodView, { indicators }: RoundFacts): string {
  if (!indicators.some(({ role, rule }) => role === 'bonus' && rule !== null)) return '';
  const most = bonusCap === null ? '' : `，最多加${plain(bonusCap)}分`;
  const ceiling = totalCap === null ? '' : `，加分后总分不超过${plain(totalCap)}分`;
  return `创新实践等加分项在百分制以外加分${most}${ceiling}。`;
}

function bandSentence({ bands }: MethodView): string {
  const sorted = bands.toSorted((a, b) => b.minimum - a.minimum);
  const parts = sorted.map(({ name, minimum }, at) => {
    const above = sorted[at - 1];
    const below = above ? `不足${plain(above.minimum)}分` : '';
    if (minimum <= 0 && above) return `${below}为${name.zh}`;
    return `${plain(minimum)}分及以上${below}为${name.zh}`;
  });
  return `综合得分四舍五入保留两位小数后确定等次，${parts.join('，')}`;
}
