// node test/host/icon.mjs: draws media/icon.png (256 × 256, for the Marketplaces) around media/casebook.svg.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { launchBrowser } from './browser.mjs';
import { root } from './cache.mjs';
import { runMain } from './lifetime.mjs';

const SIZE = 256;
const glyph = readFileSync(join(root, 'media/casebook.svg'), 'utf8');
const picture = `<!DOCTYPE html><style>
  body { margin: 0; width: ${SIZE}px; height: ${SIZE}px; }
  div { width: 100%; height: 100%; border-radius: 52px; display: grid; place-items: center;
    background: #0b3a53; color: #fff; }
  svg { width: 184px; height: 184px; stroke-width: 1.35; }
  svg path:last-child { color: #ffb454; stroke: #ffb454; }
</style><div>${glyph}</div>`;

await runMain(async () => {
  const browser = await launchBrowser();
  const page = await browser.newPage({ viewport: { width: SIZE, height: SIZE } });
  await page.setContent(picture);
  await page.screenshot({ path: join(root, 'media/icon.png'), omitBackground: true });
  await browser.close();
});
