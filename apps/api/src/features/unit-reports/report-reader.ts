import type { AnnualReport, FoundCell, LocalText, Unread } from '@gongping/annual-report';
import type { Language } from '@gongping/contracts';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runApart, TooMuchError, type Bounds } from '../../apart/run-apart.ts';
import { ProblemError } from '../../http/problem-error.ts';

/** 32 MB for a file: published reports with their pictures have a few. */
export const largestReportBytes = 32 * 1024 * 1024;

export interface ReportOrder {
  readonly path: string;
  /** As the person calls the file. */
  readonly name: string;
}
export interface ReadReport {
  readonly report: AnnualReport;
  readonly found: readonly FoundCell[];
  readonly unread: readonly Unread[];
}
export type ReportAnswer =
  | { readonly read: ReadReport }
  /** `at`: the value of a JSON that is wrong. */
  | { readonly refused: LocalText; readonly at: string | null };

export interface ReportReader {
  /** @throws ProblemError `report-unreadable` with what is wrong and what to do, `too-many-attempts` */
  read(file: { name: string; bytes: Uint8Array }, language: Language): Promise<ReadReport>;
}

/** Files that are read at a time; the others wait, each has a process and its memory. */
const AT_A_TIME = 2;
const MOST_WAITING = 20;
const RETRY_SECONDS = 10;
/** Half a second is usual, with the start of the process; a busy machine takes a few times that. */
const bounds: Bounds = { milliseconds: 5_000, megabytes: 96 };

const tooMuch: LocalText = {
  zh: '文件内容过多，无法读取；请检查是否选错了文件，或在 Word、WPS 中另存一份后再试。',
  en: 'There is too much in the file to be read; check that it is the right one, or save a copy in Word or WPS and try again.',
};
const broken: LocalText = {
  zh: '文件无法读取，可能已损坏；请在 Word、WPS 或 Excel 中打开并另存一份后再试。',
  en: 'The file cannot be read and may be damaged; open it in Word, WPS or Excel, save a copy and try again.',
};

const kinds = /\.(?:docx|doc|docm|html|htm|xlsx|xlsm|xls|json|pdf)$/i;

/** Reads files of annual reports in processes of their own, however they were made. */
export function createReportReader(): ReportReader {
  const module = new URL('./report-worker.ts', import.meta.url);
  let reading = 0;
  const waiting: (() => void)[] = [];
  const enter = async (): Promise<void> => {
    if (reading < AT_A_TIME) {
      reading += 1;
      return;
    }
    if (waiting.length >= MOST_WAITING) {
      throw new ProblemError('too-many-attempts', { values: { seconds: RETRY_SECONDS } });
    }
    await new Promise<void>((resolve) => waiting.push(resolve));
  };
  const leave = (): void => {
    const next = waiting.shift();
    if (next) next();
    else reading -= 1;
  };
  const refused = (why: LocalText, language: Language) =>
    new ProblemError('report-unreadable', { values: { why: why[language] } });
  return {
    async read({ name, bytes }, language) {
      await enter();
      const folder = await mkdtemp(join(tmpdir(), 'gongping-report-'));
      try {
        const path = join(folder, `report${kinds.exec(name)?.[0].toLowerCase() ?? ''}`);
        await writeFile(path, bytes);
        const answer = await runApart<ReportOrder, ReportAnswer>(module, { path, name }, bounds);
        if ('read' in answer) return answer.read;
        const { zh, en } = answer.refused;
        const { at } = answer;
        throw refused(at === null ? { zh, en } : { zh: `${at}：${zh}`, en: `${at}: ${en}` }, language);
      } catch (error) {
        if (error instanceof ProblemError) throw error;
        throw refused(error instanceof TooMuchError ? tooMuch : broken, language);
      } finally {
        leave();
        await rm(folder, { recursive: true, force: true });
      }
    },
  };
}
