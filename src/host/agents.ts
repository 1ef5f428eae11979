// The four questions as language model tools and, where the user switched it on, as an MCP server of the editor. Both
// APIs are newer than our oldest editor or missing in forks: where they are absent, nothing is registered.
import * as vscode from 'vscode';

import { INSTRUCTIONS } from '../core/agents/instructions';
import { answerTool, TOOLS, type ToolContext } from '../core/agents/tools';
import { linesOf } from '../core/text';
import { COMMANDS } from './ids';
import { guarded } from './log';
import type { SearchHolder } from './searchHolder';
import type { Services } from './services';
import { answersAgents, mcpEnabled } from './settings';

/** The library as agents see it; `undefined` while it cannot be loaded. */
function contextOf({ store, readings }: Services, search: SearchHolder): ToolContext | undefined {
  const library = store.library();
  const roll = store.roll();
  if (!library || !roll) return undefined;
  const { reviewFiles } = require('../core/review/reviewFiles') as typeof import('../core/review/reviewFiles');
  const { signsOf } = require('../yaml/signs') as typeof import('../yaml/signs');
  return {
    library,
    roll,
    search: (query, limit) => search.query(query, limit).map(({ study, why }) => ({ study, why: why.text })),
    review: (text, fileName) => {
      const lines = linesOf(text);
      return reviewFiles(library, roll, [signsOf(readings.ofText(lines, fileName), lines, fileName)]);
    },
  };
}

function registerTools(services: Services, search: SearchHolder): vscode.Disposable[] {
  if (typeof vscode.lm?.registerTool !== 'function') return [];
  return TOOLS.map(({ name }) =>
    vscode.lm.registerTool(`casebook_${name}`, {
      prepareInvocation: () => ({ invocationMessage: vscode.l10n.t('Asking the case library') }),
      invoke: ({ input }) => {
        // The manifest hides the tools then; an agent that knew them before is told.
        if (!answersAgents()) throw new Error('The user has switched the case library off for agents.');
        const context = contextOf(services, search);
        if (!context) throw new Error(services.store.failure ?? 'The case library is not available.');
        const answer = answerTool(name, input, context);
        // An error that says what to do instead lets the model ask again.
        if (answer.error !== undefined) throw new Error(answer.error);
        return new vscode.LanguageModelToolResult([new vscode.LanguageModelTextPart(JSON.stringify(answer.result))]);
      },
    }),
  );
}

/** What the API looks like since 1.101; the types that we build against are older. */
interface McpApi {
  readonly registerMcpServerDefinitionProvider?: (
    id: string,
    provider: {
      readonly onDidChangeMcpServerDefinitions: vscode.Event<void>;
      readonly provideMcpServerDefinitions: () => unknown[];
    },
  ) => vscode.Disposable;
}
type StdioDefinition = new (
  label: string,
  command: string,
  args: string[],
  env: Record<string, string>,
  version: string,
) => object;

export const MCP_PROVIDER = 'casebook.mcp';

/** The servers that the editor may start: ours where the user switched it on and there is a Node to run it. */
export function mcpServers(extension: vscode.Extension<unknown>): object[] {
  const Stdio = (vscode as unknown as { McpStdioServerDefinition?: StdioDefinition }).McpStdioServerDefinition;
  if (!Stdio || !mcpEnabled() || extension.extensionUri.scheme !== 'file') return [];
  const { execPath } = (globalThis as { process?: { execPath?: string } }).process ?? {};
  if (!execPath) return [];
  const script = vscode.Uri.joinPath(extension.extensionUri, 'dist', 'mcp.js').path.replace(/^\/([A-Za-z]:)/, '$1');
  const version = String(extension.packageJSON.version);
  // The desktop's program is an Electron, which is a Node only when told so; any other Node does not mind.
  return [new Stdio('Cloud Casebook', execPath, [script], { ELECTRON_RUN_AS_NODE: '1' }, version)];
}

function registerMcp({ context, log }: Services): vscode.Disposable[] {
  const register = (vscode.lm as McpApi | undefined)?.registerMcpServerDefinitionProvider;
  if (typeof register !== 'function') return [];
  const changed = new vscode.EventEmitter<void>();
  const provider = {
    onDidChangeMcpServerDefinitions: changed.event,
    provideMcpServerDefinitions: () => mcpServers(context.extension),
  };
  // 1.100 has the function, as a proposal that only throws at others.
  const registered = guarded(log, 'registration of the MCP server', register.bind(vscode.lm))(MCP_PROVIDER, provider);
  if (!registered) return [changed];
  return [
    changed,
    registered,
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('casebook.mcp')) changed.fire();
    }),
  ];
}

/** For an agent that has no tools of the editor: how to ask and how to cite, to be pasted into its instructions. */
async function copyInstructions(): Promise<void> {
  await vscode.env.clipboard.writeText(INSTRUCTIONS);
  vscode.window.setStatusBarMessage(vscode.l10n.t('Instructions for agents copied.'), 3000);
}

export function registerAgents(services: Services, search: SearchHolder): vscode.Disposable {
  return vscode.Disposable.from(
    ...registerTools(services, search),
    ...registerMcp(services),
    vscode.commands.registerCommand(COMMANDS.copyAgentInstructions, copyInstructions),
  );
}
