import type { DeductionEntry } from '@gongping/scoring';

/**
 * Deductions as people write them in a cell, one a line: `late*2 逾期两件` for an item of the rule, `-0.5 …` for a free
 * one. In a reason `\n` stands for a line break and `\\` for a backslash.
 */
export function writeDeductions(entries: readonly DeductionEntry[]): string {
  return entries
    .map((entry) => {
      const head = entry.item === null ? `-${entry.marks}` : `${entry.item}*${entry.count}`;
      return entry.reason === '' ? head : `${head} ${escaped(entry.reason)}`;
    })
    .join('\n');
}

/** The entries of a cell, a line each; null for a line whose number cannot be read. */
export function readDeductions(cell: string): (DeductionEntry | null)[] {
  return cell
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map(readLine);
}

const amount = /^\d+(\.\d+)?(e[+-]?\d+)?$/i;

function readLine(line: string): DeductionEntry | null {
  const [, written = '', rest = ''] = /^\s*(\S+)(?:\s(.*))?$/su.exec(line) ?? [];
  const head = written.normalize('NFKC').replace('\u2212', '-');
  const reason = unescaped(rest);
  if (head.startsWith('-')) {
    const marks = head.slice(1);
    return amount.test(marks) ? { item: null, marks: Number(marks), reason } : null;
  }
  const [item = '', count = '1', ...more] = head.split('*');
  if (!amount.test(count) || more.length > 0 || item === '') return null;
  return { item, count: Number(count), reason };
}

function escaped(reason: string): string {
  return reason.replaceAll('\\', '\\\\').replaceAll(/\r\n?/g, '\n').replaceAll('\n', '\\n');
}

function unescaped(text: string): string {
  return text.replaceAll(/\\(n|\\)/g, (_whole, letter: string) => (letter === 'n' ? '\n' : '\\'));
}
