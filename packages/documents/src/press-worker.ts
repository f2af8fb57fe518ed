import { parentPort } from 'node:worker_threads';
import { noticeDocx } from './notice/notice-docx.ts';
import { noticePdf } from './notice/notice-pdf.ts';
import type { NoticeDocument } from './notice/notice.ts';
import type { OfficialReport } from './official-report.ts';
import { reportPdf } from './pdf/report-pdf.ts';
import { reportDocx } from './word/report-docx.ts';

export type DocumentFormat = 'docx' | 'pdf';

/** What is printed. */
export type Printable =
  | { readonly kind: 'notice'; readonly notice: NoticeDocument }
  | { readonly kind: 'report'; readonly report: OfficialReport };

export interface PrintOrder {
  readonly id: number;
  readonly document: Printable;
  readonly format: DocumentFormat;
}

export type Printed =
  | { readonly id: number; readonly ok: true; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly id: number; readonly ok: false; readonly message: string };

/** One document after the other. */
let last: Promise<unknown> = Promise.resolve();

parentPort?.on('message', (order: PrintOrder) => {
  last = last.then(() => print(order));
});

async function print({ id, document, format }: PrintOrder): Promise<void> {
  try {
    const bytes = await bytesOf(document, format);
    parentPort?.postMessage({ id, ok: true, bytes } satisfies Printed, [bytes.buffer]);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    parentPort?.postMessage({ id, ok: false, message } satisfies Printed);
  }
}

function bytesOf(document: Printable, format: DocumentFormat) {
  if (document.kind === 'notice') return (format === 'pdf' ? noticePdf : noticeDocx)(document.notice);
  return (format === 'pdf' ? reportPdf : reportDocx)(document.report);
}
