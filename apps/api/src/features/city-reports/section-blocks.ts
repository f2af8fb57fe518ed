import {
  composeText,
  isBlockFigure,
  REQUESTS_CHART,
  sectionNumbers,
  textParts,
  type AnnualReport,
  type Bindings,
  type SectionNumber,
} from '@gongping/annual-report';
import type { ResultTable } from '../annual-reports/result-tables.ts';
import { requestBars } from './request-bars.ts';
import type { SealedBlock } from './sealed-report.ts';

interface Given {
  readonly report: AnnualReport;
  readonly bindings: Bindings;
  /** Tables of the publication that the text is bound to. */
  readonly tables: readonly ResultTable[];
}

/** Every section as it is printed: its words, and the tables and pictures where they stand in its text. */
export function sectionBlocks(given: Given): Record<SectionNumber, SealedBlock[]> {
  const entries = sectionNumbers.map((number) => [number, blocksOf(given, number)]);
  return Object.fromEntries(entries) as Record<SectionNumber, SealedBlock[]>;
}

function blocksOf({ report, bindings, tables }: Given, number: SectionNumber): SealedBlock[] {
  const lines = (report.text[number] ?? '').split('\n');
  return lines.flatMap((line): SealedBlock[] => {
    const words = composeText({ ...report, text: { [number]: line } }, bindings, number).trim();
    const blocks = textParts(line).flatMap((part) =>
      part.kind === 'figure' && isBlockFigure(part.key) ? blockOf(part.key, { report, tables }) : [],
    );
    return [...(words === '' ? [] : [{ kind: 'text' as const, text: words }]), ...blocks];
  });
}

function blockOf(key: string, { report, tables }: Pick<Given, 'report' | 'tables'>): SealedBlock[] {
  if (key === REQUESTS_CHART) return [requestBars(report)];
  const [what, kind] = key.split(' ');
  const table = tables.find((one) => one.kind === kind);
  if (!table) return [];
  const { caption, columns, rows, bars } = table;
  if (what === 'table') return [{ kind: 'table', caption, columns, rows }];
  return [{ kind: 'bars', caption: caption.replace('评估结果', '综合得分'), unit: '分', bars }];
}
