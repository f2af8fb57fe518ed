import { colourOf } from './colour.ts';
import { textRings } from './glyphs.ts';
import { pngOf } from './png.ts';
import { fill, openRaster, type Raster, type Ring } from './raster.ts';
import type { Picture, PictureElement } from './read-picture.ts';

/** Pixels of an inch: sharp enough on paper for a substitute that few programs show. */
const perInch = 144;

/** A picture as PNG on white. @param width of the picture where it is printed, in inches */
export function picturePng(picture: Picture, width: number): Uint8Array<ArrayBuffer> {
  const scale = (width * perInch) / picture.width;
  const raster = openRaster(Math.ceil(picture.width * scale), Math.ceil(picture.height * scale));
  draw(raster, picture.elements, { scale, left: 0, top: 0, attributes: {} });
  return pngOf(raster, Math.ceil(perInch / 0.0254));
}

interface Pen {
  readonly scale: number;
  readonly left: number;
  readonly top: number;
  /** Inherited from the groups around. */
  readonly attributes: Readonly<Record<string, string>>;
}

function draw(raster: Raster, elements: readonly PictureElement[], pen: Pen): void {
  for (const element of elements) {
    const attributes = { ...pen.attributes, ...element.attributes };
    if (element.name === 'g') draw(raster, element.children, moved(pen, attributes));
    else drawShape(raster, element, { ...pen, attributes });
  }
}

function moved(pen: Pen, { transform, ...attributes }: Readonly<Record<string, string>>): Pen {
  if (transform === undefined) return { ...pen, attributes };
  const [, x, y = '0'] = /^translate\((-?[\d.]+)(?:[ ,]+(-?[\d.]+))?\)$/.exec(transform) ?? [];
  if (x === undefined) throw new RangeError(`A picture has no transform ${transform}.`);
  return { ...pen, left: pen.left + Number(x), top: pen.top + Number(y), attributes };
}

function drawShape(raster: Raster, element: PictureElement, pen: Pen): void {
  const { attributes } = pen;
  const number = (name: string, otherwise = 0) => Number(attributes[name] ?? otherwise);
  const paint = (of: 'fill' | 'stroke', otherwise: string) => {
    const colour = colourOf(attributes[of] ?? otherwise);
    return colour && { colour, opacity: number(`${of}-opacity`, 1) };
  };
  const shape = shapeOf(element, { number, pen });
  const inner = paint('fill', '#000000');
  if (inner && element.name !== 'line' && element.name !== 'polyline')
    fill(
      raster,
      shape.rings.map((ring) => placed(ring, pen)),
      inner,
    );
  const outer = paint('stroke', 'none');
  if (outer === null || element.name === 'text') return;
  for (const edge of edgesOf(shape))
    fill(raster, [placed(thick(edge, number('stroke-width', 1)), pen)], outer);
}

function placed(ring: Ring, { scale, left, top }: Pen): Ring {
  return ring.map((value, at) => (value + (at % 2 === 0 ? left : top)) * scale);
}

interface Shape {
  readonly rings: readonly Ring[];
  /** True where the last corner is joined to the first. */
  readonly closed: boolean;
}

function shapeOf(
  { name, attributes, text }: PictureElement,
  { number, pen }: { number: (name: string, otherwise?: number) => number; pen: Pen },
): Shape {
  switch (name) {
    case 'rect': {
      const [x, y] = [number('x'), number('y')];
      const [right, bottom] = [x + number('width'), y + number('height')];
      return { rings: [[x, y, right, y, right, bottom, x, bottom]], closed: true };
    }
    case 'circle':
      return { rings: [circle(number('cx'), number('cy'), number('r'))], closed: true };
    case 'line':
      return { rings: [[number('x1'), number('y1'), number('x2'), number('y2')]], closed: false };
    case 'text': {
      const {
        'font-size': size = '16',
        'font-weight': weight = '',
        'text-anchor': anchor = 'start',
      } = pen.attributes;
      const style = { size: Number(size), bold: weight === 'bold', anchor };
      return { rings: textRings(text, { x: number('x'), y: number('y') }, style), closed: true };
    }
    default:
      return {
        rings: [(attributes['points'] ?? '').trim().split(/[ ,]+/).map(Number)],
        closed: name === 'polygon',
      };
  }
}

const CIRCLE_CORNERS = 32;

function circle(x: number, y: number, radius: number): Ring {
  return Array.from({ length: CIRCLE_CORNERS }, (_, at) => (2 * Math.PI * at) / CIRCLE_CORNERS).flatMap(
    (turn) => [x + radius * Math.cos(turn), y + radius * Math.sin(turn)],
  );
}

function edgesOf({ rings, closed }: Shape): Ring[] {
  return rings.flatMap((ring) => {
    const corners = ring.length / 2;
    return Array.from({ length: closed ? corners : corners - 1 }, (_, at) =>
      [at, (at + 1) % corners].flatMap((corner) => ring.slice(corner * 2, corner * 2 + 2)),
    );
  });
}

/** An edge as an area as wide as its stroke. */
function thick([x0 = 0, y0 = 0, x1 = 0, y1 = 0]: Ring, width: number): Ring {
  const length = Math.hypot(x1 - x0, y1 - y0) || 1;
  const [x, y] = [((y1 - y0) / length) * (width / 2), ((x0 - x1) / length) * (width / 2)];
  return [x0 + x, y0 + y, x1 + x, y1 + y, x1 - x, y1 - y, x0 - x, y0 - y];
}
