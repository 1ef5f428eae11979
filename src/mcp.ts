// The library as an MCP server over stdio, for agents outside the editor: `node dist/mcp.js`. Read-only; the same four
// questions as in the editor. Nothing but protocol messages goes to stdout.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { CallToolRequestSchema, ListToolsRequestSchema } from '@modelcontextprotocol/sdk/types.js';
import { INSTRUCTIONS } from './core/agents/instructions';
import { answerTool, TOOLS } from './core/agents/tools';
import { openSession, type Session } from './yaml/session';

function open(): Session {
  const text = (name: string) => readFileSync(join(__dirname, name), 'utf8');
  const { session, problem } = openSession(text('library.json'), text('identifiers.tsv'));
  if (problem) throw new Error(`the case library is damaged: ${problem.code}: ${problem.detail}`);
  return session;
}

async function serve(): Promise<void> {
  const server = new Server(
    { name: 'cloud-casebook', version: VERSION },
    { capabilities: { tools: {} }, instructions: INSTRUCTIONS },
  );
  let session: Session | undefined;
  server.setRequestHandler(ListToolsRequestSchema, () => ({
    tools: TOOLS.map(({ name, description, inputSchema }) => ({
      name,
      description,
      inputSchema: { ...inputSchema, required: [...inputSchema.required] },
      annotations: { readOnlyHint: true, openWorldHint: false },
    })),
  }));
  server.setRequestHandler(CallToolRequestSchema, ({ params }) => {
    session ??= open();
    const answer = answerTool(params.name, params.arguments, session);
    const text = answer.error ?? JSON.stringify(answer.result, undefined, 1);
    return { content: [{ type: 'text', text }], ...(answer.error !== undefined && { isError: true }) };
  });
  await server.connect(new StdioServerTransport());
}

/** Set by the build from package.json. */
declare const VERSION: string;

serve().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
