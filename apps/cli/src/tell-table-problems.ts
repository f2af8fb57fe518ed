import type { TableProblem } from '@gongping/tables';
import { InputError } from './exit-code.ts';
import { terminalLanguage } from './language.ts';
import { printable } from './printable.ts';

/** What a program is told of a problem. */
export interface TableProblemJson {
  readonly sheet: string | null;
  readonly row: number | null;
  readonly column: string | null;
  readonly message: TableProblem['sentence'];
}

/**
 * Runs something that reads or writes tables; what is wrong with them is said a line each.
 *
 * @param onProblems is told first, for output that programs read
 * @throws InputError with all problems that were listed
 */
export async function tellingTableProblems<T>(
  run: () => Promise<T>,
  onProblems: (problems: readonly TableProblemJson[]) => void = () => undefined,
): Promise<T> {
  const { describeTableProblem, TablesError } = await import('@gongping/tables');
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof TablesError)) throw error;
    const { problems, count } = error;
    onProblems(
      problems.map(({ sheet, row, column, sentence }) => ({ sheet, row, column, message: sentence })),
    );
    const language = terminalLanguage(process.env);
    const lines = problems.map((problem) => printable(describeTableProblem(problem, language)));
    const more = count - problems.length;
    const rest = {
      zh: `……另有 ${more} 处问题未列出。`,
      en: `… and ${more} more problems that are not listed.`,
    };
    throw new InputError([...lines, ...(more > 0 ? [rest[language]] : [])].join('\n'), { cause: error });
  }
}
