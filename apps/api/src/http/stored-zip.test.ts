import { unzipFiles } from '@gongping/bundle';
import { expect, it } from 'vitest';
import { storedZip } from './stored-zip.ts';

async function zipOf(files: readonly (readonly [string, string])[]): Promise<Uint8Array> {
  async function* entries() {
    for (const [name, text] of files) yield { name, bytes: new TextEncoder().encode(text) };
  }
  const pieces: Uint8Array[] = [];
  for await (const piece of storedZip(entries())) pieces.push(piece);
  return new Uint8Array(Buffer.concat(pieces));
}

it('is read by others, names in Chinese and empty files too', async () => {
  const files = [
    ['天元区.txt', '扣分'],
    ['empty.txt', ''],
    ['nested.zip', 'PK\u0003\u0004'],
  ] as const;
  const read = unzipFiles(await zipOf(files));
  const texts = [...read].map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]);
  expect(texts).toEqual(files);
});

it('of nothing is a zip without files', async () => {
  expect(unzipFiles(await zipOf([]))).toEqual(new Map());
});
