import { expect, it } from 'vitest';
import { deviceName } from './device-name.ts';

const chrome = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/120.0 Safari/537.36';

it('tells browsers apart that call themselves by the names of others', () => {
  expect(deviceName(chrome)).toContain('Chrome');
  expect(deviceName(`${chrome} Edg/120.0`)).toContain('Edge');
  expect(deviceName('Mozilla/5.0 (iPhone; CPU iPhone OS 17) Version/17.0 Safari/604.1')).toContain('iOS');
});

it('shows what it does not know as it is', () => {
  expect(deviceName('curl/7.88.1')).toBe('curl/7.88.1');
});
