// npm run pages [-- theme …] [--only name]: every kind of page in headless Chromium, in both languages and four themes.
// Takes pictures into .vscode-test/pages to be looked at, and fails on what can be measured: console errors, layout
// shift, a horizontal scrollbar at 1,000 px and 200 %, accessibility faults (axe), a page over 120 KB.
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as esbuild from 'esbuild';

import { launchBrowser } from './browser.mjs';
import { cacheFolder, root } from './cache.mjs';
import { chineseFont } from './fonts.mjs';
import { runMain } from './lifetime.mjs';
import { misbehaviour } from './pageBehaviour.mjs';
import { pageStyle } from './pageStyle.mjs';
import { THEMES } from './pageThemes.mjs';

const ORIGIN = 'https://pages.test';
const LARGEST = 120 * 1024;
const folder = join(cacheFolder, 'pages');

async function main() {
  mkdirSync(folder, { recursive: true });
  const args = process.argv.slice(2);
  const only = args.includes('--only') ? args[args.indexOf('--only') + 1] : undefined;
  const themes = Object.keys(THEMES).filter((theme) => !args.some((arg) => arg in THEMES) || args.includes(theme));
  const { renderAll } = await bundled(
    'test/host/pagesRender.ts',
    'esm',
    'pages.mjs',
    (file) => import(pathToFileURL(file)),
  );
  const scripts = {};
  for (const name of ['main', 'review'])
    scripts[`/${name}.js`] = await bundled(`src/webview/${name}.ts`, 'iife', `${name}.js`, (file) =>
      readFileSync(file, 'utf8'),
    );
  const library = readFileSync(process.env.CASEBOOK_LIBRARY ?? join(root, 'dist/library.json'), 'utf8');
  const style = pageStyle();
  const browser = await launchBrowser({ fonts: await chineseFont() });
  const faults = [];
  for (const lang of ['zh', 'en']) {
    const pages = renderAll(library, lang, style).filter(([name]) => !only || name.startsWith(only));
    for (const theme of themes) {
      for (const [name, html] of pages)
        faults.push(...(await check(browser, { name: `${name}-${lang}-${theme}`, html, scripts, theme })));
    }
  }
  await browser.close();
  for (const fault of faults) console.error(fault);
  console.log(faults.length === 0 ? `pages: all well; pictures in ${folder}` : `pages: ${faults.length} faults`);
  return faults.length === 0 ? 0 : 1;
}

async function bundled(entry, format, name, load) {
  const outfile = join(folder, 'build', name);
  await esbuild.build({
    entryPoints: [join(root, entry)],
    outfile,
    bundle: true,
    format,
    platform: 'browser',
    logLevel: 'warning',
  });
  return load(outfile);
}

async function check(browser, { name, html, scripts, theme }) {
  const faults = [];
  const size = Buffer.byteLength(html);
  if (size > LARGEST) faults.push(`${name}: ${Math.round(size / 1024)} KB`);
  const page = await browser.newPage({
    viewport: { width: 1160, height: 900 },
    colorScheme: theme.includes('dark') ? 'dark' : 'light',
  });
  page.on('console', (message) => message.type() === 'error' && faults.push(`${name}: console: ${message.text()}`));
  page.on('pageerror', (error) => faults.push(`${name}: ${error.message}`));
  const files = {
    '/': ['text/html', html],
    ...Object.fromEntries(Object.entries(scripts).map(([path, script]) => [path, ['text/javascript', script]])),
  };
  await page.route(`${ORIGIN}/**`, (route) => {
    const [contentType, body] = files[new URL(route.request().url()).pathname] ?? [];
    return contentType
      ? route.fulfill({ contentType: `${contentType}; charset=utf-8`, body })
      : route.fulfill({ status: 204 });
  });
  await page.addInitScript(standIn, THEMES[theme]);
  await page.goto(`${ORIGIN}/`);
  await page.waitForTimeout(60);
  faults.push(...(await shifts(page, name))); // before the whole page is photographed, which lays it out anew
  await page.screenshot({ path: join(folder, `${name}.png`) });
  await page.screenshot({ path: join(folder, `${name}-whole.png`), fullPage: true });
  faults.push(...(await axe(page, name)));
  await page.setViewportSize({ width: 500, height: 700 });
  if (theme === 'light') faults.push(...(await misbehaviour(page, name)));
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  if (overflow > 0) faults.push(`${name}: ${overflow} px too wide at 1,000 px and 200 %`);
  if (theme === 'light') {
    await page.screenshot({ path: join(folder, `${name}-zoomed.png`), fullPage: true });
    await otherMedia(page, name);
  }
  await page.close();
  return faults;
}

/** The page where the system dictates the colours, and on paper. */
async function otherMedia(page, name) {
  await page.setViewportSize({ width: 1000, height: 900 });
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
  await page.screenshot({ path: join(folder, `${name}-forced.png`), fullPage: true });
  await page.emulateMedia({ forcedColors: 'none', colorScheme: 'light', media: 'print' });
  await page.setViewportSize({ width: 750, height: 1000 });
  await page.screenshot({ path: join(folder, `${name}-print.png`), fullPage: true });
}

/** What the editor does to a page before our script runs: theme variables, body classes, its API. */
function standIn({ body, values }) {
  window.acquireVsCodeApi = () => ({
    postMessage: (message) => window.sent.push(message),
    setState: (state) => sessionStorage.setItem('state', JSON.stringify(state)),
    getState: () => JSON.parse(sessionStorage.getItem('state') ?? 'null') ?? undefined,
  });
  window.sent = [];
  window.shifted = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      window.shifted += entry.value;
      window.shiftedWhat = entry.sources
        .map(
          ({ node, previousRect: a, currentRect: b }) =>
            `${node?.nodeName}.${node?.className} ${a.x},${a.y},${a.width}x${a.height} to ${b.x},${b.y},${b.width}x${b.height}`,
        )
        .join('; ');
    }
  }).observe({ type: 'layout-shift', buffered: true });
  const dress = (element, put) => {
    if (!element || element.dataset.dressed) return;
    element.dataset.dressed = 'yes';
    put();
  };
  const onPart = () => {
    dress(document.documentElement, () => {
      for (const [key, value] of Object.entries(values))
        document.documentElement.style.setProperty(`--vscode-${key}`, value);
    });
    dress(document.body, () => (document.body.className = body));
  };
  new MutationObserver(onPart).observe(document, { childList: true, subtree: true });
  onPart();
}

async function shifts(page, name) {
  const { shifted, what } = await page.evaluate(() => ({ shifted: window.shifted, what: window.shiftedWhat }));
  return shifted > 0.01 ? [`${name}: layout shift ${shifted}: ${what}`] : [];
}

async function axe(page, name) {
  const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  await page.evaluate(source);
  const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, nodes }) =>
        `${name}: axe ${id}: ${nodes
          .slice(0, 2)
          .map((node) => `${node.target} ${node.failureSummary?.replace(/\s+/g, ' ').slice(0, 200)}`)
          .join(' | ')}`,
    );
}

runMain(main);
