import { expect, test } from 'vitest';

import { hostModule } from '../../faults/support/hostModule';
import { documents, FakeUri } from '../../support/documents';

type Code = typeof import('../../../src/host/readings');
type Arguments = ConstructorParameters<Code['Readings']>;
type Uri = Parameters<InstanceType<Code['Readings']>['overrideOf']>[0];

const FILE = new FakeUri('file', '/shop/a.yaml');
const DRAFT = new FakeUri('untitled', 'Untitled-1');

function readingsOf(stored = new Map<string, unknown>()) {
  const editor = documents();
  const { Readings } = hostModule<Code>("export { Readings } from './src/host/readings';", editor.vscode);
  const state = {
    get: (key: string, otherwise: unknown) => stored.get(key) ?? otherwise,
    update: async (key: string, value: unknown) => void stored.set(key, value),
  };
  const readings = new Readings(...([{}, {}, state] as unknown as Arguments));
  const overrideOf = (uri: FakeUri) => readings.overrideOf(uri as unknown as Uri);
  const override = (uri: FakeUri) => readings.override(uri as unknown as Uri, 'compose');
  return { editor, overrideOf, override };
}

test('the format of a file is known after a reload, that of an unsaved document is not', async () => {
  const stored = new Map<string, unknown>();
  const { override, overrideOf } = readingsOf(stored);
  await override(FILE);
  await override(DRAFT);
  expect([overrideOf(FILE), overrideOf(DRAFT)]).toEqual(['compose', 'compose']);
  const later = readingsOf(stored);
  expect([later.overrideOf(FILE), later.overrideOf(DRAFT)]).toEqual(['compose', undefined]);
});

test('the format of an unsaved document goes with it, and not with a change of its language', async () => {
  const { editor, override, overrideOf } = readingsOf();
  const draft = editor.open(DRAFT);
  await override(DRAFT);
  await editor.changeLanguage(draft);
  expect(overrideOf(DRAFT)).toBe('compose');
  await editor.close(DRAFT);
  expect(overrideOf(DRAFT)).toBeUndefined();
});
