import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const site = join(import.meta.dirname, '..');
const areas = readdirSync(join(site, 'messages/zh-CN')).map((file) => file.replace('.json', ''));

function messages(locale: string, area: string): Record<string, unknown> {
  return JSON.parse(readFileSync(join(site, 'messages', locale, `${area}.json`), 'utf8'));
}

/** Names in braces that are filled in at run time, declarations of plurals aside. */
function inputs(message: unknown): string[] {
  const text = JSON.stringify(message);
  return [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? ''))].sort();
}

describe.each(areas)('messages of %s', (area) => {
  const chinese = messages('zh-CN', area);
  const english = messages('en', area);

  it('have the same keys in both languages, each beginning with its area', () => {
    expect(Object.keys(english).sort()).toEqual(Object.keys(chinese).sort());
    expect(Object.keys(chinese).filter((key) => !key.startsWith(`${area}_`))).toEqual([]);
  });

  it('have the same inputs in both languages', () => {
    const differing = Object.keys(chinese).filter(
      (key) => inputs(chinese[key]).join() !== inputs(english[key]).join(),
    );
    expect(differing).toEqual([]);
  });

  it('have English without Chinese, but for the name of the language itself', () => {
    const left = Object.entries(english).filter(
      ([key, text]) => key !== 'frame_language_switch' && /\p{Script=Han}/u.test(JSON.stringify(text)),
    );
    expect(left).toEqual([]);
  });
});

it('lists every area in the settings of the catalogue', () => {
  const settings = readFileSync(join(site, 'project.inlang/settings.json'), 'utf8');
  expect(areas.filter((area) => !settings.includes(`/${area}.json`))).toEqual([]);
});

it('leaves no Chinese text in the sources', () => {
  const sources = readdirSync(join(site, 'src'), { recursive: true, withFileTypes: true })
    .filter(
      (entry) =>
        entry.isFile() && /\.(svelte|ts)$/.test(entry.name) && !/(\.test|^fixtures)\.ts$/.test(entry.name),
    )
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.includes(join('lib', 'paraglide')));
  const withChinese = sources.filter((path) => {
    const code = readFileSync(path, 'utf8')
      .replaceAll(/\/\*[\s\S]*?\*\/|<!--[\s\S]*?-->/g, '')
      .replaceAll(/(^|\s)\/\/.*$/gm, '');
    return /\p{Script=Han}/u.test(code);
  });
  expect(withChinese.map((path) => relative(site, path))).toEqual([]);
});
