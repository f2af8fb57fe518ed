import { describe, expect, it } from 'vitest';
import type { CityReportContent } from '@gongping/contracts';
import { changedFields, contentOf, fieldsOf, mergeContent, withField } from './merge-content.ts';

const form = 'v2021';
const base: CityReportContent = {
  authority: '某市人民政府',
  text: { 1: '甲', 2: '', 3: '', 4: '', 5: '乙', 6: '无' },
  table2: {},
  table3: { R1: [1, 0, 0, 0, 0, 0, 1] },
  table4: {},
  explanations: {},
  summed: {},
};
const note = { at: '2023-01-20T02:00:00Z', filed: 20, missing: ['某局'] };
const change = (changes: Readonly<Record<string, string>>): CityReportContent =>
  Object.entries(changes).reduce((content, [field, text]) => withField(form, content, { field, text }), base);

describe('two people who write at once', () => {
  it('have both what they wrote where each changed something else', () => {
    const mine = change({ 'text 1': '甲一', 'table3 R1 0': '2' });
    const theirs = change({
      'text 5': '乙二',
      'table3 R1 6': '2',
      'explanation S2 text 1': '口径不同',
      'summed table3': JSON.stringify(note),
    });
    const { content, conflicts } = mergeContent(form, { base, mine, theirs });
    expect(conflicts).toEqual([]);
    expect(content.text).toMatchObject({ 1: '甲一', 5: '乙二' });
    expect(content.table3['R1']).toEqual([2, 0, 0, 0, 0, 0, 2]);
    expect(content.explanations).toEqual({ 'S2 text 1': '口径不同' });
    expect(content.summed).toEqual({ table3: note });
  });

  it('are told where both changed the same in another way; mine stays in its place', () => {
    const mine = change({ 'text 1': '甲一', 'table3 R1 0': '' });
    const theirs = change({ 'text 1': '甲二', 'table3 R1 0': '5' });
    const { content, conflicts } = mergeContent(form, { base, mine, theirs });
    expect(conflicts).toEqual([
      { field: 'text 1', mine: '甲一', theirs: '甲二' },
      { field: 'table3 R1 0', mine: '', theirs: '5' },
    ]);
    expect(content.text[1]).toBe('甲一');
    expect(content.table3['R1']?.[0]).toBeNull();
  });

  it('agree where both did the same, and what somebody emptied is empty', () => {
    const mine = change({ 'text 1': '甲一' });
    const same = mergeContent(form, { base, mine, theirs: mine });
    expect(same.conflicts).toEqual([]);
    const emptied = mergeContent(form, { base, mine: change({ 'text 5': '' }), theirs: base });
    expect(emptied.content.text[5]).toBe('');
  });
});

it('knows every field by name, and which were changed', () => {
  const other = change({ 'text 6': '有', 'table4 review 4': '3' });
  expect(changedFields(form, base, other)).toEqual(['text 6', 'table4 review 4']);
  expect(fieldsOf(form, other).get('table4 review 4')).toBe('3');
  expect(contentOf(form, fieldsOf(form, other))).toEqual(other);
});
