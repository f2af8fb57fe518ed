import { auditActions } from '@gongping/contracts';
import { expect, it } from 'vitest';
import chinese from '../../../messages/zh-CN/audit.json' with { type: 'json' };
import english from '../../../messages/en/audit.json' with { type: 'json' };
import { actionWord } from './action-word.ts';

const keyOf = (action: string) => `audit_action_${action.replaceAll(/[.-]/g, '_')}`;

it.each(auditActions)('%s has words of its own in both languages', (action) => {
  expect(actionWord(action)).not.toBe(action);
  expect(chinese).toHaveProperty(keyOf(action));
  expect(english).toHaveProperty(keyOf(action));
});

it('no two actions are called the same, and no words are left of an action that is gone', () => {
  for (const words of [chinese, english]) {
    const keys = Object.keys(words).filter((key) => key.startsWith('audit_action_'));
    expect(keys.sort()).toEqual(auditActions.map(keyOf).sort());
    const said = Object.entries(words).filter(([key]) => keys.includes(key));
    expect(new Set(said.map(([, text]) => text)).size).toBe(said.length);
  }
});

it('an action of another version of the product is shown as it is in the log', () => {
  expect(actionWord('score.dream')).toBe('score.dream');
  expect(actionWord('toString')).toBe('toString');
});
