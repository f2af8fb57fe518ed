import { figureToken, textParts } from '@gongping/annual-report';

/** Gives the caret a place behind a figure or a line break at the end. */
const PLACE = '\u200b';
const TOKENS = 'application/x-gongping-text';

/** What a figure shows and how it looks. */
export interface ShownFigure {
  readonly text: string;
  readonly state: 'bound' | 'stale' | 'missing';
  readonly label: string;
}
export type ShowFigure = (key: string) => ShownFigure;

/** Writes a text into its field, its figures as pieces that are moved and removed whole. */
export function writeText(field: HTMLElement, text: string, show: ShowFigure): void {
  field.replaceChildren(...nodesOf(text, show), document.createTextNode(PLACE));
}

function nodesOf(text: string, show: ShowFigure): Node[] {
  return textParts(text).map((part) => {
    if (part.kind === 'words') return document.createTextNode(part.text);
    const chip = document.createElement('span');
    chip.contentEditable = 'false';
    chip.dataset['figure'] = part.key;
    paint(chip, show(part.key));
    return chip;
  });
}

function paint(chip: HTMLElement, { text, state, label }: ShownFigure): void {
  if (chip.textContent !== text) chip.textContent = text;
  chip.dataset['state'] = state;
  chip.title = label;
}

/** Shows the figures of a field as they are now. */
export function showFigures(field: HTMLElement, show: ShowFigure): void {
  for (const chip of field.querySelectorAll<HTMLElement>('[data-figure]')) {
    paint(chip, show(chip.dataset['figure'] ?? ''));
  }
}

/** The text of a field or of a part of it, figures as tokens. */
export function readText(node: Node): string {
  let text = '';
  for (const child of node.childNodes) {
    if (child instanceof Text) text += child.data;
    else if (child instanceof HTMLBRElement) text += '\n';
    else if (child instanceof HTMLElement && child.dataset['figure'] !== undefined) {
      text += figureToken(child.dataset['figure']);
    } else {
      // A browser that puts lines into blocks of their own.
      const isBlock = child instanceof HTMLDivElement || child instanceof HTMLParagraphElement;
      text += `${isBlock && text !== '' && !text.endsWith('\n') ? '\n' : ''}${readText(child)}`;
    }
  }
  return text.replaceAll(PLACE, '');
}

/** The selection in a field; its end where there is none. */
export function selectionIn(field: HTMLElement): Range {
  const selection = getSelection();
  const range = selection && selection.rangeCount > 0 ? selection.getRangeAt(0) : null;
  if (range && field.contains(range.commonAncestorContainer)) return range;
  const end = document.createRange();
  end.selectNodeContents(field);
  end.collapse(false);
  return end;
}

/** Puts a text in place of what is selected, and the caret behind it. */
export function insertText(
  field: HTMLElement,
  { text, at, show }: { text: string; at: Range; show: ShowFigure },
): void {
  at.deleteContents();
  const nodes = nodesOf(text, show);
  for (const node of nodes.toReversed()) at.insertNode(node);
  if (!(field.lastChild instanceof Text && field.lastChild.data.endsWith(PLACE))) {
    field.append(document.createTextNode(PLACE));
  }
  const last = nodes.at(-1);
  const caret = document.createRange();
  if (last) caret.setStartAfter(last);
  else caret.setStart(at.startContainer, at.startOffset);
  caret.collapse(true);
  const selection = getSelection();
  selection?.removeAllRanges();
  selection?.addRange(caret);
}

/** Copies what is selected: tokens for fields like this one, what is read for everything else. */
export function copySelection(field: HTMLElement, data: DataTransfer): void {
  const part = selectionIn(field).cloneContents();
  data.setData(TOKENS, readText(part));
  data.setData('text/plain', (part.textContent ?? '').replaceAll(PLACE, ''));
}

/** What is pasted, as a text with tokens. */
export function pastedText(data: DataTransfer | null): string {
  const text = data?.getData(TOKENS) || data?.getData('text/plain') || '';
  return text.replaceAll(/\r\n?/g, '\n').replaceAll(PLACE, '');
}
