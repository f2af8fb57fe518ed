import {
  boundKeys,
  checkReport,
  composeReport,
  describeFinding,
  figureKeys,
  isTableFigure,
  REQUESTS_CHART,
  staleFigures,
  tableFigure,
  tableFigureLabel,
  type AnnualReport,
  type Finding,
} from '@gongping/annual-report';
import { blocksReport, explanationKey, explanationOf, type Language } from '@gongping/contracts';
import { formatDecimal } from '@gongping/scoring';
import { annualReportOf, type DraftReport } from './draft-report.ts';
import type { YearFigures } from './year-figures.ts';

/** Something that keeps a report from being published, and where. */
export interface NotReady {
  readonly path: string;
  readonly message: string;
}

interface Given {
  readonly draft: DraftReport;
  readonly now: YearFigures;
  readonly previous: AnnualReport | undefined;
}

/** Everything that has to be done before a report can be published, in the order of its parts. */
export function notReady({ draft, now, previous }: Given, language: Language): NotReady[] {
  const report = annualReportOf(draft);
  return [
    ...(draft.content.authority.trim() === ''
      ? [{ path: 'authority', message: sentences.authority[language] }]
      : []),
    ...staleOnes(draft, { now, language }),
    ...unfilled(report, language),
    ...openFindings({ draft, now, previous }, language),
  ];
}

const sentences = {
  authority: {
    zh: '请填写发布报告的政府名称，标题由它开头。',
    en: 'Give the government whose report it is: the title begins with it.',
  },
  unpublished: {
    zh: '“{key}”取自评估结果，本年度的结果尚未公布；请先公布结果，或从文中删去。',
    en: '“{key}” is of the results, which are not published yet: publish them first, or remove it from the text.',
  },
  gone: {
    zh: '“{key}”在当前公布的结果中没有对应的数据；请从文中删去或换用其他数据。',
    en: '“{key}” is not among the published results: remove it from the text or use another figure.',
  },
  changed: {
    zh: '“{label}”已变动：文中为 {bound}，当前公布的结果为 {current}；请更新。',
    en: '“{label}” has changed: the text says {bound}, the published results say {current}. Renew it.',
  },
  longer: {
    zh: '“{label}”与当前公布的结果不一致，请更新。',
    en: '“{label}” is not that of the published results any more. Renew it.',
  },
  blank: {
    zh: '文中引用的“{label}”在表中为空白；请填表，或从文中删去。',
    en: '“{label}” stands in the text, but its cell is blank: fill it in, or remove it from the text.',
  },
} as const;

const fill = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replaceAll(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place);

/** Values longer than this are tables and pictures: the sentence does not repeat them. */
const longest = 60;

function staleOnes(
  draft: DraftReport,
  { now, language }: { now: YearFigures; language: Language },
): NotReady[] {
  const { content, bindings } = draft;
  const stale = staleFigures(boundKeys(content.text), { bindings, current: now.values });
  const labels = new Map(now.figures.map(({ key, label }) => [key, label[language]]));
  return stale.map(({ key, bound, current }) => {
    const path = `figures.${key}`;
    const label = labels.get(key) ?? key;
    if (current === null || bound === null) {
      const sentence = now.source === null ? sentences.unpublished : sentences.gone;
      return { path, message: fill(sentence[language], { key: label }) };
    }
    const isLong = bound.length > longest || current.length > longest;
    const sentence = isLong ? sentences.longer : sentences.changed;
    return { path, message: fill(sentence[language], { label, bound, current }) };
  });
}

/** Figures of the report's own tables whose cells are blank, or that name no cell. */
function unfilled(report: AnnualReport, language: Language): NotReady[] {
  return figureKeys(Object.values(report.text)).flatMap((key) => {
    if (!isTableFigure(key) || key === REQUESTS_CHART || tableFigure(report, key) !== null) return [];
    const label = tableFigureLabel(report.form, key)?.[language] ?? key;
    return [{ path: `figures.${key}`, message: fill(sentences.blank[language], { label }) }];
  });
}

/** What the checks find in the report as it is printed. */
function findingsOf({ draft, previous }: Omit<Given, 'now'>): readonly Finding[] {
  return checkReport(composeReport(annualReportOf(draft), draft.bindings), { previous });
}

/** What was explained and still stands in the report: these explanations are printed with it. */
export function standingExplanations(given: Omit<Given, 'now'>): Record<string, string> {
  const { explanations } = given.draft.content;
  const said = findingsOf(given).map(
    (finding) => [explanationKey(finding), explanationOf(finding, explanations)] as const,
  );
  return Object.fromEntries(said.filter(([, text]) => text !== ''));
}

/** What hard and strong checks find: a contradiction, or a blank cell that an equation needs. */
function openFindings(given: Given, language: Language): NotReady[] {
  const { explanations } = given.draft.content;
  return findingsOf(given)
    .filter((finding) => blocksReport(finding, explanations))
    .map((finding) => ({
      path: `checks.${finding.check} ${finding.where}`,
      message: `${finding.check}：${describeFinding(finding, { language, format: formatDecimal })}`,
    }));
}
