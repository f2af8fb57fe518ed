import type { Block, BlockRow } from '@gongping/annual-report';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { SpanGrid } from './span-grid.ts';
import type { SpanCell } from './span-grid.ts';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** Elements whose content nobody reads as text. */
const UNREAD = new Set(
  'head script style noscript template svg math iframe object video audio canvas select button nav footer'.split(
    ' ',
  ),
);
/** Elements that stand in a line with what is around them. */
const INLINE = new Set(
  'a abbr b bdi bdo big cite code del dfn em font i ins kbd label mark q s samp small span strike strong sub sup time tt u var wbr o:p'.split(
    ' ',
  ),
);
const HEADING = /^h[1-6]$/;

const isElement = (node: Node): node is Element => 'tagName' in node;
const childrenOf = (node: Node): readonly Node[] => ('childNodes' in node ? node.childNodes : []);

/** All elements of these names below one, without those inside them. */
const descendants = (root: Node, names: ReadonlySet<string>): Element[] => {
  const found: Element[] = [];
  const stack: Node[] = [...childrenOf(root)].reverse();
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (isElement(node) && names.has(node.tagName)) found.push(node);
    else for (const child of childrenOf(node).toReversed()) stack.push(child);
  }
  return found;
};

const TITLE = new Set(['title']);
const TABLE = new Set(['table']);
const ROW = new Set(['tr']);
const CELL = new Set(['td', 'th']);

const spanOf = (cell: Element, name: string): number => {
  const said = cell.attrs.find((each) => each.name === name)?.value ?? '1';
  return /^\d{1,4}$/.test(said.trim()) ? Number(said) : 1;
};

/** What a reader sees of a cell: a line for each block and break. */
const textOf = (root: Node): string => {
  const pieces: string[] = [];
  const stack: (Node | string)[] = [root];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (typeof node === 'string') pieces.push(node);
    else if (node.nodeName === '#text' && 'value' in node) pieces.push(node.value.replaceAll(/\s+/g, ' '));
    else if (node.nodeName === 'br') pieces.push('\n');
    else if (!UNREAD.has(node.nodeName)) {
      const edge = INLINE.has(node.nodeName) ? '' : '\n';
      stack.push(edge, ...childrenOf(node).toReversed(), edge);
    }
  }
  return pieces
    .join('')
    .replaceAll(/\s*\n\s*/g, '\n')
    .trim();
};

/** Whether a table holds figures; others hold a page together. */
const isOfFigures = (table: Element): boolean => {
  if (descendants(table, TABLE).length > 0) return false;
  return descendants(table, ROW).some((row) => descendants(row, CELL).length > 1);
};

const rowsOf = (table: Element): BlockRow[] => {
  const grid = new SpanGrid();
  return descendants(table, ROW).map((row, i) => {
    const cells = descendants(row, CELL).map((cell): SpanCell => ({
      text: textOf(cell),
      columns: spanOf(cell, 'colspan'),
      rows: spanOf(cell, 'rowspan'),
    }));
    return { row: i + 1, cells: grid.place(cells) };
  });
};

/** Gathers the blocks of a page in its order, without recursion: pages may be nested deeper than a stack. */
class PageReader {
  readonly blocks: Block[] = [];
  #line = '';
  #isHeading = false;
  #tables = 0;
  #lines = 0;

  read(document: Node): void {
    const stack: (Node | (() => void))[] = [document];
    for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
      if (typeof next === 'function') next();
      else this.#open(next, stack);
    }
    this.#end();
  }

  #open(node: Node, stack: (Node | (() => void))[]): void {
    const name = node.nodeName;
    if (name === '#text' && 'value' in node) this.#line += node.value.replaceAll(/\s+/g, ' ');
    else if (name === 'br') this.#end();
    else if (UNREAD.has(name)) return;
    else if (isElement(node) && name === 'table' && isOfFigures(node)) this.#table(node);
    else {
      const isBlock = !INLINE.has(name);
      if (isBlock) this.#end();
      if (HEADING.test(name)) this.#isHeading = true;
      if (isBlock) stack.push(() => this.#end());
      for (const child of childrenOf(node).toReversed()) stack.push(child);
    }
  }

  #table(table: Element): void {
    this.#end();
    this.#tables += 1;
    const number = this.#tables;
    this.blocks.push({
      kind: 'table',
      rows: rowsOf(table),
      place: (row, column) => ({
        zh: `第 ${number} 个表格第 ${row} 行第 ${column} 列`,
        en: `table ${number}, row ${row}, column ${column}`,
      }),
    });
  }

  #end(): void {
    const text = this.#line.trim();
    this.#line = '';
    const isHeading = this.#isHeading;
    this.#isHeading = false;
    if (text === '') return;
    this.#lines += 1;
    const place = { zh: `正文第 ${this.#lines} 段`, en: `paragraph ${this.#lines}` };
    this.blocks.push({ kind: 'text', text, isHeading, place });
  }
}

/** The paragraphs and tables of a page, as a browser shows it. Scripts are not run. */
export const htmlBlocks = (html: string): readonly Block[] => {
  const document = parse(html);
  const [title] = descendants(document, TITLE);
  const reader = new PageReader();
  reader.read(document);
  const name = title === undefined ? '' : textOf(title);
  if (name === '') return reader.blocks;
  const place = { zh: '网页标题', en: 'the page’s title' };
  return [{ kind: 'text', text: name, isHeading: false, place }, ...reader.blocks];
};
