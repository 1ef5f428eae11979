// Where a file lies in its workspace folder.
import * as vscode from 'vscode';

/** The path from the workspace folder on: `deploy/ros/shop.yaml`; `undefined` outside workspaces. */
export function belowFolder(uri: vscode.Uri): string | undefined {
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  return folder && uri.path.slice(folder.uri.path.replace(/\/$/, '').length + 1);
}
