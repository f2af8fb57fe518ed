import { readTables, TableProblems } from '@gongping/tables';
import { answerUpload } from '../../tables/upload-reader.ts';
import { readSystem } from './read-system.ts';
import type { KnownUnits, ReadUpload } from './read-upload.ts';
import { systemShapes } from './system-shapes.ts';

// Runs in a process of its own.
answerUpload<KnownUnits, ReadUpload>(async ({ path, given }) => {
  const tables = await readTables(path, systemShapes);
  const problems = new TableProblems();
  const system = readSystem(tables, new Set(given), problems);
  problems.throwIfAny();
  return system;
});
