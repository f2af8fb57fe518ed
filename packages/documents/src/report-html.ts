import { escapeXml } from './escape-xml.ts';
import type { OfficialReport } from './official-report.ts';
import { pictureSvg } from './picture/picture-svg.ts';
import { readPicture } from './picture/read-picture.ts';
import { captionOf, imprintOf, listedHeadings, reportSections, type ReportPart } from './report-parts.ts';
import { alignOf, tableGrid, type GridSlot } from './table-grid.ts';

/**
 * The report as a fragment of HTML for a page: everything escaped, headings in order, tables with captions and headers,
 * pictures inline with their texts. Classes begin with `report-`, ids with `report-` too: one report a page.
 * @param level of the title's heading on the page; those of the report follow below it
 * @throws RangeError where a table has holes or a picture more than pictures may have
 */
export function reportHtml(report: OfficialReport, { level = 1 }: { readonly level?: number } = {}): string {
  const sections = reportSections(report);
  const line = (name: string, text: string | null) =>
    text === null || text === '' ? '' : `<p class="report-${name}">${lines(text)}</p>`;
  return [
    `<article class="report" lang="${report.language}">`,
    line('warning', report.warning),
    `<h${level} class="report-title">${lines(report.title)}</h${level}>`,
    line('subtitle', report.subtitle),
    line('imprint', imprintOf(report)),
    report.contents ? contentsHtml(listedHeadings(sections), level) : '',
    ...sections.flatMap(({ parts }) => parts.map((part) => partHtml(part, level))),
    line('source', report.source),
    '</article>',
  ].join('');
}

const lines = (text: string): string => escapeXml(text).replaceAll('\n', '<br>');

function contentsHtml(headings: ReturnType<typeof listedHeadings>, level: number): string {
  const below = Math.min(6, level + 1);
  const entries = headings.map(
    ({ number, level: own, text }) =>
      `<li class="report-contents-${own}"><a href="#report-${number}">${lines(text)}</a></li>`,
  );
  return `<nav class="report-contents" aria-labelledby="report-contents"><h${below} id="report-contents">目录</h${below}><ul>${entries.join('')}</ul></nav>`;
}

function partHtml(part: ReportPart, top: number): string {
  switch (part.kind) {
    case 'heading': {
      const level = Math.min(6, top + part.level);
      return `<h${level} id="report-${part.number}">${lines(part.text)}</h${level}>`;
    }
    case 'paragraph':
      return `<p>${lines(part.text)}</p>`;
    case 'note':
      return `<p class="report-note">${lines(part.text)}</p>`;
    case 'list': {
      const tag = part.ordered ? 'ol' : 'ul';
      return `<${tag}>${part.items.map((item) => `<li>${lines(item)}</li>`).join('')}</${tag}>`;
    }
    case 'table':
      return tableHtml(part);
    case 'figure':
      return figureHtml(part);
  }
}

/** From so many columns on a table keeps a width in which its labels can be read, and scrolls on a phone. */
const WIDE = 7;

/** Scrolls within itself where it is too wide, and can be reached by the keyboard for that. */
function tableHtml(table: Extract<ReportPart, { kind: 'table' }>): string {
  const caption = lines(captionOf(table));
  const { columns, head, rows } = tableGrid(table);
  const row = (slots: readonly GridSlot[], scope: 'col' | 'row') =>
    `<tr>${slots
      .filter(({ above, left }) => above === 0 && left === 0)
      .map((slot) => cellHtml(slot, scope))
      .join('')}</tr>`;
  return [
    `<div class="report-table${columns < WIDE ? '' : ' report-wide'}" role="region" tabindex="0" aria-label="${escapeXml(captionOf(table))}">`,
    `<table><caption>${caption}</caption>`,
    head.length === 0 ? '' : `<thead>${head.map((slots) => row(slots, 'col')).join('')}</thead>`,
    `<tbody>${rows.map((slots) => row(slots, 'row')).join('')}</tbody></table></div>`,
  ].join('');
}

function cellHtml(slot: GridSlot, scope: 'col' | 'row'): string {
  const { cell, colspan, rowspan, header } = slot;
  const grouped = scope === 'col' ? colspan > 1 : rowspan > 1;
  const attributes = [
    header ? ` scope="${scope}${grouped ? 'group' : ''}"` : '',
    colspan > 1 ? ` colspan="${colspan}"` : '',
    rowspan > 1 ? ` rowspan="${rowspan}"` : '',
    ` class="report-${alignOf(slot)}"`,
  ].join('');
  const tag = header ? 'th' : 'td';
  return `<${tag}${attributes}>${lines(cell.text)}</${tag}>`;
}

function figureHtml(figure: Extract<ReportPart, { kind: 'figure' }>): string {
  const id = `report-figure-${figure.number}`;
  const svg = pictureSvg(readPicture(figure.svg), {
    role: 'img',
    'aria-labelledby': `${id}-title ${id}-desc`,
    width: String(figure.width),
    height: String(figure.height),
    inside: `<title id="${id}-title">${escapeXml(figure.caption)}</title><desc id="${id}-desc">${escapeXml(figure.alt)}</desc>`,
  });
  return `<figure>${svg}<figcaption>${lines(captionOf(figure))}</figcaption></figure>`;
}
