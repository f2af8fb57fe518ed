import { createRequire } from 'node:module';

/** The part of fontkit that is used here; it brings no types. */
export interface Font {
  readonly unitsPerEm: number;
  glyphForCodePoint(codePoint: number): {
    readonly advanceWidth: number;
    readonly path: { readonly commands: readonly PathCommand[] };
  };
}

export interface PathCommand {
  readonly command: string;
  readonly args: readonly number[];
}

interface Fontkit {
  openSync(path: string): Font;
}

export const { openSync } = createRequire(import.meta.url)('fontkit') as Fontkit;
