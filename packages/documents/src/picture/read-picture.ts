import { SaxesParser } from 'saxes';

/** An element of a picture, with what it says. */
export interface PictureElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly PictureElement[];
  readonly text: string;
}

/** A picture within its viewBox, which begins at 0 0. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly elements: readonly PictureElement[];
}

/**
 * What a picture may have. So few things are drawn alike by browsers, word processors and the PDF, and none of them runs
 * or fetches anything.
 */
const allowed: Readonly<Record<string, readonly string[]>> = {
  g: ['transform'],
  rect: ['x', 'y', 'width', 'height', 'rx'],
  circle: ['cx', 'cy', 'r'],
  line: ['x1', 'y1', 'x2', 'y2'],
  polyline: ['points'],
  polygon: ['points'],
  text: ['x', 'y', 'text-anchor', 'font-size', 'font-weight'],
};
const paint = ['fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-opacity'];
/** The frame's own, which are written anew. */
const frame = ['xmlns', 'viewBox', 'width', 'height', 'role', 'font-family', 'font-size'];
/** Left out: every document says in its own way what the picture shows. */
const spoken = ['title', 'desc'];

interface Open {
  readonly name: string;
  readonly attributes: Record<string, string>;
  readonly children: PictureElement[];
  text: string;
}

/** @throws RangeError where the picture is no SVG, or has what a picture may not have */
export function readPicture(svg: string): Picture {
  const parser = new SaxesParser();
  const path: Open[] = [];
  let root: Open | null = null;
  parser.on('error', ({ message }) => {
    throw new RangeError(`A picture cannot be read: ${message}.`);
  });
  parser.on('doctype', () => {
    throw new RangeError('A picture has no document type.');
  });
  parser.on('opentag', ({ name, attributes }) => {
    check(name, { attributes, outer: path.length === 0 });
    path.push({ name, attributes: { ...attributes }, children: [], text: '' });
  });
  parser.on('text', (text) => {
    const open = path.at(-1);
    if (open) open.text += text;
  });
  parser.on('closetag', () => {
    const closed = path.pop();
    const parent = path.at(-1);
    if (closed === undefined) return;
    if (parent === undefined) root = closed;
    else if (!spoken.includes(closed.name)) parent.children.push(closed);
  });
  parser.write(svg).close();
  return pictureOf(root);
}

function check(name: string, of: { attributes: Readonly<Record<string, string>>; outer: boolean }): void {
  if (of.outer !== (name === 'svg') || !(of.outer || spoken.includes(name) || Object.hasOwn(allowed, name)))
    throw new RangeError(
      `A picture has no <${name}> there. It may have: ${Object.keys(allowed).join(', ')}.`,
    );
  const names = of.outer ? frame : [...(allowed[name] ?? []), ...paint];
  const odd = Object.keys(of.attributes).find((attribute) => !names.includes(attribute));
  if (odd !== undefined) throw new RangeError(`<${name}> of a picture has no ${odd}.`);
}

function pictureOf(root: Open | null): Picture {
  const [left, top, width = 0, height = 0] = (root?.attributes['viewBox'] ?? '').split(/[ ,]+/).map(Number);
  if (root === null || left !== 0 || top !== 0 || !(width > 0) || !(height > 0))
    throw new RangeError('A picture has a viewBox that begins at 0 0.');
  return { width, height, elements: root.children };
}
