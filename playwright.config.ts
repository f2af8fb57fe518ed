import { defineConfig } from '@playwright/test';
import { findChromium } from './tests/support/chromium.ts';

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.test.ts',
  globalSetup: './tests/e2e/support/prepare-product.ts',
  // Node runs the packages' sources as they are; Playwright would compile each of them first.
  build: { external: ['**/packages/**', '**/apps/**'] },
  outputDir: 'test-results/browser',
  // A file's tests walk through one product together. Three files at a time leave two cores no idle moment: a test
  // waits for its product's answer, and for frames to be drawn.
  fullyParallel: false,
  workers: 3,
  retries: 0,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: 'line',
  use: {
    browserName: 'chromium',
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    screenshot: 'only-on-failure',
    // What is not there by then does not come: the failure is told while the page still shows why.
    actionTimeout: 20_000,
    launchOptions: {
      executablePath: findChromium() ?? '',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
