// The workbench in Chinese, for pictures: what a person with the Chinese language pack sees. The extension's own texts
// need only the language's name; VS Code's own come from a pack on npm, by module and key (older ones stay English).
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { cached, npmInstall } from './cache.mjs';
import { serverEntry } from './server.mjs';

const NAME = '@codingame/monaco-vscode-language-pack-zh-hans';
const VERSION = '4.2.1'; // the last that names its texts by module and key

/** Makes the workbench that `page` will load speak `language` (`en` or `zh-cn`). */
export async function speak(page, language) {
  if (language === 'en') return;
  const messages = JSON.stringify(await chineseMessages());
  const body = `globalThis._VSCODE_NLS_MESSAGES=${messages};globalThis._VSCODE_NLS_LANGUAGE=${JSON.stringify(language)};`;
  await page.addInitScript((name) => {
    globalThis._VSCODE_NLS_LANGUAGE = name;
  }, language);
  await page.route('**/out/nls.messages.js', (route) => route.fulfill({ contentType: 'text/javascript', body }));
}

async function chineseMessages() {
  const out = dirname(await serverEntry());
  const read = async (name) => JSON.parse(await readFile(join(out, name), 'utf8'));
  const [keys, english] = [await read('nls.keys.json'), await read('nls.messages.json')];
  const pack = await cached(`chinese-${VERSION}`, (partial) =>
    npmInstall(partial, [`${NAME}@${VERSION}`], '--legacy-peer-deps'),
  );
  const { default: chinese } = await import(
    pathToFileURL(join(pack, 'node_modules', NAME, 'translations/main.i18n.json.js'))
  );
  const names = keys.flatMap(([module, ofModule]) => ofModule.map((key) => [module, key]));
  return names.map(([module, key], index) => chinese[module]?.[key] ?? english[index]);
}
