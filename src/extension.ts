// Activation: registers the doors and hands out the API. Everything else is loaded when one of them is first used.
import type * as vscode from 'vscode';

import type { CasebookApi } from './api';
import type { furnish } from './host/behind';
import { Doors } from './host/doors';
import { createViews, registerDoors } from './host/frontDoors';
import { registerMcpServer } from './host/mcpServer';
import type { ShippedTexts } from './host/shipped';

/** Loads the features. */
export type LoadBehind = () => { readonly furnish: typeof furnish };

export function activateShared(context: vscode.ExtensionContext, shipped: ShippedTexts, load: LoadBehind): CasebookApi {
  let api: CasebookApi | undefined;
  const doors: Doors = new Doors(() => {
    api = load().furnish({ context, shipped, doors, views });
  });
  const views = createViews(doors);
  context.subscriptions.push(doors, ...Object.values(views), registerDoors(doors, context), registerMcpServer(context));
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
