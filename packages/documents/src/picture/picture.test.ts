import { inflateSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { colourOf } from './colour.ts';
import { picturePng } from './draw-picture.ts';
import { pngOf } from './png.ts';
import { fill, openRaster } from './raster.ts';
import { pictureSvg } from './picture-svg.ts';
import { readPicture } from './read-picture.ts';

const black = { colour: [0, 0, 0], opacity: 1 } as const;
const svg = (inside: string) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20">${inside}</svg>`;

it('covers pixels by the share of them that lies within', () => {
  const raster = openRaster(3, 2);
  // From the middle of the first pixel to the end of the second, the upper row only.
  fill(raster, [[0.5, 0, 2, 0, 2, 1, 0.5, 1]], black);
  const reds = [0, 1, 2, 3, 4, 5].map((pixel) => raster.pixels[pixel * 3]);
  expect(reds).toEqual([128, 0, 255, 255, 255, 255]);
});

it('shares a slanted edge out among the pixels that it crosses', () => {
  const raster = openRaster(2, 1);
  // Below the diagonal: 1/4 of the first pixel, 3/4 of the second.
  fill(raster, [[0, 1, 2, 0, 2, 1]], black);
  expect([raster.pixels[0], raster.pixels[3]]).toEqual([191, 64]);
});

it('leaves holes, and what lies beside the picture', () => {
  const raster = openRaster(4, 4);
  fill(
    raster,
    [
      [-9, -9, 9, -9, 9, 9, -9, 9],
      [1, 1, 1, 3, 3, 3, 3, 1],
    ],
    black,
  );
  const row = (y: number) => [0, 1, 2, 3].map((x) => raster.pixels[(y * 4 + x) * 3]);
  expect([row(0), row(1), row(3)]).toEqual([
    [0, 0, 0, 0],
    [0, 255, 255, 0],
    [0, 0, 0, 0],
  ]);
});

it('packs pixels into a PNG that unpacks to them', () => {
  const raster = openRaster(2, 1);
  raster.pixels.set([1, 2, 3, 4, 5, 6]);
  const png = Buffer.from(pngOf(raster, 5669));
  const at = png.indexOf('IDAT');
  const data = png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4));
  expect([...inflateSync(data)]).toEqual([0, 1, 2, 3, 4, 5, 6]);
});

it('draws shapes and letters', () => {
  const drawn = readPicture(
    svg(
      '<g transform="translate(10 0)"><text x="0" y="16" font-size="16">公</text></g><rect x="30" y="0" width="10" height="20" fill="#0072B2"/>',
    ),
  );
  const png = Buffer.from(picturePng(drawn, 40 / 144));
  const at = png.indexOf('IDAT');
  const pixels = inflateSync(png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4)));
  const rgb = (x: number, y: number) => [...pixels.subarray(y * 121 + 1 + x * 3, y * 121 + 4 + x * 3)];
  expect(rgb(35, 10)).toEqual([0, 0x72, 0xb2]);
  expect(rgb(5, 10)).toEqual([255, 255, 255]);
  const dark = Array.from(
    { length: 16 * 20 },
    (_, index) => rgb(10 + (index % 16), Math.trunc(index / 16))[0] ?? 255,
  );
  expect(dark.filter((red) => red < 128).length).toBeGreaterThan(20);
});

it('takes only what is drawn alike everywhere, and nothing that runs or fetches', () => {
  for (const bad of [
    svg('<script>alert(1)</script>'),
    svg('<image href="https://example.org/x.png"/>'),
    svg('<rect onclick="alert(1)"/>'),
    svg('<rect style="fill:red"/>'),
    svg('<a href="javascript:1"><text>x</text></a>'),
    `<!DOCTYPE svg [<!ENTITY x "y">]>${svg('')}`,
    '<svg xmlns="http://www.w3.org/2000/svg"></svg>',
    '<p>no picture</p>',
    svg('<rect>'),
  ]) {
    expect(() => readPicture(bad)).toThrow(RangeError);
  }
  expect(() => colourOf('url(#x)')).toThrow('no colour');
  const kept = svg('<title>left out</title><text x="1" y="2">a &lt; b</text>');
  expect(pictureSvg(readPicture(kept))).toBe(svg('<text x="1" y="2">a &lt; b</text>'));
});
