import type { ReportPassage } from '@gongping/contracts';
import type { Snapshot } from '../publications/snapshot.ts';
import { computedOf } from '../publications/snapshot.ts';
import { rankingView } from '../results/ranking-view.ts';
import { longDay, score } from './figures.ts';
import { appraisalSentence } from './passage-appraisal.ts';
import { groupsOf, type Group } from './passage-groups.ts';
import { basisSentence, methodSentence } from './passage-method.ts';
import { deductionSentence, resultSentence, unscoredSentence } from './passage-results.ts';

/** First digits of the hash: enough to find the publication by, short enough to print. */
const shortHash = 12;

/**
 * The passage on the results of assessment and social appraisal for section 一 of the city's annual report on open
 * government. Every figure is of the snapshot; what the platform does not know (accountability, rectification) is
 * left to the report's authors.
 */
export function reportPassageOf(snapshot: Snapshot, sha256: string): ReportPassage {
  const { facts, version, publishedAt, notice } = snapshot;
  const ranking = rankingView(computedOf(snapshot));
  const groups = groupsOf(ranking);
  const appraisal = appraisalSentence(ranking, facts, groups);
  const paragraphs = [
    basisSentence(notice, facts.year, groups),
    methodSentence(ranking, facts, groups),
    [...groups.map((group) => resultSentence(group, ranking)), unscoredSentence(ranking)].join(''),
    groups.map((group) => deductionSentence(group, ranking)).join(''),
    ...(appraisal === null ? [] : [appraisal]),
    ...(version === 1
      ? []
      : [`以上为第${version}版更正后的结果，更正原因：${snapshot.reason.replace(/。$/, '')}。`]),
  ];
  return {
    year: facts.year,
    version,
    sha256,
    demonstration: facts.demonstration,
    heading: '（五）监督保障',
    paragraphs: paragraphs.filter((text) => text !== ''),
    tables: groups.map((group) => ({
      caption: `${facts.year}年度${group.name}政务公开评估结果`,
      columns: ['名次', '单位', '第三方评估得分', '社会评议得分', '综合得分', '等次'],
      rows: tableRows(group, snapshot),
    })),
    source: `数据来源：${facts.title}，第${version}版，${longDay(publishedAt)}公布，校验码${sha256.slice(0, shortHash)}。`,
  };
}

function tableRows({ units }: Group, { facts }: Snapshot): string[][] {
  const bands = new Map(facts.bands.map(({ code, name }) => [code, name.zh]));
  return units.map(({ rank, name, thirdParty, social, total, band }) => [
    rank === null ? '—' : String(rank),
    name.zh,
    thirdParty === null ? '—' : score(thirdParty),
    social === null ? '样本不足' : score(social),
    total === null ? '—' : score(total),
    bands.get(band ?? '') ?? '—',
  ]);
}
