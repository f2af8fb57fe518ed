import { describe, expect, it } from 'vitest';
import { bindNew, renew, staleFigures } from './bindings.ts';
import { figureKeys, figureToken, fillText, textParts } from './bound-text.ts';

const first = { slug: '2022', version: 1, sha256: 'aa' };
const second = { slug: '2022', version: 2, sha256: 'bb' };
const text =
  '平均{{group county average}}分，最高{{ group  county highest }}分，仍为{{group county average}}分。';

describe('figures in a text', () => {
  it('are told apart from its words, blanks in their names evened', () => {
    expect(textParts(text)).toEqual([
      { kind: 'words', text: '平均' },
      { kind: 'figure', key: 'group county average' },
      { kind: 'words', text: '分，最高' },
      { kind: 'figure', key: 'group county highest' },
      { kind: 'words', text: '分，仍为' },
      { kind: 'figure', key: 'group county average' },
      { kind: 'words', text: '分。' },
    ]);
    expect(textParts('')).toEqual([]);
    expect(textParts('{{}} { {a} } {{b\nc}}')).toEqual([{ kind: 'words', text: '{{}} { {a} } {{b\nc}}' }]);
  });

  it('are listed once each and filled in; what has no value stays as it is written', () => {
    expect(figureKeys([text, '{{answers valid}}'])).toEqual([
      'group county average',
      'group county highest',
      'answers valid',
    ]);
    const values: Record<string, string> = { 'group county average': '85.50' };
    expect(fillText(text, (key) => values[key] ?? null)).toBe(
      '平均85.50分，最高{{group county highest}}分，仍为85.50分。',
    );
    expect(textParts(figureToken('a b'))).toEqual([{ kind: 'figure', key: 'a b' }]);
  });
});

describe('bindings', () => {
  const keys = ['a', 'b', 'c'];
  const bound = bindNew(keys, { bindings: {}, current: { a: '1', b: '2' }, source: first });

  it('take the value that is published, with its source; nothing where nothing is', () => {
    expect(bound).toEqual({ a: { value: '1', source: first }, b: { value: '2', source: first } });
    expect(bindNew(keys, { bindings: {}, current: {}, source: null })).toEqual({});
  });

  it('are not renewed in passing: a correction makes them stale, whether they stand in the text or not', () => {
    const current = { a: '1', b: '3' };
    const after = bindNew(keys, { bindings: bound, current, source: second });
    expect(after).toEqual(bound);
    expect(staleFigures(keys, { bindings: after, current })).toEqual([
      { key: 'b', bound: '2', current: '3' },
      { key: 'c', bound: null, current: null },
    ]);
  });

  it('are renewed one by one or together, and a figure that is gone stays what it was', () => {
    const current = { b: '3', c: '4' };
    const renewed = renew(['a', 'b', 'c'], { bindings: bound, current, source: second });
    expect(renewed).toEqual({
      a: { value: '1', source: first },
      b: { value: '3', source: second },
      c: { value: '4', source: second },
    });
    expect(staleFigures(keys, { bindings: renewed, current })).toEqual([
      { key: 'a', bound: '1', current: null },
    ]);
    expect(renew(['b'], { bindings: bound, current, source: null })).toBe(bound);
  });
});
