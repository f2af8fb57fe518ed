import { execFileSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

const APPLICATIONS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

const SENTENCE =
  'The browser tests need Chromium and a Chinese font. Install them (Debian, Ubuntu: apt-get install chromium fonts-noto-cjk), or set CHROMIUM_PATH to the browser, and run npm test again.';

/** Path of the machine's Chromium: `CHROMIUM_PATH`, else what is installed; null without one. */
export function findChromium(): string | null {
  const told = process.env.CHROMIUM_PATH;
  if (told) return isExecutable(told) ? told : null;
  const folders = ['/usr/bin', ...(process.env.PATH ?? '').split(delimiter)];
  const installed = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...installed, ...APPLICATIONS].find(isExecutable) ?? null;
}

/**
 * Makes sure the browser and a font for Chinese are there, installing the system's packages where this process may.
 *
 * @returns the browser's path
 * @throws Error with a sentence for people when either is missing and cannot be installed
 */
export function provideChromium(): string {
  if (findChromium() === null || !hasChineseFont()) installPackages();
  const path = findChromium();
  if (path === null || !hasChineseFont()) throw new Error(SENTENCE);
  return path;
}

function installPackages(): void {
  const elevation = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const run = (...command: string[]): void => {
    const [program = '', ...args] = [...elevation, ...command];
    execFileSync(program, args, {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  };
  try {
    run('apt-get', 'update', '-qq');
    run(
      'apt-get',
      'install',
      '-y',
      '-qq',
      '--no-install-recommends',
      'chromium',
      'fonts-noto-cjk',
      'fontconfig',
    );
  } catch (cause) {
    throw new Error(SENTENCE, { cause });
  }
}

/** Without one, Chinese text in screenshots is a row of boxes and its measures are wrong. */
function hasChineseFont(): boolean {
  // macOS and Windows come with one.
  if (process.platform !== 'linux') return true;
  try {
    return execFileSync('fc-list', [':lang=zh-cn', 'family'], { encoding: 'utf8' }).trim() !== '';
  } catch {
    return false;
  }
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
