import { SaxesParser } from 'saxes';
import type { SaxesAttributeNS } from 'saxes';
import { tablesError, TablesError } from './tables-error.ts';

export interface XmlElement {
  /** Name without prefix; empty for the elements of other vocabularies than the one that is read. */
  readonly name: string;
  /** An attribute without prefix. */
  attribute(name: string): string | undefined;
  /** An attribute of the element's own vocabulary, as those of text documents are: `w:val`. */
  own(name: string): string | undefined;
  /** The attribute `r:id`, whatever its prefix. */
  relationship(): string | undefined;
}

/** Told of what stands in a part of a workbook, from the top down. */
export interface XmlHandler {
  open(element: XmlElement): void;
  text?(text: string): void;
  close?(name: string): void;
}

/**
 * ECMA-376: transitional, which everybody writes, and strict, of workbooks and of text documents; then those of the package
 * around them.
 */
const VOCABULARIES = new Set([
  'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  'http://purl.oclc.org/ooxml/spreadsheetml/main',
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'http://purl.oclc.org/ooxml/wordprocessingml/main',
  'http://schemas.openxmlformats.org/package/2006/relationships',
  'http://schemas.openxmlformats.org/package/2006/content-types',
]);
const RELATIONSHIPS = /^http:\/\/(schemas\.openxmlformats\.org|purl\.oclc\.org)\/.*\/relationships$/i;

/** No part of a workbook is half as deep or has half as many; without bounds they would fill the memory. */
const DEEPEST = 64;
const MOST_ATTRIBUTES = 256;

/** @param part its name in the archive */
export const damagedWorkbook = (part: string, cause?: unknown): TablesError => {
  const error = tablesError(null, {
    zh: `工作簿已损坏（${part}），请在 Excel 或 WPS 中打开它，另存为 .xlsx 后再试。`,
    en: `The workbook is damaged (${part}); open it in Excel or WPS, save it as .xlsx and try again.`,
  });
  error.cause = cause;
  return error;
};

const doctypeRefused = (part: string): TablesError =>
  tablesError(null, {
    zh: `工作簿中有文档类型声明（${part}），正常的工作簿没有，拒绝读取。请另存为 .xlsx 后再试。`,
    en: `The workbook declares a document type (${part}), which no ordinary one does; it is refused. Save it as .xlsx and try again.`,
  });

const elementOf = (
  tag: { readonly local: string; readonly uri: string },
  attributes: Readonly<Record<string, SaxesAttributeNS>>,
): XmlElement => ({
  name: VOCABULARIES.has(tag.uri) ? tag.local : '',
  attribute: (name) => attributes[name]?.value,
  own: (name) => Object.values(attributes).find(({ local, uri }) => local === name && uri === tag.uri)?.value,
  relationship: () =>
    Object.values(attributes).find(({ local, uri }) => local === 'id' && RELATIONSHIPS.test(uri))?.value,
});

const parserFor = (part: string, handler: XmlHandler): SaxesParser<{ xmlns: true; position: false }> => {
  const parser = new SaxesParser({ xmlns: true, position: false });
  let [depth, attributes] = [0, 0];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('doctype', () => {
    throw doctypeRefused(part);
  });
  parser.on('opentagstart', () => {
    attributes = 0;
    depth += 1;
    if (depth > DEEPEST) throw damagedWorkbook(part);
  });
  parser.on('attribute', () => {
    attributes += 1;
    if (attributes > MOST_ATTRIBUTES) throw damagedWorkbook(part);
  });
  parser.on('opentag', (tag) => handler.open(elementOf(tag, tag.attributes)));
  const { text } = handler;
  if (text !== undefined) {
    parser.on('text', (found) => text.call(handler, found));
    parser.on('cdata', (found) => text.call(handler, found));
  }
  parser.on('closetag', ({ local, uri }) => {
    depth -= 1;
    handler.close?.(VOCABULARIES.has(uri) ? local : '');
  });
  return parser;
};

/**
 * Reads a part of a workbook, which is XML, as its pieces arrive.
 *
 * @throws TablesError where it is not well-formed, not UTF-8, declares a document type or is built to fill the memory
 */
export const readXml = (part: string, pieces: Iterable<Uint8Array>, handler: XmlHandler): void => {
  const parser = parserFor(part, handler);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for (const piece of pieces) parser.write(decoder.decode(piece, { stream: true }));
    parser.write(decoder.decode());
    parser.close();
  } catch (error) {
    throw error instanceof TablesError ? error : damagedWorkbook(part, error);
  }
};
