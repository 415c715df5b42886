import { defineConfig } from '@playwright/test';

/** The golden path against `npm start` itself, in the machine's Chromium. */
export default defineConfig({
  testDir: 'e2e-tests/browser',
  timeout: 900_000,
  expect: { timeout: 30_000 },
  // Mostly they wait for the portal and for AWS.
  workers: 2,
  forbidOnly: !!process.env.CI,
  reporter: [['list']],
  globalSetup: './e2e-tests/browser/startPortal.ts',
  outputDir: 'node_modules/.cache/e2e-test-results',
  use: {
    actionTimeout: 60_000,
    baseURL: 'http://localhost:3000',
    screenshot: 'only-on-failure',
    // What a trace tells without a picture of every change is enough.
    trace: { mode: 'retain-on-failure', screenshots: false },
    contextOptions: { reducedMotion: 'reduce' },
    viewport: { width: 1440, height: 1000 },
    launchOptions: {
      executablePath: process.env.MLINFRA_CHROMIUM ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-software-rasterizer',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
