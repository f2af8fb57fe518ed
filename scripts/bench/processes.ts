import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const execute = promisify(execFile);
const here = (file: string): string => fileURLToPath(new URL(file, import.meta.url));

interface Measured {
  readonly times: readonly number[];
  /** MB. */
  readonly peak: number;
}

/** @param options of measure-robustness.ts */
export const measureRobustness = async (options: Readonly<Record<string, string>>): Promise<Measured> => {
  const args = Object.entries(options).map(([name, value]) => `--${name}=${value}`);
  const { stdout } = await execute(process.execPath, [here('./measure-robustness.ts'), ...args]);
  return JSON.parse(stdout) as Measured;
};

/** Null where there is no python3 with numpy. */
export const measureNumpy = async (
  runs: number,
): Promise<{ readonly times: readonly number[]; readonly version: string } | null> => {
  // Its matrix product picks the fastest code for the processor, unless told otherwise.
  const { OPENBLAS_CORETYPE: _core, OPENBLAS_L2_SIZE: _cache, ...env } = process.env;
  try {
    const { stdout } = await execute('python3', [here('./numpy_robustness.py'), String(runs)], { env });
    return JSON.parse(stdout) as { times: number[]; version: string };
  } catch {
    return null;
  }
};
