import type { LocalText } from '@gongping/scoring';
import { TablesError, type TableProblem } from '@gongping/tables';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answerApart } from '../apart/answer-apart.ts';
import { runApart, TooMuchError } from '../apart/run-apart.ts';
import { ProblemError } from '../http/problem-error.ts';
import { refusal } from './run-import.ts';

/** Files that are read at a time; each has a process and its memory. */
const MOST_AT_A_TIME = 2;
const bounds = { milliseconds: 60_000, megabytes: 512 };
const RETRY_SECONDS = 10;

/** What a reader answers. */
type UploadAnswer<Read> =
  { readonly read: Read } | { readonly problems: readonly TableProblem[]; readonly count: number };

/** What a reader is given: the file, and what else it needs to know. */
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
 * Reads uploaded files in processes of their own, so that everybody else is served meanwhile.
 * @param module what the processes run; it calls `answerUpload`
 */
export function createUploadReader<Given, Read>(module: URL): UploadReader<Given, Read> {
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
        const order: UploadOrder<Given> = { path, given };
        const answer = await runApart<UploadOrder<Given>, UploadAnswer<Read>>(module, order, bounds);
        if ('read' in answer) return answer.read;
        throw new TablesError(answer.problems, answer.count);
      } catch (error) {
        throw error instanceof TooMuchError ? refusal(tooMuch) : error;
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

/** In such a process: reads the file, answers, ends. */
export function answerUpload<Given, Read>(read: (order: UploadOrder<Given>) => Promise<Read>): void {
  answerApart<UploadOrder<Given>, UploadAnswer<Read>>((order) =>
    read(order).then(
      (found) => ({ read: found }),
      (error: unknown) => {
        if (error instanceof TablesError) return { problems: error.problems, count: error.count };
        throw error;
      },
    ),
  );
}
