import type { Language } from '@gongping/contracts';
import { TablesError } from '@gongping/tables';
import { ProblemError } from '../http/problem-error.ts';

/** The refusal of a file in the reader's language, cell by cell; any other error stays what it is. */
export function tablesRefusal(error: unknown, language: Language): unknown {
  if (!(error instanceof TablesError)) return error;
  return new ProblemError('tables-invalid', {
    values: { count: error.count },
    cells: error.problems.map(({ sheet, row, column, sentence }) => ({
      sheet,
      row,
      column,
      message: sentence[language],
    })),
  });
}
