// What SECURITY.md promises, as far as sources and bundles can show it; the rest is observed in the editor.
import { readFileSync } from 'node:fs';
import { build } from 'esbuild';
import { describe, expect, test } from 'vitest';

import { sourcesUnder } from '../../support/imports';

const sources = sourcesUnder('src').map((file) => ({ file, text: withoutComments(readFileSync(file, 'utf8')) }));

function withoutComments(text: string): string {
  return text.replace(/^\s*(\/\/|\*|\/\*).*$/gm, '');
}

function found(pattern: RegExp, allowed: readonly string[] = []): string[] {
  return sources.filter(({ file, text }) => !allowed.includes(file) && pattern.test(text)).map(({ file }) => file);
}

/** Ways out of the machine, and ways to run what was read. */
const NETWORK =
  /\bfetch\(|XMLHttpRequest|\bWebSocket\b|EventSource|sendBeacon|node:(net|http|https|http2|tls|dgram|dns)\b/;
const PROCESS = /child_process|worker_threads|node:(vm|cluster)\b|\bnew Worker\(|importScripts/;
const EVALUATION = /\beval\(|new Function\(|setTimeout\(\s*['"`]/;

describe('sources', () => {
  test.each([
    ['no connection is opened', NETWORK],
    ['no process is started', PROCESS],
    ['nothing is evaluated', EVALUATION],
    ['no telemetry', /TelemetryLogger|TelemetryReporter|appinsights/i],
    ['no text is trusted as a whole', /isTrusted\s*[:=]\s*true|enableCommandUris\s*:\s*true|supportHtml\s*[:=]\s*true/],
    ['no path of the local disk is assumed', /\bfsPath\b/],
  ])('%s', (_, pattern) => {
    expect(found(pattern)).toEqual([]);
  });

  test('the scripts of pages and reviews take markup in one place each, and only what the host rendered', () => {
    const markup = /\.innerHTML\s*=|insertAdjacentHTML|outerHTML\s*=|document\.write/;
    const takers = {
      'src/webview/main.ts': 'document.body.innerHTML = body;',
      'src/webview/review.ts': 'part.innerHTML = message.html;',
    };
    expect(found(markup, Object.keys(takers))).toEqual([]);
    for (const [file, place] of Object.entries(takers)) {
      const text = readFileSync(file, 'utf8');
      expect(text.split(markup), file).toHaveLength(2);
      expect(text, file).toContain(place);
    }
  });

  test('nothing is handed to another program but a report that the user asked to open', () => {
    expect(found(/openExternal/, ['src/host/report.ts'])).toEqual([]);
  });

  test('every page that is made carries a policy that starts from nothing', () => {
    const shells = sources.filter(({ text }) => text.includes('Content-Security-Policy'));
    expect(shells.length).toBeGreaterThan(0);
    for (const { text } of shells) expect(text).toMatch(/default-src 'none'/);
    expect(found(/unsafe-eval|script-src[^;"`]*unsafe-inline/)).toEqual([]);
    // Files that are to be sent around hold their style; they have no script at all.
    const standalone = found(/unsafe-inline/);
    for (const file of standalone) expect(readFileSync(file, 'utf8'), file).not.toMatch(/script-src|<script/);
    expect(standalone.filter((file) => file.startsWith('src/host/'))).toEqual([]);
  });

  test('every page with a script of ours has one shell', () => {
    const makers = sources.filter(({ text }) => /webview\.html\s*=/.test(text)).map(({ file }) => file);
    expect(makers.filter((file) => !file.startsWith('src/host/'))).toEqual([]);
  });
});

describe('bundles', () => {
  const bundle = async (entry: string, platform: 'node' | 'browser', external: string[]) => {
    const { outputFiles, metafile } = await build({
      entryPoints: [entry],
      bundle: true,
      platform,
      format: 'cjs',
      target: 'es2022',
      external,
      define: { VERSION: '"0"' },
      write: false,
      metafile: true,
      outfile: 'bundle.js',
      logLevel: 'silent',
    });
    const imports = Object.values(metafile.outputs).flatMap((output) => output.imports);
    const outside = imports.filter((one) => one.external).map(({ path }) => path);
    return { code: withoutComments(outputFiles[0]?.text ?? ''), outside: [...new Set(outside)].sort(), metafile };
  };
  const matches = (text: string, pattern: RegExp) =>
    [...text.matchAll(new RegExp(pattern, 'g'))].map(([match]) => match);

  test('the web bundle needs vscode and nothing else', async () => {
    const { code, outside, metafile } = await bundle('src/extension.web.ts', 'browser', ['vscode']);
    expect(outside).toEqual(['vscode']);
    const foreign = /@modelcontextprotocol|node_modules\/(zod|ajv)/;
    expect(Object.keys(metafile.inputs).filter((file) => foreign.test(file))).toEqual([]);
    expect(matches(code, NETWORK)).toEqual([]);
    expect(matches(code, EVALUATION)).toEqual([]);
    expect(matches(code, /\bprocess\.(?!env\b)\w+|\b__dirname\b|\bBuffer\.\w+/)).toEqual([]);
  });

  test.each([
    ['src/extension.node.ts', ['./extension.web', 'node:fs', 'node:path', 'vscode']],
    ['src/cli.ts', ['./yaml/session', 'node:fs', 'node:path', 'node:util']],
    ['src/mcp.ts', ['./yaml/session', 'node:fs', 'node:path', 'node:process']],
  ])('%s needs %j and nothing else', async (entry, wanted) => {
    const { code, outside } = await bundle(entry, 'node', ['vscode', './extension.web', './yaml/session']);
    expect(outside.filter((path) => !wanted.includes(path))).toEqual([]);
    expect(matches(code, NETWORK)).toEqual([]);
  });

  test('activation loads the doors, and nothing that stands behind them', async () => {
    const { metafile } = await bundle('src/extension.node.ts', 'node', ['vscode', './extension.web']);
    const loaded = Object.values(metafile.outputs).flatMap(({ inputs }) => Object.keys(inputs));
    expect(loaded.sort()).toEqual([
      'src/extension.node.ts',
      'src/extension.ts',
      'src/host/belowFolder.ts',
      'src/host/doors.ts',
      'src/host/frontDoors.ts',
      'src/host/ids.ts',
      'src/host/mcpServer.ts',
      'src/host/memory.ts',
      'src/host/settings.ts',
      'src/host/teamPaths.ts',
    ]);
  });
});
