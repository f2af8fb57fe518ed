import { readFileSync } from 'node:fs';

export interface Tally {
  passed: number;
  failed: number;
}

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
}

interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number };
}

/** A suite that ran nothing, or broke outside its tests, has failed too. */
function settle(tally: Tally, succeeded: boolean): Tally {
  if (tally.failed > 0) return tally;
  if (succeeded && tally.passed > 0) return tally;
  console.error(succeeded ? 'No tests were found.' : 'The run failed outside its tests.');
  return { ...tally, failed: 1 };
}

function read<T>(file: string): T | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as T;
  } catch {
    return null;
  }
}

export function tallyVitest(file: string, succeeded: boolean): Tally {
  const report = read<VitestReport>(file);
  return settle({ passed: report?.numPassedTests ?? 0, failed: report?.numFailedTests ?? 0 }, succeeded);
}

export function tallyPlaywright(file: string, succeeded: boolean): Tally {
  const stats = read<PlaywrightReport>(file)?.stats;
  return settle(
    { passed: stats?.expected ?? 0, failed: (stats?.unexpected ?? 0) + (stats?.flaky ?? 0) },
    succeeded,
  );
}
