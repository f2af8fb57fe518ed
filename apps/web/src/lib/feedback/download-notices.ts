import { FileCounter } from './count-files.ts';

export interface Progress {
  readonly done: number;
  readonly total: number;
}

/**
 * Downloads the zip of all notices and counts them as they arrive.
 * @throws where the answer is a refusal or breaks off, or `signal` is given
 */
export async function downloadNotices(
  href: string,
  signal: AbortSignal,
  onprogress: (progress: Progress) => void,
): Promise<{ blob: Blob; filename: string; files: number }> {
  const response = await fetch(href, { signal });
  if (!response.ok || response.body === null) throw new Error(`status ${response.status}`);
  const total = Number(response.headers.get('x-files') ?? 0);
  const counter = new FileCounter();
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  onprogress({ done: 0, total });
  const reader = response.body.getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    pieces.push(read.value);
    counter.push(read.value);
    onprogress({ done: counter.files, total });
  }
  if (counter.files !== total) throw new Error('the download broke off');
  const blob = new Blob(pieces, { type: 'application/zip' });
  return { blob, filename: filenameOf(response.headers), files: total };
}

function filenameOf(headers: Headers): string {
  const encoded = /filename\*=UTF-8''([^;]+)/.exec(headers.get('content-disposition') ?? '')?.[1];
  return encoded === undefined ? 'notices.zip' : decodeURIComponent(encoded);
}

/** Hands a file to the browser as if a link to it had been followed. */
export function saveFile(blob: Blob, filename: string): void {
  const href = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = href;
  link.download = filename;
  link.click();
  URL.revokeObjectURL(href);
}
