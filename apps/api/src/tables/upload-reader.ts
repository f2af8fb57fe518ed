import type { LocalText } from '@gongping/scoring';
import { TablesError, type TableProblem } from '@gongping/tables';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parentPort, Worker, workerData } from 'node:worker_threads';
import { ProblemError } from '../http/problem-error.ts';
import { refusal } from './run-import.ts';

/** Files that are read at a time; each has a thread and its memory. */
const MOST_AT_A_TIME = 2;
const MOST_MILLISECONDS = 60_000;
const MOST_MEGABYTES = 512;
const RETRY_SECONDS = 10;

/** What a thread answers. */
type UploadAnswer<Read> =
  { readonly read: Read } | { readonly problems: readonly TableProblem[]; readonly count: number };

/** What a thread is given: the file, and what else it needs to know. */
export interface UploadOrder<Given> {
  readonly path: string;
  readonly given: Given;
}

export interface UploadReader<Given, Read> {
  /** @throws TablesError with every problem; ProblemError `too-many-attempts` */
  read(file: { name: string; bytes: Uint8Array }, given: Given): Promise<Read>;
}

const tooMuch: LocalText = {
  zh: '文件内容过多，无法读取。请检查是否选错了文件，或删去多余的行和列后重试。',
  en: 'There is too much in the file to be read. Check that it is the right one, or delete what is not needed.',
};

/**
 * Reads uploaded files in threads of their own, so that everybody else is served meanwhile.
 * @param worker the module that the threads run; it calls `answerUpload`
 */
export function createUploadReader<Given, Read>(worker: URL): UploadReader<Given, Read> {
  let reading = 0;
  return {
    async read({ name, bytes }, given) {
      if (reading >= MOST_AT_A_TIME) {
        throw new ProblemError('too-many-attempts', { values: { seconds: RETRY_SECONDS } });
      }
      reading += 1;
      const folder = await mkdtemp(join(tmpdir(), 'gongping-upload-'));
      try {
        const path = join(folder, `upload${endingOf(name)}`);
        await writeFile(path, bytes);
        const answer = await inThread<Given, Read>(worker, { path, given });
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

function inThread<Given, Read>(worker: URL, order: UploadOrder<Given>): Promise<UploadAnswer<Read>> {
  const { promise, resolve, reject } = Promise.withResolvers<UploadAnswer<Read>>();
  const thread = new Worker(worker, {
    workerData: order,
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
  });
  const timer = setTimeout(() => reject(refusal(tooMuch)), MOST_MILLISECONDS);
  thread.once('message', resolve);
  thread.once('error', (error: NodeJS.ErrnoException) =>
    reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? refusal(tooMuch) : error),
  );
  thread.once('exit', () => reject(new Error('the thread ended before the file was read')));
  return promise.finally(() => {
    clearTimeout(timer);
    void thread.terminate();
  });
}

/** In such a thread: reads the file, answers, ends. */
export async function answerUpload<Given, Read>(
  read: (order: UploadOrder<Given>) => Promise<Read>,
): Promise<void> {
  const answer = await read(workerData as UploadOrder<Given>).then(
    (found): UploadAnswer<Read> => ({ read: found }),
    (error: unknown): UploadAnswer<Read> => {
      if (error instanceof TablesError) return { problems: error.problems, count: error.count };
      throw error;
    },
  );
  parentPort?.postMessage(answer);
}
