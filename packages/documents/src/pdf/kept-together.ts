import type { Content, Margins } from './pdfmake.ts';

/** A piece of a page. */
export type Piece =
  /** Never the last on its page: headings, captions above, pictures. */
  | { readonly leads: true; readonly content: Content }
  /** `beginning` is how much of it, in points, stands below what leads it. */
  | { readonly leads: false; readonly content: Content; readonly beginning: number };

/**
 * The pieces with those that lead bound to the beginning of what follows: a block that is not broken over pages holds
 * them and a gap as high as the beginning, into which what follows is moved up. (The library's own way, a break wherever
 * a heading came to lie last, lays out the whole document anew for each of them.)
 */
export function keptTogether(pieces: readonly Piece[]): Content[] {
  const contents: Content[] = [];
  let leading: Content[] = [];
  for (const piece of pieces) {
    if (piece.leads) {
      leading.push(piece.content);
      continue;
    }
    const last = leading.pop();
    if (last === undefined) {
      contents.push(piece.content);
      continue;
    }
    const gap = piece.beginning;
    contents.push({ stack: [...leading, widened(last, { below: gap })], unbreakable: true });
    contents.push(widened(piece.content, { above: -gap }));
    leading = [];
  }
  return [...contents, ...leading];
}

function widened(content: Content, { above = 0, below = 0 }: { above?: number; below?: number }): Content {
  const [left, top, right, bottom]: Margins = content.margin ?? [0, 0, 0, 0];
  return { ...content, margin: [left, top + above, right, bottom + below] };
}
