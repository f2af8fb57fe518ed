import { m } from '#lib/paraglide/messages.js';

// In this order: Edge and others also call themselves Chrome, Chrome calls itself Safari.
const browsers = [
  ['WeChat', /MicroMessenger/],
  ['Edge', /Edg(e|A|iOS)?\//],
  ['360', /360SE|QIHU/],
  ['Firefox', /Firefox\//],
  ['Chrome', /(Headless)?Chrome\/|CriOS\//],
  ['Safari', /Safari\//],
] as const;

const systems = [
  ['HarmonyOS', /HarmonyOS|OpenHarmony/],
  ['Android', /Android/],
  ['iOS', /iPhone|iPad/],
  ['Windows', /Windows/],
  ['macOS', /Mac OS X/],
  ['Linux', /Linux/],
] as const;

/** `Chrome, Windows`: what somebody recognises a device by; the raw text where nothing is known. */
export function deviceName(userAgent: string): string {
  const browser = browsers.find(([, pattern]) => pattern.test(userAgent))?.[0];
  const system = systems.find(([, pattern]) => pattern.test(userAgent))?.[0];
  if (browser && system) return m.settings_account_device_on({ browser, system });
  return browser ?? system ?? (userAgent.slice(0, 60) || m.settings_account_unknown_device());
}
