// The MCP server, asked by the official client over stdio.
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { TOOL_NAMES } from '../../../src/core/agents/tools';
import { bundleEntry } from '../../support/nodeBundle';

describe('the MCP server', () => {
  const client = new Client({ name: 'test', version: '1.0.0' });
  beforeAll(async () => {
    await client.connect(
      new StdioClientTransport({ command: process.execPath, args: [await bundleEntry('mcp')], stderr: 'ignore' }),
    );
  });
  afterAll(() => client.close());

  const call = async (name: string, args: Record<string, unknown>) => {
    const { content, isError } = await client.callTool({ name, arguments: args });
    return { text: (content as { text: string }[])[0]?.text ?? '', isError };
  };

  test('lists the four tools, read-only, and says how to cite', async () => {
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual([...TOOL_NAMES]);
    expect(tools.every(({ annotations }) => annotations?.readOnlyHint)).toBe(true);
    expect(client.getInstructions()).toContain('id § section p. page');
  });

  test('answers with id, section and page', async () => {
    const { text } = await call('search_cases', { query: 'Huya' });
    expect(JSON.parse(text).cases.map(({ id }: { id: string }) => id)).toEqual(
      expect.arrayContaining(['inet-1.12', 'inet-56']),
    );
  });

  test('an error is an answer, and the server lives on', async () => {
    expect(await call('get_case', { id: 'inet-999' })).toMatchObject({ isError: true });
    expect(await call('no_such_tool', {})).toMatchObject({ isError: true });
    expect((await call('get_case', { id: 'inet-3' })).text).toContain('§3');
  });
});
