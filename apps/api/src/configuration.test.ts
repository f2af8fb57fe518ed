import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfiguration, settingNames } from './configuration.ts';

const root = join(import.meta.dirname, '../../..');

describe.each(['docs/operations.md', '.env.example'])('%s', (file) => {
  const text = readFileSync(join(root, file), 'utf8');

  it.each(settingNames)('tells of %s', (name) => {
    const line = file.endsWith('.md') ? `| \`${name}\`` : `\n${name}=`;
    expect(text).toContain(line);
  });

  it('tells of no setting that is not read', () => {
    const pattern = file.endsWith('.md') ? /^\| `([A-Z_]+)`/gm : /^([A-Z_]+)=/gm;
    const told = [...text.matchAll(pattern)].map(([, name = '']) => name);
    expect(told.filter((name) => !settingNames.includes(name))).toEqual([]);
  });
});

it('.env.example says what holds unless it is set', () => {
  const lines = readFileSync(join(root, '.env.example'), 'utf8').split('\n');
  const pairs = lines.filter((line) => /^[A-Z_]+=/.test(line)).map((line) => line.split('=', 2));
  expect(readConfiguration(Object.fromEntries(pairs))).toEqual(readConfiguration({}));
});
