import { expect, it } from 'vitest';
import { pilotFields } from './pilot-fields.ts';

it('has 26 fields, none twice', () => {
  expect(new Set(pilotFields.items).size).toBe(26);
});
