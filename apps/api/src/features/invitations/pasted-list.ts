import { peopleShape } from './people-shape.ts';

/** Pasted text as a CSV file, and whether a header was put before it. */
export interface PastedList {
  readonly csv: string;
  readonly headed: boolean;
}

const known = new Set<string>(peopleShape.columns.flatMap(({ name, label }) => [name, label]));

/**
 * What one pastes from a spreadsheet (cells parted by tabs) or types (by commas) as a CSV file. Without a first line of
 * known headers the columns are name, e-mail, unit.
 */
export function pastedList(text: string): PastedList {
  const lines = text.replaceAll(/\r\n?/g, '\n').replace(/\n+$/, '').split('\n');
  const isTabbed = lines.some((line) => line.includes('\t'));
  const records = lines.map((line) =>
    isTabbed ? line.split('\t').map(quoted).join(',') : line.replaceAll('，', ','),
  );
  const first = (lines[0] ?? '').split(isTabbed ? '\t' : /[,，]/).map((cell) => cell.trim());
  const headed = first.some((cell) => known.has(cell));
  const all = headed ? records : [peopleShape.columns.map(({ name }) => name).join(','), ...records];
  return { csv: `${all.join('\n')}\n`, headed };
}

const quoted = (cell: string): string => `"${cell.trim().replaceAll('"', '""')}"`;
