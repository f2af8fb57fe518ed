import { describe, expect, it } from 'vitest';
import { localeOf } from './locale.ts';

describe('localeOf', () => {
  it('prefers the cookie to the browser', () => {
    expect(localeOf('en', 'zh-CN')).toBe('en');
    expect(localeOf('zh-CN', 'en')).toBe('zh-CN');
  });

  it('serves every kind of Chinese in zh-CN', () => {
    expect(localeOf(undefined, 'zh')).toBe('zh-CN');
    expect(localeOf(undefined, 'zh-TW,zh;q=0.9,en;q=0.8')).toBe('zh-CN');
  });

  it('takes the first language we have, by quality', () => {
    expect(localeOf(undefined, 'fr-FR, en-GB;q=0.8, zh;q=0.5')).toBe('en');
    expect(localeOf(undefined, 'en;q=0.2,zh-CN;q=0.7')).toBe('zh-CN');
    expect(localeOf(undefined, 'en;q=0,zh;q=0.1')).toBe('zh-CN');
  });

  it('falls back to Chinese when nothing fits', () => {
    expect(localeOf(undefined, null)).toBe('zh-CN');
    expect(localeOf('klingon', 'fr')).toBe('zh-CN');
  });
});
