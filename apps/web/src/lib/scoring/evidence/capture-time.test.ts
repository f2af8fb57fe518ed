import { expect, it } from 'vitest';
import { captureField, captureMoment } from './capture-time.ts';

it('shows and reads capture times in Shanghai, whatever zone the device keeps', () => {
  expect(captureField('2020-04-28T16:03:59Z')).toBe('2020-04-29T00:03');
  expect(captureMoment('2020-04-29T00:03')).toBe('2020-04-28T16:03:00.000Z');
  expect(captureMoment('')).toBeNull();
});
