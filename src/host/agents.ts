// The four questions as language model tools.
import * as vscode from 'vscode';

import { INSTRUCTIONS } from '../core/agents/instructions';
import { answerTool, type ToolContext } from '../core/agents/tools';
import { linesOf } from '../core/text';
import { COMMANDS } from './ids';
import type { SearchHolder } from './searchHolder';
import type { Services } from './services';
import { answersAgents } from './settings';

/** Before the names of our tools in the manifest. */
const PREFIX = 'casebook_';

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

/** The answer of a tool; an error that says what to do instead lets the model ask again. */
function answer(services: Services, search: SearchHolder, tool: string, input: object): vscode.LanguageModelToolResult {
  // The manifest hides the tools then; an agent that knew them before is told.
  if (!answersAgents()) throw new Error('The user has switched the case library off for agents.');
  const context = contextOf(services, search);
  if (!context) throw new Error(services.store.failure ?? 'The case library is not available.');
  const given = answerTool(tool.slice(PREFIX.length), input, context);
  if (given.error !== undefined) throw new Error(given.error);
  return new vscode.LanguageModelToolResult([new vscode.LanguageModelTextPart(JSON.stringify(given.result))]);
}

/** For an agent that has no tools of the editor: how to ask and how to cite, to be pasted into its instructions. */
async function copyInstructions(): Promise<void> {
  await vscode.env.clipboard.writeText(INSTRUCTIONS);
  vscode.window.setStatusBarMessage(vscode.l10n.t('Instructions for agents copied.'), 3000);
}

export function registerAgents(services: Services, search: SearchHolder): vscode.Disposable {
  const { doors } = services;
  return vscode.Disposable.from(
    doors.furnish('tools', (tool, input) => answer(services, search, tool, input)),
    doors.command(COMMANDS.copyAgentInstructions, copyInstructions),
  );
}
