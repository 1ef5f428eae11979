// Activation: builds the services, registers the features, hands out the API. Nothing is loaded before it is needed.
import type * as vscode from 'vscode';

import type { CasebookApi } from './api';
import { registerAccessibilityHelp } from './host/accessibilityHelp';
import { registerAgents } from './host/agents';
import { createApi } from './host/apiObject';
import { registerBrowsing } from './host/browsing';
import { registerEditingFeatures } from './host/editingFeatures';
import { registerOpenCommands } from './host/guardedCommands';
import { registerImporting } from './host/importing';
import { createLog } from './host/log';
import { Pages } from './host/pages';
import { Readings } from './host/readings';
import { registerReview } from './host/reviewCommands';
import { SearchHolder } from './host/searchHolder';
import { registerSearch } from './host/searchPicker';
import type { Services } from './host/services';
import type { ShippedTexts } from './host/shipped';
import { LibraryStore } from './host/store';
import { registerTeam } from './host/teamCommands';
import { registerWalkthrough } from './host/walkthrough';

export function activateShared(context: vscode.ExtensionContext, shipped: ShippedTexts): CasebookApi {
  const log = createLog();
  const store = new LibraryStore(shipped, log);
  const readings = new Readings(shipped, log, context.workspaceState);
  const services: Services = { context, log, store, readings };
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
    registerWalkthrough(),
    registerAgents(services, search),
    registerAccessibilityHelp(context),
  );
  return createApi(services, search);
}
