// Which page the editor shows for a subject; what stands on it is tested beside the pages.
import { expect, test } from 'vitest';

import { votingRoll } from '../../../src/core/kin';
import { hostModule } from '../../faults/support/hostModule';
import { documents, FakeUri } from '../../support/documents';
import { readingOf } from '../../support/editing';
import { realLibrary } from '../../support/library';

type Code = typeof import('../../../src/host/pageContent');

const ROS =
  "ROSTemplateFormatVersion: '2015-09-01'\nResources:\n  A:\n    Type: ALIYUN::OSS::Bucket\n  B:\n    Type: ALIYUN::CDN::Domain\n";
const FILE = new FakeUri('file', '/shop/shop.ros.yaml');

/** The page that compares an open file with a case. */
function compared(text: string): string {
  const editor = documents();
  editor.open(FILE, text);
  const workspace = { ...editor.vscode.workspace, getConfiguration: () => ({ get: (_: string, or: unknown) => or }) };
  const vscode = { ...editor.vscode, workspace, env: { language: 'en' } };
  const { pageContent } = hostModule<Code>("export { pageContent } from './src/host/pageContent';", vscode);
  const library = realLibrary();
  const roll = votingRoll(library);
  const services = {
    store: { library: () => library, roll: () => roll },
    readings: { mentionsOf: () => readingOf(text).mentions },
  };
  const page = { kind: 'fileCompare', uri: String(FILE), caseId: 'inet-1.26' } as const;
  return String(pageContent(services as never, page).body);
}

test('a file that is compared is one without the products that its comments leave out', () => {
  const lines = (html: string) => [...html.matchAll(/ALIYUN::\w+/g)].map(([name]) => name);
  expect(new Set(lines(compared(ROS)))).toEqual(new Set(['ALIYUN::OSS', 'ALIYUN::CDN']));
  expect(new Set(lines(compared(`${ROS}# cases: ignore cdn\n`)))).toEqual(new Set(['ALIYUN::OSS']));
});

test('a file that asks to be left alone is not compared, and the page says why', () => {
  const page = compared(`# cases: ignore-file\n${ROS}`);
  expect(page).toContain('a comment in the file asks to leave it out');
  expect(page).not.toContain('ALIYUN::');
});
