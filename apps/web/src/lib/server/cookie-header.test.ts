import { expect, it } from 'vitest';
import { withSetCookies } from './cookie-header.ts';

it('adds, replaces and removes by name', () => {
  expect(withSetCookies('', ['session=a; Path=/; HttpOnly'])).toBe('session=a');
  expect(withSetCookies('locale=en; session=a', ['session=b=='])).toBe('locale=en; session=b==');
  expect(withSetCookies('locale=en; session=a', ['session=; Max-Age=0'])).toBe('locale=en');
});
