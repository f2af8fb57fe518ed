import { spawnSync } from 'node:child_process';
import { root } from './run.ts';

/** Builds the site, or finds that nothing has changed since the last build. */
export const siteBuild = [
  'turbo',
  'run',
  'build',
  '--filter=@gongping/web',
  '--output-logs=errors-only',
  '--ui=stream',
] as const;

/**
 * Builds the site before anything else is done, quietly unless it fails.
 *
 * @returns true when the site is ready
 */
export function buildSite(): boolean {
  const [program, ...args] = siteBuild;
  const turbo = spawnSync(process.platform === 'win32' ? `${program}.cmd` : program, args, {
    cwd: root,
    encoding: 'utf8',
    shell: process.platform === 'win32',
    env: {
      ...process.env,
      TURBO_TELEMETRY_DISABLED: '1',
      TURBO_NO_UPDATE_NOTIFIER: '1',
      DO_NOT_TRACK: '1',
    },
  });
  if (turbo.status === 0) return true;
  console.error(`${turbo.stdout}${turbo.stderr}`);
  if (turbo.error) console.error(turbo.error.message);
  return false;
}
