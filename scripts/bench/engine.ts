import { buildModel, computeModel, openDraws } from '@gongping/scoring';
import { computePlainly } from './plain-aggregation.ts';
import type { Figure } from './figure.ts';
import { measureNumpy, measureRobustness } from './processes.ts';
import { benchmarkRound } from './round.ts';

/** Turns of both sides, and runs in each. */
const TURNS = 3;
const RUNS = 3;

const timed = (run: () => unknown): number => {
  const begun = performance.now();
  run();
  return performance.now() - begun;
};

/** One full aggregation with ranks against the same sums over lists of objects, turn by turn in this process. */
const aggregation = (): Figure => {
  const input = benchmarkRound({ units: 3000, leaves: 200 });
  const model = buildModel(input);
  const plain = [...input.scores];
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let run = 0; run < 60; run += 1) {
    ours.push(timed(() => computeModel(model).row('U0', 'total')));
    if (run % 10 === 0) theirs.push(timed(() => computePlainly(input, plain)));
  }
  return {
    name: 'full aggregation with ranks, 3,000 units × 200 leaves',
    unit: 'ms',
    runs: ours.slice(20),
    baseline: { name: 'lists of objects', runs: theirs },
    target: { of: 'median', most: 10 },
  };
};

/** The greatest difference between a draw's total and the engine's with the same weights. */
const exactness = (): Figure => {
  const model = buildModel(benchmarkRound({ units: 3000, leaves: 200 }));
  const options = { draws: 3, seed: 1, spread: 0.25 };
  const kernel = openDraws(model, options);
  const plain = openDraws({ ...model, method: { ...model.method, minimumCoverage: 1e-9 } }, options);
  const differences = [0, 1, 2].map((draw) => {
    const totals = plain.totals(draw);
    return kernel.totals(draw).reduce((most, x, u) => Math.max(most, Math.abs(x - (totals[u] ?? NaN))), 0);
  });
  return {
    name: 'greatest difference of a total to the plain engine',
    unit: '',
    runs: differences,
    target: { of: 'median', most: 1e-9 },
  };
};

const robustness = async (): Promise<Figure[]> => {
  // In turns, so that what else the machine does falls on both.
  const numpy: Awaited<ReturnType<typeof measureNumpy>>[] = [];
  const ours: Awaited<ReturnType<typeof measureRobustness>>[] = [];
  for (let turn = 0; turn < TURNS; turn += 1) {
    numpy.push(await measureNumpy(RUNS));
    ours.push(await measureRobustness({ runs: String(RUNS) }));
  }
  const siblings = await measureRobustness({ policy: 'siblings', runs: '3' });
  const once = await measureRobustness({ runs: '1' });
  const [first] = numpy;
  const name = 'robustness, 10,000 draws, two workers';
  const against = {
    name: `numpy ${first?.version ?? ''}`,
    runs: numpy.flatMap((turn) => turn?.times ?? []),
  };
  const runs = ours.flatMap(({ times }) => times);
  const target = { of: 'ratio', most: 0.6 } as const;
  return [
    { name, unit: 'ms', runs, ...(against.runs.length === 0 ? {} : { baseline: against }), target },
    { name: `${name}, N/A to the siblings`, unit: 'ms', runs: siblings.times },
    {
      name: 'peak memory of one such run',
      unit: 'MB',
      runs: [once.peak],
      target: { of: 'median', most: 600 },
    },
  ];
};

/** Half as many units, leaves or draws should take half of the time; what does not grow makes it a little more. */
const linearity = async (): Promise<Figure[]> => {
  const whole = await measureRobustness({});
  const halves = { units: '1500', leaves: '100', draws: '5000' };
  const figures: Figure[] = [];
  for (const [what, half] of Object.entries(halves)) {
    const { times, peak } = await measureRobustness({ [what]: half });
    const baseline = { name: 'whole', runs: whole.times };
    figures.push({ name: `half of the ${what}: time`, unit: 'ms', runs: times, baseline });
    figures.push({
      name: `half of the ${what}: peak memory`,
      unit: 'MB',
      runs: [peak],
      baseline: { name: 'whole', runs: [whole.peak] },
    });
  }
  return figures;
};

/** Speed, memory and exactness of the engine and of robustness. */
export const engineFigures = async (): Promise<Figure[]> => [
  aggregation(),
  exactness(),
  ...(await robustness()),
  ...(await linearity()),
];
