import { parentPort } from 'node:worker_threads';
import { noticeDocx } from './notice-docx.ts';
import { noticePdf } from './notice-pdf.ts';
import type { NoticeDocument } from './notice.ts';

export interface PrintOrder {
  readonly id: number;
  readonly notice: NoticeDocument;
  readonly format: 'docx' | 'pdf';
}

export type Printed =
  | { readonly id: number; readonly ok: true; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly id: number; readonly ok: false; readonly message: string };

/** One notice after the other. */
let last: Promise<unknown> = Promise.resolve();

parentPort?.on('message', (order: PrintOrder) => {
  last = last.then(() => print(order));
});

async function print({ id, notice, format }: PrintOrder): Promise<void> {
  try {
    const bytes = await (format === 'pdf' ? noticePdf : noticeDocx)(notice);
    parentPort?.postMessage({ id, ok: true, bytes } satisfies Printed, [bytes.buffer]);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    parentPort?.postMessage({ id, ok: false, message } satisfies Printed);
  }
}
