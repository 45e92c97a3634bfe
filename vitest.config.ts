import path from 'node:path';
import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

const root = path.resolve(import.meta.dirname);
const edges = 'lib/{page,storage,sync,messages}/**/*.test.ts';

export default defineConfig({
  test: {
    projects: [
      {
        root,
        resolve: { alias: { '@': root } },
        test: {
          name: 'core',
          environment: 'node',
          include: ['lib/**/*.test.ts', 'test/bench/**/*.test.ts'],
          exclude: [edges],
          testTimeout: 20_000,
        },
      },
      {
        root,
        plugins: [await WxtVitest()],
        test: {
          name: 'edges',
          environment: 'jsdom',
          include: [edges, '{components,entrypoints}/**/*.test.{ts,tsx}', 'test/*.test.ts'],
          testTimeout: 20_000,
        },
      },
      {
        root,
        resolve: { alias: { '@': root } },
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['test/e2e/**/*.e2e.ts'],
          testTimeout: 90_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
