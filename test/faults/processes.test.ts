// The command line and the MCP server as processes: whatever they are given, they end with an exit code or answer, and
// never with a stack.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { bundleEntry } from '../support/nodeBundle';
import { isLong, tries } from './long';
import { anything, broken, realTexts } from './texts';

const folder = mkdtempSync(join(tmpdir(), 'casebook-faults-'));
const file = join(folder, 'file.yaml');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the command line', () => {
  let script: string;
  beforeAll(async () => {
    script = await bundleEntry('cli');
  });

  test('ends with 0, 1 or 2, and tells no stack', () => {
    const word = fc.oneof(
      fc.constantFrom(
        'report',
        'match',
        'search',
        '--format',
        'md',
        'json',
        '--lang',
        'zh',
        '--limit',
        '-1',
        '--',
        '-h',
        file,
        folder,
        'redis',
      ),
      anything.map((text) => text.replaceAll('\u0000', '').slice(0, 50)),
    );
    const texts = broken(realTexts(60, 4000).map(({ text }) => text));
    fc.assert(
      fc.property(fc.array(word, { maxLength: 5 }), texts, (args, text) => {
        writeFileSync(file, text);
        const { status, stderr } = spawnSync(process.execPath, [script, ...args], { encoding: 'utf8' });
        expect([0, 1, 2]).toContain(status);
        expect(stderr).not.toMatch(/^\s+at .*:\d+:\d+\)?$/m);
        if (status === 2) expect(stderr).not.toBe('');
      }),
      tries(6, 300),
    );
  });
});

describe('the MCP server', () => {
  test('answers a good request after any number of bad lines', async () => {
    const child = spawn(process.execPath, [await bundleEntry('mcp')], { stdio: ['pipe', 'pipe', 'pipe'] });
    try {
      const answers = createInterface({ input: child.stdout });
      const send = (message: object) => child.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
      const clientInfo = { name: 'faults', version: '1' };
      const bad = fc.sample(
        fc.oneof(
          anything.map((text) => text.replaceAll('\n', ' ')),
          fc.anything().map((value) => JSON.stringify({ jsonrpc: '2.0', id: 7, method: 'tools/call', params: value })),
          fc.anything().map((value) => JSON.stringify({ jsonrpc: '2.0', method: value })),
          fc.constantFrom('{', '[]', 'null', '{"jsonrpc":"2.0","id":null}', `"${'x'.repeat(100_000)}"`),
        ),
        isLong ? 2000 : 60,
      );
      const found = (async () => {
        for await (const line of answers) if (JSON.parse(line).id === 'last') return JSON.parse(line);
      })();
      send({
        id: 'first',
        method: 'initialize',
        params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo },
      });
      send({ method: 'notifications/initialized' });
      for (const line of bad) child.stdin.write(`${line}\n`);
      send({ id: 'last', method: 'tools/call', params: { name: 'get_case', arguments: { id: 'inet-3' } } });
      const answer = await Promise.race([found, once(child, 'close').then(() => 'the server has ended')]);
      expect(JSON.stringify(answer)).toContain('inet-3');
    } finally {
      child.kill();
    }
  });
});
