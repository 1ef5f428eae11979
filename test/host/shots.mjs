// npm run shots [-- variant …]: packages the extension, installs it as a user would, and takes every scene in every
// variant into .vscode-test/shots, to be looked at; the ones of README_PICTURES also go to media/screenshots.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { launchBrowser } from './browser.mjs';
import { cacheFolder, root } from './cache.mjs';
import { chineseFont } from './fonts.mjs';
import { runMain } from './lifetime.mjs';
import { speak } from './nls.mjs';
import { createServer } from './server.mjs';
import { complete, hover, openCase, openCaseTree, openFile, openWorkbench, pickFrom, pictured } from './workbench.mjs';
import { copyWorkspace, lineOf, SETTINGS } from './workspace.mjs';

const THEMES = { light: 'Light 2026', dark: 'Dark 2026', contrast: 'Default High Contrast' };
const LANGUAGES = ['en', 'zh-cn'];
const SIZE = { width: 1280, height: 800 };
const README_PICTURES = [
  'case-light-zh-cn',
  'case-dark-en',
  'hover-dark-zh-cn',
  'completion-light-en',
  'search-light-zh-cn',
];

// One after the other in the same window, as a person would; each leaves the window fit for the next.
const SCENES = {
  tree: (page) => openCaseTree(page),
  case: async (page) => {
    await openCase(page, 0);
    await page.mouse.move(640, 5); // off the tree, which would show a tooltip
  },
  hover: async (page) => {
    const type = 'ALIYUN::RDS::DBInstance';
    await openFile(page, 'shop.ros.yaml', lineOf('ros/shop.ros.yaml', type));
    await hover(page, type, /RDS[\s\S]*\d/);
  },
  completion: async (page) => {
    await openFile(page, 'architecture.yaml');
    await complete(page);
  },
  search: async (page) => {
    await page.keyboard.press('Escape');
    await pickFrom(page, 'Casebook: Search Cases', '票务', '1.26');
  },
};

async function main() {
  const folder = join(cacheFolder, 'shots');
  mkdirSync(folder, { recursive: true });
  const vsix = join(folder, 'cloud-casebook.vsix');
  pack(vsix);
  const wanted = process.argv.slice(2);
  const browser = await launchBrowser({ fonts: await chineseFont() });
  for (const variant of variants().filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
    await takeAll(browser, vsix, variant, folder);
  }
  await browser.close();
  return 0;
}

function pack(vsix) {
  const { status } = spawnSync('npm', ['run', 'package', '--', '-o', vsix], {
    cwd: root,
    stdio: 'inherit',
    shell: true,
  });
  if (status !== 0) throw new Error('the extension cannot be packaged; the reason stands above.');
}

function variants() {
  return Object.entries(THEMES).flatMap(([scheme, theme]) =>
    LANGUAGES.map((language) => ({ name: `${scheme}-${language}`, theme, language })),
  );
}

async function takeAll(browser, vsix, { name, theme, language }, folder) {
  const setup = await createServer({ settings: { ...SETTINGS, 'workbench.colorTheme': theme } });
  setup.install(vsix);
  const server = await setup.start();
  const context = await browser.newContext({ viewport: SIZE });
  const page = await context.newPage();
  await speak(page, language);
  await openWorkbench(page, server.url(copyWorkspace()));
  for (const [scene, play] of Object.entries(SCENES)) {
    await pictured(page, join(folder, 'failed.png'), play(page));
    await page.waitForTimeout(700); // icons and fades
    const picture = `${scene}-${name}`;
    await page.screenshot({ path: join(folder, `${picture}.png`) });
    if (README_PICTURES.includes(picture)) publish(folder, picture);
    console.log(`${picture}.png`);
  }
  await context.close();
  server.stop();
}

function publish(folder, picture) {
  mkdirSync(join(root, 'media/screenshots'), { recursive: true });
  copyFileSync(join(folder, `${picture}.png`), join(root, 'media/screenshots', `${picture}.png`));
}

await runMain(main);
