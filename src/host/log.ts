// The one log channel. English, the variable part last.
import * as vscode from 'vscode';

export type Log = Pick<vscode.LogOutputChannel, 'info' | 'warn' | 'error' | 'debug' | 'show' | 'dispose'>;

export function createLog(): Log {
  return vscode.window.createOutputChannel('Cloud Casebook', { log: true });
}

/** Wraps a provider: an exception is logged with its context, and the editor gets no answer instead of an error. */
export function guarded<A extends unknown[], R>(
  log: Log,
  name: string,
  run: (...args: A) => R,
): (...args: A) => R | undefined {
  return (...args) => {
    try {
      return run(...args);
    } catch (error) {
      log.error(`${name} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      return undefined;
    }
  };
}
