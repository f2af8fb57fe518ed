import { describe, expect, it } from 'vitest';
import { draftStore } from './draft.ts';

function memory() {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name),
  };
}

describe('draftStore', () => {
  it('keeps one draft for each survey and unit', () => {
    const area = memory();
    const one = draftStore(() => area, '2021', '430202');
    const other = draftStore(() => area, '2021', '430203');
    const draft = { answers: { Q1: 'A', Q2: ['hall'] }, key: 'k-1', pending: true };
    expect(one.write(draft)).toBe(true);
    expect(one.read()).toEqual(draft);
    expect(other.read()).toBeNull();
    one.clear();
    expect(area.kept.size).toBe(0);
  });

  it.each(['not json', 'null', '{"key":1,"answers":{}}', '{"key":"k"}'])('reads %s as no draft', (text) => {
    const area = memory();
    area.setItem('gongping:survey:2021:a', text);
    expect(draftStore(() => area, '2021', 'a').read()).toBeNull();
  });

  it('drops answers of another shape and takes a draft without a state as not sent', () => {
    const area = memory();
    area.setItem('gongping:survey:2021:a', '{"key":"k","answers":{"Q1":"A","Q3":5,"Q2":[1]}}');
    expect(draftStore(() => area, '2021', 'a').read()).toEqual({
      answers: { Q1: 'A' },
      key: 'k',
      pending: false,
    });
  });

  it('says so where the device keeps nothing, and never throws', () => {
    const refusing = () => {
      throw new DOMException('denied', 'SecurityError');
    };
    const store = draftStore(refusing, '2021', 'a');
    expect(store.write({ answers: {}, key: 'k', pending: false })).toBe(false);
    expect(store.read()).toBeNull();
    expect(() => store.clear()).not.toThrow();
  });
});
