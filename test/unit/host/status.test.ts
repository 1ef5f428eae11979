// The menu of the status line, driven by the labels that the user picks.
import { afterAll, beforeAll, expect, test, vi } from 'vitest';

import { hostModule } from '../../faults/support/hostModule';
import { documents, FakeUri } from '../../support/documents';
import { readingOf } from '../../support/editing';

type Code = typeof import('../../../src/host/status');

interface Labelled {
  readonly label: string;
}

const COMPOSE = 'services:\n  db:\n    image: mysql:8\n';

// The line itself is shown after a pause, on what this editor does not have: here its time never comes.
beforeAll(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterAll(() => void vi.useRealTimers());

/** What a choice of the menu does: the settings it writes, the text it inserts. */
async function chosen(label: string, settings: Readonly<Record<string, unknown>> = {}) {
  const editor = documents();
  const folder = new FakeUri('file', '/shop');
  const document = editor.open(new FakeUri('file', '/shop/deploy/compose.yml'), COMPOSE);
  const written: [key: string, value: unknown][] = [];
  const inserted: string[] = [];
  const menus: (() => Promise<void>)[] = [];
  const vscode = {
    ...editor.vscode,
    Disposable: Object.assign(class {}, editor.vscode.Disposable),
    Position: class {},
    QuickPickItemKind: { Separator: -1 },
    ConfigurationTarget: { Global: 1, Workspace: 2, WorkspaceFolder: 3 },
    WorkspaceEdit: class {
      insert = (_uri: unknown, _at: unknown, text: string) => void inserted.push(text);
    },
    l10n: { t: (text: string, ...args: unknown[]) => text.replace(/\{(\d)\}/g, (_, i) => String(args[Number(i)])) },
    env: { language: 'en' },
    languages: { createLanguageStatusItem: () => ({}) },
    window: {
      ...editor.vscode.window,
      activeTextEditor: { document },
      showQuickPick: async (items: readonly Labelled[]) => items.find((item) => item.label.endsWith(label)),
    },
    workspace: {
      ...editor.vscode.workspace,
      workspaceFolders: [{ uri: folder }],
      getWorkspaceFolder: () => ({ uri: folder }),
      onDidChangeConfiguration: () => undefined,
      applyEdit: async () => true,
      getConfiguration: () => ({
        get: (key: string, or: unknown) => settings[key] ?? or,
        inspect: () => ({}),
        update: async (key: string, value: unknown) => void written.push([key, value]),
      }),
    },
  };
  const events = { onDidChange: () => undefined };
  const services = {
    log: {},
    store: events,
    readings: { ...events, of: () => readingOf(COMPOSE, 'compose.yml') },
    context: { extension: { id: '' } },
    doors: { command: (_id: string, run: () => Promise<void>) => void menus.push(run) },
  };
  const { registerStatus } = hostModule<Code>("export { registerStatus } from './src/host/status';", vscode);
  registerStatus({ services, of: () => ({}) } as never);
  await menus[0]?.();
  return { written, inserted };
}

test('a kind of help is turned off and on again', async () => {
  expect(await chosen('Turn off: Hover')).toEqual({ written: [['hover', 'off']], inserted: [] });
  expect(await chosen('Turn on: Hover', { hover: 'off' })).toMatchObject({ written: [['hover', 'full']] });
  expect(await chosen('Turn off: Marks on stale citations')).toMatchObject({ written: [['staleCitations', false]] });
});

test('a file is silenced by a comment in it, and no setting is touched', async () => {
  const { written, inserted } = await chosen('Silence this file, by a comment in it');
  expect(inserted).toEqual(['# cases: ignore-file\n']);
  expect(written).toEqual([]);
});

test('a folder is silenced, and speaks again', async () => {
  expect(await chosen('Silence this folder')).toEqual({ written: [['mutedFolders', ['deploy']]], inserted: [] });
  const again = await chosen('Speak in this folder again', { mutedFolders: ['deploy'] });
  expect(again.written).toHaveLength(1);
  expect(again.written[0]?.[1]).not.toEqual(['deploy']);
});
