import { execFileSync } from 'node:child_process';
import { accessSync, constants, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Chromium without the browser around the pages, which costs a quarter of the processor's time. */
const SHELL = 'chromium-headless-shell';
const NAMES = [SHELL, 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

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
  const installed = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
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
  else if (!process.env.CHROMIUM_PATH) preferShell();
  const path = findChromium();
  if (path === null || !hasChineseFont()) throw new Error(SENTENCE);
  return path;
}

const isRoot = (): boolean => process.getuid?.() === 0;

function run(...command: string[]): void {
  const [program = '', ...args] = [...(isRoot() ? [] : ['sudo', '-n']), ...command];
  execFileSync(program, args, {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}

/** Of distributions, Debian alone has the shell. */
function isDebian(): boolean {
  try {
    return /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
}

function install(...packages: string[]): void {
  // A machine that reaches no server is told so within seconds.
  run('apt-get', 'update', '-qq', '-o', 'Acquire::Retries=0', '-o', 'Acquire::http::Timeout=10');
  run('apt-get', 'install', '-y', '-qq', '--no-install-recommends', ...packages);
}

function installPackages(): void {
  try {
    install(isDebian() ? SHELL : 'chromium', 'fonts-noto-cjk', 'fontconfig');
  } catch (cause) {
    throw new Error(SENTENCE, { cause });
  }
}

/** Where there is a browser already: installs the quicker one if that needs nobody's leave, and does without otherwise. */
function preferShell(): void {
  if (!isRoot() || !isDebian() || findChromium()?.endsWith(SHELL)) return;
  try {
    install(SHELL);
  } catch {
    // What is there does the same, only slower.
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
