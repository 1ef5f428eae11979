// The layers of the code base, held by walking the import graph.
import { describe, expect, test } from 'vitest';

import { type ImportEdge, importsOf, sourcesUnder } from '../../support/imports';

const edges = sourcesUnder('src').flatMap(importsOf);
const isOurs = (target: string) => target.startsWith('src/');
const inside =
  (...folders: string[]) =>
  (file: string) =>
    folders.some((folder) => file.startsWith(folder));
const breaches = (from: (file: string) => boolean, allowed: (target: string) => boolean) =>
  edges.filter((edge) => from(edge.from) && !allowed(edge.to)).map(({ from: a, to: b }) => `${a} → ${b}`);

describe('layers', () => {
  test('the graph is not empty', () => {
    expect(edges.length).toBeGreaterThan(50);
  });

  test('core imports core, fuse.js and valibot', () => {
    const allowed = (target: string) => inside('src/core/')(target) || ['fuse.js', 'valibot'].includes(target);
    expect(breaches(inside('src/core/'), allowed)).toEqual([]);
  });

  test('the YAML layer imports core, itself and yaml', () => {
    const allowed = (target: string) => inside('src/core/', 'src/yaml/')(target) || target === 'yaml';
    expect(breaches(inside('src/yaml/'), allowed)).toEqual([]);
  });

  test('only the YAML layer imports yaml', () => {
    expect(
      breaches(
        (file) => !file.startsWith('src/yaml/'),
        (target) => target !== 'yaml',
      ),
    ).toEqual([]);
  });

  test('only the host and the entries import vscode', () => {
    const host = inside('src/host/', 'src/extension');
    expect(
      breaches(
        (file) => !host(file),
        (target) => target !== 'vscode',
      ),
    ).toEqual([]);
  });

  test('the host imports no package but vscode, and no entry', () => {
    const allowed = (target: string) =>
      target === 'vscode' ||
      (isOurs(target) && !target.startsWith('src/extension') && !target.startsWith('src/webview/'));
    expect(breaches(inside('src/host/'), allowed)).toEqual([]);
  });

  test('the webview knows the message protocols and nothing else', () => {
    const protocols = ['src/core/protocol.ts', 'src/core/review/reviewProtocol.ts'];
    const allowed = (target: string) => protocols.includes(target) || target.startsWith('src/webview/');
    expect(breaches(inside('src/webview/'), allowed)).toEqual([]);
  });

  test('Node built-ins are reached from the Node entries only', () => {
    const nodeEntries = new Set(['src/extension.node.ts', 'src/cli.ts', 'src/mcp.ts']);
    expect(
      breaches(
        (file) => !nodeEntries.has(file),
        (target) => !/^node:/.test(target),
      ),
    ).toEqual([]);
  });

  test('there are no cycles', () => {
    expect(findCycle(edges)).toBeUndefined();
  });
});

function findCycle(graph: readonly ImportEdge[]): string[] | undefined {
  const targets = new Map<string, string[]>();
  for (const { from, to } of graph) if (isOurs(to)) targets.set(from, [...(targets.get(from) ?? []), to]);
  const done = new Set<string>();
  const visit = (file: string, trail: readonly string[]): string[] | undefined => {
    if (trail.includes(file)) return [...trail.slice(trail.indexOf(file)), file];
    if (done.has(file)) return undefined;
    done.add(file);
    for (const target of targets.get(file) ?? []) {
      const cycle = visit(target, [...trail, file]);
      if (cycle) return cycle;
    }
    return undefined;
  };
  for (const file of targets.keys()) {
    const cycle = visit(file, []);
    if (cycle) return cycle;
  }
  return undefined;
}
