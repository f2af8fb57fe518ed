import { escapeXml } from '../escape-xml.ts';
import type { StyleId } from './word-styles.ts';

/** A run of text. @param properties a whole `<w:rPr>`, or nothing */
export function run(text: string, properties = ''): string {
  const lines = text
    .split('\n')
    .map((line) => `<w:t xml:space="preserve">${escapeXml(line)}</w:t>`)
    .join('<w:br/>');
  return `<w:r>${properties}${lines}</w:r>`;
}

/** A paragraph of one style. @param more what follows the style among its properties */
export function paragraph(style: StyleId, content: string, more = ''): string {
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${more}</w:pPr>${content}</w:p>`;
}

export function textParagraph(style: StyleId, text: string | null): string {
  return text === null || text === '' ? '' : paragraph(style, run(text));
}

const fieldMark = (type: 'begin' | 'separate' | 'end'): string =>
  `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;

/** The beginning of a field, up to what it shows until somebody renews it. */
export function fieldStart(code: string): string {
  return `${fieldMark('begin')}<w:r><w:instrText xml:space="preserve"> ${code} </w:instrText></w:r>${fieldMark('separate')}`;
}

export const fieldEnd = fieldMark('end');

/** A field with what it shows. */
export function field(code: string, shown: string): string {
  return `${fieldStart(code)}${run(shown)}${fieldEnd}`;
}
