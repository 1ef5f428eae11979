// The shortest look at the extension as a person has it: the tree lists cases, and a hover answers.
import { headingOfPage, hover, openCase, openCaseTree, openFile, openWorkbench, showPage } from './workbench.mjs';
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

async function isStill(page, expected, after, before) {
  const heading = await headingOfPage(page, before);
  if (heading !== expected) throw new Error(`After ${after} the page "${expected}" was "${heading}".`);
  console.log(`After ${after}: ${heading}`);
}

const STORED_AFTER_MS = 8000; // the workbench writes its state every few seconds
