import { BundleError } from '@gongping/bundle';
import { readReportFile } from '@gongping/report-files';
import { TablesError } from '@gongping/tables';
import { basename } from 'node:path';
import { answerApart } from '../../apart/answer-apart.ts';
import type { ReportAnswer, ReportOrder } from './report-reader.ts';

// Runs in a process of its own.
answerApart(async ({ path, name }: ReportOrder): Promise<ReportAnswer> => {
  try {
    const { report, reading } = await readReportFile(path);
    return { read: { report, found: reading?.found ?? [], unread: reading?.unread ?? [] } };
  } catch (error) {
    if (!(error instanceof BundleError) && !(error instanceof TablesError)) throw error;
    const [first] = error.problems;
    if (first === undefined) throw error;
    // The person has given a file, not the copy that is read.
    const named = (sentence: string) => sentence.replaceAll(path, name).replaceAll(basename(path), name);
    const column = 'column' in first ? first.column : null;
    return {
      refused: { zh: named(first.sentence.zh), en: named(first.sentence.en) },
      at: column ?? null,
    };
  }
});
