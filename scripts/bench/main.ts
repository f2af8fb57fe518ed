import { writeFileSync } from 'node:fs';
import { availableParallelism, cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { documentFigures } from './documents.ts';
import { engineFigures } from './engine.ts';
import { intakeFigures } from './intake.ts';
import { describeFigure, isHeld, medianOf, ratioOf } from './figure.ts';
import type { Figure } from './figure.ts';
import { pageFigures } from './pages.ts';
import { workflowEmbedded, workflowFigures } from './workflow.ts';

/**
 * `npm run bench -- <name>`: prints the machine, a row a figure, and how many targets held; none: `documents`, `engine`,
 * `intake`, `pages`, `workflow`.
 */
const benchmarks: Readonly<Record<string, () => Promise<Figure[]>>> = {
  documents: documentFigures,
  engine: engineFigures,
  intake: intakeFigures,
  pages: pageFigures,
  workflow: workflowFigures,
  'workflow-embedded': workflowEmbedded,
};

const { values, positionals } = parseArgs({
  options: { json: { type: 'string' } },
  allowPositionals: true,
});
const names = positionals.length > 0 ? positionals : ['documents', 'engine', 'intake', 'pages', 'workflow'];
const unknown = names.filter((name) => !Object.hasOwn(benchmarks, name));
if (unknown.length > 0) {
  console.error(
    `There is no benchmark ${unknown.join(', ')}. There are: ${Object.keys(benchmarks).join(', ')}.`,
  );
  process.exit(2);
}

const machine = `${cpus()[0]?.model ?? 'unknown processor'}, ${availableParallelism()} processors, ${Math.trunc(
  totalmem() / 2 ** 30,
)} GB, Node ${process.version}, ${process.platform} ${process.arch}`;
console.log(machine);
const figures: (Figure & { readonly benchmark: string })[] = [];
for (const name of names) {
  for (const figure of (await benchmarks[name]?.()) ?? []) {
    figures.push({ benchmark: name, ...figure });
    console.log(describeFigure(figure));
  }
}
const judged = figures.map(isHeld).filter((held) => held !== null);
const held = judged.filter(Boolean).length;
if (values.json !== undefined) {
  const rows = figures.map((figure) => ({
    ...figure,
    median: medianOf(figure.runs),
    ratio: ratioOf(figure),
    held: isHeld(figure),
  }));
  writeFileSync(values.json, `${JSON.stringify({ machine, figures: rows }, null, 2)}\n`);
}
console.log(`${held} of ${judged.length} targets held`);
process.exitCode = held === judged.length ? 0 : 1;
