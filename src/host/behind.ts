// What stands behind the doors: the services and every feature, loaded when a door is used for the first time.
import type * as vscode from 'vscode';

import type { CasebookApi } from '../api';
import { registerAccessibilityHelp } from './accessibilityHelp';
import { registerAgents } from './agents';
import { createApi } from './apiObject';
import { registerBrowsing } from './browsing';
import type { Doors } from './doors';
import { registerEditingFeatures } from './editingFeatures';
import type { Views } from './frontDoors';
import { registerOpenCommands } from './guardedCommands';
import { registerImporting } from './importing';
import { createLog } from './log';
import { Pages } from './pages';
import { Readings } from './readings';
import { registerReview } from './reviewCommands';
import { SearchHolder } from './searchHolder';
import { registerSearch } from './searchPicker';
import type { Services } from './services';
import type { ShippedTexts } from './shipped';
import { LibraryStore } from './store';
import { registerTeam } from './teamCommands';
import { registerWalkthrough } from './walkthrough';

/** What activation hands on. */
export interface Front {
  readonly context: vscode.ExtensionContext;
  readonly shipped: ShippedTexts;
  readonly doors: Doors;
  readonly views: Views;
}

/** Furnishes every room; the features live as long as the extension. */
export function furnish({ context, shipped, doors, views }: Front): CasebookApi {
  const log = createLog();
  const store = new LibraryStore(shipped, log);
  const readings = new Readings(shipped, log, context.workspaceState);
  const services: Services = { context, shipped, doors, views, log, store, readings };
  const pages = new Pages(services);
  const search = new SearchHolder(services);
  context.subscriptions.push(
    log,
    store,
    readings,
    // Views and pages
    registerBrowsing(services, pages),
    registerOpenCommands(services, pages),
    // Own cases and other volumes
    registerTeam(services),
    registerImporting(services),
    // Review
    registerReview(services, pages),
    // Search
    registerSearch(services, pages, search),
    // Editing features
    registerEditingFeatures(services, pages),
    // First steps, agents, help
    registerWalkthrough(services),
    registerAgents(services, search),
    registerAccessibilityHelp(services),
  );
  return createApi(services, search);
}
