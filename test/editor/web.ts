// Entry of the suite in the web worker extension host; everything is in one file there, mocha too.
import 'mocha/mocha.js';

import { report, silentReporter } from './report';

declare const mocha: BrowserMocha;

export async function run(): Promise<void> {
  mocha.setup({ ui: 'tdd', timeout: 20_000, reporter: silentReporter });
  await import('./suite');
  return report((done) => mocha.run(done));
}
