import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { TableDigest } from './backup-lines.ts';
import type { BackupEnd, BackupHeader, TableEnd } from './backup-lines.ts';

/** The file is no backup that can be restored; the message says why, in both languages. */
export class BackupError extends Error {
  override name = 'BackupError';
}

const damaged = (why: { zh: string; en: string }): BackupError =>
  new BackupError(`备份文件无法使用：${why.zh} The backup cannot be used: ${why.en}`);

const cutOff = damaged({ zh: '文件不完整。', en: 'it is cut off.' });

async function* linesOf(file: string): AsyncGenerator<string> {
  const source = createReadStream(file);
  const text = source.pipe(createGunzip());
  source.on('error', (error) => text.destroy(error));
  try {
    for await (const line of createInterface({ input: text, crlfDelay: Infinity })) yield line;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'ENOENT')
      throw new BackupError(`找不到 ${file}。There is nothing at ${file}.`, { cause: error });
    if (!code.startsWith('Z_')) throw error;
    throw damaged({ zh: '不是备份文件，或已损坏。', en: 'it is no backup, or damaged.' });
  }
}

const parse = (line: string): Record<string, unknown> => {
  try {
    return JSON.parse(line) as Record<string, unknown>;
  } catch {
    throw damaged({ zh: '其中一行不是 JSON。', en: 'one of its lines is no JSON.' });
  }
};

const headerOf = (line: string | undefined): BackupHeader => {
  const header = line === undefined ? {} : parse(line);
  if (header['format'] !== 'gongping-backup' || !Array.isArray(header['migrations'])) {
    throw damaged({ zh: '不是公评的备份。', en: 'it was not made by gongping backup.' });
  }
  if (header['version'] !== 1) {
    throw damaged({ zh: '由更新的版本制作。', en: 'it was made by a later version.' });
  }
  return header as unknown as BackupHeader;
};

/** A row of a backup with the table that it belongs to, which is told after its rows. */
export interface BackupContents {
  readonly header: BackupHeader;
  readonly tables: readonly TableEnd[];
}

const isTableEnd = (line: string): boolean => line.startsWith('{"table":');
const isEnd = (line: string): boolean => line.startsWith('{"tables":');

/**
 * Reads a backup from its first to its last line, checking every count and hash.
 *
 * @param each is given every row with the number of its table
 * @throws BackupError where anything is missing or changed
 */
export async function readBackup(
  file: string,
  each: (row: string, table: number) => Promise<void> | void = () => undefined,
): Promise<BackupContents> {
  let header: BackupHeader | null = null;
  let digest = new TableDigest();
  let end: BackupEnd | null = null;
  const tables: TableEnd[] = [];
  for await (const line of linesOf(file)) {
    if (header === null) header = headerOf(line);
    else if (isTableEnd(line)) {
      const said = parse(line) as unknown as TableEnd;
      const found = digest.end(said.table);
      if (found.rows !== said.rows || found.sha256 !== said.sha256) {
        throw damaged({
          zh: `${said.table} 的内容已被改动。`,
          en: `the rows of ${said.table} were changed.`,
        });
      }
      tables.push(said);
      digest = new TableDigest();
    } else if (isEnd(line)) end = parse(line) as unknown as BackupEnd;
    else {
      digest.add(line);
      await each(line, tables.length);
    }
  }
  if (header === null) headerOf(undefined);
  if (header === null || end === null || end.tables !== tables.length) throw cutOff;
  return { header, tables };
}
