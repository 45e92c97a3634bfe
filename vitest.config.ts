import path from 'node:path';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig, type TestProjectConfiguration } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';
import { findBrowser } from './test/support/browsers.ts';

const root = path.resolve(import.meta.dirname);
const edges = 'lib/{page,storage,sync,messages}/**/*.test.ts';

const chromium = findBrowser('chromium');
if (!chromium)
  process.stderr.write('Chromium is not installed: the tests in test/dom are skipped.\n');

/** Geometry, styles, frames and the real life of a page need a real browser. */
function domTests(executablePath: string): TestProjectConfiguration {
  return {
    root,
    resolve: { alias: { '@': root } },
    test: {
      name: 'dom',
      include: ['test/dom/**/*.dom.test.ts'],
      testTimeout: 30_000,
      browser: {
        enabled: true,
        headless: true,
        screenshotFailures: false,
        provider: playwright({
          launchOptions: {
            executablePath,
            chromiumSandbox: process.getuid?.() !== 0,
            args: [
              '--disable-quic',
              '--disable-gpu',
              '--js-flags=--expose-gc',
              '--enable-precise-memory-info',
            ],
          },
        }),
        instances: [{ browser: 'chromium' }],
      },
    },
  };
}

export default defineConfig({
  test: {
    // Vitest leaves one processor free, which on a machine with two is half of it.
    maxWorkers: '100%',
    projects: [
      {
        root,
        resolve: { alias: { '@': root } },
        test: {
          name: 'core',
          environment: 'node',
          include: ['lib/**/*.test.ts', 'test/bench/**/*.test.ts'],
          exclude: [edges],
          testTimeout: 60_000,
        },
      },
      {
        root,
        plugins: [await WxtVitest()],
        test: {
          name: 'edges',
          environment: 'jsdom',
          include: [edges, '{components,entrypoints}/**/*.test.{ts,tsx}', 'test/*.test.ts'],
          testTimeout: 60_000,
        },
      },
      ...(chromium ? [domTests(chromium)] : []),
      {
        root,
        resolve: { alias: { '@': root } },
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['test/e2e/**/*.e2e.ts'],
          testTimeout: 90_000,
          // What comes late on a busy machine comes all the same.
          expect: { poll: { timeout: 10_000 } },
          hookTimeout: 120_000,
          // Two browsers at once take four fifths of the time on a small machine, and come late or not at all.
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
