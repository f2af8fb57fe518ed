import { openRobustnessPool, type RobustnessPool, type RobustnessRun } from '@gongping/robustness';
import { buildModel, type EngineInput } from '@gongping/scoring';
import { textOf } from './text-of.ts';

/** What a page that uses the package offers to the test: the package as a browser gets it, in workers. */
export interface RobustnessPage {
  /** Runs an example. @returns the figures as `textOf` writes them, and how far it told to be, call by call */
  run(example: EngineInput, options: RobustnessRun): Promise<{ text: string; told: number[] }>;
  /** Begins a run, cancels it at its first sign of life, and gives the reason that it was rejected with. */
  cancel(example: EngineInput, options: RobustnessRun): Promise<string>;
}

const WORKERS = 2;
let pool: RobustnessPool | null = null;
const opened = (): RobustnessPool => (pool ??= openRobustnessPool(WORKERS));

const page: RobustnessPage = {
  async run(example, options) {
    const told: number[] = [];
    const onProgress = (done: number, draws: number) => void told.push(done / draws);
    const results = await opened().run(buildModel(example), { ...options, onProgress });
    return { text: textOf(results), told };
  },
  async cancel(example, options) {
    const stop = new AbortController();
    const onProgress = () => stop.abort(new Error('no longer wanted'));
    const run = opened().run(buildModel(example), { ...options, signal: stop.signal, onProgress });
    return run.then(
      () => 'not cancelled',
      (error: unknown) => String(error),
    );
  },
};

Object.assign(globalThis, { robustnessPage: page });
