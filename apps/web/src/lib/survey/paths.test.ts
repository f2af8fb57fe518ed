import { expect, it } from 'vitest';
import { parseReceipt, receiptPath, surveyUnitPath } from './paths.ts';

it('writes addresses that read back', () => {
  expect(surveyUnitPath('2021', 'a/b')).toBe('/s/2021/a%2Fb');
  const url = new URL(receiptPath('2021', { receipt: '7KMP-3XQA-H9DT', unit: '430202' }), 'http://localhost');
  expect(url.pathname).toBe('/s/2021/receipt');
  expect(parseReceipt(url.searchParams.get('number'))).toBe('7KMP-3XQA-H9DT');
});

it.each([null, '', '7KMP', '7KMP-3XQA-H9D0', '<b>7KMP-3XQA-H9DT</b>'])('takes %s for no receipt', (text) => {
  expect(parseReceipt(text)).toBeNull();
});
