// Runs mocha and reports line by line. The extension host's console reaches the harness among VS Code's own lines, so
// ours are marked; the last one is `N passed, N failed`.
const MARK = '[test] ';

function say(text: string): void {
  console.log(text.replace(/^/gm, MARK));
}

/** Settles when the run that `start` begins has ended; rejects when a test failed. */
export function report(start: (done: (failures: number) => void) => Mocha.Runner): Promise<void> {
  return new Promise((resolve, reject) => {
    let passed = 0;
    let failed = 0;
    const runner = start((failures) => {
      say(`${passed} passed, ${failed} failed`);
      if (failures > 0) reject(new Error(`${failures} failed`));
      else resolve();
    });
    runner.on('pass', (test) => {
      passed += 1;
      say(`  ✓ ${test.fullTitle()} (${test.duration} ms)`);
    });
    runner.on('fail', (test, error) => {
      failed += 1;
      say(`  ✗ ${test.fullTitle()}\n${error.stack ?? error}`);
    });
    runner.on('pending', (test) => say(`  – skipped: ${test.fullTitle()}`));
  });
}

/** Mocha's own reporters want a terminal or a page. */
export const silentReporter = class {} as never;
