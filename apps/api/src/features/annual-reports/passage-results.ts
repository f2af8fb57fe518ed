import type { Ranking, RankedUnit } from '@gongping/contracts';
import { mean, plain, quoted, score } from './figures.ts';
import type { Group } from './passage-groups.ts';
import { token, type Has, type SnapshotFigure } from './snapshot-figure.ts';

const leaders = 3;
const weakest = 2;

/** Average, range, bands and the best units of a group, and where it lost most. */
export function groupFigures(group: Group, ranking: Ranking): SnapshotFigure[] {
  const { kind, label, units } = group;
  const totals = units.flatMap(({ total }) => (total === null ? [] : [total]));
  const average = mean(totals);
  if (average === null) return [];
  const figures: readonly (readonly [string, SnapshotFigure['label'], string])[] = [
    ['average', { zh: '综合得分平均', en: 'mean of the total' }, score(average)],
    ['highest', { zh: '综合得分最高', en: 'highest total' }, score(Math.max(...totals))],
    ['lowest', { zh: '综合得分最低', en: 'lowest total' }, score(Math.min(...totals))],
    ['bands', { zh: '各等次单位数', en: 'units of each band' }, bandCounts(units, ranking)],
    ['best', { zh: '排名居前的单位', en: 'leading units' }, bestUnits(units)],
    ['families', { zh: '各方面平均得分率', en: 'mean shares of the families' }, familyShares(group, ranking)],
    ['weakest', { zh: '失分较多的指标', en: 'weakest indicators' }, weakestLeaves(group, ranking)],
  ];
  return figures
    .filter(([, , value]) => value !== '')
    .map(([what, about, value]) => ({
      key: `group ${kind} ${what}`,
      label: { zh: `${label.zh}：${about.zh}`, en: `${label.en}: ${about.en}` },
      value,
    }));
}

/** Average, range, bands and the best units of one group. */
export function resultSentence({ kind, name }: Group, has: Has): string {
  const of = (what: string) => token(`group ${kind} ${what}`);
  if (!has(`group ${kind} average`)) return `${name}本年度无综合得分。`;
  const bands = has(`group ${kind} bands`) ? `；${of('bands')}` : '';
  const range = `最高${of('highest')}分，最低${of('lowest')}分`;
  return `${name}综合得分平均${of('average')}分，${range}${bands}；排名居前的为${of('best')}。`;
}

function bandCounts(units: readonly RankedUnit[], { method }: Ranking): string {
  return method.bands
    .map((band) => ({ band, count: units.filter((unit) => unit.band === band.code).length }))
    .filter(({ count }) => count > 0)
    .map(({ band, count }) => `${band.name.zh}${count}个`)
    .join('、');
}

function bestUnits(units: readonly RankedUnit[]): string {
  const best = units.filter(({ rank }) => rank !== null && rank <= leaders);
  return best.map(({ name, total }) => `${name.zh}（${score(total ?? 0)}分）`).join('、');
}

/** Where a group lost most: families by their average score, and the weakest leaves. */
export function deductionSentence({ kind, name }: Group, has: Has): string {
  if (!has(`group ${kind} families`)) return '';
  const weak = has(`group ${kind} weakest`) ? `，失分较多的指标为${token(`group ${kind} weakest`)}` : '';
  return `${name}各方面平均得分率由低到高为${token(`group ${kind} families`)}${weak}。`;
}

function familyShares({ units }: Group, { families }: Ranking): string {
  return families
    .map((family) => ({
      family: family.name.zh,
      average: mean(units.map((unit) => unit.families[family.code]?.score ?? null)),
    }))
    .filter((one): one is { family: string; average: number } => one.average !== null)
    .sort((a, b) => a.average - b.average)
    .map(({ family, average }) => `${family}${score(average)}%`)
    .join('、');
}

function weakestLeaves({ units }: Group, { leaves }: Ranking): string {
  return leaves
    .map((leaf) => ({ leaf: leaf.name.zh, share: mean(units.map(({ code }) => leaf.shares[code] ?? null)) }))
    .filter((one): one is { leaf: string; share: number } => one.share !== null && one.share < 1)
    .sort((a, b) => a.share - b.share)
    .slice(0, weakest)
    .map(({ leaf, share }) => `${quoted(leaf)}（${score(share * 100)}%）`)
    .join('、');
}

/** How many leaves were left out because nobody scored them; none where nothing was. */
export function unscoredFigures({ units }: Ranking): SnapshotFigure[] {
  const count = units.reduce((sum, { unscored }) => sum + unscored, 0);
  const label = { zh: '未评分的指标项次', en: 'Indicators left unscored' };
  return count === 0 ? [] : [{ key: 'count unscored', label, value: plain(count) }];
}

/** What was left out because nobody scored it; empty where nothing was. */
export function unscoredSentence(has: Has): string {
  return has('count unscored') ? `另有${token('count unscored')}项次指标未评分，按不计入处理。` : '';
}
