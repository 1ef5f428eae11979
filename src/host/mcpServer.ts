// Our MCP server as the editor may start it, where the user switched it on. The API is newer than our oldest editor and
// missing in forks: where it is absent, nothing is registered. Registered at activation, since editors ask for it then.
import * as vscode from 'vscode';

import { mcpEnabled } from './settings';

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

export function registerMcpServer({ extension }: vscode.ExtensionContext): vscode.Disposable {
  const lm = vscode.lm as McpApi | undefined;
  if (typeof lm?.registerMcpServerDefinitionProvider !== 'function') return new vscode.Disposable(() => undefined);
  const changed = new vscode.EventEmitter<void>();
  const provider = {
    onDidChangeMcpServerDefinitions: changed.event,
    provideMcpServerDefinitions: () => mcpServers(extension),
  };
  const changes = vscode.workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration('casebook.mcp')) changed.fire();
  });
  try {
    return vscode.Disposable.from(changed, changes, lm.registerMcpServerDefinitionProvider(MCP_PROVIDER, provider));
  } catch {
    // 1.100 has the function, as a proposal that only throws at others.
    return vscode.Disposable.from(changed, changes);
  }
}
