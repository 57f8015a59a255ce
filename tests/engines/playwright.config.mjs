// Browsers that Playwright cannot drive as Debian ships them, and Chromium without our word on how to draw. Its runner and its report serve all the same.
import { defineConfig } from '@playwright/test';
import { fileURLToPath } from 'node:url';

export default defineConfig({
  testDir: '.',
  outputDir: fileURLToPath(new URL('../../build/engines', import.meta.url)),
  timeout: 120_000,
  workers: 2,   // one for each browser
  forbidOnly: true,
  reporter: [[process.env.CI ? 'dot' : 'list'], ['junit']],   // PLAYWRIGHT_JUNIT_OUTPUT_FILE says where
  expect: { timeout: 30_000 },   // on a busy machine Firefox takes seconds to tell what an element is called
  projects: [
    { name: 'Firefox', testMatch: ['journey.spec.mjs', 'firefox.spec.mjs'] },
    { name: 'Chromium with a window', testMatch: ['chromium.spec.mjs'] },
    { name: 'WebKitGTK', testMatch: ['journey.spec.mjs', 'webkit.spec.mjs'] },
  ],
});
