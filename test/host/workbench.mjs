// Drives the workbench in a browser page as a person does: clicks, keys, a moving mouse. Every wait is bounded.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { root } from './cache.mjs';

const TREE_ITEM = '.sidebar .pane-body [role=treeitem]';
const PICK = '.quick-input-list .monaco-list-row';
const HOVER = '.monaco-hover:not(.hidden)';
const CASE_PAGE = ['iframe.webview.ready', 'iframe#active-frame'];

/** The first of `locator`, once it is visible; fails with `what` in one sentence. */
async function seen(locator, what, seconds = 20) {
  const first = locator.first();
  await first.waitFor({ timeout: seconds * 1000 }).catch(() => {
    throw new Error(`${what} did not appear within ${seconds} s.`);
  });
  return first;
}

/** Settles as `work` does; when it fails, leaves a picture of the window at `path` and says so. */
export async function pictured(page, path, work) {
  try {
    return await work;
  } catch (error) {
    await page.screenshot({ path, timeout: 10_000 }).catch(() => {}); // the picture is a help, not the matter
    throw new Error(`${error.message} What the window showed: ${path}`);
  }
}

/** Opens the address and waits until the side bar is there. */
export async function openWorkbench(page, url) {
  await page.goto(url, { timeout: 60_000 });
  await seen(page.locator('.monaco-workbench .activitybar'), 'The workbench', 60);
  await seen(page.locator('.explorer-folders-view [role=treeitem]'), "The explorer's files", 60);
}

/** The titles of the extension's view container in every language that the manifest speaks. */
function containerTitles() {
  const read = (name) => JSON.parse(readFileSync(join(root, name), 'utf8'));
  const title = read('package.json').contributes?.viewsContainers?.activitybar?.[0]?.title;
  if (!title) throw new Error('package.json contributes no view container.');
  const key = /^%(.+)%$/.exec(title)?.[1];
  return key ? ['package.nls.json', 'package.nls.zh-cn.json'].map((name) => read(name)[key]) : [title];
}

/** Opens the Casebook view and every first group down to the first case; returns `{ groups, cases }`, as labels. */
export async function openCaseTree(page) {
  const icons = containerTitles().map((title) => `.activitybar .action-item a[aria-label^="${title}"]`);
  await (await seen(page.locator(icons.join(', ')), 'The icon of the Casebook', 60)).click();
  await seen(page.locator(TREE_ITEM), 'The tree of cases', 60);
  const groups = await labels(page.locator(`${TREE_ITEM}[aria-level="1"]`));
  for (let level = 1; level <= 3; level += 1) {
    const group = page.locator(`${TREE_ITEM}[aria-level="${level}"][aria-expanded]`).first();
    if ((await group.count()) === 0) break;
    if ((await group.getAttribute('aria-expanded')) === 'false') await group.click();
    await seen(page.locator(`${TREE_ITEM}[aria-level="${level + 1}"]`), 'What the first group holds');
  }
  const cases = await labels(page.locator(`${TREE_ITEM}:not([aria-expanded])`));
  if (cases.length === 0) throw new Error(`The tree shows groups but no case: ${groups.join(', ')}`);
  return { groups, cases };
}

async function labels(items) {
  const texts = await items.evaluateAll((nodes) =>
    nodes.map((node) => node.getAttribute('aria-label') ?? node.textContent),
  );
  return texts.map((text) => text.replace(/\s+/g, ' ').trim());
}

/** Opens a quick input by `key` and types `text` into it. Filled, not typed: keys may still go where the focus was. */
async function ask(page, key, text) {
  await page.keyboard.press(key);
  await (await seen(page.locator('.quick-input-widget input'), `The input that ${key} opens`)).fill(text);
}

/** Opens a file of the workspace by its name, at a line (from 1). */
export async function openFile(page, name, line = 1) {
  await ask(page, 'Control+p', `${name}:${line}`);
  await (await seen(page.locator(PICK).filter({ hasText: name }), `The file ${name}`, 60)).click();
  await seen(page.locator(`.editor-group-container.active .tab.active[aria-label*="${name}"]`), `The tab of ${name}`);
}

/** Rests the mouse on `token` until a hover that matches `wanted` answers; returns its text. */
export async function hover(page, token, wanted) {
  const word = await seen(
    page.locator('.editor-instance .view-line span span').filter({ hasText: token }),
    `"${token}"`,
  );
  const answer = page.locator(HOVER).filter({ hasText: wanted }).first();
  for (let attempt = 0; attempt < 10; attempt += 1) {
    await page.mouse.move(5, 5); // away, so that the next move is one
    await word.hover();
    const answered = await answer.waitFor({ timeout: 3000 }).then(
      () => true,
      () => false,
    );
    if (answered) return (await answer.allInnerTexts()).join(' ').replace(/\s+/g, ' ').trim();
  }
  throw new Error(`No hover answered on "${token}".`);
}

/** Opens the case at `index` in the tree (see openCaseTree); returns its heading, read out of the page. */
export async function openCase(page, index, before) {
  await page.locator(`${TREE_ITEM}:not([aria-expanded])`).nth(index).click();
  return headingOfPage(page, before);
}

/** Brings the tab of our page to the front. */
export async function showPage(page) {
  await page.locator('.tab[data-resource-name*="casebook.page"]').first().click();
}

/** The heading of the page that is in front, once it is another one than `before`. */
export async function headingOfPage(page, before) {
  const frame = CASE_PAGE.reduce((outer, selector) => outer.frameLocator(selector), page);
  const headings = frame.locator('h1');
  const heading = await seen(before ? headings.filter({ hasNotText: before }) : headings, 'The case page', 30);
  return (await heading.allInnerTexts()).join(' ');
}

/** Asks for completion after the last character of the open file, a blank in between; returns the labels shown. */
export async function complete(page) {
  await page
    .locator('.editor-instance .view-lines')
    .first()
    .click({ position: { x: 5, y: 5 } });
  await page.keyboard.press('Control+End');
  await page.keyboard.press('ArrowUp'); // the file ends with a line break: back to its last line of text
  await page.keyboard.press('End');
  await page.keyboard.type(' ');
  await page.keyboard.press('Control+Space');
  const rows = page.locator('.suggest-widget.visible .monaco-list-row');
  await seen(rows, 'The list of suggestions');
  return rows.allInnerTexts();
}

/** Runs a command by its English title from the palette. By Enter, not by a click: rows move while more of them come. */
export async function runCommand(page, title) {
  await ask(page, 'F1', `>${title}`);
  const [category, name] = title.split(': ');
  const first = page.locator(`${PICK}.focused`).filter({ hasText: category }).filter({ hasText: name });
  await seen(first, `"${title}" as the first answer`);
  await page.keyboard.press('Enter');
}

/** The document of the webview that holds `selector`; there may be several webviews. */
export async function webviewWith(page, selector, seconds = 30) {
  for (const end = Date.now() + seconds * 1000; Date.now() < end; await page.waitForTimeout(200)) {
    for (const frame of page.frames()) {
      const found = await frame
        .locator(selector)
        .count()
        .catch(() => 0); // a frame may go while it is asked
      if (found > 0) return frame;
    }
  }
  throw new Error(`No page holds ${selector} within ${seconds} s.`);
}

/** Types into the input box that is open, and accepts. */
export async function answerInput(page, text) {
  await (await seen(page.locator('.quick-input-widget input'), 'The input')).fill(text);
  await page.keyboard.press('Enter');
}

/** The lines of the open file that are on the screen. */
export async function linesOnScreen(page, name) {
  const editor = page.locator('.editor-instance', { has: page.locator(`[data-uri$="${name}"]`) });
  const lines = await editor.locator('.view-line').allInnerTexts();
  return lines.map((line) => line.replace(/\u00a0/g, ' '));
}

/** Runs a command by its English title from the palette, types `text` into the pick that it opens, waits for `wanted`. */
export async function pickFrom(page, title, text, wanted) {
  await runCommand(page, title);
  await page.waitForTimeout(1000); // the palette goes, the pick comes
  await page.keyboard.type(text, { delay: 50 });
  await seen(page.locator(PICK).filter({ hasText: wanted }), `An answer to "${text}"`);
}
