import type { TemplateUnit } from '../types.ts';
import { candidateInputs } from './candidates.ts';
import { linksTo } from './evidence.ts';
import { bonusOf } from './bonus.ts';
import type { ApplicableLeaf } from './leaf-losses.ts';
import { planLosses } from './leaf-losses.ts';
import { whyNotApplicable } from './not-applicable.ts';
import { profileOf, targetOf } from './profiles.ts';
import { nearestInput } from './nearest-input.ts';
import { randomStream } from './random.ts';
import { taskCandidates } from './ratio-candidates.ts';
import { sampleSize } from './sample-size.ts';
import { stories } from './stories/stories.ts';
import type { DemonstrationOptions, DemonstrationScore } from './types.ts';
import { wordInput } from './word-input.ts';
import { fill } from './wording.ts';

/**
 * Everything an evaluator entered about one unit, in the system's order, the bonus last.
 *
 * Rules come in steps, so each leaf takes the step nearest to what is planned for it and hands what is
 * left over or missing to the next: the total ends within a step of the unit's target.
 * @throws RangeError where a leaf of the system has no story
 */
export function scoreUnit(unit: TemplateUnit, options: DemonstrationOptions): readonly DemonstrationScore[] {
  const { system, year, seed } = options;
  const tasks = options.leadTasks.filter(({ unitCode }) => unitCode === unit.code);
  const unitKey = profileOf(unit.code).twin ?? unit.code;
  const scores: DemonstrationScore[] = [];
  const exempt = new Map<string, string>();
  const leaves = system.indicators.flatMap((leaf): ApplicableLeaf[] => {
    const marks = leaf.marks[unit.kind];
    if (leaf.rule === null || leaf.role !== 'score' || marks === null) return [];
    const naReason = whyNotApplicable(unit, leaf, tasks.length);
    if (naReason !== null) exempt.set(leaf.code, naReason);
    const story = stories[leaf.code];
    if (story === undefined) throw new RangeError(`leaf ${leaf.code} has no story`);
    return [{ leaf, marks, story }];
  });
  const applicable = leaves.filter(({ leaf }) => !exempt.has(leaf.code));
  const total = applicable.reduce((sum, { marks }) => sum + marks, 0);
  const budget = (1 - targetOf(unit.code, year) / 100) * total;
  const losses = planLosses(applicable, budget, { unitKey, year, seed });
  const planned = new Map(applicable.map(({ leaf }, at) => [leaf.code, losses[at] ?? 0]));

  let carried = 0;
  let interpreted: number | null = null;
  for (const { leaf, marks, story } of leaves) {
    const of = { unitCode: unit.code, indicatorCode: leaf.code };
    const naReason = exempt.get(leaf.code);
    if (naReason !== undefined) {
      scores.push({ ...of, state: 'not_applicable', naReason });
      continue;
    }
    if (leaf.rule === null) continue;
    const stream = randomStream(seed, 'input', unitKey, leaf.code, year);
    const size = sampleSize(leaf.code, leaf.rule, { unit, stream, tasks: tasks.length, interpreted });
    const inputs = leaf.code === 'D4-1' ? taskCandidates(size) : candidateInputs(leaf.rule, story, size);
    const wanted = (planned.get(leaf.code) ?? 0) + carried;
    const { input: bare, lost } = nearestInput(leaf.rule, inputs, { marks, wanted, stream });
    carried = wanted - lost;
    if (leaf.code === 'C1-2' && bare.method === 'ratio') interpreted = bare.numerator;

    const words = randomStream(seed, 'words', unit.code, leaf.code, year);
    const context = { unit, leaf, year, tasks, stream: words, drawn: new Set<string>() };
    const { input, reason } = wordInput(leaf.rule, bare, { story, context });
    // A loss is shown from every side; full marks need the page that earned them.
    const titles = story.evidence
      .slice(0, lost > 0 ? story.evidence.length : 1)
      .map((title) => `${unit.name.zh}${fill(title, context)}`);
    const evidence = linksTo(titles, { unitCode: unit.code, leafCode: leaf.code, year, seed });
    scores.push({ ...of, state: 'scored', input, reason, evidence });
  }
  return [...scores, ...bonusOf(unit, options)];
}
