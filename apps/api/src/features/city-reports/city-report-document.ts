import { sectionNumbers, sectionTitles, type SectionNumber } from '@gongping/annual-report';
import { barChart, type OfficialReport, type ReportBlock } from '@gongping/documents';
import { longDay } from '../annual-reports/figures.ts';
import type { SealedBlock, SealedCityReport } from './sealed-report.ts';
import { caseTable, disclosureTable, requestTable } from './statutory-tables.ts';

/** A line of this form is a heading within a section. */
const SUBHEADING = /^（[一二三四五六七八九十]{1,3}）[^。；]{1,30}$/;
const shortHash = 12;

/** The report as it is printed: its page, its Word document and its PDF. @param draft of one that is not published */
export function cityReportDocument(
  sealed: SealedCityReport,
  { draft }: { draft: boolean } = { draft: false },
): OfficialReport {
  const { report, demonstration, publishedAt, source } = sealed;
  const warnings = [
    ...(draft ? ['草稿，尚未公布'] : []),
    ...(demonstration ? ['演示数据：由系统生成，不是真实的年度报告'] : []),
  ];
  return {
    title: report.title ?? '',
    subtitle: null,
    author: report.unit.name,
    date: draft ? '' : longDay(publishedAt),
    language: 'zh-CN',
    warning: warnings.length === 0 ? null : warnings.join('；'),
    contents: false,
    blocks: [...sectionNumbers.flatMap((number) => sectionOf(sealed, number)), ...explanationsOf(sealed)],
    source: sourceLine(sealed.version, source),
  };
}

function sectionOf(sealed: SealedCityReport, number: SectionNumber): ReportBlock[] {
  const heading: ReportBlock = { kind: 'heading', level: 1, text: sectionTitles[number].zh };
  return [heading, ...sealed.sections[number].map(blockOf), ...tableOf(sealed, number)];
}

function blockOf(block: SealedBlock): ReportBlock {
  switch (block.kind) {
    case 'text':
      return SUBHEADING.test(block.text)
        ? { kind: 'heading', level: 2, text: block.text }
        : { kind: 'paragraph', text: block.text };
    case 'table':
      return {
        kind: 'table',
        caption: block.caption,
        head: [block.columns.map((text) => ({ text }))],
        rows: block.rows.map((cells) =>
          cells.map((text, at) => (at === 1 ? { text, header: true, align: 'left' as const } : { text })),
        ),
      };
    case 'bars':
      return barsOf(block);
  }
}

/** The picture of bars, and what it says in words. */
function barsOf({ caption, unit, bars }: Extract<SealedBlock, { kind: 'bars' }>): ReportBlock {
  const alt = `条形图：${bars.map(({ label, text }) => `${label}${text}${unit}`).join('；')}。`;
  return barChart(
    { caption, alt },
    bars.map(({ label, value, text }) => ({ name: label, value, shown: text })),
  );
}

/** Sections 二, 三 and 四 end with their statutory table. */
function tableOf({ report }: SealedCityReport, number: SectionNumber): ReportBlock[] {
  if (number === '2') return [disclosureTable(report)];
  if (number === '3') return [requestTable(report)];
  if (number === '4') return [caseTable(report)];
  return [];
}

/** Why something stands that a check would call a contradiction: whoever checks the report reads it here. */
function explanationsOf({ explanations }: SealedCityReport): ReportBlock[] {
  const texts = Object.values(explanations);
  return texts.map((text, at) => ({ kind: 'note', text: `注${texts.length > 1 ? at + 1 : ''}：${text}` }));
}

function sourceLine(version: number, source: SealedCityReport['source']): string | null {
  const results =
    source === null
      ? ''
      : `评估评议结果取自${source.title}第${source.version}版（${longDay(source.publishedAt)}公布，校验码${source.sha256.slice(0, shortHash)}）。`;
  const corrected = version > 1 ? `本报告为第${version}版。` : '';
  return results + corrected === '' ? null : results + corrected;
}
