import { encode, renderSVG } from 'uqr';

const options = { ecc: 'M', border: 4 } as const;

/** A code to put into a poster: it is as sharp in any size. */
export function qrSvg(target: string): Blob {
  return new Blob([renderSVG(target, options)], { type: 'image/svg+xml' });
}

/** Pixels along a module: a code of 33 modules and its margin becomes a picture of 984. */
const pixelsAModule = 24;

/** The same for programs that take pictures only. */
export async function qrPng(target: string): Promise<Blob> {
  const { data, size } = encode(target, options);
  const canvas = new OffscreenCanvas(size * pixelsAModule, size * pixelsAModule);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('the browser draws no pictures');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = '#000';
  data.forEach((row, y) =>
    row.forEach((dark, x) => {
      if (dark) context.fillRect(x * pixelsAModule, y * pixelsAModule, pixelsAModule, pixelsAModule);
    }),
  );
  return canvas.convertToBlob({ type: 'image/png' });
}

/** Hands a file over to the person. */
export function saveFile(content: Blob, name: string): void {
  const href = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = href;
  link.download = name;
  link.click();
  URL.revokeObjectURL(href);
}
