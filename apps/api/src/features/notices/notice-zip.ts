import type { NoticeFormat } from '@gongping/contracts';
import type { Press } from '@gongping/documents';
import { storedZipStream, type ZippedFile } from '../../http/stored-zip.ts';
import type { NamedNotice } from './gather-notices.ts';

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
  return storedZipStream(files());
}
