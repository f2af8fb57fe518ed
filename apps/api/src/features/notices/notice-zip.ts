import type { NoticeFormat } from '@gongping/contracts';
import type { Press } from '@gongping/documents';
import type { NamedNotice } from './gather-notices.ts';
import { storedZip, type ZippedFile } from './stored-zip.ts';

/** The notices as a zip: each is made when whoever downloads is ready for it, and none after they have gone. */
export function noticeZip(
  press: Press,
  notices: readonly NamedNotice[],
  format: NoticeFormat,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  async function* files(): AsyncGenerator<ZippedFile> {
    for (const { name, notice } of notices) {
      yield { name: `${name}.${format}`, bytes: await press.print({ kind: 'notice', notice }, format) };
    }
  }
  const pieces = storedZip(files());
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await pieces.return(undefined);
    },
  });
}
