import { type DefaultTreeAdapterTypes, parse } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;

export interface PageText {
  /** Empty where the page has none. */
  readonly title: string;
  /** What a reader sees, a line for each block. */
  readonly text: string;
}

/** Longer texts are cut: nobody compares a million characters by eye. */
const longestText = 1_000_000;

/** Elements whose content nobody reads as text. */
const unread = new Set(
  'head script style noscript template svg math iframe object video audio canvas select'.split(' '),
);
/** Elements that stand beside others in a line; all others begin one of their own. */
const inline = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i img input ins kbd label mark q s samp small span strike strong sub sup time tt u var wbr td th button'.split(
    ' ',
  ),
);

/** Title and text of an HTML page, read as a browser reads it. Scripts are not run. */
export function htmlText(html: string): PageText {
  const document = parse(html);
  return { title: oneLine(titleOf(document)), text: linesOf(visibleText(document)) };
}

/** The same of a page that is plain text. */
export function plainText(text: string): PageText {
  return { title: '', text: linesOf(text) };
}

function linesOf(text: string): string {
  const lines = text
    .split(/\r\n|\r|\n/)
    .map(oneLine)
    .filter((line) => line !== '');
  return lines.join('\n').slice(0, longestText).toWellFormed();
}

/** Blanks of every kind as one space; no control or invisible format characters, which no database or eye can keep. */
function oneLine(text: string): string {
  return text
    .replaceAll(/[\p{Cc}\p{Zs}\p{Zl}\p{Zp}]+/gu, ' ')
    .replaceAll(/[\p{Cf}]/gu, '')
    .trim();
}

/** Walks without recursion: pages may be nested deeper than a stack. */
function visibleText(document: Node): string {
  const pieces: string[] = [];
  const stack: (Node | string)[] = [document];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (typeof node === 'string') pieces.push(node);
    else if (node.nodeName === '#text' && 'value' in node) pieces.push(node.value.replaceAll(/\s+/g, ' '));
    else if (node.nodeName === 'br') pieces.push('\n');
    else if ('childNodes' in node && !unread.has(node.nodeName)) {
      const edge = inline.has(node.nodeName) ? (/^t[dh]$/.test(node.nodeName) ? ' ' : '') : '\n';
      pieces.push(edge);
      stack.push(edge, ...node.childNodes.toReversed());
    }
  }
  return pieces.join('');
}

function titleOf(document: Node): string {
  const stack: Node[] = [document];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (!('childNodes' in node)) continue;
    // The first in the document's order; an SVG has titles of its own.
    if (node.nodeName === 'title' && 'namespaceURI' in node && node.namespaceURI.endsWith('xhtml'))
      return node.childNodes.map((child) => ('value' in child ? child.value : '')).join('');
    for (const child of node.childNodes.toReversed()) stack.push(child);
  }
  return '';
}
