// The shortest look at the extension as a person has it: the tree lists cases, and a hover answers.
import {
  answerInput,
  headingOfPage,
  hover,
  linesOnScreen,
  openCase,
  openCaseTree,
  openFile,
  openWorkbench,
  runCommand,
  showPage,
  webviewWith,
} from './workbench.mjs';
import { lineOf } from './workspace.mjs';

// A product token of the sample, and what an answer about it must hold.
const HOVERED = { file: 'architecture.yaml', token: 'slb', answer: /SLB[\s\S]*\d/ };

/** Looks around in the workbench at `url`, telling what it saw; fails with one sentence. */
export async function lookAround(page, url) {
  await openWorkbench(page, url);
  const { groups, cases } = await openCaseTree(page);
  console.log(`Tree: ${groups.length} groups (${groups.slice(0, 3).join('; ')} …)`);
  console.log(`Cases of the first: ${cases.length} (${cases.slice(0, 3).join('; ')} …)`);
  await openFile(page, HOVERED.file, lineOf(HOVERED.file, HOVERED.token));
  const answer = await hover(page, HOVERED.token, HOVERED.answer);
  console.log(`Hover on "${HOVERED.token}" in ${HOVERED.file}: ${answer.slice(0, 300)}`);
}

/**
 * Opens a case and another in its place, and fails unless the keys go back and forth between them, and the second is there
 * again after another tab and after a reload.
 */
export async function comesBack(page) {
  const first = await openCase(page, 0);
  const second = await openCase(page, 1, first);
  await page.keyboard.press('Alt+ArrowLeft');
  await isStill(page, first, 'the way back', second);
  await page.keyboard.press('Alt+ArrowRight');
  await isStill(page, second, 'the way forward', first);
  await openFile(page, HOVERED.file);
  await showPage(page);
  await isStill(page, second, 'another tab');
  await page.waitForTimeout(STORED_AFTER_MS);
  await page.reload();
  await isStill(page, second, 'a reload');
}

/** A sketch about which the library has a question. */
export const QUESTIONED = {
  file: 'questioned.architecture.yaml',
  text: 'architecture: x\ncomponents:\n  - name: train\n    product: pai\n  - name: flow\n    product: dataworks\n',
  product: 'maxcompute',
};

/**
 * Reviews a file, and fails unless a what-if changes the cases and leaves the file alone, the reason for a question stays
 * in the file as a comment and closes it, and one undo takes that back.
 */
export async function reviewed(page) {
  const { file, product } = QUESTIONED;
  await openFile(page, file);
  await runCommand(page, 'Casebook: Cases Like This Architecture');
  const review = await webviewWith(page, `[data-answer="${product}"]`);
  const cases = () => review.locator('#cases-part').textContent();
  const before = await cases();
  await review.locator('input[data-what-if="pai"]').uncheck();
  await until('other cases after the what-if', async () => (await cases()) !== before);
  await isUntouched(page, file, 'the what-if');
  await review.locator('#cases-part [data-review="reset"]').click();
  await until('the cases as they were', async () => (await cases()) === before);
  await review.locator(`[data-answer="${product}"]`).click();
  await answerInput(page, 'a partner runs it');
  const answered = async () => (await linesOnScreen(page, file)).some((line) => line.includes(`answered ${product}`));
  await until('the reason in the file', answered);
  await (await webviewWith(page, `#answered-${product}`)).locator('body').waitFor();
  console.log(
    `A what-if, then an answer: ${(await linesOnScreen(page, file)).find((line) => line.includes('answered'))}`,
  );
  await openFile(page, file);
  await page.keyboard.press('Control+z');
  await until('the file without the reason', async () => !(await answered()));
  await isUntouched(page, file, 'one undo');
}

async function isUntouched(page, file, after) {
  const tab = page.locator(`.tab[data-resource-name="${file}"]`).first();
  if (/\bdirty\b/.test((await tab.getAttribute('class')) ?? '')) throw new Error(`${file} is changed after ${after}.`);
}

async function until(what, isSo) {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    if (await isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`There was no sign of ${what} within 10 s.`);
}

async function isStill(page, expected, after, before) {
  const heading = await headingOfPage(page, before);
  if (heading !== expected) throw new Error(`After ${after} the page "${expected}" was "${heading}".`);
  console.log(`After ${after}: ${heading}`);
}

const STORED_AFTER_MS = 8000; // the workbench writes its state every few seconds
