import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { getBrowsers } from './support/get-browsers';

/**
 * All checks in one run: `npm test` (or `npm run check`). Every step runs even where one before it
 * failed, and the last line sums all of them: `N passed, N failed, N skipped`.
 */
const root = fileURLToPath(new URL('..', import.meta.url));
const RESULTS = `${root}test-results/vitest.json`;

const STEPS: readonly (readonly [name: string, ...command: string[]])[] = [
  ['format', 'oxfmt', '--check', '.'],
  ['build for Chrome', 'wxt', 'build', '-b', 'chrome'],
  ['build for Firefox', 'wxt', 'build', '-b', 'firefox', '--mv3'],
  ['types', 'tsc', '--noEmit'],
  ['types of the core, which has no browser', 'tsc', '-p', 'lib', '--noEmit'],
  ['lint', 'oxlint', '--type-aware'],
  ['unused code', 'knip'],
  ['sizes', 'size-limit'],
  ['Firefox lint', 'web-ext', 'lint', '-s', '.output/firefox-mv3'],
];

const missing = await getBrowsers(say);
if (missing.length > 0) say(`Tests that need ${missing.join(' and ')} are skipped.`);

const broken = STEPS.filter(([name, ...command]) => !passes(name, command)).map(([name]) => name);
const tests = runTests();
for (const name of broken) say(`FAILED: ${name}`);
const passed = tests.passed + STEPS.length - broken.length;
say(`${passed} passed, ${tests.failed + broken.length} failed, ${tests.skipped} skipped`);
process.exitCode = tests.failed + broken.length > 0 || tests.passed === 0 ? 1 : 0;

function passes(name: string, [tool = '', ...args]: readonly string[]): boolean {
  say(`\n— ${name}`);
  const done = spawnSync('npx', ['--no-install', tool, ...args], { cwd: root, stdio: 'inherit' });
  return done.status === 0;
}

function runTests(): { passed: number; failed: number; skipped: number } {
  say('\n— tests');
  mkdirSync(`${root}test-results`, { recursive: true });
  rmSync(RESULTS, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${RESULTS}`];
  const done = spawnSync('npx', ['--no-install', 'vitest', 'run', ...reporters], {
    cwd: root,
    stdio: 'inherit',
  });
  if (!existsSync(RESULTS)) return { passed: 0, failed: 1, skipped: 0 };
  const result = JSON.parse(readFileSync(RESULTS, 'utf8')) as Record<
    'numPassedTests' | 'numFailedTests' | 'numPendingTests' | 'numFailedTestSuites',
    number
  >;
  const counted = result.numFailedTests;
  // A file that could not even be loaded has no tests that fail, yet the run did.
  const failed = done.status !== 0 && counted === 0 ? 1 : counted;
  return { passed: result.numPassedTests, failed, skipped: result.numPendingTests };
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
