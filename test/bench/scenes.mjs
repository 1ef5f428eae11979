// Where the editing benches type and ask: a generated file of a format, a comment in its middle that grows by a letter, a
// product token beneath it, a place where we complete, and the places where a schema tool has something to say.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { architecture, compose, kubernetes, ros } from './texts.mjs';

const GENERATED = { ros, kubernetes, compose, architecture };
export const KINDS = Object.keys(GENERATED);
const NAMES = {
  ros: 'bench.ros.yaml',
  kubernetes: 'bench.k8s.yaml',
  compose: 'docker-compose.yaml',
  architecture: 'architecture.yaml',
};

// What goes in before the first line from the middle on that begins a resource. `¦` marks where ours complete, `§` where
// they do in a list, `‡` where the schema's do.
const INSERTED = {
  ros: { before: /^ {2}Resource\d+:/, lines: ['  # edit here', '  Half:', '    Type: ¦‡'] },
  kubernetes: {
    before: /^---/,
    lines: ['---', '# edit here', 'apiVersion: v1', 'kind: Service', 'metadata:', '  annotations:', '    s¦‡'],
  },
  compose: {
    before: /^ {2}web\d+:/,
    lines: ['  # edit here', '  half:', '    # case: ¦', '    restart: always', '    ‡'],
  },
  architecture: {
    before: /^ {2}- name: part/,
    lines: ['  # edit here', '  - name: half', '    product: ¦', '    ‡', '    cases:', '      - inet-3', '      - §'],
  },
};
const MARKS = ['¦', '§', '‡'];
const without = (text, mark) => text.replaceAll(mark, '');
const TOKEN = {
  ros: /(?<=^ {4}Type: )ALIYUN/,
  kubernetes: /(?<=value: )r-bp1/,
  compose: /(?<=image: )redis/,
  architecture: /(?<=product: )redis/,
};
const KEY = {
  ros: /(?<=^ {4})Type(?=: ALIYUN)/,
  kubernetes: /(?<=^ +)image/,
  compose: /(?<=^ {4})image/,
  architecture: /(?<=^ {4})product/,
};

/**
 * `{ fileName, lines, edit, token, complete, inList, theirKey, theirComplete }`; the last six are `{ line, column }`, `edit`
 * at the end of a comment, `inList` undefined where nothing of ours is a list.
 */
export function sceneOf(kind, size) {
  const { before, lines: inserted } = INSERTED[kind];
  const lines = GENERATED[kind](size).split('\n');
  const middle = lines.findIndex((line, i) => i >= lines.length / 2 && before.test(line));
  lines.splice(middle, 0, ...inserted);
  const after = (pattern) => {
    const line = lines.findIndex((text, i) => i >= middle + inserted.length && pattern.test(text));
    return { line, column: lines[line].search(pattern) + 1 };
  };
  const marked = (mark) => {
    const line = lines.findIndex((text, i) => i >= middle && text.includes(mark));
    const others = MARKS.filter((other) => other !== mark);
    return line < 0 ? undefined : { line, column: others.reduce(without, lines[line]).indexOf(mark) };
  };
  const [complete, inList, theirComplete] = MARKS.map(marked);
  for (let i = middle; i < middle + inserted.length; i++) lines[i] = MARKS.reduce(without, lines[i]);
  const edit = lines.findIndex((text, i) => i >= middle && text.includes('# edit here'));
  return {
    fileName: NAMES[kind],
    lines,
    edit: { line: edit, column: lines[edit].length },
    token: after(TOKEN[kind]),
    complete,
    inList,
    theirKey: after(KEY[kind]),
    theirComplete,
  };
}

/** Writes a scene into a folder; `{ kind, size, path }` and its places. */
export function writeScene(folder, kind, size) {
  const { fileName, lines, ...places } = sceneOf(kind, size);
  const path = join(folder, `${kind}-${size}.yaml`);
  writeFileSync(path, `${lines.join('\n')}\n`);
  return { kind, size, path, ...places };
}
