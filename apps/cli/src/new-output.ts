import { createWriteStream } from 'node:fs';
import { lstat, mkdir, readdir, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { InputError } from './exit-code.ts';

/** Where a command writes, by the ending of the name: a folder unless it is that of a file. */
export interface NewOutput {
  readonly path: string;
  readonly kind: 'xlsx' | 'csv' | 'zip' | 'folder' | 'file';
}

/**
 * Nothing that is there is written over, except a folder without anything in it.
 * @throws InputError where something is in the way
 */
export async function newOutput(path: string): Promise<NewOutput> {
  const [, ending] = /\.(xlsx|csv|zip)$/i.exec(path) ?? [];
  const kind = (ending?.toLowerCase() ?? 'folder') as NewOutput['kind'];
  await refuseExisting({ path, kind });
  return { path, kind };
}

/** As `newOutput`, for what is always one file. @throws InputError where something is in the way */
export async function newFile(path: string): Promise<NewOutput> {
  const output = { path, kind: 'file' } as const;
  await refuseExisting(output);
  return output;
}

/** Writes a file that appears when it is whole. @throws InputError as `newOutput`, or where it cannot be written */
export function writeNewFile(output: NewOutput, bytes: Uint8Array): Promise<void> {
  return writeUnfinished(output, (unfinished) => writeFile(unfinished, bytes, { flag: 'wx' }));
}

/** As `writeNewFile`, for text that comes as it is read. */
export function writeNewText(output: NewOutput, pieces: AsyncIterable<string>): Promise<void> {
  return writeUnfinished(output, (unfinished) =>
    pipeline(Readable.from(pieces), createWriteStream(unfinished, { flags: 'wx' })),
  );
}

/** Writes a folder that appears when all its files are there. @throws InputError as `writeNewFile` */
export function writeNewFolder(output: NewOutput, files: ReadonlyMap<string, Uint8Array>): Promise<void> {
  return writeUnfinished(output, async (unfinished) => {
    await mkdir(unfinished);
    for (const [name, bytes] of files) await writeFile(join(unfinished, name), bytes, { flag: 'wx' });
  });
}

async function writeUnfinished(
  output: NewOutput,
  write: (unfinished: string) => Promise<void>,
): Promise<void> {
  const path = output.path.replace(/[\\/]+$/, '');
  const unfinished = `${path}.${process.pid}.part`;
  try {
    await write(unfinished);
    await refuseExisting(output);
    // An empty folder gives way; one that is not there is no obstacle.
    if (output.kind === 'folder') await rmdir(path).catch(() => undefined);
    await rename(unfinished, path);
  } catch (cause) {
    if (cause instanceof InputError) throw cause;
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new InputError(`无法写入 ${output.path} cannot be written: ${why}`, { cause });
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
}

async function refuseExisting({ path, kind }: NewOutput): Promise<void> {
  const found = await lstat(path).catch(() => null);
  if (found === null) return;
  if (kind === 'folder' && found.isDirectory() && (await readdir(path)).length === 0) return;
  throw new InputError(
    `${path} 已经存在，未写入任何内容；请换一个名称，或先移走它。\n${path} is there already, nothing was written; give another name, or move it away first.`,
  );
}
