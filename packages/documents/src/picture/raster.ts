import type { Rgb } from './colour.ts';

/** Corners one after the other: x, y, x, y …; closed by itself. */
export type Ring = readonly number[];

/** Pixels on white, three bytes each. */
export interface Raster {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

export function openRaster(width: number, height: number): Raster {
  return { width, height, pixels: new Uint8Array(width * height * 3).fill(255) };
}

/**
 * Fills an area with soft edges. Each edge adds the signed area that it covers in the pixels it passes; summed up from
 * left to right they are the share of each pixel that lies within.
 *
 * @param rings in pixels; holes turn the other way
 */
export function fill(raster: Raster, rings: readonly Ring[], { colour, opacity }: Paint): void {
  const box = boundsOf(rings, raster);
  if (box === null) return;
  const stride = box.width + 2;
  const sums = new Float32Array(stride * box.height);
  for (const ring of rings) {
    for (let at = 0; at + 1 < ring.length; at += 2) {
      const next = (at + 2) % ring.length;
      addEdge(sums, { stride, height: box.height }, [
        (ring[at] ?? 0) - box.left,
        (ring[at + 1] ?? 0) - box.top,
        (ring[next] ?? 0) - box.left,
        (ring[next + 1] ?? 0) - box.top,
      ]);
    }
  }
  for (let y = 0; y < box.height; y += 1) {
    let sum = 0;
    for (let x = 0; x < box.width; x += 1) {
      sum += sums[y * stride + x] ?? 0;
      const share = Math.min(1, Math.abs(sum)) * opacity;
      if (share > 0.002)
        blend(raster.pixels, ((box.top + y) * raster.width + box.left + x) * 3, { colour, share });
    }
  }
}

export interface Paint {
  readonly colour: Rgb;
  readonly opacity: number;
}

function blend(pixels: Uint8Array, at: number, { colour, share }: { colour: Rgb; share: number }): void {
  for (let part = 0; part < 3; part += 1) {
    const below = pixels[at + part] ?? 255;
    pixels[at + part] = below + ((colour[part] ?? 0) - below) * share + 0.5;
  }
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Whole pixels within the raster; null where there are none. */
function boundsOf(rings: readonly Ring[], { width, height }: Raster): Box | null {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const ring of rings) {
    for (let at = 0; at + 1 < ring.length; at += 2) {
      const [x = 0, y = 0] = [ring[at], ring[at + 1]];
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
    }
  }
  const x = Math.max(0, Math.floor(left));
  const y = Math.max(0, Math.floor(top));
  const box = {
    left: x,
    top: y,
    width: Math.min(width, Math.ceil(right)) - x,
    height: Math.min(height, Math.ceil(bottom)) - y,
  };
  return box.width > 0 && box.height > 0 ? box : null;
}

type Edge = readonly [fromX: number, fromY: number, toX: number, toY: number];

/** The areas of the pixels to the right of an edge, row by row. What lies left of the box counts as its left side. */
function addEdge(
  sums: Float32Array,
  { stride, height }: { stride: number; height: number },
  edge: Edge,
): void {
  const [fromX, fromY, toX, toY] = edge;
  if (fromY === toY) return;
  const down = fromY < toY;
  const [x0, y0, x1, y1] = down ? edge : [toX, toY, fromX, fromY];
  const slope = (x1 - x0) / (y1 - y0);
  // What an edge at the right side of the box adds lies beyond it, in the row's own two places.
  const last = stride - 2;
  const begin = Math.max(0, Math.floor(y0));
  const end = Math.min(height, Math.ceil(y1));
  for (let row = begin; row < end; row += 1) {
    const upper = Math.max(row, y0);
    const lower = Math.min(row + 1, y1);
    const area = (lower - upper) * (down ? 1 : -1);
    const a = inside(x0 + (upper - y0) * slope, last);
    const b = inside(x0 + (lower - y0) * slope, last);
    addSpan(sums, row * stride, { left: Math.min(a, b), right: Math.max(a, b), area });
  }
}

const inside = (x: number, last: number): number => Math.min(last, Math.max(0, x));

/** Shares an edge's area in one row out among the pixels between `left` and `right`. */
function addSpan(sums: Float32Array, row: number, span: { left: number; right: number; area: number }): void {
  const { left, right, area } = span;
  const first = Math.floor(left);
  if (right <= first + 1) {
    const middle = (left + right) / 2 - first;
    add(sums, row + first, area * (1 - middle));
    add(sums, row + first + 1, area * middle);
    return;
  }
  const per = area / (right - left);
  let before = 0;
  for (let x = first; x < right; x += 1) {
    // The area to the left of the pixel's right side that the edge has passed until there.
    const from = Math.max(left, x);
    const to = Math.min(right, x + 1);
    const crossed = (to - from) * per;
    const covered = crossed * (x + 1 - (from + to) / 2);
    add(sums, row + x, before + covered);
    before = crossed - covered;
  }
  add(sums, row + Math.ceil(right), before);
}

function add(sums: Float32Array, at: number, area: number): void {
  sums[at] = (sums[at] ?? 0) + area;
}
