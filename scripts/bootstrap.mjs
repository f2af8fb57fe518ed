// Installs what package-lock.json asks for when it is not there. Runs before `npm start` and `npm test` on whatever
// Node the machine has, before anything is installed: built-in modules only, nothing newer than Node 20.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const stampFile = join(root, 'node_modules', '.gongping-installed');
// Not in node_modules: `npm ci` begins by deleting that.
const lockFile = join(root, '.turbo', 'bootstrap.lock');
const lockWait = 15 * 60_000;

class BootstrapError extends Error {}

/** Platforms for which npm brings Node 24; elsewhere the machine's own is used. */
const bringsNode = ['linux-x64', 'linux-arm64', 'win32-x64'].includes(`${process.platform}-${process.arch}`);
const major = Number(process.versions.node.split('.')[0]);
const minor = Number(process.versions.node.split('.')[1]);

function wantedStamp() {
  return (
    createHash('sha256')
      .update(readFileSync(join(root, 'package-lock.json')))
      // The Node that npm brings is in the lockfile; this script itself runs on the machine's at first, on npm's later.
      .update(`${process.platform} ${process.arch} ${bringsNode ? 'from npm' : major}`)
      .digest('hex')
  );
}

/** Running the product needs half of the packages: testing it needs `all`. */
const scope = process.argv[2] === 'run' ? 'run' : 'all';

function isInstalled() {
  if (!existsSync(stampFile)) return false;
  const [stamp, installed] = readFileSync(stampFile, 'utf8').split(' ');
  return stamp === wantedStamp() && (installed === 'all' || installed === scope);
}

function checkNode() {
  const enough = bringsNode ? major >= 20 : major > 22 || (major === 22 && minor >= 18);
  if (enough) return;
  const least = bringsNode ? '20' : '22.18';
  throw new BootstrapError(
    `当前 Node.js 版本为 ${process.version}，需要 ${least} 或更高版本，请升级后重试。\n` +
      `This is Node.js ${process.version}; ${least} or later is needed. Update it and try again.`,
  );
}

/** Two commands started together must not both empty node_modules: the second waits for the first. */
async function withLock(action) {
  mkdirSync(join(root, '.turbo'), { recursive: true });
  const deadline = Date.now() + lockWait;
  while (!takeLock()) {
    if (Date.now() > deadline) {
      throw new BootstrapError(
        `另一个安装进程超过 15 分钟未结束；如已确认没有，请删除 ${lockFile} 后重试。\n` +
          `Another installation has been running for over 15 minutes. If there is none, delete ${lockFile} and try again.`,
      );
    }
    await pause(250);
  }
  const release = () => rmSync(lockFile, { force: true });
  process.once('exit', release);
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));
  try {
    await action();
  } finally {
    process.off('exit', release);
    release();
  }
}

function takeLock() {
  try {
    writeFileSync(lockFile, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  if (lockIsStale()) rmSync(lockFile, { force: true });
  return false;
}

function lockIsStale() {
  let pid;
  try {
    pid = Number(readFileSync(lockFile, 'utf8'));
  } catch {
    return false;
  }
  // Empty for the moment between its creation and its first byte.
  if (!pid) return false;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}

async function install() {
  console.log('正在安装依赖（首次约需半分钟）Installing dependencies …');
  const begun = Date.now();
  const { code, messages } = await runNpm([
    'ci',
    scope === 'all' ? '--include=dev' : '--omit=dev',
    '--include=optional',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ]);
  if (code !== 0) throw new BootstrapError(failureSentence(messages));
  writeFileSync(stampFile, `${wantedStamp()} ${scope}`);
  console.log(`依赖已安装 Dependencies installed (${Math.round((Date.now() - begun) / 1000)} s)`);
}

function runNpm(args) {
  const cli = process.env.npm_execpath;
  const known = cli !== undefined && /npm-cli\.[cm]?js$/.test(cli);
  // Not process.execPath: that may be the Node inside node_modules, which npm is about to delete.
  const node = process.env.npm_node_execpath ?? process.execPath;
  const binFolder = join('node_modules', '.bin');
  const separator = process.platform === 'win32' ? ';' : ':';
  const path = (process.env.PATH ?? '').split(separator).filter((folder) => !folder.includes(binFolder));
  const env = { ...process.env, PATH: path.join(separator) };
  const options = { cwd: root, env, stdio: ['ignore', 'ignore', 'pipe'] };
  const child = known
    ? spawn(node, [cli, ...args], options)
    : spawn('npm', args, { ...options, shell: process.platform === 'win32' });
  return new Promise((resolve) => {
    let messages = '';
    child.stderr.on('data', (chunk) => (messages += chunk));
    child.once('error', (error) => resolve({ code: 1, messages: String(error) }));
    child.once('close', (code) => resolve({ code, messages }));
  });
}

function failureSentence(messages) {
  const offline = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET/.test(
    messages,
  );
  const sentence = offline
    ? '无法连接软件包仓库，请检查网络或 npm 的 registry、代理设置后重试。\n' +
      'The package registry cannot be reached. Check the network, or the registry and proxy settings of npm, and try again.'
    : '依赖安装失败，npm 的信息见上。\nThe dependencies could not be installed; the messages of npm are above.';
  // npm adds a page about its own options.
  const cause = messages.split(/\n.*Usage:/)[0].trim();
  return `${cause}\n\n${sentence}`;
}

try {
  checkNode();
  if (!isInstalled()) {
    await withLock(async () => {
      if (!isInstalled()) await install();
    });
  }
} catch (error) {
  if (!(error instanceof BootstrapError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
