import type {
  OfficialReport,
  ReportBlock,
  ReportFigure,
  ReportHeading,
  ReportTable,
} from './official-report.ts';

/** A block as it is drawn: captions with their numbers, headings with their place in the contents. */
export type ReportPart =
  | Exclude<ReportBlock, ReportHeading | ReportTable | ReportFigure | { kind: 'page-break' }>
  /** `number` counts the headings from 1; `above` is that of the heading that it belongs to, null for none. */
  | (ReportHeading & { readonly number: number; readonly above: number | null })
  | (ReportTable & { readonly label: string })
  /** `number` counts the figures from 1. */
  | (ReportFigure & { readonly label: string; readonly number: number });

/** Pages of one direction, which begin anew. */
export interface ReportSection {
  readonly landscape: boolean;
  readonly parts: readonly ReportPart[];
}

/**
 * The report in pages: a section ends at a page break and where the direction turns. A note below a table on its side
 * stays with it.
 */
export function reportSections({ blocks }: Pick<OfficialReport, 'blocks'>): ReportSection[] {
  const sections: { landscape: boolean; parts: ReportPart[] }[] = [];
  const counts: Counts = { headings: [], table: 0, figure: 0 };
  let broken = true;
  for (const block of blocks) {
    if (block.kind === 'page-break') {
      broken = true;
      continue;
    }
    const open = broken ? undefined : sections.at(-1);
    const landscape = block.kind === 'note' ? open?.landscape === true : isLandscape(block);
    const part = numbered(block, counts);
    if (open?.landscape === landscape) open.parts.push(part);
    else sections.push({ landscape, parts: [...(landscape ? takeHeadings(open) : []), part] });
    broken = false;
  }
  return sections.filter(({ parts }) => parts.length > 0);
}

/** Headings stand with the table that they name. */
function takeHeadings(section: { parts: ReportPart[] } | undefined): ReportPart[] {
  if (section === undefined) return [];
  const { parts } = section;
  const from = parts.findLastIndex(({ kind }) => kind !== 'heading') + 1;
  return parts.splice(from);
}

const isLandscape = (block: ReportBlock): boolean => block.kind === 'table' && block.landscape === true;

interface Counts {
  readonly headings: ReportHeading[];
  table: number;
  figure: number;
}

function numbered(block: Exclude<ReportBlock, { kind: 'page-break' }>, counts: Counts): ReportPart {
  if (block.kind === 'heading') {
    const { headings } = counts;
    const above = headings.findLastIndex(({ level }) => level < block.level);
    return { ...block, number: headings.push(block), above: above < 0 ? null : above + 1 };
  }
  if (block.kind === 'table') return { ...block, label: `表${(counts.table += 1)}` };
  if (block.kind !== 'figure') return block;
  const number = (counts.figure += 1);
  return { ...block, label: `图${number}`, number };
}

/** The number and the caption of a table or a figure, as they are printed. */
export function captionOf({ label, caption }: { label: string; caption: string }): string {
  return `${label}  ${caption}`;
}

/** Headings that the table of contents lists. */
export function listedHeadings(
  sections: readonly ReportSection[],
): (ReportHeading & { readonly number: number })[] {
  return sections
    .flatMap(({ parts }) => parts)
    .filter((part) => part.kind === 'heading')
    .filter(({ level }) => level <= 2);
}

/** Who gives the report out and when, below the title. */
export function imprintOf({ author, date }: Pick<OfficialReport, 'author' | 'date'>): string {
  return [author, date].filter((text) => text !== '').join('  ');
}

/** What a line of a title holds, in widths of a Chinese letter. */
const TITLE_LINE = 20;

/** The title as official documents break it: one that is longer than a line goes on, from its year, on the next. */
export function printedTitle({ title }: Pick<OfficialReport, 'title'>): string {
  // What is not Chinese is half as wide.
  const width = [...title].reduce((sum, letter) => sum + (letter < '\u2E80' ? 0.5 : 1), 0);
  return width <= TITLE_LINE ? title : title.replace(/(?<=\D)(?=\d{4}年)/, '\n');
}
