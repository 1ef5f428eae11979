// Entry of the suite in the Node extension host: desktop VS Code and the server build.
import Mocha from 'mocha';

import { report, silentReporter } from './report';

export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'tdd', timeout: 20_000, reporter: silentReporter });
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  await import('./suite');
  return report((done) => mocha.run(done));
}
