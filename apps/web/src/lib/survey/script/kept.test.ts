import { describe, expect, it } from 'vitest';
import { keptOn } from './kept.ts';

function memory() {
  const kept = new Map<string, string>();
  return {
    kept,
    get length() {
      return kept.size;
    },
    key: (at: number) => [...kept.keys()][at] ?? null,
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name),
  };
}

const draft = { answers: { Q1: 'A', Q2: ['hall'] }, page: { key: 'k-1', stamp: 's', challenge: null } };
const sending = { unit: 'C01', key: 'k-2', body: '{"unit":"C01"}', answers: { Q1: 'A' } };

describe('what a device keeps', () => {
  it('is one draft for each survey and unit', () => {
    const area = memory();
    const kept = keptOn(() => area, '2021');
    expect(kept.keepDraft('C01', draft)).toBe(true);
    expect(kept.draft('C01')).toEqual(draft);
    expect(kept.draft('C02')).toBeNull();
    expect(keptOn(() => area, '2020').draft('C01')).toBeNull();
    kept.dropDraft('C01');
    expect(area.kept.size).toBe(0);
  });

  it('is every answer that has not arrived, to the letter', () => {
    const area = memory();
    const kept = keptOn(() => area, '2021');
    const other = { ...sending, key: 'k-3' };
    kept.keepSending(sending);
    kept.keepSending(other);
    expect(keptOn(() => area, '2020').sendings()).toEqual([]);
    expect(kept.sendings()).toEqual([sending, other]);
    kept.dropSending('k-2');
    expect(kept.sendings()).toEqual([other]);
  });

  it.each(['not json', 'null', '[]', '{"answers":{}}', '{"answers":{},"page":{"key":1}}'])(
    'is no draft where it says %s',
    (text) => {
      const area = memory();
      area.setItem('gongping:draft:2021:C01', text);
      expect(keptOn(() => area, '2021').draft('C01')).toBeNull();
    },
  );

  it('leaves out answers of another shape', () => {
    const area = memory();
    const text = '{"page":{"key":"k","stamp":"s"},"answers":{"Q1":"A","Q3":5,"Q2":[1]}}';
    area.setItem('gongping:draft:2021:C01', text);
    expect(keptOn(() => area, '2021').draft('C01')?.answers).toEqual({ Q1: 'A' });
  });

  it('is nothing where the browser refuses, which it says and never throws', () => {
    const kept = keptOn(() => {
      throw new DOMException('denied', 'SecurityError');
    }, '2021');
    expect(kept.keepDraft('C01', draft)).toBe(false);
    expect(kept.keepSending(sending)).toBe(false);
    expect(kept.draft('C01')).toBeNull();
    expect(kept.sendings()).toEqual([]);
    expect(() => kept.dropDraft('C01')).not.toThrow();
  });
});
