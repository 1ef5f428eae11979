// Activation: registers the doors and hands out the API. What the editor can wait for is registered in the next turn, so that
// other extensions start first; everything else is loaded when a door is first used.
import type * as vscode from 'vscode';

import type { CasebookApi } from './api';
import type { furnish } from './host/behind';
import { Doors } from './host/doors';
import { createViews, registerFirstDoors, registerOtherDoors, type Views } from './host/frontDoors';
import { registerMcpServer } from './host/mcpServer';
import type { ShippedTexts } from './host/shipped';

/** Loads the features. */
export type LoadBehind = () => { readonly furnish: typeof furnish };

export function activateShared(context: vscode.ExtensionContext, shipped: ShippedTexts, load: LoadBehind): CasebookApi {
  let api: CasebookApi | undefined;
  let views: Views | undefined;
  const others = () => {
    if (views) return views;
    views = createViews(doors);
    context.subscriptions.push(...Object.values(views), registerOtherDoors(doors));
    return views;
  };
  const doors: Doors = new Doors(() => {
    api = load().furnish({ context, shipped, doors, views: others() });
  });
  const nextTurn = setTimeout(others);
  context.subscriptions.push(doors, registerFirstDoors(doors, context), registerMcpServer(context), {
    dispose: () => clearTimeout(nextTurn),
  });
  return apiBehind(() => {
    doors.open();
    if (!api) throw new Error('Cloud Casebook could not be loaded.');
    return api;
  });
}

function apiBehind(api: () => CasebookApi): CasebookApi {
  return {
    version: 1,
    cases: () => api().cases(),
    search: (...asked) => api().search(...asked),
    recognise: (...asked) => api().recognise(...asked),
    suggest: (...asked) => api().suggest(...asked),
    casesLike: (...asked) => api().casesLike(...asked),
  };
}
