// Entry of the long in-editor faults: those tests alone, in the Node extension host.
import Mocha from 'mocha';

import { report, silentReporter } from '../editor/report';

export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'tdd', timeout: 20_000, reporter: silentReporter });
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  await import('../editor/faults.test');
  return report((done) => mocha.run(done));
}
