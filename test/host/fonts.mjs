// Fonts for the browser: what the system has, and, where it has no Chinese, one from npm in the cache.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { cached, npmInstall } from './cache.mjs';

const PACKAGE = '@expo-google-fonts/noto-sans-sc@0.4.3'; // SIL OFL 1.1

/** A fontconfig file: the system's own settings and fonts, and the `<dir>` elements `extra`. */
export const fontSettings = (extra) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>/usr/share/fonts</dir>
  ${extra}
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;

/** Environment variables for a browser that is to show Chinese; empty where the system can do it by itself. */
export async function chineseFont() {
  if (process.platform !== 'linux') return {};
  if (spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' }).stdout?.trim()) return {};
  const folder = await cached('noto-sans-sc-0.4.3', async (partial) => {
    console.log('No Chinese font on this system; installing Noto Sans SC from npm (once, for the pictures only) …');
    await npmInstall(partial, [PACKAGE]);
    writeFileSync(join(partial, 'fonts.conf'), fontSettings('<dir prefix="relative">node_modules</dir>'));
  });
  return { FONTCONFIG_FILE: join(folder, 'fonts.conf') };
}
