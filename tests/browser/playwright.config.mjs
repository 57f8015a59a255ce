// Debian's Chromium, drawing WebGL on the processor; the built site, served by what Debian ships.
import { defineConfig } from '@playwright/test';
import { fileURLToPath } from 'node:url';
import { address, launchOptions, port } from './support/browser.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url)), build = `${root}build`;

export default defineConfig({
  testDir: '.',
  snapshotPathTemplate: '{testDir}/snapshots/{arg}{ext}',
  outputDir: `${build}/browser`,
  timeout: 60_000,
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  retries: process.env.CI ? 1 : 0,   // a machine that is busy with something else presses late; what fails twice fails
  reporter: [[process.env.CI ? 'dot' : 'list'], ['junit']],   // PLAYWRIGHT_JUNIT_OUTPUT_FILE says where
  use: {
    baseURL: address,
    launchOptions: launchOptions(),
    viewport: { width: 1280, height: 800 },
    trace: 'retain-on-failure',
    actionTimeout: 10_000,
  },
  webServer: {
    command: `python3 -m http.server --bind 127.0.0.1 --directory dist ${port}`,
    cwd: root,
    url: address,
    reuseExistingServer: false,
    stdout: 'ignore', stderr: 'ignore',
  },
});
