// What the comments of a file silence is silent in every provider; what each of them says stands here, one entry a provider.
import { assert } from 'chai';
import * as vscode from 'vscode';

import { completions, hovers, labelOf, open, until, withSetting } from './asking';

const COMPOSE = `# case: inet-3 § 3 p. 53; inet-1.62
services:
  db:
    image: mysql:8
# case: 
`;

const PRODUCT = 'ysql:8';
const CITED = 'net-3 ';
const UNFINISHED = '# case: \n';

/** Just behind the first letter that stands before `text`, or at its end. */
function placeOf(document: vscode.TextDocument, text: string, isEnd = false) {
  const offset = document.getText().lastIndexOf(text);
  return { document, position: document.positionAt(offset + (isEnd ? text.length - 1 : 0)) };
}

async function ask<T>(command: string, { document, position }: ReturnType<typeof placeOf>): Promise<readonly T[]> {
  return vscode.commands.executeCommand<T[]>(command, document.uri, position);
}

const marks = ({ uri }: vscode.TextDocument) =>
  vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'Cloud Casebook').length;

/** How much is said of a product: nothing, where it is ignored. */
const OF_PRODUCTS: Readonly<Record<string, (document: vscode.TextDocument) => Promise<number>>> = {
  hover: async (document) => (await hovers(placeOf(document, PRODUCT))).length,
  'light bulb': async (document) => {
    const { position } = placeOf(document, PRODUCT);
    const range = new vscode.Range(position, position);
    const command = 'vscode.executeCodeActionProvider';
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(command, document.uri, range);
    return actions.filter(({ kind }) => kind?.value === 'casebook').length;
  },
  'code lens': async (document) => {
    const command = 'vscode.executeCodeLensProvider';
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(command, document.uri, 10);
    const titles = lenses.map(({ command }) => command?.title ?? '');
    return Number(/ · (\d+) /.exec(titles.join('\n'))?.[1] ?? 0);
  },
  references: async (document) => {
    const found = await ask<vscode.Location>('vscode.executeReferenceProvider', placeOf(document, PRODUCT));
    return found.length;
  },
};

/** How much is said of citations: nothing, where the whole file is to be left alone. */
const OF_CITATIONS: typeof OF_PRODUCTS = {
  'hover of a citation': async (document) => (await hovers(placeOf(document, CITED))).length,
  completion: async (document) => {
    const items = await completions(placeOf(document, UNFINISHED, true));
    return items.filter((item) => /^inet-/.test(labelOf(item)) && item.detail !== undefined).length;
  },
  definition: async (document) =>
    (await ask<vscode.LocationLink>('vscode.executeDefinitionProvider', placeOf(document, CITED))).length,
  'references of a citation': async (document) =>
    (await ask<vscode.Location>('vscode.executeReferenceProvider', placeOf(document, CITED))).length,
  links: async (document) => {
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
      'vscode.executeLinkProvider',
      document.uri,
    );
    return links.filter(({ target }) => target?.toString().startsWith('command:casebook.')).length;
  },
  'stale marks': async (document) => {
    // A document that is opened later is marked later.
    const later = (await open(`$0${COMPOSE}`, 'dockercompose')).document;
    await until('the mark', () => marks(later) || undefined);
    return marks(document);
  },
};

async function said(comment: string, says: typeof OF_PRODUCTS): Promise<Record<string, boolean>> {
  const { document } = await open(`$0${comment}${COMPOSE}`, 'dockercompose');
  const answers: Record<string, boolean> = {};
  for (const [provider, ask] of Object.entries(says)) answers[provider] = (await ask(document)) > 0;
  return answers;
}

function all(says: object, value: boolean): Record<string, boolean> {
  return Object.fromEntries(Object.keys(says).map((provider) => [provider, value]));
}

suite('comments that silence us', () => {
  const EVERY = { ...OF_PRODUCTS, ...OF_CITATIONS };

  test('every provider speaks without one', async () => {
    await withSetting('codeLens', true, async () => assert.deepEqual(await said('', EVERY), all(EVERY, true)));
  });

  test('nothing is said of an ignored product', async () => {
    await withSetting('codeLens', true, async () => {
      assert.deepEqual(await said('# cases: ignore rds\n', EVERY), {
        ...all(OF_PRODUCTS, false),
        ...all(OF_CITATIONS, true),
      });
    });
  });

  for (const comment of ['# cases: ignore-file\n', '# 案例: 忽略本文件\n']) {
    test(`nothing is said in a file that asks for it: ${comment.trim()}`, async () => {
      await withSetting('codeLens', true, async () => assert.deepEqual(await said(comment, EVERY), all(EVERY, false)));
    });
  }

  test('an ignored product is not suggested', async () => {
    const sketch = (comment: string) =>
      `${comment}architecture: shop\ncomponents:\n  - name: entry\n    product: slb\n  - name: db\n    product: $0\n`;
    const suggested = async (comment: string) => {
      const items = await completions(await open(sketch(comment)));
      return items.filter(({ detail }) => /\d+\/\d+$/.test(detail ?? '')).map((item) => labelOf(item));
    };
    const [first = ''] = await suggested('');
    assert.notStrictEqual(first, '');
    assert.notInclude(await suggested(`# cases: ignore ${first}\n`), first);
    assert.isEmpty(await suggested('# cases: ignore-file\n'));
  });
});
