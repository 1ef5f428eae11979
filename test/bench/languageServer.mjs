// A language server over stdio, as an editor talks to it; only what a benchmark asks for.
import { spawn } from 'node:child_process';

/** Starts a server; `settings` answer its configuration requests. Resolves when it is initialised. */
export async function startServer(script, settings) {
  const child = spawn(process.execPath, [script, '--stdio'], { stdio: ['pipe', 'pipe', 'ignore'] });
  const pending = new Map();
  const listeners = new Map();
  let lastId = 0;
  let received = Buffer.alloc(0);

  const send = (message) => {
    const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
    child.stdin.write(`Content-Length: ${body.length}\r\n\r\n`);
    child.stdin.write(body);
  };
  const sectionOf = (section) =>
    (section ?? '').split('.').reduce((value, key) => (key ? value?.[key] : value), settings) ?? null;
  const take = (message) => {
    if (message.method && message.id !== undefined) {
      const isConfiguration = message.method === 'workspace/configuration';
      send({
        id: message.id,
        result: isConfiguration ? message.params.items.map((item) => sectionOf(item.section)) : null,
      });
      return;
    }
    if (message.method) {
      listeners.get(message.method)?.();
      listeners.delete(message.method);
      return;
    }
    pending.get(message.id)?.(message.result);
    pending.delete(message.id);
  };
  child.stdout.on('data', (chunk) => {
    received = Buffer.concat([received, chunk]);
    for (;;) {
      const headEnd = received.indexOf('\r\n\r\n');
      if (headEnd < 0) return;
      const length = Number(/Content-Length: (\d+)/i.exec(received.toString('latin1', 0, headEnd))?.[1]);
      if (received.length < headEnd + 4 + length) return;
      const body = received.toString('utf8', headEnd + 4, headEnd + 4 + length);
      received = received.subarray(headEnd + 4 + length);
      take(JSON.parse(body));
    }
  });

  const server = {
    request: (method, params) =>
      new Promise((resolve) => {
        pending.set(++lastId, resolve);
        send({ id: lastId, method, params });
      }),
    notify: (method, params) => send({ method, params }),
    /** Resolves with the next notification of that method, or after `limitMs` without one. */
    next: (method, limitMs) =>
      new Promise((resolve) => {
        const timer = setTimeout(resolve, limitMs);
        listeners.set(method, () => {
          clearTimeout(timer);
          resolve();
        });
      }),
    stop: () => child.kill(),
  };
  const textDocument = { hover: { contentFormat: ['markdown'] }, publishDiagnostics: {} };
  const workspace = { configuration: true, workspaceFolders: true };
  const folders = [{ uri: 'file:///bench', name: 'bench' }];
  await server.request('initialize', {
    processId: process.pid,
    rootUri: 'file:///bench',
    workspaceFolders: folders,
    capabilities: { workspace, textDocument },
  });
  server.notify('initialized', {});
  server.notify('workspace/didChangeConfiguration', { settings });
  return server;
}
