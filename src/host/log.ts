// The one log channel. English, the variable part last.
import * as vscode from 'vscode';

import { caught } from '../core/caught';

export type Log = Pick<vscode.LogOutputChannel, 'info' | 'warn' | 'error' | 'debug' | 'show' | 'dispose'>;

export function createLog(): Log {
  return vscode.window.createOutputChannel('Cloud Casebook', { log: true });
}

/**
 * Wraps a provider: an exception or a rejection is logged with its context, and the editor gets no answer instead of an
 * error.
 */
export function guarded<A extends unknown[], R>(
  log: Log,
  name: string,
  run: (...args: A) => R,
): (...args: A) => R | undefined {
  const report = (error: unknown) =>
    log.error(`${name} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  return (...args) => caught(() => run(...args), report);
}
