import { expect, it } from 'vitest';
import { FileCounter } from './count-files.ts';

/** Local headers with sizes and names, contents, and the end of a directory: as the server sends a zip. */
function zip(contents: readonly string[]): Uint8Array {
  const pieces = contents.flatMap((text, at) => {
    const bytes = new TextEncoder().encode(text);
    const name = new TextEncoder().encode(`单位${at}`);
    const header = new Uint8Array(30);
    const view = new DataView(header.buffer);
    view.setUint32(0, 0x04034b50, true);
    view.setUint32(18, bytes.length, true);
    view.setUint16(26, name.length, true);
    return [header, name, bytes];
  });
  return new Uint8Array(
    [...pieces, new Uint8Array([0x50, 0x4b, 5, 6, ...Array<number>(18).fill(0)])].flatMap((each) => [
      ...each,
    ]),
  );
}

// A header inside a file is no file of the zip.
const inner = 'PK\u0003\u0004 inside';

it.each([1, 7, 30, 1000])('counts files whole, in pieces of %i bytes', (size) => {
  const bytes = zip(['one', '', inner, 'x'.repeat(500)]);
  const counter = new FileCounter();
  for (let at = 0; at < bytes.length; at += size) counter.push(bytes.subarray(at, at + size));
  expect(counter.files).toBe(4);
});

it('a zip of nothing has none', () => {
  const counter = new FileCounter();
  counter.push(zip([]));
  expect(counter.files).toBe(0);
});
