import { readTables, TableProblems, TablesError } from '@gongping/tables';
import { parentPort, workerData } from 'node:worker_threads';
import { readSystem } from './read-system.ts';
import type { UploadAnswer, UploadOrder } from './read-upload.ts';
import { systemShapes } from './system-shapes.ts';

/** Runs in a thread of its own: reads one file, answers, ends. */
async function read({ path, units }: UploadOrder): Promise<UploadAnswer> {
  try {
    const tables = await readTables(path, systemShapes);
    const problems = new TableProblems();
    const system = readSystem(tables, new Set(units), problems);
    problems.throwIfAny();
    return { read: system };
  } catch (error) {
    if (error instanceof TablesError) return { problems: error.problems, count: error.count };
    throw error;
  }
}

parentPort?.postMessage(await read(workerData as UploadOrder));
