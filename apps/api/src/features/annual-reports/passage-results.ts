import type { Ranking, RankedUnit } from '@gongping/contracts';
import { mean, plain, score } from './figures.ts';
import type { Group } from './passage-groups.ts';

const leaders = 3;
const weakest = 2;

/** Average, range, bands and the best units of one group. */
export function resultSentence({ name, units }: Group, { method }: Ranking): string {
  const totals = units.flatMap(({ total }) => (total === null ? [] : [total]));
  const average = mean(totals);
  if (average === null) return `${name}本年度无综合得分。`;
  const counts = method.bands
    .map((band) => ({ band, count: units.filter((unit) => unit.band === band.code).length }))
    .filter(({ count }) => count > 0)
    .map(({ band, count }) => `${band.name.zh}${count}个`);
  const range = `最高${score(Math.max(...totals))}分，最低${score(Math.min(...totals))}分`;
  const bands = counts.length === 0 ? '' : `；${counts.join('、')}`;
  return `${name}综合得分平均${score(average)}分，${range}${bands}；${bestUnits(units)}。`;
}

function bestUnits(units: readonly RankedUnit[]): string {
  const best = units.filter(({ rank }) => rank !== null && rank <= leaders);
  const list = best.map(({ name, total }) => `${name.zh}（${score(total ?? 0)}分）`).join('、');
  return `排名居前的为${list}`;
}

/** Where a group lost most: families by their average score, and the weakest leaves. */
export function deductionSentence({ name, units }: Group, { families, leaves }: Ranking): string {
  const byFamily = families
    .map((family) => ({
      family: family.name.zh,
      average: mean(units.map((unit) => unit.families[family.code]?.score ?? null)),
    }))
    .filter((one): one is { family: string; average: number } => one.average !== null)
    .sort((a, b) => a.average - b.average);
  if (byFamily.length === 0) return '';
  const parts = byFamily.map(({ family, average }) => `${family}${score(average)}%`).join('、');
  const byLeaf = leaves
    .map((leaf) => ({ leaf: leaf.name.zh, share: mean(units.map(({ code }) => leaf.shares[code] ?? null)) }))
    .filter((one): one is { leaf: string; share: number } => one.share !== null && one.share < 1)
    .sort((a, b) => a.share - b.share)
    .slice(0, weakest);
  const weak =
    byLeaf.length === 0
      ? ''
      : `，失分较多的指标为${byLeaf.map(({ leaf, share }) => `“${leaf}”（${score(share * 100)}%）`).join('、')}`;
  return `${name}各方面平均得分率由低到高为${parts}${weak}。`;
}

/** What was left out because nobody scored it; empty where nothing was. */
export function unscoredSentence({ units }: Ranking): string {
  const count = units.reduce((sum, { unscored }) => sum + unscored, 0);
  return count === 0 ? '' : `另有${plain(count)}项次指标未评分，按不计入处理。`;
}
