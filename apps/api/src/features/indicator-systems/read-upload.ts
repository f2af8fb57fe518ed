import type { LocalText } from '@gongping/scoring';
import { TablesError, type TableProblem } from '@gongping/tables';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { ProblemError } from '../../http/problem-error.ts';
import { refusal } from '../../tables/run-import.ts';
import type { SystemContent } from './system-content.ts';

/** 8 MB for a file: the system of 2020 has a hundredth of it. */
export const largestUploadBytes = 8 * 1024 * 1024;
/** Files that are read at a time; each has a thread and its memory. */
const MOST_AT_A_TIME = 2;
const MOST_MILLISECONDS = 60_000;
const MOST_MEGABYTES = 512;
const RETRY_SECONDS = 10;

/** What a file of an indicator system says. */
export interface ReadUpload {
  readonly code: string;
  readonly content: SystemContent;
}

/** What the thread answers. */
export type UploadAnswer =
  { readonly read: ReadUpload } | { readonly problems: readonly TableProblem[]; readonly count: number };

/** What the thread is given. */
export interface UploadOrder {
  readonly path: string;
  readonly units: readonly string[];
}

export interface UploadReader {
  /** @throws TablesError with every problem; ProblemError `too-many-attempts` */
  read(file: { name: string; bytes: Uint8Array }, units: ReadonlySet<string>): Promise<ReadUpload>;
}

const tooMuch: LocalText = {
  zh: '文件内容过多，无法读取。请检查是否选错了文件，或删去多余的行和列后重试。',
  en: 'There is too much in the file to be read. Check that it is the right one, or delete what is not needed.',
};

/** Reads uploaded workbooks and zips of CSV in threads of their own, so that everybody else is served meanwhile. */
export function createUploadReader(): UploadReader {
  let reading = 0;
  return {
    async read({ name, bytes }, units) {
      if (reading >= MOST_AT_A_TIME) {
        throw new ProblemError('too-many-attempts', { values: { seconds: RETRY_SECONDS } });
      }
      reading += 1;
      const folder = await mkdtemp(join(tmpdir(), 'gongping-upload-'));
      try {
        const path = join(folder, `upload${endingOf(name)}`);
        await writeFile(path, bytes);
        const answer = await inThread({ path, units: [...units] });
        if ('read' in answer) return answer.read;
        throw new TablesError(answer.problems, answer.count);
      } finally {
        reading -= 1;
        await rm(folder, { recursive: true, force: true });
      }
    },
  };
}

/** The kind of file is told by its name, as everywhere; what is inside is checked when it is read. */
function endingOf(name: string): string {
  return /\.[a-z0-9]{1,8}$/i.exec(name)?.[0].toLowerCase() ?? '';
}

function inThread(order: UploadOrder): Promise<UploadAnswer> {
  const { promise, resolve, reject } = Promise.withResolvers<UploadAnswer>();
  const worker = new Worker(new URL('./upload-worker.ts', import.meta.url), {
    workerData: order,
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
  });
  const timer = setTimeout(() => reject(refusal(tooMuch)), MOST_MILLISECONDS);
  worker.once('message', resolve);
  worker.once('error', (error: NodeJS.ErrnoException) =>
    reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? refusal(tooMuch) : error),
  );
  worker.once('exit', () => reject(new Error('the thread ended before the file was read')));
  return promise.finally(() => {
    clearTimeout(timer);
    void worker.terminate();
  });
}
